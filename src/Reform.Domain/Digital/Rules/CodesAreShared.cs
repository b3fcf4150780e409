using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>A unit uses no code outside the shared list (danh mục mã thống nhất).</summary>
public sealed class CodesAreShared() : ComplianceRule<CodeUseFacts>(
    "CR-DIG-02",
    Severity.Warning,
    new BilingualText("Danh mục mã không thống nhất", "Code lists differ"),
    LegalBasis.Programme72("kiến trúc tổng thể công nghệ thông tin thống nhất", "one uniform architecture of information technology"))
{
    private static readonly Fact<CodeUseFacts> ListKnown = new(
        "shared_list", CodeUseFacts.Subject.WordOf(nameof(CodeUseFacts.IsListKnown)), Specification.Where<CodeUseFacts>(f => f.IsListKnown));

    private static readonly ReasonKind Breach = new(
        "codes_outside_list",
        "{count} mã ngoài danh mục dùng chung '{list}', trước hết '{code}'",
        "{count} code(s) outside the shared list '{list}', the first '{code}'");

    /// <inheritdoc/>
    protected override Specification<CodeUseFacts> AppliesWhen => Where(f => f.Codes > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CodeUseFacts>> Needs => [ListKnown];

    /// <inheritdoc/>
    protected override Specification<CodeUseFacts> Requires => Where(f => f.ForeignCodes == 0);

    /// <inheritdoc/>
    protected override Reason Because(CodeUseFacts subject) =>
        Breach.Because(Info.Basis, ("count", subject.ForeignCodes), ("list", subject.CodeList), ("code", subject.FirstForeignCode ?? ""));
}
