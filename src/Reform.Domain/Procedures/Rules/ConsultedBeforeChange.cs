using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A change of a procedure follows a recorded consultation where one is required (lấy ý kiến trước khi thay đổi thủ tục).</summary>
public sealed class ConsultedBeforeChange() : ComplianceRule<ConsultationFacts>(
    "CR-PUB-06",
    Severity.Warning,
    new BilingualText("Thiếu lấy ý kiến", "No consultation"),
    LegalBasis.Programme72("Quy chế dân chủ ở cơ sở, tạo được sự đồng thuận", "regulation on grassroots democracy, agreement"))
{
    private static readonly ReasonKind Breach = new(
        "procedure_changed_without_consultation",
        "Phiên bản {version} có hiệu lực ngày {on} mà không có hồ sơ lấy ý kiến trước đó",
        "Version {version} took effect on {on} without a recorded consultation before it");

    /// <inheritdoc/>
    protected override Specification<ConsultationFacts> AppliesWhen => Where(f => f.IsRequired != false);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ConsultationFacts>> Needs =>
    [
        new Fact<ConsultationFacts>(
            "consultation_duty",
            new BilingualText("quy định có phải lấy ý kiến hay không", "whether a consultation is required"),
            Specification.Where<ConsultationFacts>(f => f.IsRequired != null)),
        new Fact<ConsultationFacts>(
            "consultation_dates",
            new BilingualText("ngày kết thúc lấy ý kiến", "when the consultations ended"),
            Specification.Where<ConsultationFacts>(f => f.IsRequired == null || f.Before > 0 || f.Undated == 0)),
    ];

    /// <inheritdoc/>
    protected override Specification<ConsultationFacts> Requires => Where(f => f.Before > 0);

    /// <inheritdoc/>
    protected override Reason Because(ConsultationFacts subject) => Breach.Because(Info.Basis, ("version", subject.Id), ("on", subject.ChangedOn));
}
