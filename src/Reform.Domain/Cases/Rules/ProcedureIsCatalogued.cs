using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The procedure of a case stands in the catalogue, and its version is written down (thủ tục đã chuẩn hóa, công bố).</summary>
public sealed class ProcedureIsCatalogued() : ComplianceRule<LoggedCaseFacts>(
    "CR-PRC-01",
    Severity.Error,
    new BilingualText("Giải quyết theo thủ tục chưa chuẩn hóa", "Case under an unstandardised procedure"),
    LegalBasis.Programme72("chuẩn hóa các quy trình nghiệp vụ", "standardised work processes"))
{
    private static readonly ReasonKind Breach = new(
        "procedure_not_catalogued",
        "Thủ tục {code} không có trong danh mục",
        "The procedure {code} is not in the catalogue");

    private static readonly ReasonKind Practised = new(
        "procedure_only_practised",
        "Thủ tục {code} vào ngày tiếp nhận chưa được ban hành bằng văn bản",
        "The procedure {code} was written down nowhere when the case was received");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.HasCatalogue);

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.IsCatalogued && (c.IsProcedureWritten == null || c.IsProcedureWritten == true));

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => (subject.IsCatalogued ? Practised : Breach).Because(
        Info.Basis, ("code", subject.ProcedureCode is string code ? code : new BilingualText("(không ghi)", "(none recorded)")));
}
