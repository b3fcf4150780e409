using NodaTime;
using Reform.Domain.Deadlines;

namespace Reform.Domain.Cases;

/// <summary>
/// All that rules ask of a case of an event log, flat (dữ kiện của hồ sơ trong nhật ký): one value in each field, so that it is the same in memory
/// and as a row of a database. Computed once, from the events and what the case is judged against. What is not known is null.
/// </summary>
public sealed partial record LoggedCaseFacts
{
    /// <summary>The identifier of the case, unique in its log.</summary>
    public required string CaseId { get; init; }

    /// <summary>The unit that handles it.</summary>
    public string? UnitId { get; init; }

    /// <summary>The code of the procedure.</summary>
    public string? ProcedureCode { get; init; }

    /// <summary>The territory that it concerns.</summary>
    public string? Territory { get; init; }

    /// <summary>The account of who asked for it.</summary>
    public string? Requester { get; init; }

    /// <summary>The account of who is responsible.</summary>
    public string? Responsible { get; init; }

    /// <summary>The outcome, in the words of the log.</summary>
    public string? Outcome { get; init; }

    /// <summary>The reason given for the outcome.</summary>
    public string? OutcomeReason { get; init; }

    /// <summary>Whether it was refused, as far as the mapping tells.</summary>
    public bool IsRefused { get; init; }

    /// <summary>The date of judgement.</summary>
    public LocalDate? AsOf { get; init; }

    /// <summary>
    /// The date by whose rules the case is judged: of the receipt; where that is not known, of the earliest event, by which it had been received; null
    /// when no event has a time.
    /// </summary>
    public LocalDate? GovernedOn { get; init; }

    /// <summary>The legal date of receipt.</summary>
    public LocalDate? ReceivedOn { get; init; }

    /// <summary>The time of receipt on that date, in seconds after midnight; null: no more than the date is said.</summary>
    public int? ReceivedAtSecond { get; init; }

    /// <summary>Whether the log has a time of receipt that cannot be read.</summary>
    public bool IsReceiptUnreadable { get; init; }

    /// <summary>The legal date of the recorded deadline.</summary>
    public LocalDate? RecordedDueOn { get; init; }

    /// <summary>Whether the log has a deadline that cannot be read.</summary>
    public bool IsDeadlineUnreadable { get; init; }

    /// <summary>The legal date of the planned end.</summary>
    public LocalDate? PlannedEndOn { get; init; }

    /// <summary>Whether the log has a planned end that cannot be read.</summary>
    public bool IsPlannedEndUnreadable { get; init; }

    /// <summary>Whether it has no end; an end that cannot be read is one.</summary>
    public bool IsOpen { get; init; }

    /// <summary>The legal date of the end; null while it is open, and when it cannot be read.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>The time of the end on that date, in seconds after midnight; null: no more than the date is said.</summary>
    public int? EndedAtSecond { get; init; }

    /// <summary>Whether it certainly ended before it was received: by legal date, and on one date by instant where both are known.</summary>
    public bool IsEndedBeforeReceipt { get; init; }

    /// <summary>Calendar days from the receipt to the end; negative where the log has them the wrong way round; null: one of them is not known.</summary>
    public int? CalendarDays { get; init; }

    /// <summary>The limit of the whole that runs from the receipt, as in force on its date: how many units.</summary>
    public int? LimitAmount { get; init; }

    /// <summary>Its unit; null: there is no such limit, or it is not known.</summary>
    public TimeUnit? LimitUnit { get; init; }

    /// <summary>What lays the limit down.</summary>
    public string? LimitBasis { get; init; }

    /// <summary>The due date by that limit; null: it cannot be computed.</summary>
    public LocalDate? ComputedDueOn { get; init; }

    /// <summary>The due instant on that date, in seconds after midnight, of a limit in hours or sessions.</summary>
    public int? DueAtSecond { get; init; }

    /// <summary>The date by which the case is judged: the computed due date, or else the recorded one; null: neither is known.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Whether the deadline cannot be computed because the limit is counted in hours and only the date of receipt is known.</summary>
    public bool LacksReceiptTime { get; init; }

    /// <summary>Whether the deadline cannot be computed because the work calendar ends too early or begins too late.</summary>
    public bool IsOutsideCalendar { get; init; }

    /// <summary>Whether there is a deadline without a due date: the event that it is bound to is not known.</summary>
    public bool DueAwaitsEvent { get; init; }

    /// <summary>Whether it ended on its due date, but after the due instant of a limit that is counted in hours.</summary>
    public bool EndedAfterDueInstant { get; init; }

    /// <summary>Whether it cannot be told if it ended in time: the limit is counted in hours, and of the end only the date is known, the due date.</summary>
    public bool LacksEndTime { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="file">The case.</param>
    /// <param name="context">What it is judged against.</param>
    /// <returns>The facts.</returns>
    public static LoggedCaseFacts Of(LoggedCase file, CaseContext context) => new LoggedCaseInContext(file, context).Facts;
}
