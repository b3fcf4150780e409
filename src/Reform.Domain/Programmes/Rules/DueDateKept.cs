using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>The due date of a task is not moved back again and again, nor when it is over already (không lùi hạn nhiều lần).</summary>
/// <remarks>Two times are a choice of this library, no law; a unit may allow fewer.</remarks>
public sealed class DueDateKept() : ComplianceRule<ProgrammeTaskFacts>(
    "CR-PRG-13",
    Severity.Warning,
    new BilingualText("Lùi hạn nhiều lần", "Repeated re-dating"),
    Basis)
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("kỷ luật, kỷ cương", "discipline");

    private static readonly ReasonKind Breach = new(
        "due_date_moved",
        "Nhiệm vụ '{task}' lùi hạn {times} lần, trong đó {late} lần khi đã quá hạn",
        "The due date of the task '{task}' was moved back {times} time(s), and changed {late} time(s) when it was over already");

    private static readonly RuleParameter Most = RuleParameter.Always(
        "most_redatings", new BilingualText("số lần lùi hạn nhiều nhất", "the most times of moving back"), Tightening.Lower, 2, Basis);

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Most];

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> AppliesWhen => Where(f => f.HasDue);

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> Requires
    {
        get
        {
            int most = ValueOf(Most);
            return Where(f => f.Redatings <= most && f.RedatingsAfterExpiry == 0);
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(ProgrammeTaskFacts subject) => Breach.Because(
        Info.Basis, ("task", subject.Id), ("times", subject.Redatings), ("late", subject.RedatingsAfterExpiry));
}
