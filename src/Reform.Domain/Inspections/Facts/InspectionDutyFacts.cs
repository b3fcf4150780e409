using NodaTime;
using NodaTime.Text;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>Whether the unit that inspects has an approved plan for a period, flat (kế hoạch kiểm tra của kỳ).</summary>
public sealed record InspectionDutyFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<InspectionDutyFacts> Subject { get; } = new(
        "inspection_duty", new BilingualText("kế hoạch kiểm tra của kỳ", "inspection plan of a period"), f => f.Id, f => f.AsOf, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị kiểm tra", "inspecting unit"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(PlanDueOn)] = new("hạn có kế hoạch", "plan due on"),
            [nameof(ApprovedOn)] = new("ngày phê duyệt", "approved on"),
        },
    };

    /// <summary>The unit and the period; for example "inspection-commission/2024-01-01".</summary>
    public required string Id { get; init; }

    /// <summary>The unit that holds the role of inspector.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>By when the plan has to be approved; that day is in time.</summary>
    public required LocalDate PlanDueOn { get; init; }

    /// <summary>When the first plan for the period was approved; null: none by the date of judgement.</summary>
    public LocalDate? ApprovedOn { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The inspections.</param>
    /// <param name="unitId">The unit that has to inspect.</param>
    /// <param name="period">The period, [from, to); both ends are set.</param>
    /// <param name="planDueOn">By when the plan has to be approved.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <returns>The facts.</returns>
    public static InspectionDutyFacts Of(InspectionRegister register, string unitId, Validity period, LocalDate planDueOn, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(register);
        return new InspectionDutyFacts
        {
            Id = unitId + "/" + (period.From is LocalDate from ? LocalDatePattern.Iso.Format(from) : ".."),
            UnitId = unitId,
            AsOf = asOf,
            PlanDueOn = planDueOn,
            ApprovedOn = register.Plans
                .Where(p => string.Equals(p.UnitId, unitId, StringComparison.Ordinal) && p.Period.Overlaps(period) && p.ApprovedOn <= asOf)
                .Min(p => p.ApprovedOn),
        };
    }
}
