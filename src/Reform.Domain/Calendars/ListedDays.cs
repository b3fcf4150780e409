using NodaTime;
using NodaTime.Text;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>A calendar whose special days are listed one by one.</summary>
internal sealed class ListedDays : CalendarContent
{
    private static readonly LegalBasis RestBasis = new(new BilingualText(
        "Điều 111 Bộ luật Lao động 45/2019/QH14", "Labour Code 45/2019/QH14, Art. 111"));

    private readonly CalendarDay[] days;

    public ListedDays(
        string id, BilingualText title, LocalDate from, LocalDate to, IEnumerable<IsoDayOfWeek> weeklyRest, IEnumerable<CalendarDay> specialDays)
        : base(id, title, from, to, weeklyRest)
    {
        ArgumentNullException.ThrowIfNull(specialDays);
        days = [.. specialDays.Select(d => d with { Date = d.Date.Iso(), KnownOn = d.KnownOn?.Iso() }).OrderBy(d => d.Date)];
        LocalDate? before = null;
        foreach (CalendarDay day in days)
        {
            if (Mistake(day, before) is string mistake)
            {
                throw new ArgumentException(LocalDatePattern.Iso.Format(day.Date) + mistake, nameof(specialDays));
            }

            before = day.Date;
        }
    }

    public override KnownDays KnownOn(LocalDate? date)
    {
        var known = new KnownDays { KnownUntil = Last, ListedRestBasis = RestBasis };
        foreach (CalendarDay day in days)
        {
            if (date is not LocalDate on || (day.KnownOn ?? day.Date) <= on)
            {
                known.Add(day.Kind == DayKind.MakeUpWorkingDay
                    ? new SpecialDay(day, CalendarReasons.ListedMakeUp, day.Basis, ("date", day.Date), ("basis", day.Basis.Citation))
                    : new SpecialDay(
                        day, CalendarReasons.ListedDayOff, day.Basis, ("date", day.Date), ("name", day.Name), ("basis", day.Basis.Citation)));
            }
            else if (day.KnownOn is null)
            {
                known.Questions.Add(new CalendarQuestion(day.Date, day.Date, MakesProvisional: true, CalendarReasons.UnknownDate.Because(
                    day.Basis, ("basis", day.Basis.Citation), ("days", ListOf([day.Date])))));
            }
        }

        return known;
    }

    /// <summary>Dates as a reason lists them: ISO 8601, so that both languages read the same.</summary>
    public static ValueList<string> ListOf(IEnumerable<LocalDate> dates) => dates.Select(LocalDatePattern.Iso.Format).ToValueList();

    private string? Mistake(CalendarDay day, LocalDate? before) => day switch
    {
        _ when !Covers.Contains(day.Date) => " lies outside the calendar.",
        { Kind: not (DayKind.PublicHoliday or DayKind.CompensatoryDayOff or DayKind.SwappedDayOff or DayKind.MakeUpWorkingDay) } =>
            " is neither a day off nor a make-up day.",
        { Kind: DayKind.MakeUpWorkingDay } when !IsRest(day.Date) => " is a make-up day but no weekly rest day.",
        _ when day.Date == before => " stands twice.",
        _ => null,
    };
}
