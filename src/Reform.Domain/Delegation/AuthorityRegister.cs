using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>The powers, their holders by law and every grant of them (sổ thẩm quyền); immutable, shared.</summary>
public sealed class AuthorityRegister
{
    private readonly Dictionary<string, Power> powers = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Power, string Grantee), List<Grant>> grantsTo = [];

    /// <summary>Creates a register.</summary>
    /// <param name="powers">The powers.</param>
    /// <param name="grants">The grants, in any order.</param>
    /// <exception cref="ArgumentException">An identifier stands twice, or a grant is of a power that is not in the register.</exception>
    public AuthorityRegister(IEnumerable<Power> powers, IEnumerable<Grant> grants)
    {
        ArgumentNullException.ThrowIfNull(powers);
        ArgumentNullException.ThrowIfNull(grants);
        Powers = powers.ToValueList();
        Grants = grants.ToValueList();
        foreach (Power power in Powers)
        {
            if (!this.powers.TryAdd(power.Id, power))
            {
                throw new ArgumentException("The power '" + power.Id + "' stands twice.", nameof(powers));
            }
        }

        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (Grant grant in Grants)
        {
            if (!ids.Add(grant.Id))
            {
                throw new ArgumentException("The grant '" + grant.Id + "' stands twice.", nameof(grants));
            }

            if (!this.powers.ContainsKey(grant.PowerId))
            {
                throw new ArgumentException("The power '" + grant.PowerId + "' of the grant '" + grant.Id + "' is unknown.", nameof(grants));
            }

            if (!grantsTo.TryGetValue((grant.PowerId, grant.GranteeId), out List<Grant>? list))
            {
                grantsTo.Add((grant.PowerId, grant.GranteeId), list = []);
            }

            list.Add(grant);
        }
    }

    /// <summary>The powers, in the order given.</summary>
    public ValueList<Power> Powers { get; }

    /// <summary>The grants, in the order given.</summary>
    public ValueList<Grant> Grants { get; }

    /// <summary>Finds a power.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The power, or null when the register does not have it.</returns>
    public Power? FindPower(string id) => powers.GetValueOrDefault(id);

    /// <summary>Says whether an actor holds a power for a case on a date, and by which chain of grants.</summary>
    /// <remarks>
    /// Competent is who holds the power by law on that date, or to whom a grant in force and in scope passes it, whose grantor
    /// is competent on that date too and, unless it holds the power by law, was itself allowed to pass it on. The shortest
    /// chain is given. Takes time in proportion to the grants of the power, whatever their shape; grants in a circle are harmless.
    /// </remarks>
    /// <param name="question">Who, which power, when, where and for which procedure.</param>
    /// <returns>The decision.</returns>
    /// <exception cref="ArgumentException">The power is not in the register.</exception>
    public AuthorityDecision Check(AuthorityQuestion question)
    {
        ArgumentNullException.ThrowIfNull(question);
        if (!powers.TryGetValue(question.PowerId, out Power? power))
        {
            throw new ArgumentException("The power '" + question.PowerId + "' is not in the register.", nameof(question));
        }

        var reach = new AuthorityReach(question, power, at => GrantsTo(power, at));
        return reach.FindChain() is ValueList<AuthorityLink> chain
            ? new AuthorityDecision(question, chain, AuthorityBreak.None, null, null)
            : ExplainedBreak(question, power, reach);
    }

    // From the actor up as long as the grantor lacked the power itself; then put together from the top.
    private AuthorityDecision ExplainedBreak(AuthorityQuestion question, Power power, AuthorityReach reach)
    {
        var met = new HashSet<string>(StringComparer.Ordinal);
        var steps = new List<(string ActorId, Grant? Grant, AuthorityBreak Cause)>();
        for (string? at = question.ActorId; at is not null && met.Add(at);)
        {
            (Grant? grant, AuthorityBreak cause) = NearestBreak(question with { ActorId = at }, power, reach);
            steps.Add((at, grant, cause));
            at = cause == AuthorityBreak.GrantorLackedPower ? grant!.GrantorId : null;
        }

        AuthorityDecision? above = null;
        for (int i = steps.Count - 1; i >= 0; i--)
        {
            above = new AuthorityDecision(question with { ActorId = steps[i].ActorId }, [], steps[i].Cause, steps[i].Grant, above);
        }

        return above!;
    }

    private (Grant? Grant, AuthorityBreak Cause) NearestBreak(AuthorityQuestion question, Power power, AuthorityReach reach)
    {
        (Grant? Grant, AuthorityBreak Cause, int DaysAway) nearest = (null, AuthorityBreak.NoGrant, 0);
        foreach (Grant grant in GrantsTo(power, question.ActorId))
        {
            (AuthorityBreak cause, int daysAway) = WhyBroken(grant, question, reach);
            int rank = Rank(cause).CompareTo(Rank(nearest.Cause));
            if (rank > 0 || (rank == 0 && daysAway < nearest.DaysAway))
            {
                nearest = (grant, cause, daysAway);
            }
        }

        return (nearest.Grant, nearest.Cause);
    }

    private static (AuthorityBreak Cause, int DaysAway) WhyBroken(Grant grant, AuthorityQuestion question, AuthorityReach reach)
    {
        if (grant.Validity.StartsAfter(question.On))
        {
            return (AuthorityBreak.NotYetInForce, Period.DaysBetween(question.On, grant.Validity.From!.Value));
        }

        if (grant.Validity.EndedBy(question.On))
        {
            return (AuthorityBreak.Expired, Period.DaysBetween(grant.Validity.To!.Value, question.On) + 1);
        }

        if (!grant.Scope.Covers(question.Territory, question.ProcedureCode))
        {
            return (AuthorityBreak.OutOfScope, 0);
        }

        return (reach.IsCompetent(grant.GrantorId) ? AuthorityBreak.OnwardNotPermitted : AuthorityBreak.GrantorLackedPower, 0);
    }

    // Expired and not yet in force came equally far: the nearer date tells.
    private static int Rank(AuthorityBreak cause) => cause == AuthorityBreak.NotYetInForce ? (int)AuthorityBreak.Expired : (int)cause;

    private List<Grant> GrantsTo(Power power, string granteeId) => grantsTo.GetValueOrDefault((power.Id, granteeId)) ?? [];
}
