using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A result that is final is announced to its subjects (công bố kết quả); before its limit is over, and where it is secret, it is not judged.</summary>
public sealed class ResultAnnounced() : ComplianceRule<ResultFacts>(
    "CR-PUB-05",
    Severity.Warning,
    new BilingualText("Chưa công bố kết quả", "Results not announced"),
    LegalBasis.Programme72("công khai, minh bạch", "public, transparent"))
{
    private static readonly ReasonKind Breach = new(
        "result_not_announced",
        "Đơn vị '{unit}' chưa công bố kết quả '{result}', có từ {final}",
        "The unit '{unit}' has not announced the result '{result}', final since {final}");

    /// <inheritdoc/>
    protected override Specification<ResultFacts> AppliesWhen => Where(f => !f.IsSecret && f.FinalOn <= f.AsOf && (f.IsAnnounced == true || f.AnnounceBy == null || f.AsOf > f.AnnounceBy));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ResultFacts>> Needs =>
    [
        new Fact<ResultFacts>(
            "announcement",
            new BilingualText("việc công bố cho đối tượng", "whether it was announced to its subjects"),
            Specification.Where<ResultFacts>(f => f.IsAnnounced != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<ResultFacts> Requires => Where(f => f.IsAnnounced == true);

    /// <inheritdoc/>
    protected override Reason Because(ResultFacts subject) => Breach.Because(Info.Basis, ("unit", subject.UnitId), ("result", subject.Id), ("final", subject.FinalOn!.Value));
}
