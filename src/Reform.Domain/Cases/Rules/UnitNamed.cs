using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case names the unit that handles it (đơn vị giải quyết).</summary>
public sealed class UnitNamed() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-37",
    Severity.Warning,
    new BilingualText("Không có đơn vị giải quyết", "No unit"),
    LegalBasis.Programme72("giao nhiệm vụ cụ thể", "specific tasks assigned"))
{
    private static readonly ReasonKind Breach = new(
        "no_unit",
        "Hồ sơ không ghi đơn vị giải quyết",
        "The case names no unit");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.LogHasUnits);

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.UnitId != null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis);
}
