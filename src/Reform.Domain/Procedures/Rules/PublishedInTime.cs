using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>What a unit posts was first posted within its limit (công khai đúng hạn).</summary>
public sealed class PublishedInTime() : ComplianceRule<PublicationFacts>(
    "CR-PUB-02",
    Severity.Warning,
    new BilingualText("Công khai chậm", "Published late"),
    new LegalBasis(new BilingualText("Quyết định 766/QĐ-TTg", "Decision 766/QĐ-TTg")))
{
    private static readonly ReasonKind Breach = new(
        "procedure_published_late",
        "Đơn vị '{unit}', thủ tục '{procedure}': {why}",
        "The unit '{unit}', the procedure '{procedure}': {why}");

    /// <inheritdoc/>
    protected override Validity Validity => new(new LocalDate(2022, 6, 23), null);

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> AppliesWhen => Where(f =>
        f.State == PublicationState.PublishedInTime || f.State == PublicationState.PublishedLate || f.State == PublicationState.PublishedTimeUnknown);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<PublicationFacts>> Needs =>
    [
        new Fact<PublicationFacts>(
            "first_posting",
            new BilingualText("ngày công khai đầu tiên và hạn công khai", "the first day of posting, and its limit"),
            Specification.Where<PublicationFacts>(f => f.State != PublicationState.PublishedTimeUnknown)),
    ];

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> Requires => Where(f => f.State == PublicationState.PublishedInTime);

    /// <inheritdoc/>
    protected override Reason Because(PublicationFacts subject) => Breach.Because(
        Info.Basis, ("unit", subject.UnitId), ("procedure", subject.ProcedureCode), ("why", new BilingualText(subject.WhyVietnamese, subject.WhyEnglish)));
}
