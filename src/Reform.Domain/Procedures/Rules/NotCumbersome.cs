using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>
/// A version asks for no document twice and none that the unit itself issues, sends the file back to no unit, has no step without output,
/// and weighs no more than the threshold (thủ tục không rườm rà).
/// </summary>
/// <remarks>The threshold of 100 is a choice of this library, no law; a unit may set a lower one.</remarks>
public sealed class NotCumbersome() : ComplianceRule<ProcedureVersionFacts>(
    "CR-PRC-07",
    Severity.Warning,
    new BilingualText("Thủ tục rườm rà", "Cumbersome procedure"),
    Basis)
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("thủ tục rườm rà", "cumbersome procedures");

    private static readonly ReasonKind Breach = new("procedure_cumbersome", "Phiên bản {version}: {signs}", "Version {version}: {signs}");

    private static readonly RuleParameter Most = RuleParameter.Always(
        "most_burden", new BilingualText("điểm gánh nặng cao nhất", "the highest burden score"), Tightening.Lower, 100, Basis);

    private static readonly BilingualText Twice = new("giấy tờ yêu cầu nhiều lần", "a document is required twice");
    private static readonly BilingualText Own = new("giấy tờ do chính cơ quan cấp", "a document is required that the unit itself issues");
    private static readonly BilingualText Again = new("một đơn vị xử lý lại", "a unit handles the file again");
    private static readonly BilingualText NoOutput = new("có bước không ghi kết quả", "a step states no output");
    private static readonly BilingualText Heavy = new("điểm gánh nặng vượt ngưỡng", "the burden score is above the threshold");

    private static readonly Fact<ProcedureVersionFacts> Documents = new(
        "documents", new BilingualText("thành phần hồ sơ", "the required documents"), Specification.Where<ProcedureVersionFacts>(v => v.Documents != null));

    private static readonly Fact<ProcedureVersionFacts> Issuers = new(
        "document_issuers",
        new BilingualText("nơi cấp từng giấy tờ", "who issues each document"),
        Specification.Where<ProcedureVersionFacts>(v => v.OwnDocuments > 0 || v.DocumentsWithoutIssuer == 0));

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Most];

    /// <inheritdoc/>
    protected override Specification<ProcedureVersionFacts> Requires => Conditions.Select(c => c.Holds).Aggregate((a, b) => a & b);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<ProcedureVersionFacts>> Conditions
    {
        get
        {
            int most = ValueOf(Most);
            return
            [
                new("no_document_twice", Twice, Where(v => v.DuplicateDocuments == 0), Documents),
                new("no_own_document", Own, Where(v => v.OwnDocuments == 0), Documents, Issuers),
                new("no_unit_again", Again, Where(v => v.UnitsTwice == 0)),
                new("outputs", NoOutput, Where(v => v.StepsWithoutOutput == 0)),
                new("burden", Heavy, Where(v => v.Burden <= most), new Fact<ProcedureVersionFacts>(
                    "burden",
                    new BilingualText("đủ dữ kiện để tính điểm gánh nặng", "all that the burden score counts"),
                    Specification.Where<ProcedureVersionFacts>(v => v.Burden > most || !v.IsBurdenPartial))),
            ];
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(ProcedureVersionFacts subject) => Breach.Because(Info.Basis, ("version", subject.Id), ("signs", Broken(subject)));
}
