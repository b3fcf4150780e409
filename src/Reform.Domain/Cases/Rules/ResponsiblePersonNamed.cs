using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case names the person responsible for it (người chịu trách nhiệm).</summary>
public sealed class ResponsiblePersonNamed() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-30",
    Severity.Error,
    new BilingualText("Không có người chịu trách nhiệm", "No responsible person"),
    LegalBasis.Programme72("gắn trách nhiệm người đứng đầu", "accountability of the head"))
{
    private static readonly ReasonKind Breach = new(
        "no_responsible_person",
        "Hồ sơ không ghi người chịu trách nhiệm",
        "The case names no responsible person");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.LogHasResponsible);

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.Responsible != null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis);
}
