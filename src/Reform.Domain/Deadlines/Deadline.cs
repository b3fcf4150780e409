using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>By when something is due (hạn giải quyết): the date or instant, and all that it was computed from.</summary>
/// <remarks>
/// <para>
/// Two deadlines are equal when terms, receipt, dates and calendar version are. A later change of the calendar does not change a
/// deadline: <see cref="Recompute"/> is a separate act, and <see cref="CalendarVersion"/> tells whether it is needed.
/// </para>
/// <para>
/// The default value is no deadline: its <see cref="DueKind"/> is None, and its other members throw <see cref="InvalidOperationException"/>.
/// </para>
/// </remarks>
public readonly struct Deadline : IEquatable<Deadline>
{
    private readonly object? definition; // a TimeLimit where the terms are the default ones, or DeadlineTerms
    private readonly WorkCalendar? calendar;
    private readonly LocalDateTime received;
    private readonly LocalTime dueTime;
    private readonly LocalDate unrolledDate;
    private readonly LocalDate dueDate;
    private readonly Standing standing;
    private readonly bool hasTime;
    private readonly bool isInstant;
    private readonly Bound? bound;

    internal Deadline(TimeLimit limit, WorkCalendar calendar, LocalDateTime received, bool hasTime, LocalDate due)
    {
        definition = limit;
        this.calendar = calendar;
        this.received = received;
        this.hasTime = hasTime;
        unrolledDate = due;
        dueDate = due;
    }

    internal Deadline(
        DeadlineTerms terms, WorkCalendar calendar, LocalDateTime received, bool hasTime, in Outcome outcome, Bound? bound = null)
    {
        definition = terms;
        this.calendar = calendar;
        this.received = received;
        this.hasTime = hasTime;
        this.bound = bound;
        standing = outcome.Standing;
        isInstant = outcome.Due.IsMoment;
        unrolledDate = outcome.Unrolled.Date;
        dueDate = outcome.Due.Date;
        dueTime = isInstant ? outcome.Due.Moment.TimeOfDay : default;
    }

    /// <summary>The limit.</summary>
    public TimeLimit Limit => definition as TimeLimit ?? Terms.Limit;

    /// <summary>The terms that it was counted by.</summary>
    public DeadlineTerms Terms => definition as DeadlineTerms ?? (definition as TimeLimit)?.Plain ?? throw NoDeadline();

    /// <summary>The calendar that it was counted on.</summary>
    public WorkCalendar Calendar => calendar ?? throw NoDeadline();

    /// <summary>The version of that calendar.</summary>
    public string CalendarVersion => Calendar.Version;

    /// <summary>Which way it was counted.</summary>
    public CountDirection Direction => bound is null ? CountDirection.Forward : CountDirection.Backward;

    /// <summary>The legal date of receipt as stamped (ngày tiếp nhận); counted backward, the day counted back from.</summary>
    public LocalDate ReceivedOn => definition is null ? throw NoDeadline() : received.Date;

    /// <summary>The moment of receipt as stamped, Vietnam civil time; null when only a date was given.</summary>
    public LocalDateTime? ReceivedAt => definition is null ? throw NoDeadline() : hasTime ? received : null;

    /// <summary>Whether it ends with a date or at an instant, or has no due yet.</summary>
    public DueKind DueKind => definition is null || standing != Standing.Ended ? DueKind.None : isInstant ? DueKind.Instant : DueKind.Date;

    /// <summary>Whether a due is known; false while a suspension lasts, or while the event is not known.</summary>
    public bool HasDue => DueKind != DueKind.None;

    /// <summary>Whether a suspension that lasts was met before the period was used up (đang tạm dừng): there is no due yet.</summary>
    public bool IsSuspended => standing == Standing.Suspended;

    /// <summary>Whether it is bound to an event whose date is not known (chờ sự kiện).</summary>
    public bool AwaitsEvent => standing == Standing.AwaitsEvent;

    /// <summary>The due date (ngày hẹn trả); of an instant, its date.</summary>
    /// <exception cref="InvalidOperationException">There is no due: <see cref="HasDue"/> is false.</exception>
    public LocalDate DueDate => HasDue ? dueDate : throw NoDue();

    /// <summary>
    /// When it is over, Vietnam civil time: the due instant, which is still in time; for a date, 24:00 of it (00:00 of the next date,
    /// which is late), or the close of business by that policy, which is still in time.
    /// </summary>
    /// <exception cref="InvalidOperationException">There is no due: <see cref="HasDue"/> is false.</exception>
    public LocalDateTime DueAt => DueKind switch
    {
        DueKind.Instant => dueDate + dueTime,
        DueKind.Date => Closing ?? dueDate.PlusDays(1).AtMidnight(),
        _ => throw NoDue(),
    };

    /// <summary>The last day of the period before it was rolled to a working day; extensions count from here.</summary>
    /// <exception cref="InvalidOperationException">There is no due: <see cref="HasDue"/> is false.</exception>
    public LocalDate UnrolledDate => HasDue ? unrolledDate : throw NoDue();

    /// <summary>Whether it rests on a day about which a decision is not made, or not known (tạm tính); <see cref="Explain"/> says why.</summary>
    public bool IsProvisional =>
        CalendarSpan.Of(this) is CalendarSpan span && span.First <= span.Last && Calendar.HasProvisionalDay(span.First, span.Last);

    internal Bound? BackwardBound => bound;

    internal LocalDateTime Received => received;

    internal bool HasTime => hasTime;

    // The end of the office hours of the due date, where the policy asks for it and there are any.
    private LocalDateTime? Closing =>
        Terms.Policy.DueEnd == DueEndPolicy.CloseOfBusiness && Calendar.SessionsOf(dueDate) is { Count: > 0 } sessions
            ? dueDate + sessions[^1].End
            : null;

    /// <summary>Whether two deadlines are equal.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they are.</returns>
    public static bool operator ==(Deadline left, Deadline right) => left.Equals(right);

    /// <summary>Whether two deadlines differ.</summary>
    /// <param name="left">The one.</param>
    /// <param name="right">The other.</param>
    /// <returns>True when they do.</returns>
    public static bool operator !=(Deadline left, Deadline right) => !left.Equals(right);

    /// <summary>How it stands at a moment: within, due soon, overdue, suspended; or, once delivered, early, on time, late.</summary>
    /// <param name="now">The moment of judgement, Vietnam civil time; a date alone stands for its midnight.</param>
    /// <param name="deliveredAt">When the result was delivered; null: not yet. A delivery after <paramref name="now"/> has not happened yet.</param>
    /// <returns>The state, and whether it is provisional.</returns>
    /// <exception cref="InvalidTermsException">Delivered before the receipt; the field is "deliveredAt".</exception>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public DeadlineStatus StatusAt(LocalDateTime now, LocalDateTime? deliveredAt = null)
    {
        if (Direction == CountDirection.Forward && deliveredAt is LocalDateTime early
            && (hasTime ? early < received : early.Date < received.Date))
        {
            throw InvalidTermsException.DeliveredBeforeReceipt(early, received);
        }

        DeadlineState state = deliveredAt is LocalDateTime delivered && delivered <= now ? DeliveredState(delivered) : OpenState(now);
        return new DeadlineStatus(state, IsProvisional);
    }

    /// <summary>How much of the period is used at a moment, in its own units; a day and a session count as used from their beginning.</summary>
    /// <param name="now">The moment, Vietnam civil time.</param>
    /// <returns>The amount; at most the whole.</returns>
    /// <exception cref="InvalidOperationException">It was counted backward, or this is the default value.</exception>
    public TimeAmount UsedAt(LocalDateTime now) => Progress.Of(this, now).Used;

    /// <summary>How much of the period is left at a moment, in its own units; while it is suspended, what will be left when it goes on.</summary>
    /// <param name="now">The moment, Vietnam civil time.</param>
    /// <returns>The amount; 0 when it is used up.</returns>
    /// <exception cref="InvalidOperationException">It was counted backward, or this is the default value.</exception>
    public TimeAmount RemainingAt(LocalDateTime now) => Progress.Of(this, now).Remaining;

    /// <summary>The warning levels that are reached at a moment.</summary>
    /// <param name="now">The moment, Vietnam civil time.</param>
    /// <returns>Those of the terms that are reached, in their order.</returns>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public ValueList<WarningLevel> WarningsAt(LocalDateTime now) => new Warnings(this).ReachedAt(now);

    /// <summary>From when on a warning level is reached; for a reminder.</summary>
    /// <param name="level">The level; it need not be one of the terms.</param>
    /// <returns>The first such moment, midnight for whole dates; null while it is not known.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover the day of the warning.</exception>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public LocalDateTime? WarnsFrom(WarningLevel level)
    {
        ArgumentNullException.ThrowIfNull(level);
        return new Warnings(this).From(level);
    }

    /// <summary>What each suspension of the terms did, in the order of the terms (sổ theo dõi tạm dừng).</summary>
    /// <returns>One line for each.</returns>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public ValueList<SuspensionEffect> Ledger() => SuspensionLedger.Of(this);

    /// <summary>Whether an extension may be granted under the cap of the terms, and the deadline that then stands.</summary>
    /// <param name="extension">The extension.</param>
    /// <returns>Yes with the extended deadline, or no with the rule that forbids it and this deadline.</returns>
    /// <exception cref="InvalidTermsException">It was counted backward; the field is "extensions".</exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover the extended period.</exception>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public ExtensionDecision Grant(Extension extension)
    {
        ArgumentNullException.ThrowIfNull(extension);
        return Granting.Of(this, extension);
    }

    /// <summary>The same on another calendar, such as one with decisions that became known later. This deadline stays as it is.</summary>
    /// <param name="later">The calendar.</param>
    /// <returns>Both deadlines, which of them stands by the policy, and the days of the calendar that differ in the counted span.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover the receipt, the end, or a day to be counted.</exception>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public DeadlineChange Recompute(WorkCalendar later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return DeadlineChange.Of(this, On(Terms, later));
    }

    /// <summary>How it came about, step by step, each with its article, instrument or policy; computed when asked for.</summary>
    /// <returns>The reasons, in the order of the steps.</returns>
    /// <exception cref="InvalidOperationException">This is the default value.</exception>
    public ValueList<Reason> Explain() => DeadlineTrace.Of(this);

    /// <inheritdoc/>
    public bool Equals(Deadline other) =>
        standing == other.standing && isInstant == other.isInstant && dueDate == other.dueDate && dueTime == other.dueTime
        && unrolledDate == other.unrolledDate && received == other.received && hasTime == other.hasTime && bound == other.bound
        && string.Equals(calendar?.Version, other.calendar?.Version, StringComparison.Ordinal)
        && (ReferenceEquals(definition, other.definition) || (definition is not null && other.definition is not null && Terms == other.Terms));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Deadline other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => definition is null ? 0 : HashCode.Combine(Limit, received, dueDate, dueTime, standing, CalendarVersion);

    /// <summary>The same receipt under other terms and another calendar.</summary>
    internal Deadline On(DeadlineTerms terms, WorkCalendar other) => bound is Bound backward
        ? BackwardCount.Of(terms, received, hasTime, backward, other)
        : ForwardCount.Of(terms, received, hasTime, other);

    private static InvalidOperationException NoDeadline() => new("The default value is no deadline.");

    private static InvalidOperationException NoDue() => new("There is no due: a suspension lasts, or the event is not known.");

    private bool IsPast(LocalDateTime moment) =>
        isInstant ? moment > dueDate + dueTime
        : Closing is LocalDateTime closing ? moment > closing
        : moment.Date > dueDate;

    private DeadlineState DeliveredState(LocalDateTime delivered)
    {
        if (!HasDue)
        {
            return AwaitsEvent ? DeadlineState.AwaitingEvent : DeadlineState.Early;
        }

        bool isBefore = isInstant ? delivered < dueDate + dueTime : delivered.Date < dueDate;
        return IsPast(delivered) ? DeadlineState.Late : isBefore ? DeadlineState.Early : DeadlineState.OnTime;
    }

    private DeadlineState OpenState(LocalDateTime now)
    {
        if (AwaitsEvent)
        {
            return DeadlineState.AwaitingEvent;
        }

        if (Terms.Runs.Count > 0 && SuspensionLedger.IsSuspendedOn(this, now.Date))
        {
            return DeadlineState.Suspended;
        }

        if (HasDue && IsPast(now))
        {
            return DeadlineState.Overdue;
        }

        return new Warnings(this).IsAnyReached(now) ? DeadlineState.DueSoon : DeadlineState.Within;
    }
}
