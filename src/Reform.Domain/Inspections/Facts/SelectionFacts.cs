using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>A unit that a plan selects, flat (việc chọn đơn vị kiểm tra).</summary>
public sealed record SelectionFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<SelectionFacts> Subject { get; } = new(
        "inspection_selection", new BilingualText("việc chọn đơn vị kiểm tra", "selection of a unit"), f => f.Id, f => f.AsOf, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị chủ trì", "leading unit"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(SelectedId)] = new("đơn vị được chọn", "selected unit"),
            [nameof(Reason)] = new("lý do", "reason"),
            [nameof(HasReason)] = new("lý do theo dõi được", "reason can be followed"),
        },
    };

    /// <summary>The plan and the unit.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that selects: it leads the plan.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The unit that is selected.</summary>
    public required string SelectedId { get; init; }

    /// <summary>Why; null: not recorded.</summary>
    public SelectionReason? Reason { get; init; }

    /// <summary>Whether a reason is recorded that others can follow: a draw with its seed, or risk, or rotation.</summary>
    public bool HasReason { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <returns>The facts of each selection, in the order of the plan.</returns>
    public static ValueList<SelectionFacts> Of(InspectionPlan plan, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return plan.Selections.Select(s => new SelectionFacts
        {
            Id = plan.Id + "/" + s.UnitId,
            UnitId = plan.UnitId,
            AsOf = asOf,
            SelectedId = s.UnitId,
            Reason = s.Reason,
            HasReason = s.HasReason,
        }).ToValueList();
    }
}
