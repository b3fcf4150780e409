using Reform.Domain.Explanations;
using Reform.Domain.Pilots;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case under an approved pilot lies within what was approved: procedure, unit and dates (trong phạm vi thí điểm).</summary>
internal sealed class HandledWithinPilot(InForce law) : CaseFileRule(
    "CR-PIL-03", Severity.Critical, new BilingualText("Thí điểm ngoài phạm vi, hết hạn", "Pilot out of scope or ended"), law)
{
    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.PilotId != null && (c.PilotApprovedOn != null || c.IsProcedureInPilot == null));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.PilotApprovedOn), c => c.IsProcedureInPilot != null)];

    /// <inheritdoc/>
    protected override IEnumerable<Condition<CaseFacts>> Conditions =>
    [
        new("procedure", new BilingualText("thủ tục ngoài phạm vi", "another procedure"), Where(c => c.IsProcedureInPilot == true)),
        new("unit", new BilingualText("đơn vị ngoài phạm vi", "another unit"), Where(c => c.IsUnitInPilot == true)),
        new("begun", new BilingualText("trước thời gian thí điểm", "before its period"), Where(c => c.PilotFrom == null || c.ReceivedOn >= c.PilotFrom)),
        new(
            "not_over",
            new BilingualText("sau khi thí điểm kết thúc", "after its end"),
            Where(c => c.PilotUntil == null || (c.EndedOn != null && c.EndedOn < c.PilotUntil) || (c.EndedOn == null && c.AsOf < c.PilotUntil))),
    ];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => All(Conditions);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) =>
        WithinApprovedScope.Breach.Because(Info.Basis, ("pilot", subject.PilotId!), ("broken", Broken(subject)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.Always(ProgrammeWords.Pilots) }.Select(l => new HandledWithinPilot(l));
}
