using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>How the review of a procedure by a unit stands (tình trạng rà soát); exactly one of these.</summary>
public enum ReviewState
{
    /// <summary>No verdict yet, and none is due yet (chưa rà soát, còn hạn).</summary>
    Pending = 0,

    /// <summary>No verdict, and the due date is over (chưa rà soát, quá hạn).</summary>
    NotReviewed = 1,

    /// <summary>Reviewed by the due date (rà soát đúng hạn).</summary>
    ReviewedInTime = 2,

    /// <summary>Reviewed after the due date (rà soát chậm).</summary>
    ReviewedLate = 3,
}

/// <summary>How the carrying out of a verdict stands (tình trạng thực hiện kết luận).</summary>
public enum FollowUpState
{
    /// <summary>Nothing follows: the procedure is kept (không phải thực hiện gì).</summary>
    None = 0,

    /// <summary>Not done, still in time (chưa thực hiện, còn hạn).</summary>
    Waiting = 1,

    /// <summary>Not done, the due date is over (quá hạn thực hiện).</summary>
    Overdue = 2,

    /// <summary>Done in time (thực hiện đúng hạn).</summary>
    DoneInTime = 3,

    /// <summary>Done late (thực hiện chậm).</summary>
    DoneLate = 4,

    /// <summary>Not done; when it is due is not known (chưa thực hiện, chưa rõ hạn).</summary>
    WaitingWithoutDue = 5,

    /// <summary>Done; when it was due is not known (đã thực hiện, chưa rõ hạn).</summary>
    DoneWithoutDue = 6,
}

/// <summary>What follows from a verdict (việc thực hiện kết luận).</summary>
/// <param name="State">How it stands.</param>
/// <param name="DueOn">By when; null: nothing follows, or not known.</param>
/// <param name="DoneOn">When the new version began, or the procedure ended; null: not by the date asked for.</param>
/// <param name="Reason">Why.</param>
public sealed record FollowUp(FollowUpState State, LocalDate? DueOn, LocalDate? DoneOn, Reason Reason);

/// <summary>One unit and one procedure of a round (kết quả rà soát).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="ProcedureCode">The procedure.</param>
/// <param name="State">How it stands.</param>
/// <param name="Verdict">The verdict; null: none by the date asked for.</param>
/// <param name="FollowUp">What follows from it; null without a verdict.</param>
/// <param name="Reason">Why it stands so.</param>
public sealed record ReviewItem(
    string UnitId, string ProcedureCode, ReviewState State, ReviewVerdict? Verdict, FollowUp? FollowUp, Reason Reason);

/// <summary>A round on a date (báo cáo đợt rà soát).</summary>
/// <param name="Round">The round.</param>
/// <param name="On">The date.</param>
/// <param name="Items">An item for every procedure and unit, procedure by procedure.</param>
/// <param name="Disagreements">The procedures about which units decided differently.</param>
public sealed record ReviewReport(ReviewRound Round, LocalDate On, ValueList<ReviewItem> Items, ValueList<Reason> Disagreements)
{
    /// <summary>What is to be listed: not reviewed at the due date.</summary>
    public ValueList<ReviewItem> NotReviewed => Items.Where(i => i.State == ReviewState.NotReviewed).ToValueList();
}
