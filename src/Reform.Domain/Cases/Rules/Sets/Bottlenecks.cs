using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Gathers the late cases of each unit and procedure, and asks whether one step took most of their time (CR-CAS-25).</summary>
internal sealed class Bottlenecks() : SetRule<CaseFacts, StepTimeFacts>(new NoBottleneck())
{
    /// <inheritdoc/>
    public override Specification<CaseFacts> Among { get; } = Specification.Where<CaseFacts>(c =>
        (c.Outcome == null || c.Outcome != CaseOutcome.Withdrawn)
        && (c.Timeliness == Timeliness.Late || c.Timeliness == Timeliness.PendingOverdue
            || c.WholeLimit == ClockState.Broken || (c.AwaitsHandOver && c.WholeLimit == ClockState.Overdue)));

    /// <inheritdoc/>
    protected override IEnumerable<StepTimeFacts> Sets(IEnumerable<CaseFacts> members, LocalDate asOf) => members
        .GroupBy(c => (c.UnitId, Key: CaseSetKey.Of(c))).OrderBy(g => g.Key.Key, StringComparer.Ordinal)
        .Select(g => FactsOf(g.Key.Key, g.Key.UnitId, asOf, [.. g]));

    private static StepTimeFacts FactsOf(string key, string unit, LocalDate asOf, CaseFacts[] late)
    {
        (int Step, int Days)[] steps = [.. late.SelectMany(c => StepDaysText.Parse(c.StepDays)).GroupBy(s => s.Step)
            .Select(g => (g.Key, g.Sum(s => s.WorkingDays))).OrderByDescending(s => s.Item2).ThenBy(s => s.Key)];
        return new StepTimeFacts(
            key, unit, asOf, late.Length, late.Count(c => c.StepDays is null), steps.Length,
            steps.Length == 0 ? null : steps[0].Step, steps.Length == 0 ? 0 : steps[0].Days, steps.Sum(s => s.Days));
    }
}

/// <summary>No step takes more than its share of the time of late cases (khâu chậm nhất).</summary>
internal sealed class NoBottleneck() : ComplianceRule<StepTimeFacts>(
    "CR-CAS-25",
    Severity.Info,
    new BilingualText("Khâu chậm nhất", "Bottleneck step"),
    LegalBasis.Programme72("nâng cao chất lượng xử lý từng khâu", "better handling of every step"))
{
    private static readonly ReasonKind Breach = new(
        "bottleneck_step",
        "Bước {step} chiếm {days} trên {all} ngày làm việc của {cases} hồ sơ chậm",
        "Step {step} took {days} of the {all} working days of {cases} late case(s)");

    private static readonly RuleParameter Most = RuleParameter.Always(
        "most_percent",
        new BilingualText("tỉ lệ thời gian tối đa của một bước (%)", "most of the time in one step (%)"),
        Tightening.Lower,
        50,
        CaseLaw.Policy("một bước không quá nửa thời gian", "no step above half of the time"));

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Most];

    /// <inheritdoc/>
    protected override Specification<StepTimeFacts> AppliesWhen => Where(s => s.LateCases > 0 && s.Steps != 1);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<StepTimeFacts>> Needs =>
    [
        new Fact<StepTimeFacts>(
            "step_days", CaseWords.All[nameof(CaseFacts.StepDays)], Specification.Where<StepTimeFacts>(s => s.Days > 0)),
    ];

    /// <inheritdoc/>
    protected override Specification<StepTimeFacts> Requires
    {
        get
        {
            int most = ValueOf(Most);
            return Where(s => s.DaysOfStep * 100L <= most * (long)s.Days);
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(StepTimeFacts subject) => Breach.Because(
        Info.Basis, ("step", subject.Step!.Value), ("days", subject.DaysOfStep), ("all", subject.Days), ("cases", subject.LateCases));
}
