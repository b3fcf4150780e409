using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;

namespace Reform.Domain.Delegation;


/// <summary>While a grant runs, grantor, grantee and unit exist, or somebody took the grant over (bên giao, bên nhận còn tồn tại).</summary>
public sealed class RunningGrantHasParties() : GrantStateRule(
    "CR-DLG-10", Severity.Critical, DelegationTitles.Ceased, DelegationLaw.Resolution190("4, 10"))
{
    private static readonly ReasonKind Breach = new(
        "running_grant_without_party",
        "Việc giao quyền '{grant}' của {grantor} cho {grantee} vẫn còn thời hạn nhưng một bên không còn và không ai kế thừa",
        "The grant '{grant}' of {grantor} to {grantee} still runs, but a party has ended and nobody took the grant over");

    /// <inheritdoc/>
    protected override Specification<GrantStateFacts> AppliesWhen => Where(g => g.IsRunning);

    /// <inheritdoc/>
    protected override Specification<GrantStateFacts> Requires => Where(g => g.GranteeExists && g.GrantorExists && g.UnitExists);

    /// <inheritdoc/>
    protected override Reason Because(GrantStateFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("grant", subject.GrantId), ("grantor", subject.GrantorId), ("grantee", subject.GranteeId));
    }
}
