using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>What is wrong with a criteria set as it is written, flat (tình trạng bộ tiêu chí).</summary>
public sealed record CriteriaSetFacts
{
    /// <summary>What rules have to know of it.</summary>
    public static RuleSubject<CriteriaSetFacts> Subject { get; } = new(
        "criteria_set", new BilingualText("bộ tiêu chí", "criteria set"), f => f.Id, f => f.EffectiveFrom, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị ban hành", "issuing unit"),
            [nameof(EffectiveFrom)] = new("áp dụng từ", "effective from"),
            [nameof(SumErrors)] = new("số chỗ điểm tối đa không khớp", "maxima that do not sum"),
            [nameof(IdErrors)] = new("số mã trống hoặc trùng", "identifiers that are blank or stand twice"),
            [nameof(LeavesWithoutFormula)] = new("số tiêu chí không có công thức", "leaves without a formula"),
            [nameof(OtherErrors)] = new("số lỗi khác", "other errors"),
        },
    };

    /// <summary>Its identifier; for example "hp/1".</summary>
    public required string Id { get; init; }

    /// <summary>The unit that issues it; null: not known.</summary>
    public string? UnitId { get; init; }

    /// <summary>The first day for which it is meant; null: not stated.</summary>
    public LocalDate? EffectiveFrom { get; init; }

    /// <summary>How many maxima differ from the sum below them.</summary>
    public int SumErrors { get; init; }

    /// <summary>How many identifiers are blank or stand twice.</summary>
    public int IdErrors { get; init; }

    /// <summary>How many leaves have no formula.</summary>
    public int LeavesWithoutFormula { get; init; }

    /// <summary>How many other parts are wrong: a formula that its leaf cannot have, a maximum that is not positive.</summary>
    public int OtherErrors { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="unitId">The unit that issues it; null: not known.</param>
    /// <param name="effectiveFrom">The first day for which it is meant; null: not stated.</param>
    /// <param name="criteria">The criteria, right or wrong.</param>
    /// <returns>The facts.</returns>
    public static CriteriaSetFacts Of(string id, string? unitId, LocalDate? effectiveFrom, ValueList<Criterion> criteria)
    {
        RecordProblem[] problems = [];
        try
        {
            _ = new CriteriaTree(criteria);
        }
        catch (RecordInputException invalid)
        {
            problems = [.. invalid.Problems];
        }

        int sums = problems.Count(p => p.Code == "maxima_do_not_sum");
        int ids = problems.Count(p => p.Code is "duplicate_id" or "blank");
        int bare = problems.Count(p => p.Code == "no_formula");
        return new CriteriaSetFacts
        {
            Id = id,
            UnitId = unitId,
            EffectiveFrom = effectiveFrom,
            SumErrors = sums,
            IdErrors = ids,
            LeavesWithoutFormula = bare,
            OtherErrors = problems.Length - sums - ids - bare,
        };
    }
}
