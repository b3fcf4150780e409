using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What needs a least wait waits for it: probation, the wait after discipline or after leaving (thời gian tối thiểu).</summary>
internal sealed class LeastWaitsMet(InForce law) : CaseFileRule(
    "CR-CAS-21",
    Severity.Error,
    new BilingualText("Chưa đủ thời gian tối thiểu", "Minimum wait not met"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "least_wait_not_met", "Hồ sơ tiếp nhận ngày {received}: chưa đủ thời gian tối thiểu", "Received on {received}: a least wait was not met");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.LeastWaits != null && c.LeastWaits != ClockState.NotStarted && c.LeastWaits != ClockState.Running);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.LeastWaits), c => c.LeastWaits != ClockState.Unknown)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.LeastWaits != ClockState.Broken);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("received", subject.ReceivedOn));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.CharterOr("3.5.1, 28.3.1", ProgrammeWords.StandardProcesses).Select(l => new LeastWaitsMet(l));
}
