using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>The plan of a unit under a programme (kế hoạch của đơn vị).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="IssuedOn">When the unit issued it.</param>
/// <param name="Items">What the unit does.</param>
public sealed record UnitPlan(string Id, string ProgrammeId, string UnitId, LocalDate IssuedOn, ValueList<PlanItem> Items)
{
    /// <summary>Its number; null: not recorded.</summary>
    public string? Number { get; init; }
}

/// <summary>One thing that a unit plans to do (nội dung kế hoạch).</summary>
/// <param name="Id">Its identifier in the plan.</param>
/// <param name="Activity">What is done.</param>
public sealed record PlanItem(string Id, BilingualText Activity)
{
    /// <summary>The task of the programme that it carries out; null: none, it is the unit's own.</summary>
    public string? TaskId { get; init; }

    /// <summary>What comes of it; null: not stated.</summary>
    public BilingualText? Output { get; init; }

    /// <summary>By when; that day is in time. Null: not stated.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>Who in the unit does it: a unit or a position; null: not stated.</summary>
    public string? ResponsibleId { get; init; }
}
