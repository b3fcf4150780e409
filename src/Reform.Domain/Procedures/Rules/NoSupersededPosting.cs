using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Nothing that is posted has ended (không niêm yết bản hết hiệu lực).</summary>
public sealed class NoSupersededPosting() : ComplianceRule<PublicationFacts>(
    "CR-PUB-03",
    Severity.Error,
    new BilingualText("Còn niêm yết bản cũ", "Superseded version still posted"),
    LegalBasis.Programme72("thống nhất", "uniform"))
{
    private static readonly ReasonKind Breach = new(
        "superseded_version_posted",
        "Đơn vị '{unit}' còn công khai {count} bản hết hiệu lực của thủ tục '{procedure}'",
        "The unit '{unit}' still posts {count} version(s) of the procedure '{procedure}' that ended");

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> AppliesWhen => Where(f => f.Posted > 0);

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> Requires => Where(f => f.Superseded == 0);

    /// <inheritdoc/>
    protected override Reason Because(PublicationFacts subject) => Breach.Because(Info.Basis, ("unit", subject.UnitId), ("count", subject.Superseded), ("procedure", subject.ProcedureCode));
}
