using System.Globalization;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>The mean of the reductions of the procedures of a unit in a period reaches the target (mức rút ngắn bình quân đạt mục tiêu).</summary>
/// <remarks>The targets are those of the Government's programme of 2025 and 2026 for procedures of production and business; other years have none, and are not judged. A unit may set a higher one.</remarks>
public sealed class ShorteningTargetMet() : ComplianceRule<ReductionFacts>(
    "CR-PRC-13",
    Severity.Warning,
    new BilingualText("Mục tiêu rút ngắn chưa đạt", "Shortening target missed"),
    LegalBasis.Programme72("rà soát, rút ngắn thời gian", "reviewed, shorter time"))
{
    private static readonly ReasonKind Breach = new(
        "shortening_target_missed",
        "Bình quân {procedures} thủ tục rút ngắn {mean}%, chưa tới mục tiêu {target}%",
        "{procedures} procedure(s) are {mean}% shorter on average, below the target of {target}%");

    private static readonly ReasonKind Bounded = new(
        "shortening_target_out_of_reach",
        "Bình quân {procedures} thủ tục rút ngắn nhiều nhất {mean}% dù tính {untold} thủ tục chưa rõ là giảm hết, chưa tới mục tiêu {target}%",
        "{procedures} procedure(s) are at most {mean}% shorter on average, even if the {untold} undecided one(s) took no time, below the target of {target}%");

    private static readonly RuleParameter Target = new(
        "target_percent",
        new BilingualText("mục tiêu rút ngắn (%)", "reduction target (%)"),
        Tightening.Higher,
        new DatedValues<int>(
        [
            new Dated<int>(30, new Validity(new LocalDate(2025, 3, 26), new LocalDate(2026, 1, 1)), LegalBasis.Citing("Nghị quyết 66/NQ-CP")),
            new Dated<int>(50, new Validity(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1)), LegalBasis.Citing("Nghị quyết 66/NQ-CP")),
        ]));

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Target];

    /// <inheritdoc/>
    protected override Specification<ReductionFacts> AppliesWhen => Where(f => f.Procedures > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ReductionFacts>> Needs
    {
        get
        {
            int least = ValueOf(Target) * 100;
            return
            [
                new Fact<ReductionFacts>(
                    "comparable_limits",
                    new BilingualText("thời hạn trước và sau so sánh được của mọi thủ tục", "limits before and after of every procedure that can be compared"),
                    Specification.Where<ReductionFacts>(f => f.Untold == 0 || f.MeanAtMost < least)),
            ];
        }
    }

    /// <inheritdoc/>
    protected override Specification<ReductionFacts> Requires
    {
        get
        {
            int least = ValueOf(Target) * 100;
            return Where(f => f.MeanAtMost >= least);
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(ReductionFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        string mean = (subject.MeanAtMost / 100m).ToString("0.##", CultureInfo.InvariantCulture);
        return subject.Untold == 0
            ? Breach.Because(Info.Basis, ("procedures", subject.Procedures), ("mean", mean), ("target", ValueOf(Target)))
            : Bounded.Because(
                Info.Basis, ("procedures", subject.Procedures), ("mean", mean), ("untold", subject.Untold), ("target", ValueOf(Target)));
    }
}
