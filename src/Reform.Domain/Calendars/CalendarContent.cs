using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>What a work calendar is made from, known at any time; what of it was known on a date is a reading of it.</summary>
internal abstract class CalendarContent
{
    public const int MaxDays = 400 * 366;
    public const int MaxRestDays = 6;

    private readonly bool[] rest = new bool[8];

    protected CalendarContent(string id, BilingualText title, LocalDate from, LocalDate to, IEnumerable<IsoDayOfWeek> weeklyRest)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(weeklyRest);
        Id = id;
        Title = title;
        First = from.Iso();
        End = to.Iso();
        Covers = new Validity(First, End);
        if (Period.DaysBetween(First, End) > MaxDays)
        {
            throw new ArgumentException("A calendar covers at most 400 years.", nameof(to));
        }

        foreach (IsoDayOfWeek day in weeklyRest)
        {
            if (day is < IsoDayOfWeek.Monday or > IsoDayOfWeek.Sunday)
            {
                throw new ArgumentException("A rest day is a day of the week.", nameof(weeklyRest));
            }

            rest[(int)day] = true;
        }

        if (rest.Count(r => r) > MaxRestDays)
        {
            throw new ArgumentException("At most six weekdays are rest days.", nameof(weeklyRest));
        }
    }

    public string Id { get; }

    public BilingualText Title { get; }

    public Validity Covers { get; }

    public LocalDate First { get; }

    /// <summary>The first date that is no longer covered.</summary>
    public LocalDate End { get; }

    public LocalDate Last => End.PlusDays(-1);

    public bool IsRest(LocalDate date) => IsRest(date.DayOfWeek);

    public bool IsRest(IsoDayOfWeek weekday) => rest[(int)weekday];

    /// <summary>The days as known on a date; null: all that is recorded.</summary>
    public abstract KnownDays KnownOn(LocalDate? date);
}
