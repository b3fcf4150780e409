using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A supplement to the file is asked for at most once (yêu cầu bổ sung hồ sơ một lần).</summary>
internal sealed class AtMostOneSupplementRequest(InForce law) : LoggedCaseRule(
    "CR-CAS-04",
    Severity.Error,
    new BilingualText("Yêu cầu bổ sung lần hai", "Second supplement request"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "supplement_requested_again",
        "Yêu cầu bổ sung hồ sơ {count} lần; chỉ được một lần",
        "A supplement was requested {count} times; once is allowed");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.KnowsSupplementActivity);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.SupplementActivities];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.SupplementRequests <= 1);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis, ("count", subject.SupplementRequests));

    /// <summary>The rule in each period in which a law says so, as over case files.</summary>
    public static IEnumerable<ComplianceRule<LoggedCaseFacts>> InEveryPeriod => new[] { CaseLaw.PartyProcedures("14(3)") }.Select(l => new AtMostOneSupplementRequest(l));
}
