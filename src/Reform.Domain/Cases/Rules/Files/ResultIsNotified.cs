using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Whichever way a case ends, the requester is told; asked from the day after the end on (thông báo kết quả).</summary>
internal sealed class ResultIsNotified(InForce law) : CaseFileRule(
    "CR-CAS-10",
    Severity.Error,
    new BilingualText("Không thông báo kết quả", "Result not notified"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "result_not_notified",
        "Kết thúc giải quyết ngày {ended}; đến ngày {as_of} chưa thông báo kết quả",
        "Ended on {ended}; nobody was told the result by {as_of}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => IsResolved & Where(c => c.AsOf > c.EndedOn);

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.ResultNotifiedOn != null || c.ReturnedOn != null);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("ended", Told(subject.EndedOn)), ("as_of", subject.AsOf));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.CharterOr("4.3.1", ProgrammeWords.ServingMembers).Select(l => new ResultIsNotified(l));
}
