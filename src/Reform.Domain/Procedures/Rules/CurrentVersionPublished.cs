using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A unit that applies a procedure posts its version in force (công khai thủ tục đang áp dụng); while the limit runs it is not judged.</summary>
public sealed class CurrentVersionPublished() : ComplianceRule<PublicationFacts>(
    "CR-PUB-01",
    Severity.Error,
    new BilingualText("Chưa công khai", "Not published"),
    LegalBasis.Programme72("công khai tại địa phương, cơ quan, đơn vị", "made public in localities, agencies and units"))
{
    private static readonly ReasonKind Breach = new(
        "procedure_not_published",
        "Đơn vị '{unit}', thủ tục '{procedure}': {why}",
        "The unit '{unit}', the procedure '{procedure}': {why}");

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> AppliesWhen => Where(f => f.State != PublicationState.NotApplicable && f.State != PublicationState.Pending);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<PublicationFacts>> Needs =>
    [
        new Fact<PublicationFacts>(
            "publication_state",
            new BilingualText("dữ kiện để biết phải công khai hay chưa", "what tells whether it has to be posted by now"),
            Specification.Where<PublicationFacts>(f => f.State != PublicationState.Unknown)),
    ];

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> Requires => Where(f => f.State != PublicationState.Missing);

    /// <inheritdoc/>
    protected override Reason Because(PublicationFacts subject) => Breach.Because(
        Info.Basis, ("unit", subject.UnitId), ("procedure", subject.ProcedureCode), ("why", new BilingualText(subject.WhyVietnamese, subject.WhyEnglish)));
}
