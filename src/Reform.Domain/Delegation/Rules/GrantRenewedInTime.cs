using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;


/// <summary>A grant on which pending cases rest does not end within some days (việc giao quyền sắp hết hiệu lực).</summary>
public sealed class GrantRenewedInTime() : GrantStateRule(
    "CR-DLG-19", Severity.Info, DelegationTitles.ExpiringSoon, DelegationLaw.Since2025("9", "14"))
{
    private static readonly LegalBasis Policy = new(new BilingualText("Chính sách: nhắc trước 30 ngày", "Policy: a reminder 30 days ahead"));

    private static readonly ReasonKind Breach = new(
        "grant_expiring_soon",
        "Việc giao quyền '{grant}' còn hiệu lực đến hết ngày {last}; {cases} hồ sơ đang giải quyết dựa vào đó",
        "The grant '{grant}' is in force until {last}; {cases} pending case(s) rest on it");

    private static readonly RuleParameter Ahead = RuleParameter.Always(
        "warning_days", new BilingualText("số ngày nhắc trước", "days of warning"), Tightening.Higher, 30, Policy);

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Ahead];

    /// <inheritdoc/>
    protected override Specification<GrantStateFacts> AppliesWhen => Where(g => g.IsInForce && g.LastDay != null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<GrantStateFacts>> Needs
    {
        get
        {
            int days = ValueOf(Ahead);
            return [new("pending_cases", new BilingualText("số hồ sơ đang giải quyết dựa vào việc giao quyền", "the pending cases that rest on the grant"), Where(g => g.DaysLeft > days || g.PendingCases != null))];
        }
    }

    /// <inheritdoc/>
    protected override Specification<GrantStateFacts> Requires
    {
        get
        {
            int days = ValueOf(Ahead);
            return Where(g => g.DaysLeft > days || g.PendingCases == 0);
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(GrantStateFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("grant", subject.GrantId), ("last", subject.LastDay!.Value), ("cases", subject.PendingCases!.Value));
    }
}
