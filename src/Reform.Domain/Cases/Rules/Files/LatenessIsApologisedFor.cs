using Reform.Domain.Explanations;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Of the State: a late case is apologised for with a new date, and only once (xin lỗi và hẹn lại một lần).</summary>
internal sealed class LatenessIsApologisedFor(InForce law) : CaseFileRule(
    "CR-CAS-19",
    Severity.Warning,
    new BilingualText("Hẹn lại quá một lần, thiếu xin lỗi", "Re-appointment more than once, or no apology"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "lateness_not_apologised_for", "Xin lỗi và hẹn lại {count} lần, không đạt yêu cầu: {broken}", "Apologised {count} time(s); not met: {broken}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen =>
        Where(c => c.System == null || c.System == OrganizationSystem.State) & (MayBeLate | Where(c => c.Apologies > 0));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.System), c => c.System != null)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => All(Conditions);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<CaseFacts>> Conditions =>
    [
        new("apology_given", new BilingualText("quá hạn phải có xin lỗi", "a late case is apologised for"), Where(c => c.Apologies > 0) | !MayBeLate, TimelinessKnown),
        new("once", new BilingualText("chỉ hẹn lại một lần", "a new date is given once"), Where(c => c.Apologies <= 1)),
    ];

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("count", subject.Apologies), ("broken", Broken(subject)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.OneStop().Select(l => new LatenessIsApologisedFor(l));
}
