using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;


/// <summary>
/// A grant in force is checked by the grantor or reported on by the grantee (kiểm tra, báo cáo việc giao quyền): of the State, decentralisation and
/// mandates; of the Party, what Regulation 294-QĐ/TW, 22 lets be passed on. How often is a policy: the law says "regularly".
/// </summary>
public sealed class GrantIsWatched() : GrantStateRule("CR-DLG-15", Severity.Warning, DelegationTitles.NotMonitored, Law)
{
    private static readonly LegalBasis Policy = new(new BilingualText("Chính sách: ít nhất mỗi năm một lần", "Policy: at least once a year"));
    private static readonly DelegationLaw State = DelegationLaw.Since2025("8-9");
    private static readonly DelegationLaw Party = DelegationLaw.Regulation294("22.2");
    private static readonly DelegationLaw Law = State with { Basis = DelegationLaw.Both(State.Basis, Party.Basis) };

    private static readonly ReasonKind Breach = new(
        "grant_not_watched",
        "Việc giao quyền '{grant}' chưa được kiểm tra, báo cáo từ ngày {since}, quá {days} ngày",
        "The grant '{grant}' was not checked or reported on since {since}, for more than {days} days");

    private static readonly RuleParameter Interval = RuleParameter.Always(
        "interval_days", new BilingualText("số ngày tối đa giữa hai lần kiểm tra, báo cáo", "most days between two checks or reports"), Tightening.Lower, 365, Policy);

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Interval];

    /// <inheritdoc/>
    protected override Specification<GrantStateFacts> AppliesWhen
    {
        get
        {
            LocalDate from = Party.Validity.From!.Value;
            LocalDate to = Party.Validity.To!.Value;
            return Where(g => g.IsInForce && (g.Kind == GrantKind.Mandate || g.Kind == GrantKind.Decentralization)
                && (g.System == OrganizationSystem.State || (g.System == OrganizationSystem.Party && g.HasConditions && g.AsOf >= from && g.AsOf < to)));
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Fact<GrantStateFacts>> Needs =>
    [
        new("monitoring", new BilingualText("số liệu kiểm tra, báo cáo việc giao quyền", "the record of checks and reports"), Where(g => g.DaysUnwatched != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<GrantStateFacts> Requires
    {
        get
        {
            int most = ValueOf(Interval);
            return Where(g => g.DaysUnwatched <= most);
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(GrantStateFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("grant", subject.GrantId), ("since", subject.LastWatchedOn!.Value), ("days", ValueOf(Interval)));
    }
}
