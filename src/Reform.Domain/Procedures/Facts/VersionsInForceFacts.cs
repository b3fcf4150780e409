using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>How many versions of a procedure are in force on a date, flat (số phiên bản có hiệu lực): of versions as they were recorded, before they make a history.</summary>
public sealed record VersionsInForceFacts
{
    /// <summary>What rules have to know of it: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<VersionsInForceFacts> Subject { get; } = new(
        "procedure_life", new BilingualText("hiệu lực của thủ tục", "life of a procedure"), f => f.Id, f => f.On, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(UnitId)] = new("đơn vị chịu trách nhiệm", "unit that answers"),
            [nameof(IsInLife)] = new("trong thời gian tồn tại của thủ tục", "in the life of the procedure"),
            [nameof(AreStartsRecorded)] = new("có ghi ngày bắt đầu của các phiên bản", "starts are recorded"),
            [nameof(InForce)] = new("số phiên bản có hiệu lực", "versions in force"),
        },
    };

    /// <summary>The code of the procedure.</summary>
    public required string Id { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The unit that answers for it; null: not said.</summary>
    public string? UnitId { get; init; }

    /// <summary>Whether the date lies in the life of the procedure: from the first start to the last end.</summary>
    public bool IsInLife { get; init; }

    /// <summary>Whether at most one version has no recorded start.</summary>
    public bool AreStartsRecorded { get; init; }

    /// <summary>How many versions are in force.</summary>
    public int InForce { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="procedureCode">The code of the procedure.</param>
    /// <param name="versions">When each version is in force, in any order; they may overlap.</param>
    /// <param name="on">The date of judgement.</param>
    /// <param name="unitId">The unit that answers for it; null: not said.</param>
    /// <returns>The facts.</returns>
    public static VersionsInForceFacts Of(string procedureCode, IEnumerable<Validity> versions, LocalDate on, string? unitId = null)
    {
        ArgumentNullException.ThrowIfNull(procedureCode);
        ArgumentNullException.ThrowIfNull(versions);
        List<Validity> all = [.. versions];
        return new VersionsInForceFacts
        {
            Id = procedureCode,
            On = on,
            UnitId = unitId,
            IsInLife = all.Exists(v => !v.StartsAfter(on)) && all.Exists(v => !v.EndedBy(on)),
            AreStartsRecorded = all.Count(v => v.From is null) < 2,
            InForce = all.Count(v => v.Contains(on)),
        };
    }

    /// <summary>Judges the life of a procedure from one date to another.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="procedureCode">The code of the procedure.</param>
    /// <param name="versions">When each version is in force, in any order; they may overlap.</param>
    /// <param name="period">The period; both sides are given.</param>
    /// <returns>The judgements, oldest first, as long as each stays the same.</returns>
    /// <exception cref="ArgumentException">The period is open on a side.</exception>
    public static ValueList<TimelineJudgement> Over(
        ComplianceRule<VersionsInForceFacts> rule, string procedureCode, IEnumerable<Validity> versions, Validity period)
    {
        List<Validity> all = [.. versions];
        return RuleTimeline.Judge(
            rule, period, all.SelectMany(v => new[] { v.From, v.To }).OfType<LocalDate>(), on => Of(procedureCode, all, on));
    }
}
