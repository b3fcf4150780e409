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
        "make_up_working_day", "Ngày {date} là ngày làm bù: {name} ({basis})", "{date} is a make-up working day: {name} ({basis})");

    private static readonly LegalBasis WeeklyRestBasis = new(new BilingualText(
        "Điều 111 Bộ luật Lao động 45/2019/QH14", "Labour Code 45/2019/QH14, Art. 111"));

    private static readonly ReasonKind UnknownDate = new(
        "decision_of_unknown_date",
        "Ngày {date}: {name} ({basis}); không rõ văn bản được biết từ ngày nào, nên chưa áp dụng vào ngày {known_on}",
        "{date}: {name} ({basis}); when that became known is not recorded, so it is not applied as known on {known_on}");

    private static readonly Lazy<WorkCalendar> LazyVietnam = new(ReadVietnam);

    private readonly DayTable days;
    private readonly OfficeTime hours;
    private readonly CalendarDay[] recorded;                    // every special day, known or not
    private readonly Dictionary<LocalDate, CalendarDay> special;
    private readonly Dictionary<LocalDate, CalendarDay> unknown; // recorded without a date, and not yet known
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
        if (Period.DaysBetween(from, to) > MaxDays)
        {
            throw new ArgumentException("A calendar covers at most 400 years.", nameof(to));
        }

        Id = id;
        Title = title;
        this.weeklyRest = [.. weeklyRest];
        if (this.weeklyRest.Count > MaxRestDays || this.weeklyRest.Contains(IsoDayOfWeek.None))
        {
            throw new ArgumentException("At most six weekdays are rest days.", nameof(weeklyRest));
        }

        special = CheckedSpecialDays(specialDays);
        recorded = [.. special.Values];
        unknown = [];
        (days, hours) = Compile();
        Version = ComputeVersion();
    }

    private WorkCalendar(WorkCalendar whole, LocalDate knownOn)
    {
        (Id, Title, Covers, weeklyRest, recorded) = (whole.Id, whole.Title, whole.Covers, whole.weeklyRest, whole.recorded);
        KnownOn = knownOn;
        special = recorded.Where(d => (d.KnownOn ?? d.Date) <= knownOn).ToDictionary(d => d.Date);
        unknown = recorded.Where(d => d.KnownOn is null && d.Date > knownOn).ToDictionary(d => d.Date);
        (days, hours) = Compile();
        Version = ComputeVersion();
    }

    /// <summary>The calendar of Vietnamese state agencies (lịch làm việc của cơ quan nhà nước) with a fixed rest on Saturday and Sunday.</summary>
    public static WorkCalendar VietnamStateAgencies => LazyVietnam.Value;

    /// <summary>A short name.</summary>
    public string Id { get; }

    /// <summary>The title.</summary>
    public BilingualText Title { get; }

    /// <summary>The dates that the calendar covers, [from, to).</summary>
    public Validity Covers { get; }

    /// <summary>A hash of the answers, their names and instruments included: it changes when one of them does. 16 hexadecimal digits.</summary>
    public string Version { get; }

    /// <summary>The date as of which the calendar was known; null: all that is recorded.</summary>
    public LocalDate? KnownOn { get; }

    /// <summary>The last date before which no year lacks its official decision; null: not even the first year has it.</summary>
    public LocalDate? KnownUntil => days.DateAt(days.Count - 1);

    /// <summary>The special days, in the order of their dates.</summary>
    public IEnumerable<CalendarDay> SpecialDays => special.Values.OrderBy(d => d.Date);

    /// <summary>The calendar as it was known on a date: what had become known on it or before.</summary>
    /// <remarks>
    /// A day off or make-up day whose date of becoming known is not recorded applies if <paramref name="date"/> is not before the day
    /// itself; until then it does not apply and is provisional.
    /// </remarks>
    /// <param name="date">The date.</param>
    /// <returns>The calendar; its <see cref="KnownOn"/> is the date.</returns>
    public WorkCalendar AsKnownOn(LocalDate date) => new(this, date);

    /// <summary>What kind of day a date is.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public DayKind KindOf(LocalDate date) => days.At(Offset(date)).Kind;

    /// <summary>Whether a date is worked: an ordinary working day or a make-up day.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True when it is worked.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public bool IsWorkingDay(LocalDate date) => days.At(Offset(date)).IsWorked;

    /// <summary>Whether a date is a public holiday (ngày lễ, tết) by law, whatever the weekday.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True for a public holiday; false for compensatory and swapped days off.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public bool IsPublicHoliday(LocalDate date) => days.At(Offset(date)).Kind == DayKind.PublicHoliday;

    /// <summary>Whether the answer about a date may still change (tạm tính): <see cref="ProvisionalReasons"/> says why.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True when a decision on it is not made, or not known.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public bool IsProvisional(LocalDate date) => days.At(Offset(date)).IsProvisional;

    /// <summary>The n-th working day after a date; the date itself is not counted, worked or not.</summary>
    /// <param name="date">The date from which to count.</param>
    /// <param name="count">How many working days; 1 or more.</param>
    /// <returns>The n-th working day.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="CalendarRangeException">The date or the result is not covered.</exception>
    public LocalDate WorkingDayAfter(LocalDate date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        long rank = (long)days.WorkingDaysUpTo(Offset(date)) + count - 1;
        return rank < days.WorkingDayCount ? days.WorkingDay((int)rank) : throw new CalendarRangeException(Id, days.DateAt(days.Count), Covers);
    }

    /// <summary>The n-th working day before a date; the date itself is not counted, worked or not.</summary>
    /// <param name="date">The date from which to count back.</param>
    /// <param name="count">How many working days; 1 or more.</param>
    /// <returns>The n-th working day before the date.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is less than 1.</exception>
    /// <exception cref="CalendarRangeException">The date or the result is not covered.</exception>
    public LocalDate WorkingDayBefore(LocalDate date, int count)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        int rank = days.WorkingDaysBefore(Offset(date)) - count;
        return rank >= 0 ? days.WorkingDay(rank) : throw new CalendarRangeException(Id, days.DateAt(-1), Covers);
    }

    /// <summary>The first working day on or after a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The date itself when it is worked.</returns>
    /// <exception cref="CalendarRangeException">The date or the result is not covered.</exception>
    public LocalDate WorkingDayOnOrAfter(LocalDate date) => IsWorkingDay(date) ? date : WorkingDayAfter(date, 1);

    /// <summary>The last working day on or before a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The date itself when it is worked.</returns>
    /// <exception cref="CalendarRangeException">The date or the result is not covered.</exception>
    public LocalDate WorkingDayOnOrBefore(LocalDate date) => IsWorkingDay(date) ? date : WorkingDayBefore(date, 1);

    /// <summary>How many working days d there are with start &lt; d &lt;= end; negative when the end lies before the start.</summary>
    /// <param name="start">The date that is not counted.</param>
    /// <param name="end">The last date, counted.</param>
    /// <returns>The number of working days.</returns>
    /// <exception cref="CalendarRangeException">A date is not covered.</exception>
    public int WorkingDaysBetween(LocalDate start, LocalDate end) =>
        days.WorkingDaysUpTo(Offset(end)) - days.WorkingDaysUpTo(Offset(start));

    /// <summary>The sessions in which the office works on a date (các buổi làm việc).</summary>
    /// <param name="date">The date.</param>
    /// <returns>The sessions in their order; empty when the date is not worked.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public ValueList<OfficeSession> SessionsOf(LocalDate date) => hours.SessionsAt(Offset(date));

    /// <summary>How much office time lies between two moments (giờ làm việc); negative when the end lies before the start.</summary>
    /// <param name="start">The first moment, Vietnam civil time.</param>
    /// <param name="end">The last moment, Vietnam civil time.</param>
    /// <returns>The time that falls inside office sessions.</returns>
    /// <exception cref="CalendarRangeException">A moment is not covered.</exception>
    public Duration WorkingTimeBetween(LocalDateTime start, LocalDateTime end) => WorkedUpTo(end) - WorkedUpTo(start);

    /// <summary>The moment at which an amount of office time after a moment is used up.</summary>
    /// <param name="start">The moment from which to count, Vietnam civil time; it need not lie in a session.</param>
    /// <param name="amount">How much office time; more than zero.</param>
    /// <returns>The first such moment: the end of a session, never the start of the next one.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not more than zero.</exception>
    /// <exception cref="CalendarRangeException">A moment is not covered.</exception>
    public LocalDateTime WorkingTimeAfter(LocalDateTime start, Duration amount)
    {
        if (amount <= Duration.Zero)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), "An amount of office time is more than zero.");
        }

        return hours.MomentOf(WorkedUpTo(start) + amount) ?? throw new CalendarRangeException(Id, days.DateAt(days.Count), Covers);
    }

    /// <summary>Why answers about some dates may still change (vì sao là tạm tính).</summary>
    /// <param name="from">The first date.</param>
    /// <param name="to">The last date, included.</param>
    /// <returns>The reasons; empty when nothing in the range is provisional.</returns>
    /// <exception cref="CalendarRangeException">A date is not covered.</exception>
    public ValueList<Reason> ProvisionalReasons(LocalDate from, LocalDate to)
    {
        Offset(from);
        Offset(to);
        return unknown.Values.Where(d => d.Date >= from && d.Date <= to).OrderBy(d => d.Date)
            .Select(d => UnknownDate.Because(
                d.Basis, ("date", d.Date), ("name", d.Name), ("basis", d.Basis.Citation), ("known_on", KnownOn!.Value)))
            .ToValueList();
    }

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
        ReasonKind sentence = kind == DayKind.MakeUpWorkingDay ? MakeUp : Off;
        return sentence.Because(day.Basis, ("date", date), ("name", day.Name), ("basis", day.Basis.Citation));
    }

    private static WorkCalendar ReadVietnam()
    {
        using Stream stream = typeof(WorkCalendar).Assembly.GetManifestResourceStream("vietnam-state-agencies.json")!;
        return WorkCalendarFile.Read(stream, "vietnam-state-agencies");
    }

    private Duration WorkedUpTo(LocalDateTime moment)
    {
        LocalDateTime iso = moment.WithCalendar(CalendarSystem.Iso);
        return hours.UpTo(Offset(iso.Date), iso.TimeOfDay);
    }

    private int Offset(LocalDate date)
    {
        int offset = days.OffsetOf(date);
        return offset >= 0 ? offset : throw new CalendarRangeException(Id, date, Covers);
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

    private (DayTable Days, OfficeTime Hours) Compile()
    {
        LocalDate date = Covers.From!.Value;
        var marks = new DayMark[Period.DaysBetween(date, Covers.To!.Value)];
        for (int i = 0; i < marks.Length; i++, date = date.PlusDays(1))
        {
            DayKind kind = special.TryGetValue(date, out CalendarDay? day) ? day.Kind
                : weeklyRest.Contains(date.DayOfWeek) ? DayKind.WeeklyRest
                : DayKind.WorkingDay;
            marks[i] = new DayMark(kind, unknown.ContainsKey(date));
        }

        var table = new DayTable(Covers.From!.Value, marks);
        return (table, new OfficeTime(table, _ => OfficeTime.Default));
    }

    private string ComputeVersion()
    {
        var content = new StringBuilder();
        content.Append(Covers.ToString()).Append('|');
        content.AppendJoin(',', weeklyRest.Order().Select(d => d.ToString()));
        content.AppendJoin(',', unknown.Keys.Order().Select(LocalDatePattern.Iso.Format));
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
