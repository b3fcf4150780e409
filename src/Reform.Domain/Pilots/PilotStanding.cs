using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>How a pilot stands (trạng thái thí điểm); exactly one of these on any date.</summary>
public enum PilotState
{
    /// <summary>Drafted; the Board has not agreed (dự thảo).</summary>
    Draft = 0,

    /// <summary>The Standing Board agreed by a decision that is not known to be invalid (Ban Thường vụ đồng ý).</summary>
    BoardApproved = 1,

    /// <summary>With Central; not answered (đã gửi Trung ương).</summary>
    SentToCentral = 2,

    /// <summary>Approved; its period has not begun (được đồng ý).</summary>
    Approved = 3,

    /// <summary>Rejected (không được đồng ý).</summary>
    Rejected = 4,

    /// <summary>Approved, and within its period (đang thí điểm).</summary>
    Running = 5,

    /// <summary>Still within its period, and evaluated (đã tổng kết).</summary>
    Evaluated = 6,

    /// <summary>Its period is over, or it was stopped (kết thúc).</summary>
    Ended = 7,
}

/// <summary>A pilot on a date (thí điểm tại một ngày).</summary>
/// <param name="Proposal">The proposal.</param>
/// <param name="On">The date.</param>
/// <param name="Events">What had happened by then, in order of date.</param>
public sealed record PilotStanding(PilotProposal Proposal, LocalDate On, ValueList<PilotEvent> Events)
{
    /// <summary>How it stands.</summary>
    public PilotState State => Approval is null
        ? Events.OfType<PilotRejected>().Any() ? PilotState.Rejected
            : Sent is not null ? PilotState.SentToCentral
            : Board is { Agrees: true, IsValid: not false } ? PilotState.BoardApproved
            : PilotState.Draft
        : EndedOn is not null ? PilotState.Ended
        : Approval.Scope.Period.StartsAfter(On) ? PilotState.Approved
        : Evaluation is not null ? PilotState.Evaluated
        : PilotState.Running;

    /// <summary>The latest decision of the Board; null: none.</summary>
    public PilotBoardDecision? Board => Events.OfType<PilotBoardDecision>().LastOrDefault();

    /// <summary>When it went to Central; null: it did not.</summary>
    public PilotSent? Sent => Events.OfType<PilotSent>().FirstOrDefault();

    /// <summary>The approval; null: none.</summary>
    public PilotApproved? Approval => Events.OfType<PilotApproved>().FirstOrDefault();

    /// <summary>The evaluation; null: none.</summary>
    public PilotEvaluated? Evaluation => Events.OfType<PilotEvaluated>().LastOrDefault();

    /// <summary>The first day on which it is over, where that is not after the date; null: it is not over, or never began.</summary>
    public LocalDate? EndedOn
    {
        get
        {
            LocalDate? stopped = Events.OfType<PilotStopped>().FirstOrDefault()?.On;
            LocalDate? over = Approval?.Scope.Period.To is LocalDate to && to <= On ? to : null;
            return stopped is null || over < stopped ? over : stopped;
        }
    }

    /// <summary>The decision of the Board that agrees and was made by the day on which the proposal was sent, the latest; null: none.</summary>
    public PilotBoardDecision? BoardBeforeSending => Sent is PilotSent sent
        ? Events.OfType<PilotBoardDecision>().LastOrDefault(d => d.On <= sent.On) is { Agrees: true } agreed ? agreed : null
        : null;
}
