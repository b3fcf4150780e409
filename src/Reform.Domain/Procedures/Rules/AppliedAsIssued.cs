using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A unit applies the documents, steps and limits of a procedure as they were issued, unless it may differ (áp dụng thống nhất).</summary>
public sealed class AppliedAsIssued() : ComplianceRule<UnitVariantFacts>(
    "CR-PRC-11",
    Severity.Warning,
    new BilingualText("Không thống nhất giữa đơn vị", "Not uniform across units"),
    LegalBasis.Programme72("ban hành thống nhất", "issued uniformly"))
{
    private static readonly ReasonKind Breach = new(
        "procedure_applied_otherwise",
        "{first}; khác biệt: {documents} giấy tờ, {steps} bước, {limits} thời hạn",
        "{first}; differences: {documents} document(s), {steps} step(s), {limits} limit(s)");

    /// <inheritdoc/>
    protected override Specification<UnitVariantFacts> Requires =>
        Where(f => f.MayDiffer || (f.OtherDocuments == 0 && f.OtherSteps == 0 && f.OtherLimits == 0));

    /// <inheritdoc/>
    protected override IEnumerable<Condition<UnitVariantFacts>> Conditions =>
    [
        new(
            "same_documents",
            new BilingualText("giấy tờ như quy định", "the documents as issued"),
            Where(f => f.MayDiffer || f.OtherDocuments == 0),
            new Fact<UnitVariantFacts>(
                "documents",
                new BilingualText("thành phần hồ sơ của cả hai", "the documents of both"),
                Specification.Where<UnitVariantFacts>(f => f.MayDiffer || f.AreDocumentsRecorded))),
        new("same_steps", new BilingualText("các bước như quy định", "the steps as issued"), Where(f => f.MayDiffer || f.OtherSteps == 0)),
        new(
            "same_limits",
            new BilingualText("thời hạn như quy định", "the limits as issued"),
            Where(f => f.MayDiffer || f.OtherLimits == 0),
            new Fact<UnitVariantFacts>(
                "comparable_limits",
                new BilingualText("thời hạn so sánh được", "limits that can be compared"),
                Specification.Where<UnitVariantFacts>(f => f.MayDiffer || f.OtherLimits > 0 || f.LimitsNotComparable == 0))),
    ];

    /// <inheritdoc/>
    protected override Reason Because(UnitVariantFacts subject) => Breach.Because(
        Info.Basis,
        ("first", new BilingualText(subject.FirstVietnamese!, subject.FirstEnglish!)),
        ("documents", subject.OtherDocuments),
        ("steps", subject.OtherSteps),
        ("limits", subject.OtherLimits));
}
