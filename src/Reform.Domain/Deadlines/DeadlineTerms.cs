using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>All that a deadline is counted by (điều kiện tính hạn): the limit, the policies, what stopped the clock and what lengthened it.</summary>
/// <remarks>Immutable; equal by value; safe for use by many threads at once.</remarks>
public sealed record DeadlineTerms
{
    /// <summary>Creates terms with the default policies.</summary>
    /// <param name="limit">The limit.</param>
    public DeadlineTerms(TimeLimit limit) => Limit = limit;

    /// <summary>The limit.</summary>
    public TimeLimit Limit
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    }

    /// <summary>The policies.</summary>
    public DeadlinePolicy Policy
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = DeadlinePolicy.Default;

    /// <summary>The suspensions, in any order; at most one is open, and it is the last.</summary>
    /// <exception cref="InvalidTermsException">Two share a day; the field is "suspensions[i]".</exception>
    public ValueList<Suspension> Suspensions
    {
        get;
        init
        {
            Runs = SuspendedRun.Of(value);
            field = value;
        }
    } = [];

    /// <summary>The extensions, in the order in which they were granted.</summary>
    public ValueList<Extension> Extensions
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = [];

    /// <summary>What the procedure allows by way of extension; null: nothing is stated, and nothing is refused.</summary>
    public ExtensionCap? ExtensionCap { get; init; }

    /// <summary>The tolerance of a limit that is due at once or on the same day (thời gian dung sai); counted after it in its own unit. Null: none.</summary>
    public TimeLimit? Tolerance { get; init; }

    /// <summary>The dates of the events that <see cref="TimeUnit.NextEvent"/> waits for, as far as they are known; in any order.</summary>
    public ValueList<LocalDate> KnownEvents
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = [];

    /// <summary>The levels at which an open deadline is due soon; empty: it never is.</summary>
    public ValueList<WarningLevel> WarningLevels
    {
        get;
        init
        {
            ArgumentNullException.ThrowIfNull(value);
            field = value;
        }
    } = [];

    /// <summary>The limits of the steps before this one, where it is a step of a schedule.</summary>
    internal ValueList<TimeLimit> Preceding { get; init; } = [];

    /// <summary>The suspended days, in order.</summary>
    internal ValueList<SuspendedRun> Runs { get; private init; } = [];

    /// <summary>How many limits are counted one after the other: those before, the limit, its tolerance, its extensions.</summary>
    internal int PartCount => OwnPart + 1 + (Tolerance is null ? 0 : 1) + Extensions.Count;

    /// <summary>The place of the limit itself among the parts.</summary>
    internal int OwnPart => Preceding.Count;

    /// <summary>The place of the first extension among the parts.</summary>
    internal int FirstExtensionPart => PartCount - Extensions.Count;

    /// <summary>The deadline of something received on a date.</summary>
    /// <remarks>A limit that ends at an instant, or a cut-off hour, cannot start from a date alone.</remarks>
    /// <param name="received">The legal date of receipt; it need not be a working day.</param>
    /// <param name="calendar">The work calendar of the agency, as it is to be applied.</param>
    /// <returns>The deadline, with the version of the calendar that it rests on.</returns>
    /// <exception cref="InvalidTermsException">
    /// The time of receipt is missing (field "received"), a tolerance stands beside another limit ("tolerance"), or an extension is
    /// forbidden by the cap ("extensions[i]").
    /// </exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover the receipt, the end, or a day to be counted.</exception>
    public Deadline From(LocalDate received, WorkCalendar calendar) =>
        ForwardCount.Of(this, received.WithCalendar(CalendarSystem.Iso).AtMidnight(), hasTime: false, calendar);

    /// <summary>The deadline of something received at a moment.</summary>
    /// <param name="received">The moment of receipt, Vietnam civil time; units that end on a date take its date.</param>
    /// <param name="calendar">The work calendar of the agency, as it is to be applied.</param>
    /// <returns>The deadline, with the version of the calendar that it rests on.</returns>
    /// <exception cref="InvalidTermsException">
    /// A tolerance stands beside another limit (field "tolerance"), or an extension is forbidden by the cap ("extensions[i]").
    /// </exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover the receipt, the end, or a day to be counted.</exception>
    public Deadline From(LocalDateTime received, WorkCalendar calendar) =>
        ForwardCount.Of(this, received.WithCalendar(CalendarSystem.Iso), hasTime: true, calendar);

    /// <summary>The last date that leaves the limit between itself and a day (chậm nhất … trước ngày).</summary>
    /// <param name="day">The day counted back from.</param>
    /// <param name="calendar">The work calendar of the agency, as it is to be applied.</param>
    /// <param name="bound">Whether the day itself is counted.</param>
    /// <returns>The deadline.</returns>
    /// <exception cref="InvalidTermsException">
    /// The unit needs a time of day (field "day") or cannot be counted back ("unit"), or the terms hold suspensions or extensions.
    /// </exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover the day, the end, or a day to be counted.</exception>
    public Deadline Before(LocalDate day, WorkCalendar calendar, Bound bound = Bound.Exclusive) =>
        BackwardCount.Of(this, day.WithCalendar(CalendarSystem.Iso).AtMidnight(), hasTime: false, bound, calendar);

    /// <summary>The last moment that leaves the limit between itself and a moment.</summary>
    /// <param name="moment">The moment counted back from, Vietnam civil time; units that end on a date take its date, which is not counted.</param>
    /// <param name="calendar">The work calendar of the agency, as it is to be applied.</param>
    /// <returns>The deadline.</returns>
    /// <exception cref="InvalidTermsException">The unit cannot be counted back (field "unit"), or the terms hold suspensions or extensions.</exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover the moment, the end, or a day to be counted.</exception>
    public Deadline Before(LocalDateTime moment, WorkCalendar calendar) =>
        BackwardCount.Of(this, moment.WithCalendar(CalendarSystem.Iso), hasTime: true, Bound.Exclusive, calendar);

    /// <summary>The limit at a place.</summary>
    internal TimeLimit Part(int index)
    {
        if (index < OwnPart)
        {
            return Preceding[index];
        }

        if (index == OwnPart)
        {
            return Limit;
        }

        return index < FirstExtensionPart ? Tolerance! : Extensions[index - FirstExtensionPart].Length;
    }
}
