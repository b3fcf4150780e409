using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>No step, and no sum of steps one after the other, may take longer than the whole from the same event (thời hạn bước trong thời hạn tổng).</summary>
public sealed class StepsWithinTotal() : ComplianceRule<ProcedureVersionFacts>(
    "CR-PRC-05",
    Severity.Error,
    new BilingualText("Thời hạn bước mâu thuẫn tổng", "Step limit contradicts total"),
    LegalBasis.Programme72("nhiều cách hiểu khác nhau", "read in different ways"))
{
    private static readonly ReasonKind Breach = new(
        "step_limit_contradicts_total", "Phiên bản {version}: {first}; tổng số mâu thuẫn: {count}", "Version {version}: {first}; contradictions in all: {count}");

    /// <inheritdoc/>
    protected override Specification<ProcedureVersionFacts> AppliesWhen => Where(v => v.InnerLimits > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ProcedureVersionFacts>> Needs =>
    [
        new Fact<ProcedureVersionFacts>(
            "comparable_limits",
            new BilingualText("thời hạn bước và thời hạn toàn bộ cùng đơn vị, có ghi cho ngày này", "step limits and total in one unit, recorded for the date"),
            Specification.Where<ProcedureVersionFacts>(v => v.InnerLimitsTooLong > 0 || v.InnerLimitsNotComparable == 0)),
    ];

    /// <inheritdoc/>
    protected override Specification<ProcedureVersionFacts> Requires => Where(v => v.InnerLimitsTooLong == 0);

    /// <inheritdoc/>
    protected override Reason Because(ProcedureVersionFacts subject) => Breach.Because(
        Info.Basis,
        ("version", subject.Id),
        ("first", new BilingualText(subject.TooLongVietnamese!, subject.TooLongEnglish!)),
        ("count", subject.InnerLimitsTooLong));
}
