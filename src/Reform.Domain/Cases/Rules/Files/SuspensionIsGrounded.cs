using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A suspension has a ground and an end, and does not outlast it (tạm dừng có căn cứ).</summary>
internal sealed class SuspensionIsGrounded(InForce law) : CaseFileRule(
    "CR-CAS-14",
    Severity.Error,
    new BilingualText("Tạm dừng không căn cứ", "Suspension without ground"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "suspension_not_grounded", "Tạm dừng {count} lần, không đạt yêu cầu: {broken}", "Suspended {count} time(s); not met: {broken}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.Suspensions > 0);

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => All(Conditions);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<CaseFacts>> Conditions =>
    [
        new("has_ground", new BilingualText("có căn cứ", "it has a ground"), Where(c => c.SuspensionsWithoutGround == 0)),
        new("has_end", new BilingualText("có ngày kết thúc", "it has an end"), Where(c => c.SuspensionsWithoutEnd == 0)),
        new(
            "not_too_long",
            new BilingualText("không quá thời gian cho phép", "it is no longer than allowed"),
            Where(c => c.SuspensionsTooLong == 0),
            Known(nameof(CaseFacts.SuspensionsUnlimited), c => c.SuspensionsTooLong > 0 || c.SuspensionsUnlimited == 0)),
    ];

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("count", subject.Suspensions), ("broken", Broken(subject)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.Always(ProgrammeWords.StandardProcesses) }.Select(l => new SuspensionIsGrounded(l));
}
