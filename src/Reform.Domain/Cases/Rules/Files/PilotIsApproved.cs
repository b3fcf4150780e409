using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Pilots;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case is received under a pilot only once Central approved the pilot (thí điểm sau khi được đồng ý).</summary>
internal sealed class PilotIsApproved(InForce law) : CaseFileRule(
    "CR-PIL-01", Severity.Critical, new BilingualText("Thí điểm khi chưa được đồng ý", "Pilot before approval"), law)
{
    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.PilotId != null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.PilotApprovedOn), c => c.IsProcedureInPilot != null)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.PilotApprovedOn != null && c.ReceivedOn >= c.PilotApprovedOn);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => subject.PilotApprovedOn is LocalDate approved
        ? DeviationIsApproved.TooEarly.Because(Info.Basis, ("received", subject.ReceivedOn), ("pilot", subject.PilotId!), ("approved", approved))
        : DeviationIsApproved.Never.Because(Info.Basis, ("pilot", subject.PilotId!));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.Always(ProgrammeWords.Pilots) }.Select(l => new PilotIsApproved(l));
}
