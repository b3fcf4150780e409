using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A criteria set adds up, names each criterion once and says how each leaf is scored (bộ tiêu chí nhất quán).</summary>
public sealed class CriteriaSetIsConsistent() : ComplianceRule<CriteriaSetFacts>(
    "CR-EVA-01",
    Severity.Critical,
    new BilingualText("Bộ tiêu chí không nhất quán", "Inconsistent set"),
    LegalBasis.Programme72("Bộ tiêu chí đánh giá cải cách hành chính", "a set of criteria to evaluate administrative reform"))
{
    private static readonly ReasonKind Breach = new(
        "criteria_set_inconsistent",
        "Bộ tiêu chí có {sums} chỗ điểm không khớp, {ids} mã trống hoặc trùng, {bare} tiêu chí không có công thức, {others} lỗi khác",
        "The set has {sums} maxima that do not sum, {ids} identifiers that are blank or stand twice, {bare} leaves without a formula, {others} other errors");

    /// <inheritdoc/>
    protected override Specification<CriteriaSetFacts> Requires => Where(f => f.SumErrors == 0 && f.IdErrors == 0 && f.LeavesWithoutFormula == 0 && f.OtherErrors == 0);

    /// <inheritdoc/>
    protected override Reason Because(CriteriaSetFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("sums", subject.SumErrors), ("ids", subject.IdErrors), ("bare", subject.LeavesWithoutFormula), ("others", subject.OtherErrors));
    }
}
