using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>The coordinator urges an open task that is overdue by more than a few working days (đôn đốc nhiệm vụ quá hạn).</summary>
/// <remarks>Three working days are a choice of this library, no law; a unit may set fewer.</remarks>
public sealed class OverdueTaskIsUrged() : ComplianceRule<ProgrammeTaskFacts>(
    "CR-PRG-06",
    Severity.Warning,
    new BilingualText("Quá hạn không đôn đốc", "Overdue without urging"),
    Basis)
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("theo dõi, đôn đốc", "monitored, urged");

    private static readonly ReasonKind Breach = new(
        "overdue_not_urged",
        "Nhiệm vụ '{task}' quá hạn {days} ngày làm việc, hạn {due}, chưa được đôn đốc",
        "The task '{task}' is {days} working day(s) overdue, due on {due}, and nobody urged it");

    private static readonly RuleParameter Most = RuleParameter.Always(
        "most_overdue_working_days",
        new BilingualText("số ngày làm việc quá hạn mà chưa phải đôn đốc", "the working days overdue without urging"),
        Tightening.Lower,
        3,
        Basis);

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Most];

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> AppliesWhen
    {
        get
        {
            int most = ValueOf(Most);
            return Where(f => f.Progress != TaskProgress.Done && f.Timeliness == TaskTimeliness.Overdue
                && (f.OverdueWorkingDays == null || f.OverdueWorkingDays > most));
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ProgrammeTaskFacts>> Needs =>
    [
        new Fact<ProgrammeTaskFacts>(
            "overdue_working_days",
            new BilingualText("số ngày làm việc quá hạn", "how many working days it is overdue"),
            Specification.Where<ProgrammeTaskFacts>(f => f.UrgedOn != null || f.OverdueWorkingDays != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> Requires => Where(f => f.UrgedOn != null);

    /// <inheritdoc/>
    protected override Reason Because(ProgrammeTaskFacts subject) => Breach.Because(
        Info.Basis, ("task", subject.Id), ("days", subject.OverdueWorkingDays!.Value), ("due", subject.DueOn!.Value));
}
