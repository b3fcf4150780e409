using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A limit of a lower level beside the same one of the level above, flat (thời hạn cấp dưới so với cấp trên).</summary>
public sealed record LevelLimitFacts
{
    /// <summary>What rules have to know of such pairs: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<LevelLimitFacts> Subject { get; } = new(
        "level_limit", new BilingualText("thời hạn của cấp dưới", "limit of a lower level"), f => f.Id, f => f.On, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(LimitId)] = new("mã thời hạn", "limit"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(UnitId)] = new("đơn vị cấp dưới", "lower unit"),
            [nameof(IsRecorded)] = new("có ghi thời hạn của cả hai cấp", "terms of both levels are recorded"),
            [nameof(Comparability)] = new("khả năng so sánh", "comparability"),
            [nameof(Lower)] = new("thời hạn cấp dưới", "lower limit"),
            [nameof(Higher)] = new("thời hạn cấp trên", "higher limit"),
            [nameof(Unit)] = new("đơn vị tính", "unit of time"),
            [nameof(Longer)] = new("số dài thêm", "longer by"),
            [nameof(MayDiffer)] = new("được quy định riêng, có lý do", "may differ, with a reason"),
        },
    };

    /// <summary>The procedure, the limit and the lower unit; for example "PTY-ADM/ADM-TOTAL/ward".</summary>
    public required string Id { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The limit.</summary>
    public required string LimitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The lower unit; null: not said.</summary>
    public string? UnitId { get; init; }

    /// <summary>Whether the terms of both levels are recorded for the date.</summary>
    public bool IsRecorded { get; init; }

    /// <summary>Whether the two can be compared; null: the terms are not recorded.</summary>
    public Comparability? Comparability { get; init; }

    /// <summary>The length at the lower level; null: none.</summary>
    public int? Lower { get; init; }

    /// <summary>The length at the level above; null: none.</summary>
    public int? Higher { get; init; }

    /// <summary>The code of the unit in which both count; null: they do not count the same.</summary>
    public string? Unit { get; init; }

    /// <summary>By how much the lower one is longer; negative: shorter; null: they cannot be compared.</summary>
    public int? Longer { get; init; }

    /// <summary>Whether the lower level has a rule of its own and records why it is longer.</summary>
    public bool MayDiffer { get; init; }

    /// <summary>Works the facts out, one for each limit that both levels have.</summary>
    /// <param name="procedureCode">The code of the procedure.</param>
    /// <param name="lower">The lower level's version.</param>
    /// <param name="higher">The higher level's version.</param>
    /// <param name="on">The date whose limits are compared.</param>
    /// <param name="unitId">The lower unit; null: not said.</param>
    /// <returns>The facts, in the order of the lower version's limits.</returns>
    public static ValueList<LevelLimitFacts> Of(string procedureCode, ProcedureVersion lower, ProcedureVersion higher, LocalDate on, string? unitId = null)
    {
        ArgumentNullException.ThrowIfNull(procedureCode);
        ArgumentNullException.ThrowIfNull(lower);
        return VersionComparison.Of(higher, on, lower, on).Limits.Select(limit => new LevelLimitFacts
        {
            Id = procedureCode + "/" + limit.Id + "/" + unitId,
            ProcedureCode = procedureCode,
            LimitId = limit.Id,
            On = on,
            UnitId = unitId,
            IsRecorded = limit.Comparison is not null,
            Comparability = limit.Comparison?.Comparability,
            Lower = limit.Comparison?.After.Limit?.Amount,
            Higher = limit.Comparison?.Before.Limit?.Amount,
            Unit = limit.Comparison is { Comparability: Procedures.Comparability.Comparable, After.Limit: TimeLimit length } ? TimeUnits.CodeOf(length.Unit) : null,
            Longer = -limit.Comparison?.Saved,
            MayDiffer = lower.Variant?.LengtheningReason is not null,
        }).ToValueList();
    }
}
