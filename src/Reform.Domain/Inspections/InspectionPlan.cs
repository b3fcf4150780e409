using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>Why a unit is inspected (lý do chọn đơn vị).</summary>
public enum SelectionReason
{
    /// <summary>What is known of it gives cause (rủi ro).</summary>
    Risk = 0,

    /// <summary>It is its turn (luân phiên).</summary>
    Rotation = 1,

    /// <summary>It was drawn, by a seed that anybody can use again (ngẫu nhiên).</summary>
    Random = 2,
}

/// <summary>A unit that a plan selects (đơn vị được chọn kiểm tra).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Reason">Why; null: not recorded.</param>
public sealed record InspectionSelection(string UnitId, SelectionReason? Reason)
{
    /// <summary>What stands behind it: the findings, when it was last inspected; null: not recorded.</summary>
    public BilingualText? Note { get; init; }

    /// <summary>The seed of the draw; null but for <see cref="SelectionReason.Random"/>.</summary>
    public string? Seed { get; init; }

    /// <summary>Whether the reason can be followed by others: a draw by its seed, anything else by itself.</summary>
    public bool HasReason => Reason is SelectionReason reason && (reason != SelectionReason.Random || !string.IsNullOrWhiteSpace(Seed));
}

/// <summary>A plan to inspect and supervise the reform at some units (kế hoạch kiểm tra, giám sát).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="UnitId">The unit that leads it; the Inspection Commission by Programme 72.</param>
/// <param name="Period">For which period, [from, to).</param>
/// <param name="ConcludeWithin">Within what an inspection is concluded, from the day on which it ended.</param>
/// <param name="CommendWithin">Within what a good conclusion leads to a proposal to commend, from the day of the conclusion.</param>
public sealed record InspectionPlan(string Id, string UnitId, Validity Period, TimeLimit ConcludeWithin, TimeLimit CommendWithin)
{
    /// <summary>When it was approved; null: it is a draft.</summary>
    public LocalDate? ApprovedOn { get; init; }

    /// <summary>The units that coordinate it; by Programme 72 the Office is one of them.</summary>
    public ValueList<string> CoordinatorIds { get; init; } = [];

    /// <summary>The units that it selects.</summary>
    public ValueList<InspectionSelection> Selections { get; init; } = [];
}

/// <summary>Somebody who inspects (người kiểm tra), by a reference that is no name.</summary>
/// <param name="Reference">The pseudonymous reference.</param>
/// <param name="UnitId">The unit to which the person belongs; null: not recorded.</param>
public sealed record Inspector(string Reference, string? UnitId);

/// <summary>An inspection of a unit (cuộc kiểm tra).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="PlanId">The plan.</param>
/// <param name="UnitId">The unit that is inspected.</param>
/// <param name="BeganOn">When it began.</param>
public sealed record Inspection(string Id, string PlanId, string UnitId, LocalDate BeganOn)
{
    /// <summary>When the work at the unit ended; null: it goes on.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>Who inspects.</summary>
    public ValueList<Inspector> Inspectors { get; init; } = [];
}

/// <summary>What an inspection says of the unit (đánh giá trong kết luận).</summary>
public enum InspectionRating
{
    /// <summary>Good (tốt).</summary>
    Good = 0,

    /// <summary>As it should be (đạt).</summary>
    Satisfactory = 1,

    /// <summary>Not as it should be (chưa đạt).</summary>
    Weak = 2,
}

/// <summary>The conclusion of an inspection (kết luận kiểm tra).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="InspectionId">The inspection.</param>
/// <param name="On">When it was issued.</param>
/// <param name="Rating">What it says of the unit.</param>
public sealed record InspectionConclusion(string Id, string InspectionId, LocalDate On, InspectionRating Rating);
