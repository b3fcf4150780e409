namespace Reform.Domain.Delegation;

/// <summary>Why a grant does not make its grantee competent in a case on a day: every cause, in the order in which they are looked at.</summary>
/// <param name="model">The model.</param>
/// <param name="question">The question.</param>
/// <param name="capacity">As whom the actor asks; null: nobody in particular, so that who took over from the grantee is as good as the grantee.</param>
internal sealed class GrantCauses(AuthorityModel model, AuthorityQuestion question, Capacity? capacity)
{
    private readonly int day = DayNumber.Of(question.On);

    /// <summary>How far a cause lies on the way to competence; the farther, the nearer the grant came.</summary>
    public static int StageOf(AuthorityBreak cause) => cause switch
    {
        AuthorityBreak.NoGrant => 0,
        AuthorityBreak.GranteeCeased or AuthorityBreak.GrantorCeased or AuthorityBreak.UnitCeased or AuthorityBreak.FunctionTransferred => 2,
        AuthorityBreak.GrantNotYetInForce or AuthorityBreak.GrantExpired or AuthorityBreak.GrantSuspended
            or AuthorityBreak.Revoked or AuthorityBreak.Lapsed or AuthorityBreak.HolderNotYet or AuthorityBreak.HolderNoLonger => 3,
        AuthorityBreak.GrantorLostPower => 4,
        AuthorityBreak.OutOfScope or AuthorityBreak.ConditionNotMet => 5,
        _ => 1,
    };

    /// <summary>The causes that lie in the grant itself, in what it rests on, and in the case; none when nothing is wrong.</summary>
    public List<AuthorityBreak> Of(int grant) => [.. BeforeScope(grant), .. Scope(grant)];

    /// <summary>The causes that lie in the grant itself and in what it rests on, whatever the case.</summary>
    public List<AuthorityBreak> BeforeScope(int grant)
    {
        List<AuthorityBreak> causes = [.. Lawfulness(grant), .. Existence(grant), .. Time(grant)];
        bool explained = causes.Contains(AuthorityBreak.GrantorLackedPower) || causes.Contains(AuthorityBreak.SubdelegationForbidden)
            || causes.Contains(AuthorityBreak.GrantorCeased);
        if (!explained && !model.BasisOn(grant, day))
        {
            causes.Add(AuthorityBreak.GrantorLostPower);
        }

        return causes;
    }

    /// <summary>
    /// How near a grant lies in time: a grant in its days first, then those that ended, the last one first, then those to come. The
    /// order of two grants changes only on a day on which one of them begins or ends.
    /// </summary>
    public (int Group, int Days) Nearness(int grant)
    {
        GrantLife life = model.Lives[grant];
        int ended = Math.Min(life.Ends, Math.Min(life.RevokedAndNotified, life.LapsedFrom));
        return day < life.Starts ? (2, life.Starts) : day >= ended ? (1, -ended) : (0, 0);
    }

    private IEnumerable<AuthorityBreak> Lawfulness(int grant)
    {
        Grant given = model.Grants[grant];
        if (given.Kind == GrantKind.Assignment)
        {
            yield return AuthorityBreak.PassesNoPower;
        }
        else if (!model.DelegableDays(grant).Contains(day))
        {
            yield return AuthorityBreak.NonDelegable;
        }

        foreach (AuthorityBreak flaw in model.Laws[grant].Flaws)
        {
            yield return flaw;
        }

        int parent = model.Forest.Parents[grant];
        bool onward = parent < 0 || !model.FitsParent(grant)
            || (model.Lives[parent].OnwardDays.Contains(model.Lives[grant].Starts) && model.Lives[parent].OnwardDays.Contains(day));
        if (!onward && !model.Laws[grant].Flaws.Contains(AuthorityBreak.SubdelegationForbidden))
        {
            yield return AuthorityBreak.SubdelegationForbidden;
        }
        else if (onward && model.WasVoidFromStart(grant))
        {
            yield return AuthorityBreak.GrantorLackedPower;
        }
    }

    private IEnumerable<AuthorityBreak> Existence(int grant)
    {
        Grant given = model.Grants[grant];
        bool holds = capacity is { IsCarried: false } ? model.Organization.KeptDays(given.GranteeId, model.FieldOf(grant)).Contains(day)
            : model.DaysOfGrantee(grant).Contains(day);
        if (!holds)
        {
            yield return model.Organization.LifeOf(given.GranteeId).Contains(day) ? AuthorityBreak.FunctionTransferred : AuthorityBreak.GranteeCeased;
        }

        if (!model.DaysOfGrantor(grant).Contains(day))
        {
            yield return AuthorityBreak.GrantorCeased;
        }

        if (!model.UnitLife(given.UnitId).Contains(day))
        {
            yield return AuthorityBreak.UnitCeased;
        }
    }

    private IEnumerable<AuthorityBreak> Time(int grant)
    {
        GrantLife life = model.Lives[grant];
        if (day < life.Starts)
        {
            yield return AuthorityBreak.GrantNotYetInForce;
        }

        if (day >= life.RevokedAndNotified)
        {
            yield return AuthorityBreak.Revoked;
        }

        if (day >= life.LapsedFrom)
        {
            yield return AuthorityBreak.Lapsed;
        }

        if (day >= life.Ends)
        {
            yield return AuthorityBreak.GrantExpired;
        }

        if (life.SuspendedDays.Contains(day))
        {
            yield return AuthorityBreak.GrantSuspended;
        }
    }

    private IEnumerable<AuthorityBreak> Scope(int grant)
    {
        // Who took over in some territories only is out of scope where the grant reaches into the others only.
        ScopeFit fit = (capacity?.Fit ?? ScopeFit.Inside).And(new ChainScope(model, question).OfGrant(grant));
        if (fit.Kind == ScopeFitKind.Outside)
        {
            yield return fit.Dimension == ChainScope.Condition ? AuthorityBreak.ConditionNotMet : AuthorityBreak.OutOfScope;
        }
    }
}
