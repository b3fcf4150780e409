using System.Security.Cryptography;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>
/// The working days of an agency (lịch làm việc): weekly rest, holidays, compensatory and swapped days off, make-up days.
/// </summary>
/// <remarks>
/// Covers a closed range of dates; a question outside it is a <see cref="CalendarRangeException"/>, never a guess.
/// Every question takes the same time whatever the distance. Immutable; safe for use by many threads at once.
/// </remarks>
public sealed class WorkCalendar
{
    internal const int MaxDays = 400 * 366;
    internal const int MaxRestDays = 6;

    private static readonly ReasonKind Ordinary = new("working_day", "Ngày {date} là ngày làm việc", "{date} is a working day");
    private static readonly ReasonKind Rest = new("weekly_rest", "Ngày {date} là ngày nghỉ hằng tuần", "{date} is a weekly rest day");
    private static readonly ReasonKind Off = new("day_off", "Ngày {date} được nghỉ: {name} ({basis})", "{date} is a day off: {name} ({basis})");
    private static readonly ReasonKind MakeUp = new(
        "make_up_working_day", "Ngày {date} là ngày làm bù ({basis})", "{date} is a make-up working day ({basis})");

    private static readonly LegalBasis WeeklyRestBasis = new(new BilingualText(
        "Điều 111 Bộ luật Lao động 45/2019/QH14", "Labour Code 45/2019/QH14, Art. 111"));

    private readonly LocalDate first;
    private readonly int days;
    private readonly int[] workingDaysUpTo;   // [i]: working days among the first i days of the range
    private readonly int[] workingDays;       // offsets of the working days, ascending
    private readonly Dictionary<LocalDate, CalendarDay> special;
    private readonly HashSet<IsoDayOfWeek> weeklyRest;

    /// <summary>Creates a calendar.</summary>
    /// <param name="id">A short name, used in errors and traces.</param>
    /// <param name="title">The title.</param>
    /// <param name="from">The first date that it covers.</param>
    /// <param name="to">The first date that it no longer covers.</param>
    /// <param name="weeklyRest">The weekly rest days; at most six.</param>
    /// <param name="specialDays">The days off and make-up days inside the range; a date stands once.</param>
    /// <exception cref="ArgumentException">
    /// The range is empty or longer than 400 years, a special day lies outside it, stands twice, is no day off and no make-up day,
    /// or is a make-up day that is not a weekly rest day.
    /// </exception>
    public WorkCalendar(
        string id,
        BilingualText title,
        LocalDate from,
        LocalDate to,
        IEnumerable<IsoDayOfWeek> weeklyRest,
        IEnumerable<CalendarDay> specialDays)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(id);
        ArgumentNullException.ThrowIfNull(title);
        ArgumentNullException.ThrowIfNull(weeklyRest);
        ArgumentNullException.ThrowIfNull(specialDays);
        Covers = new Validity(from, to);
        days = Period.DaysBetween(from, to);
        if (days > MaxDays)
        {
            throw new ArgumentException("A calendar covers at most 400 years.", nameof(to));
        }

        Id = id;
        Title = title;
        first = from;
        this.weeklyRest = [.. weeklyRest];
        if (this.weeklyRest.Count > MaxRestDays || this.weeklyRest.Contains(IsoDayOfWeek.None))
        {
            throw new ArgumentException("At most six weekdays are rest days.", nameof(weeklyRest));
        }

        special = CheckedSpecialDays(specialDays);
        (workingDaysUpTo, workingDays) = CountWorkingDays();
        Version = ComputeVersion();
    }

    /// <summary>A short name.</summary>
    public string Id { get; }

    /// <summary>The title.</summary>
    public BilingualText Title { get; }

    /// <summary>The dates that the calendar covers, [from, to).</summary>
    public Validity Covers { get; }

    /// <summary>A hash of the answers, their names and instruments included: it changes when one of them does. 16 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>The special days, in the order of their dates.</summary>
    public IEnumerable<CalendarDay> SpecialDays => special.Values.OrderBy(d => d.Date);

    /// <summary>What kind of day a date is.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public DayKind KindOf(LocalDate date)
    {
        Offset(date);
        return special.TryGetValue(date, out CalendarDay? day) ? day.Kind
            : weeklyRest.Contains(date.DayOfWeek) ? DayKind.WeeklyRest
            : DayKind.WorkingDay;
    }

    /// <summary>Whether a date is worked: an ordinary working day or a make-up day.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True when it is worked.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public bool IsWorkingDay(LocalDate date)
    {
        int offset = Offset(date);
        return workingDaysUpTo[offset + 1] > workingDaysUpTo[offset];
    }

    /// <summary>The n-th working day after a date; the date itself is not counted, worked or not.</summary>
    /// <param name="date">The date from which to count.</param>
    /// <param name="count">How many working days; 1 or more.</param>
    /// <returns>The n-th working day.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="CalendarRangeException">The date or the result is not covered.</exception>
    public LocalDate WorkingDayAfter(LocalDate date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        long index = (long)workingDaysUpTo[Offset(date) + 1] + count - 1;
        return index < workingDays.Length ? first.PlusDays(workingDays[index]) : throw new CalendarRangeException(Id, first.PlusDays(days), Covers);
    }

    /// <summary>The first working day on or after a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The date itself when it is worked.</returns>
    /// <exception cref="CalendarRangeException">The date or the result is not covered.</exception>
    public LocalDate WorkingDayOnOrAfter(LocalDate date) => IsWorkingDay(date) ? date : WorkingDayAfter(date, 1);

    /// <summary>How many working days d there are with start &lt; d &lt;= end; negative when the end lies before the start.</summary>
    /// <param name="start">The date that is not counted.</param>
    /// <param name="end">The last date, counted.</param>
    /// <returns>The number of working days.</returns>
    /// <exception cref="CalendarRangeException">A date is not covered.</exception>
    public int WorkingDaysBetween(LocalDate start, LocalDate end) =>
        workingDaysUpTo[Offset(end) + 1] - workingDaysUpTo[Offset(start) + 1];

    /// <summary>Says what kind of day a date is, and by which instrument.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public Reason Explain(LocalDate date)
    {
        DayKind kind = KindOf(date);
        if (kind == DayKind.WorkingDay)
        {
            return Ordinary.Because(null, ("date", date));
        }

        if (kind == DayKind.WeeklyRest)
        {
            return Rest.Because(WeeklyRestBasis, ("date", date));
        }

        CalendarDay day = special[date];
        return kind == DayKind.MakeUpWorkingDay
            ? MakeUp.Because(day.Basis, ("date", date), ("basis", day.Basis.Citation))
            : Off.Because(day.Basis, ("date", date), ("name", day.Name), ("basis", day.Basis.Citation));
    }

    private int Offset(LocalDate date)
    {
        int offset = Period.DaysBetween(first, date);
        return offset >= 0 && offset < days ? offset : throw new CalendarRangeException(Id, date, Covers);
    }

    private Dictionary<LocalDate, CalendarDay> CheckedSpecialDays(IEnumerable<CalendarDay> specialDays)
    {
        var byDate = new Dictionary<LocalDate, CalendarDay>();
        foreach (CalendarDay day in specialDays)
        {
            string name = LocalDatePattern.Iso.Format(day.Date);
            if (!Covers.Contains(day.Date))
            {
                throw new ArgumentException(name + " lies outside the calendar.", nameof(specialDays));
            }

            if (day.Kind is DayKind.WorkingDay or DayKind.WeeklyRest || !Enum.IsDefined(day.Kind))
            {
                throw new ArgumentException(name + " is neither a day off nor a make-up day.", nameof(specialDays));
            }

            if (day.Kind == DayKind.MakeUpWorkingDay && !weeklyRest.Contains(day.Date.DayOfWeek))
            {
                throw new ArgumentException(name + " is a make-up day but no weekly rest day.", nameof(specialDays));
            }

            if (!byDate.TryAdd(day.Date, day))
            {
                throw new ArgumentException(name + " stands twice.", nameof(specialDays));
            }
        }

        return byDate;
    }

    private (int[] UpTo, int[] Offsets) CountWorkingDays()
    {
        int[] upTo = new int[days + 1];
        var offsets = new List<int>(days);
        for (int i = 0; i < days; i++)
        {
            LocalDate date = first.PlusDays(i);
            bool worked = special.TryGetValue(date, out CalendarDay? day)
                ? day.Kind == DayKind.MakeUpWorkingDay
                : !weeklyRest.Contains(date.DayOfWeek);
            if (worked)
            {
                offsets.Add(i);
            }

            upTo[i + 1] = offsets.Count;
        }

        return (upTo, [.. offsets]);
    }

    private string ComputeVersion()
    {
        var content = new StringBuilder();
        content.Append(Covers.ToString()).Append('|');
        content.AppendJoin(',', weeklyRest.Order().Select(d => d.ToString()));
        foreach (CalendarDay day in SpecialDays)
        {
            content.Append('|').Append(LocalDatePattern.Iso.Format(day.Date)).Append(day.Kind.ToString());
            Append(content, day.Name);
            Append(content, day.Basis.Citation);
        }

        static void Append(StringBuilder content, BilingualText text) =>
            content.Append('|').Append(text.Vietnamese).Append('|').Append(text.English);

        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(content.ToString())))[..16];
    }
}
