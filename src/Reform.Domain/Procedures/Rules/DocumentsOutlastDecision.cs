using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A document issued on the day of receipt still counts when the decision is due at the latest (giấy tờ còn giá trị khi quyết định).</summary>
public sealed class DocumentsOutlastDecision() : ComplianceRule<ProcedureVersionFacts>(
    "CR-PRC-12",
    Severity.Info,
    new BilingualText("Giấy tờ hết hạn trước khi quyết định", "Document expires before decision"),
    new LegalBasis(new BilingualText("Mục 5.4 Hướng dẫn 06-HD/TW", "Guidance 06-HD/TW, section 5.4")))
{
    private static readonly ReasonKind Breach = new(
        "documents_lapse_before_decision",
        "Phiên bản {version}: {count} giấy tờ cấp ngày {on} hết giá trị trước hạn quyết định {due}",
        "Version {version}: {count} document(s) issued on {on} lapse before the decision is due on {due}");

    /// <inheritdoc/>
    protected override Validity Validity => new(new LocalDate(2025, 6, 9), new LocalDate(2026, 5, 19));

    /// <inheritdoc/>
    protected override Specification<ProcedureVersionFacts> AppliesWhen =>
        Where(v => v.System == OrganizationSystem.Party && (v.Documents == null || v.DocumentsThatLapse > 0));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ProcedureVersionFacts>> Needs =>
    [
        new Fact<ProcedureVersionFacts>(
            "documents", new BilingualText("thành phần hồ sơ", "the required documents"), Specification.Where<ProcedureVersionFacts>(v => v.Documents != null)),
        new Fact<ProcedureVersionFacts>(
            "decision_due",
            new BilingualText("hạn quyết định tính theo ngày", "a due date of the decision in days"),
            Specification.Where<ProcedureVersionFacts>(v => v.DecisionDueOn != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<ProcedureVersionFacts> Requires => Where(v => v.DocumentsThatExpire == 0);

    /// <inheritdoc/>
    protected override Reason Because(ProcedureVersionFacts subject) => Breach.Because(
        Info.Basis, ("version", subject.Id), ("count", subject.DocumentsThatExpire), ("on", subject.On), ("due", subject.DecisionDueOn!.Value));
}
