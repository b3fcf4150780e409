using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>
/// The working days of an agency (lịch làm việc): weekly rest, holidays, compensatory and swapped days off, make-up days, office hours.
/// </summary>
/// <remarks>
/// Covers a closed range of dates; a question outside it is a <see cref="CalendarRangeException"/>, never a guess. Questions about days
/// take the same time whatever the distance, and allocate nothing. Dates of other calendar systems stand for the same day.
/// Immutable; safe for use by many threads at once.
/// </remarks>
public sealed class WorkCalendar
{
    private static readonly Lazy<WorkCalendar> LazyVietnam = new(ReadVietnam);

    private readonly CalendarContent content;
    private readonly ValueList<CalendarOverlay> overlays;
    private readonly HoursPlan plan;
    private readonly KnownDays known;
    private readonly DayTable days;
    private readonly ProvisionalSpans provisional;
    private readonly CalendarDay[] specialDays;     // by date
    private readonly CalendarQuestion[] questions;  // by first date
    private OfficeTime? hours;
    private string? version;

    /// <summary>Creates a calendar whose special days are listed one by one.</summary>
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
        : this(new ListedDays(id, title, from, to, weeklyRest, specialDays), [], null)
    {
    }

    /// <summary>Creates a calendar whose special days follow from laws and yearly decisions.</summary>
    /// <param name="id">A short name, used in errors and traces.</param>
    /// <param name="title">The title.</param>
    /// <param name="from">The first date that it covers.</param>
    /// <param name="to">The first date that it no longer covers.</param>
    /// <param name="weeklyRest">The weekly rest days; at most six.</param>
    /// <param name="laws">The laws that grant holidays.</param>
    /// <param name="decisions">The yearly decisions, made and proposed.</param>
    /// <exception cref="ArgumentException">
    /// The range is empty, longer than 400 years, or reaches beyond 1900-2199 though a holiday follows the lunar calendar; or laws and
    /// decisions contradict each other: the message says how.
    /// </exception>
    public WorkCalendar(
        string id,
        BilingualText title,
        LocalDate from,
        LocalDate to,
        IEnumerable<IsoDayOfWeek> weeklyRest,
        IEnumerable<HolidayLaw> laws,
        IEnumerable<AnnualDecision> decisions)
        : this(Checked(new StatutoryDays(id, title, from, to, weeklyRest, laws, decisions)), [], null)
    {
    }

    internal WorkCalendar(CalendarContent content)
        : this(content, [], null)
    {
    }

    private WorkCalendar(CalendarContent content, ValueList<CalendarOverlay> overlays, LocalDate? knownOn)
    {
        (this.content, this.overlays, KnownOn) = (content, overlays, knownOn);
        (Id, Title) = overlays.Count == 0 ? (content.Id, content.Title) : (overlays[^1].Id, overlays[^1].Title);
        plan = new HoursPlan(overlays);
        known = content.KnownOn(knownOn);
        HashSet<LocalDate> closed = Close();
        questions = [.. known.Questions.OrderBy(q => q.From)];
        specialDays = [.. known.Days.Values.Select(d => d.Day).OrderBy(d => d.Date)];
        days = new DayTable(content.First, Mark(closed));
        provisional = new ProvisionalSpans(days.Marks);
    }

    /// <summary>
    /// The calendar of Vietnamese state and Party agencies (cơ quan nhà nước, cơ quan Đảng) with a fixed rest on Saturday and Sunday:
    /// 2013 to 2100, by law and by the decisions that are recorded; what is not decided is projected and provisional.
    /// </summary>
    public static WorkCalendar VietnamStateAgencies => LazyVietnam.Value;

    /// <summary>A short name.</summary>
    public string Id { get; }

    /// <summary>The title.</summary>
    public BilingualText Title { get; }

    /// <summary>The dates that the calendar covers, [from, to).</summary>
    public Validity Covers => content.Covers;

    /// <summary>A hash of the answers, their names and instruments included: it changes when one of them does. 16 hexadecimal digits.</summary>
    public string Version => version ??= CalendarVersion.Of(content, known, days, plan, questions);

    /// <summary>The date as of which the calendar was known; null: all that is recorded.</summary>
    public LocalDate? KnownOn { get; }

    /// <summary>The last date before which no year lacks its official decision; null: even the first year does.</summary>
    public LocalDate? KnownUntil => known.KnownUntil;

    /// <summary>The special days, in the order of their dates.</summary>
    public IEnumerable<CalendarDay> SpecialDays => specialDays.AsEnumerable();

    /// <summary>The laws that the calendar rests on, as known; empty when its days are listed.</summary>
    public ValueList<HolidayLaw> Laws => known.Laws;

    /// <summary>The yearly decisions, as known, made and proposed; empty when its days are listed.</summary>
    public ValueList<AnnualDecision> Decisions => known.Decisions;

    /// <summary>The agency's own, from the calendar below to the one above; empty for a calendar without.</summary>
    public ValueList<CalendarOverlay> Overlays => overlays;

    /// <summary>All that is not decided or not known (những điều chưa rõ), in the order of the dates, proposals among them.</summary>
    public ValueList<Reason> OpenQuestions => questions.Select(q => q.Reason).ToValueList();

    // Built when the first question about hours comes; two threads may both build it, to the same effect.
    private OfficeTime Hours => hours ??= new OfficeTime(days, plan);

    private LocalDate BeforeFirst => content.First == LocalDate.MinIsoValue ? content.First : content.First.PlusDays(-1);

    /// <summary>The calendar as it was known on a date: laws adopted and decisions that had become known on it or before.</summary>
    /// <remarks>
    /// Where it is not recorded when something became known, it applies from its earliest dated source on, or else from the first day
    /// that it is about; before, it is not applied, and the days that it is about are provisional. Asked of a calendar that is itself
    /// as known on a date, it starts again from all that is recorded.
    /// </remarks>
    /// <param name="date">The date.</param>
    /// <returns>The calendar; its <see cref="KnownOn"/> is the date.</returns>
    public WorkCalendar AsKnownOn(LocalDate date) => new(content, overlays, date.Iso());

    /// <summary>The calendar with what an agency has of its own.</summary>
    /// <param name="overlay">Office hours, reception and closures. Where it states hours or reception, they replace those below.</param>
    /// <returns>The agency's calendar, with its id and title.</returns>
    /// <exception cref="ArgumentException">
    /// Sessions or periods of the overlay contradict each other, or files are received on a day that is no weekly rest day.
    /// </exception>
    public WorkCalendar With(CalendarOverlay overlay)
    {
        ArgumentNullException.ThrowIfNull(overlay);
        ArgumentException.ThrowIfNullOrWhiteSpace(overlay.Id);
        foreach ((_, BilingualText message) in OverlayChecks.Problems(overlay))
        {
            throw new ArgumentException(message.English, nameof(overlay));
        }

        foreach (ReceptionHours reception in overlay.Reception)
        {
            if (!content.IsRest(reception.Weekday))
            {
                throw new ArgumentException(
                    reception.Weekday + " is no weekly rest day: files are received in its office hours.", nameof(overlay));
            }
        }

        return new WorkCalendar(content, [.. overlays, overlay], KnownOn);
    }

    /// <summary>What kind of day a date is.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The kind.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public DayKind KindOf(LocalDate date) => days.At(Offset(date)).Kind;

    /// <summary>Whether a date is worked: an ordinary working day or a make-up day.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True when it is worked.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public bool IsWorkingDay(LocalDate date) => days.IsWorked(date) ?? throw NotCovered(date);

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

    /// <summary>Whether the answer about some date of a range may still change.</summary>
    /// <param name="from">The first date.</param>
    /// <param name="to">The last date, included; a range that ends before it starts has no date.</param>
    /// <returns>True when <see cref="IsProvisional"/> holds for one of the dates; in the same time whatever the distance.</returns>
    /// <exception cref="CalendarRangeException">A date is not covered.</exception>
    public bool HasProvisionalDay(LocalDate from, LocalDate to) => provisional.Touch(Offset(from), Offset(to));

    /// <summary>The special days of a range, in the order of their dates.</summary>
    /// <param name="from">The first date.</param>
    /// <param name="to">The last date, included.</param>
    /// <returns>Days off, holidays on rest days and make-up days; found without walking through the others.</returns>
    /// <exception cref="CalendarRangeException">A date is not covered.</exception>
    public ValueList<CalendarDay> SpecialDaysBetween(LocalDate from, LocalDate to)
    {
        Offset(from);
        Offset(to);
        int first = FirstSpecialOnOrAfter(from.Iso());
        int end = FirstSpecialOnOrAfter(to.Iso().PlusDays(1));
        return first < end ? ValueList.Create<CalendarDay>(specialDays.AsSpan(first..end)) : [];
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
        long rank = (long)UpTo(date) + count - 1;
        return rank < days.WorkingDayCount ? days.WorkingDay((int)rank) : throw NotCovered(content.End);
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
        int before = days.WorkingDaysBefore(date);
        int rank = (before >= 0 ? before : throw NotCovered(date)) - count;
        return rank >= 0 ? days.WorkingDay(rank) : throw NotCovered(BeforeFirst);
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
        UpTo(end) - UpTo(start);

    /// <summary>The sessions in which the office works on a date (các buổi làm việc).</summary>
    /// <param name="date">The date.</param>
    /// <returns>The sessions in their order; empty when the date is not worked.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public ValueList<OfficeSession> SessionsOf(LocalDate date) => Hours.SessionsAt(Offset(date));

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

        return Hours.MomentOf(WorkedUpTo(start) + amount) ?? throw NotCovered(content.End);
    }

    /// <summary>Whether files are received on a date: it is worked, or it is a rest day on which the agency receives.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True when it is open; that alone makes no working day of it.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public bool IsOpenForReception(LocalDate date) => days.At(Offset(date)).IsOpen;

    /// <summary>The sessions in which files are received on a date (giờ tiếp nhận hồ sơ).</summary>
    /// <param name="date">The date.</param>
    /// <returns>The office sessions of a worked day; those of the reception on a rest day; empty when the agency is not open.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public ValueList<OfficeSession> ReceptionSessionsOf(LocalDate date)
    {
        int offset = Offset(date);
        DayMark mark = days.At(offset);
        return mark.IsOpen && !mark.IsWorked ? plan.Reception(date.Iso()) : Hours.SessionsAt(offset);
    }

    /// <summary>Why answers about some dates may still change (vì sao là tạm tính).</summary>
    /// <param name="from">The first date.</param>
    /// <param name="to">The last date, included.</param>
    /// <returns>The reasons in the order of their dates; empty when nothing in the range is provisional.</returns>
    /// <exception cref="CalendarRangeException">A date is not covered.</exception>
    public ValueList<Reason> ProvisionalReasons(LocalDate from, LocalDate to) => Questions(from, to, onlyProvisional: true);

    /// <summary>What is not decided or not known about some dates, proposals among it (những điều chưa rõ).</summary>
    /// <param name="from">The first date.</param>
    /// <param name="to">The last date, included.</param>
    /// <returns>The open questions in the order of their dates.</returns>
    /// <exception cref="CalendarRangeException">A date is not covered.</exception>
    public ValueList<Reason> OpenQuestionsBetween(LocalDate from, LocalDate to) => Questions(from, to, onlyProvisional: false);

    /// <summary>Says what kind of day a date is, by which instrument, and whether that is law, announced or projected.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The reason.</returns>
    /// <exception cref="CalendarRangeException">The date is not covered.</exception>
    public Reason Explain(LocalDate date)
    {
        date = date.Iso();
        DayMark mark = days.At(Offset(date));
        if (known.Days.TryGetValue(date, out SpecialDay? special))
        {
            return special.Explain();
        }

        LegalBasis? basis = mark.Kind == DayKind.WeeklyRest ? known.RestBasis(date) : null;
        if (mark.IsProvisional)
        {
            Reason why = questions.First(q => q.MakesProvisional && q.Touches(date, date)).Reason;
            ReasonKind projected = mark.IsWorked ? CalendarReasons.ProjectedWorkingDay : CalendarReasons.ProjectedWeeklyRest;
            return projected.Because(basis, ("date", date), ("why", why.Sentence));
        }

        return (mark.IsWorked ? CalendarReasons.WorkingDay : CalendarReasons.WeeklyRest).Because(basis, ("date", date));
    }

    private static WorkCalendar ReadVietnam()
    {
        using Stream stream = typeof(WorkCalendar).Assembly.GetManifestResourceStream("vietnam-state-agencies.json")!;
        return WorkCalendarFile.Read(stream, "vietnam-state-agencies");
    }

    private static StatutoryDays Checked(StatutoryDays content)
    {
        foreach ((_, BilingualText message) in new StatutoryChecks(content).Problems())
        {
            throw new ArgumentException("The laws and decisions contradict each other: " + message.English + ".");
        }

        return content;
    }

    // Closures turn worked days into days off; the other days of a closure are closed all the same.
    private HashSet<LocalDate> Close()
    {
        var closed = new HashSet<LocalDate>();
        foreach (LocalClosure closure in overlays.SelectMany(o => o.Closures))
        {
            LocalDate first = LocalDate.Max(closure.FirstDay.Iso(), content.First);
            LocalDate last = LocalDate.Min(closure.LastDay.Iso(), content.Last);
            if (first > last)
            {
                continue;
            }

            if (KnownOn is LocalDate on && (closure.KnownOn ?? closure.FirstDay).Iso() > on)
            {
                if (closure.KnownOn is null)
                {
                    known.Questions.Add(new CalendarQuestion(first, last, MakesProvisional: true, CalendarReasons.UnknownDate.Because(
                        closure.Basis, ("basis", closure.Basis.Citation), ("days", ListedDays.ListOf([first, last])))));
                }

                continue;
            }

            for (LocalDate date = first; date <= last; date = date.PlusDays(1))
            {
                CloseOn(date, closure);
                closed.Add(date);
            }
        }

        return closed;
    }

    private void CloseOn(LocalDate date, LocalClosure closure)
    {
        bool isWorked = known.Days.TryGetValue(date, out SpecialDay? special)
            ? special.Day.Kind == DayKind.MakeUpWorkingDay
            : !content.IsRest(date);
        if (isWorked)
        {
            known.Days[date] = new SpecialDay(
                new CalendarDay(date, DayKind.LocalClosure, closure.Name, closure.Basis) { KnownOn = closure.KnownOn },
                CalendarReasons.LocalClosure,
                closure.Basis,
                ("date", date),
                ("name", closure.Name),
                ("basis", closure.Basis.Citation));
        }
    }

    private DayMark[] Mark(HashSet<LocalDate> closed)
    {
        var marks = new DayMark[Period.DaysBetween(content.First, content.End)];
        bool[] isProvisional = new bool[marks.Length];
        foreach (CalendarQuestion question in questions.Where(q => q.MakesProvisional))
        {
            int start = Period.DaysBetween(content.First, question.From);
            isProvisional.AsSpan(start, Period.DaysBetween(question.From, question.To) + 1).Fill(true);
        }

        LocalDate date = content.First;
        for (int i = 0; i < marks.Length; i++, date = date.PlusDays(1))
        {
            bool isRest = content.IsRest(date);
            bool isOpen = !isRest || (plan.Reception(date).Count > 0 && !closed.Contains(date));
            marks[i] = new DayMark(isRest ? DayKind.WeeklyRest : DayKind.WorkingDay, isProvisional[i], isOpen);
        }

        foreach ((LocalDate special, SpecialDay day) in known.Days)
        {
            int i = Period.DaysBetween(content.First, special);
            marks[i] = new DayMark(day.Day.Kind, isProvisional[i], day.Day.Kind == DayKind.MakeUpWorkingDay);
        }

        return marks;
    }

    private ValueList<Reason> Questions(LocalDate from, LocalDate to, bool onlyProvisional)
    {
        Offset(from);
        Offset(to);
        (LocalDate first, LocalDate last) = (from.Iso(), to.Iso());
        return questions.Where(q => (q.MakesProvisional || !onlyProvisional) && q.Touches(first, last)).Select(q => q.Reason).Distinct().ToValueList();
    }

    private Duration WorkedUpTo(LocalDateTime moment)
    {
        LocalDateTime iso = moment.WithCalendar(CalendarSystem.Iso);
        return Hours.UpTo(Offset(iso.Date), iso.TimeOfDay);
    }

    private int FirstSpecialOnOrAfter(LocalDate date)
    {
        int low = 0;
        int high = specialDays.Length;
        while (low < high)
        {
            int middle = (low + high) / 2;
            (low, high) = specialDays[middle].Date < date ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    private int UpTo(LocalDate date)
    {
        int count = days.WorkingDaysUpTo(date);
        return count >= 0 ? count : throw NotCovered(date);
    }

    private int Offset(LocalDate date)
    {
        int offset = days.OffsetOf(date);
        return offset >= 0 ? offset : throw NotCovered(date);
    }

    private CalendarRangeException NotCovered(LocalDate date) => new(Id, date.Iso(), Covers);
}
