using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A supplement is asked for once, unless about papers that a supplement brought (yêu cầu bổ sung một lần).</summary>
internal sealed class SupplementAskedOnce(InForce law) : CaseFileRule(
    "CR-CAS-04",
    Severity.Error,
    new BilingualText("Yêu cầu bổ sung lần hai", "Second supplement request"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "supplement_asked_again",
        "Yêu cầu bổ sung hồ sơ {count} lần; chỉ được một lần",
        "A supplement was asked for {count} times; once is allowed");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.SupplementRequests > 0);

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.SupplementRequests <= 1);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("count", subject.SupplementRequests));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.PartyProcedures("14(3)") }.Select(l => new SupplementAskedOnce(l));
}
