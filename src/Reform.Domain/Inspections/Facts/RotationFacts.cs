using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>How long a unit has not been inspected, flat (luân phiên kiểm tra).</summary>
public sealed record RotationFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<RotationFacts> Subject { get; } = new(
        "inspection_rotation", new BilingualText("lần kiểm tra gần nhất", "time since the last inspection"), f => f.Id, f => f.AsOf, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị kiểm tra", "inspecting unit"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(LastInspectedOn)] = new("lần kiểm tra gần nhất", "last inspected on"),
            [nameof(Since)] = new("tính từ ngày", "counted from"),
            [nameof(MonthsSince)] = new("số tháng chưa kiểm tra", "months without inspection"),
        },
    };

    /// <summary>The unit that may be inspected.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that has to inspect.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>When it was last inspected; null: never.</summary>
    public LocalDate? LastInspectedOn { get; init; }

    /// <summary>From when on the time is counted: the last inspection, or the first day of the unit; null: not known.</summary>
    public LocalDate? Since { get; init; }

    /// <summary>Whole months from then to the date of judgement; null: not known.</summary>
    public int? MonthsSince { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="register">The inspections.</param>
    /// <param name="inspectorId">The unit that has to inspect.</param>
    /// <param name="unitId">The unit that may be inspected.</param>
    /// <param name="existsSince">The first day of that unit; null: not known.</param>
    /// <param name="asOf">The date of judgement.</param>
    /// <returns>The facts.</returns>
    public static RotationFacts Of(InspectionRegister register, string inspectorId, string unitId, LocalDate? existsSince, LocalDate asOf)
    {
        ArgumentNullException.ThrowIfNull(register);
        LocalDate? last = register.LastInspectedOn(unitId, asOf);
        LocalDate? since = last ?? existsSince;
        return new RotationFacts
        {
            Id = unitId,
            UnitId = inspectorId,
            AsOf = asOf,
            LastInspectedOn = last,
            Since = since,
            MonthsSince = since is LocalDate from ? Period.Between(from, asOf, PeriodUnits.Months).Months : null,
        };
    }
}
