using Reform.Domain.Explanations;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;


/// <summary>
/// While admission is delegated to a base, it still has more than 100 members and good ratings (còn đủ điều kiện được ủy quyền); else the superior
/// revokes. The conditions are those of <see cref="AdmissionDelegation"/>.
/// </summary>
public sealed class ConditionsStillMet() : GrantStateRule(
    "CR-DLG-16", Severity.Warning, DelegationTitles.ConditionsGone, DelegationLaw.Regulation294("22.1"))
{
    private static readonly ReasonKind Breach = new(
        "grant_conditions_gone",
        "Việc giao quyền '{grant}' còn hiệu lực nhưng {grantee} không còn đủ điều kiện (số đảng viên, kết quả xếp loại)",
        "The grant '{grant}' is in force, but {grantee} no longer meets its conditions (members, ratings)");

    /// <inheritdoc/>
    protected override Specification<GrantStateFacts> AppliesWhen => Where(g => g.IsInForce && g.HasConditions);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<GrantStateFacts>> Needs =>
    [
        new("base_setting", new BilingualText("loại hình tổ chức cơ sở đảng", "the kind of base"), Where(g => g.IsSettingKnown || g.Conditions == Eligibility.NotEligible)),
        new("members", new BilingualText("số đảng viên", "the number of members"), Where(g => g.Members != null || g.Conditions == Eligibility.NotEligible)),
        new(
            "ratings",
            new BilingualText("kết quả xếp loại ba năm liền kề", "the ratings of the last three years"),
            Where(g => g.Conditions != Eligibility.Unknown || !g.IsSettingKnown || g.Members == null)),
    ];

    /// <inheritdoc/>
    protected override Specification<GrantStateFacts> Requires => Where(g => g.Conditions == Eligibility.Eligible);

    /// <inheritdoc/>
    protected override Reason Because(GrantStateFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("grant", subject.GrantId), ("grantee", subject.GranteeId));
    }
}
