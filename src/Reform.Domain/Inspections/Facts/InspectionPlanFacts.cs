using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>A plan to inspect, flat (kế hoạch kiểm tra).</summary>
public sealed record InspectionPlanFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<InspectionPlanFacts> Subject { get; } = new(
        "inspection_plan", new BilingualText("kế hoạch kiểm tra", "inspection plan"), f => f.Id, f => f.AsOf, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị chủ trì", "leading unit"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(IsApproved)] = new("đã phê duyệt", "approved"),
            [nameof(Coordinators)] = new("số đơn vị phối hợp", "coordinating units"),
            [nameof(HasOffice)] = new("có Văn phòng phối hợp", "the Office coordinates"),
        },
    };

    /// <summary>The plan.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that leads it.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Whether it is approved by the date of judgement.</summary>
    public bool IsApproved { get; init; }

    /// <summary>How many units coordinate it.</summary>
    public int Coordinators { get; init; }

    /// <summary>Whether the Office leads or coordinates it; null: it is not known which unit the Office is.</summary>
    public bool? HasOffice { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="officeId">The unit that coordinates the programme, the Office; null: not known.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <returns>The facts.</returns>
    public static InspectionPlanFacts Of(InspectionPlan plan, string? officeId, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(plan);
        return new InspectionPlanFacts
        {
            Id = plan.Id,
            UnitId = plan.UnitId,
            AsOf = asOf,
            IsApproved = plan.ApprovedOn <= asOf,
            Coordinators = plan.CoordinatorIds.Count,
            HasOffice = officeId is null ? null : plan.CoordinatorIds.Prepend(plan.UnitId).Contains(officeId, StringComparer.Ordinal),
        };
    }
}
