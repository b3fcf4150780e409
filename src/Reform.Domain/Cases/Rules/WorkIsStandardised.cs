using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A unit receives no case under a procedure without a version in force or under one that is written down nowhere (giải quyết theo thủ tục đã chuẩn hóa).</summary>
public sealed class WorkIsStandardised() : ComplianceRule<ProcedureWorkFacts>(
    "CR-PRC-01",
    Severity.Error,
    new BilingualText("Giải quyết theo thủ tục chưa chuẩn hóa", "Case under an unstandardised procedure"),
    LegalBasis.Programme72("chuẩn hóa các quy trình nghiệp vụ", "standardised work processes"))
{
    private static readonly ReasonKind Breach = new(
        "work_under_unstandardised_procedure",
        "Đơn vị '{unit}', thủ tục '{procedure}': {without} hồ sơ không có phiên bản có hiệu lực, {unwritten} hồ sơ theo quy trình chưa thành văn, trên {cases}",
        "The unit '{unit}', the procedure '{procedure}': {without} case(s) without a version in force, {unwritten} under an unwritten one, of {cases}");

    /// <inheritdoc/>
    protected override Specification<ProcedureWorkFacts> AppliesWhen => Where(f => f.Cases > 0);

    /// <inheritdoc/>
    protected override Specification<ProcedureWorkFacts> Requires => Where(f => f.WithoutVersion == 0 && f.Unwritten == 0);

    /// <inheritdoc/>
    protected override Reason Because(ProcedureWorkFacts subject) => Breach.Because(
        Info.Basis,
        ("unit", subject.UnitId),
        ("procedure", subject.ProcedureCode),
        ("without", subject.WithoutVersion),
        ("unwritten", subject.Unwritten),
        ("cases", subject.Cases));
}
