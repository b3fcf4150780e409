using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Who received a power by decentralisation adds no document, condition or time to its procedure (bên nhận phân cấp không thêm giấy tờ).</summary>
public sealed class RecipientAddsNothing() : ComplianceRule<LocalVariantFacts>(
    "CR-DLG-23", Severity.Error, DelegationTitles.AddedPapers, Law.Basis)
{
    private static readonly DelegationLaw Law = DelegationLaw.Since2025("8");

    private static readonly ReasonKind Breach = new(
        "recipient_adds_requirements",
        "{unit} được phân cấp nhưng đặt thêm so với thủ tục {procedure}: {documents} giấy tờ, {conditions} điều kiện, {limits} thời hạn dài hơn",
        "{unit} received the power by decentralisation and adds to the procedure {procedure}: {documents} document(s), {conditions} condition(s), {limits} longer limit(s)");

    /// <inheritdoc/>
    protected override Validity Validity => Law.Validity;

    /// <inheritdoc/>
    protected override Specification<LocalVariantFacts> AppliesWhen => Where(v => v.IsDecentralized != false && !v.MayDiffer);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LocalVariantFacts>> Needs =>
    [
        new("decentralisation", new BilingualText("đơn vị có được phân cấp không", "whether the power was decentralised to the unit"), Where(v => v.IsDecentralized != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<LocalVariantFacts> Requires => Where(v => v.AddedDocuments == 0 && v.AddedConditions == 0 && v.LongerLimits == 0);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<LocalVariantFacts>> Conditions =>
    [
        new(
            "documents", new BilingualText("không thêm giấy tờ", "no document more"), Where(v => v.AddedDocuments == 0),
            new Fact<LocalVariantFacts>("documents", new BilingualText("thành phần hồ sơ", "the documents"), Where(v => v.AddedDocuments != null))),
        new(
            "conditions", new BilingualText("không thêm điều kiện", "no condition more"), Where(v => v.AddedConditions == 0),
            new Fact<LocalVariantFacts>("conditions", new BilingualText("yêu cầu, điều kiện", "the conditions"), Where(v => v.AddedConditions != null))),
        new(
            "limits", new BilingualText("không kéo dài thời hạn", "no limit longer"), Where(v => v.LongerLimits == 0),
            new Fact<LocalVariantFacts>("limits", new BilingualText("thời hạn so sánh được", "limits that can be compared"), Where(v => v.LongerLimits > 0 || v.LimitsOpen == 0))),
    ];

    /// <inheritdoc/>
    protected override Reason Because(LocalVariantFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(
            Info.Basis,
            ("unit", subject.UnitId),
            ("procedure", subject.ProcedureCode),
            ("documents", subject.AddedDocuments ?? 0),
            ("conditions", subject.AddedConditions ?? 0),
            ("limits", subject.LongerLimits));
    }
}
