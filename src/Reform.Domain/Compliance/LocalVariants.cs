using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Procedures;

namespace Reform.Domain.Compliance;

/// <summary>Compares what a unit applies with the procedure as issued, for the rule on recipients of a decentralised power (CR-DLG-23).</summary>
public static class LocalVariants
{
    /// <summary>The facts of a unit's variant.</summary>
    /// <param name="procedureCode">The code of the procedure.</param>
    /// <param name="issued">The version as it was issued.</param>
    /// <param name="variant">What the unit applies.</param>
    /// <param name="on">The date on which they are compared.</param>
    /// <param name="decision">Whether the unit is competent, and by which chain; null: not known.</param>
    /// <returns>The facts.</returns>
    public static LocalVariantFacts FactsOf(
        string procedureCode, ProcedureVersion issued, UnitVariant variant, LocalDate on, AuthorityDecision? decision = null)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(procedureCode);
        ArgumentNullException.ThrowIfNull(issued);
        ArgumentNullException.ThrowIfNull(variant);
        VersionComparison comparison = VersionComparison.Of(issued, on, variant.Version, on);
        string[] limits = [.. LevelReview.AgainstSuperior(variant.Version, issued, on).Select(r => r.Code)];
        return new LocalVariantFacts
        {
            UnitId = variant.UnitId,
            ProcedureCode = procedureCode,
            AsOf = on,
            IsDecentralized = decision is { IsCompetent: true } ? decision.Chain.Any(l => l.Grant is { Kind: GrantKind.Decentralization }) : null,
            MayDiffer = variant.Authority is not null,
            AddedDocuments = comparison.Documents is null ? null : comparison.AddedDocuments.Count,
            AddedConditions = variant.Version.Conditions.Except(issued.Conditions).Count(),
            LongerLimits = limits.Count(c => c == "lower_limit_longer"),
            LimitsOpen = limits.Count(c => c == "lower_limit_not_comparable"),
        };
    }
}
