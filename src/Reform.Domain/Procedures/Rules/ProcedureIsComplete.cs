using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>
/// A version states all parts of a procedure (bộ phận cấu thành): a unit in charge of each step, the documents or that none is required, a
/// limit or that there is none, the result, who decides, and the basis. What it does not state is missing, not unknown.
/// </summary>
public sealed class ProcedureIsComplete() : ComplianceRule<ProcedureVersionFacts>(
    "CR-PRC-02",
    Severity.Error,
    new BilingualText("Thủ tục chưa đủ bộ phận cấu thành", "Incomplete procedure"),
    LegalBasis.Programme72("ban hành thống nhất", "issued uniformly"))
{
    private static readonly ReasonKind Breach = new("procedure_incomplete", "Phiên bản {version} thiếu: {parts}", "Version {version} lacks: {parts}");

    private static readonly BilingualText Steps = new("các bước", "steps");
    private static readonly BilingualText Units = new("đơn vị phụ trách từng bước", "a unit in charge of each step");
    private static readonly BilingualText Papers = new("thành phần hồ sơ (hoặc ghi rõ là không)", "documents (or that none is required)");
    private static readonly BilingualText Limit = new("thời hạn (hoặc ghi rõ không quy định)", "a limit (or that there is none)");
    private static readonly BilingualText Result = new("kết quả", "the result");
    private static readonly BilingualText Decision = new("ai quyết định", "who decides");
    private static readonly BilingualText Cited = new("căn cứ", "the basis");

    /// <inheritdoc/>
    protected override Specification<ProcedureVersionFacts> Requires => Where(v => v.Steps > 0 && v.StepsWithoutUnit == 0)
        & Where(v => v.Documents != null) & Where(v => v.SaysLimit) & Where(v => v.HasResult) & Where(v => v.HasDecision) & Where(v => v.HasBasis);

    /// <inheritdoc/>
    protected override Reason Because(ProcedureVersionFacts subject) => Breach.Because(Info.Basis, ("version", subject.Id), ("parts", Phrases.Joined(
        (subject.Steps == 0, Steps),
        (subject.StepsWithoutUnit > 0, Units),
        (subject.Documents is null, Papers),
        (!subject.SaysLimit, Limit),
        (!subject.HasResult, Result),
        (!subject.HasDecision, Decision),
        (!subject.HasBasis, Cited))));
}
