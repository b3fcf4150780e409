using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>No document of the class top secret is in the electronic flow (văn bản tuyệt mật).</summary>
public sealed class NoTopSecretInFlow() : ComplianceRule<FlowDocumentFacts>(
    "CR-DIG-05",
    Severity.Critical,
    new BilingualText("Văn bản tuyệt mật trên môi trường điện tử", "Top-secret document in the electronic flow"),
    LegalBasis.Citing("Phạm vi, Quy định 379-QĐ/TW"))
{
    private static readonly Fact<FlowDocumentFacts> SecrecyKnown = new(
        "secrecy", FlowDocumentFacts.Subject.WordOf(nameof(FlowDocumentFacts.Secrecy)), Specification.Where<FlowDocumentFacts>(f => f.Secrecy != null));

    private static readonly ReasonKind Breach = new(
        "top_secret_in_flow",
        "Văn bản '{document}' có độ tuyệt mật",
        "The document '{document}' is top secret");

    /// <inheritdoc/>
    protected override Validity Validity => new Validity(new LocalDate(2025, 10, 22), null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<FlowDocumentFacts>> Needs => [SecrecyKnown];

    /// <inheritdoc/>
    protected override Specification<FlowDocumentFacts> Requires => Where(f => f.Secrecy != SecrecyClass.TopSecret);

    /// <inheritdoc/>
    protected override Reason Because(FlowDocumentFacts subject) => Breach.Because(Info.Basis, ("document", subject.Id));
}
