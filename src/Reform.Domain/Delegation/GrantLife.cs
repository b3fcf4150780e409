using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>What a grant and its events say of its days, whatever it rests on: when it runs, and on which terms.</summary>
internal sealed class GrantLife
{
    private readonly List<(int From, GrantScope Scope)> scopes;

    private GrantLife(Grant grant)
    {
        Starts = Math.Max(DayNumber.FromOrMin(grant.Validity.From), DayNumber.Of(grant.Instrument.Date));
        Ends = DayNumber.ToOrMax(grant.Validity.To);
        scopes = [(DayNumber.Min, grant.Scope)];
        OnwardDays = grant.AllowsOnward ? IntervalSet.Always : IntervalSet.Empty;
    }

    /// <summary>The first day: not before the instrument.</summary>
    public int Starts { get; }

    /// <summary>The first day after its period, as amended.</summary>
    public int Ends { get; private set; }

    public IntervalSet SuspendedDays { get; private set; }

    /// <summary>The day from which it is revoked, or the end of time.</summary>
    public int RevokedFrom { get; private set; } = DayNumber.Max;

    /// <summary>The day from which the grantee cannot rely on it any more: revoked and told.</summary>
    public int RevokedAndNotified { get; private set; } = DayNumber.Max;

    public int LapsedFrom { get; private set; } = DayNumber.Max;

    public GrantEvent.Lapsed? Lapse { get; private set; }

    /// <summary>The days on which its terms let it be passed on.</summary>
    public IntervalSet OnwardDays { get; private set; }

    /// <summary>The days on which it runs.</summary>
    public IntervalSet OwnDays => IntervalSet.Of(Starts, Math.Min(Ends, Math.Min(RevokedAndNotified, LapsedFrom))).Except(SuspendedDays);

    /// <summary>Every day on which something of the above changes.</summary>
    public IEnumerable<int> Turns =>
        [Starts, Ends, RevokedFrom, RevokedAndNotified, LapsedFrom, .. SuspendedDays.Bounds.ToArray(), .. OnwardDays.Bounds.ToArray(), .. scopes.Select(s => s.From)];

    public IEnumerable<GrantScope> Scopes => scopes.Select(s => s.Scope);

    public GrantScope ScopeOn(int day)
    {
        GrantScope scope = scopes[0].Scope;
        for (int i = 1; i < scopes.Count && scopes[i].From <= day; i++)
        {
            scope = scopes[i].Scope;
        }

        return scope;
    }

    /// <summary>Puts a grant and its events together.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="events">Its events; of one day, in the order in which they were recorded.</param>
    public static GrantLife Of(Grant grant, IEnumerable<GrantEvent> events)
    {
        var life = new GrantLife(grant);
        int suspendedFrom = DayNumber.Max;
        foreach (GrantEvent step in events.OrderBy(e => DayNumber.Of(e.On)))
        {
            int on = DayNumber.Of(step.On);
            switch (step)
            {
                case GrantEvent.Amended amended when on < life.Ends:
                    life.Amend(amended, on);
                    break;
                case GrantEvent.Suspended:
                    suspendedFrom = Math.Min(suspendedFrom, on);
                    break;
                case GrantEvent.Resumed:
                    life.SuspendedDays = life.SuspendedDays.Union(IntervalSet.Of(suspendedFrom, on));
                    suspendedFrom = DayNumber.Max;
                    break;
                case GrantEvent.Revoked revoked:
                    life.RevokedFrom = Math.Min(life.RevokedFrom, on);
                    life.RevokedAndNotified = Math.Min(life.RevokedAndNotified, Math.Max(on, DayNumber.FromOrMin(revoked.NotifiedOn)));
                    break;
                case GrantEvent.Lapsed lapsed when on < life.LapsedFrom:
                    life.LapsedFrom = on;
                    life.Lapse = lapsed;
                    break;
            }
        }

        life.SuspendedDays = life.SuspendedDays.Union(IntervalSet.Of(suspendedFrom, DayNumber.Max));
        return life;
    }

    private void Amend(GrantEvent.Amended amended, int on)
    {
        if (amended.To is LocalDate to)
        {
            Ends = Math.Max(DayNumber.Of(to), on);
        }

        if (amended.Scope is GrantScope scope)
        {
            scopes.Add((on, scope));
        }

        if (amended.AllowsOnward is bool onward)
        {
            IntervalSet before = OnwardDays.Intersect(IntervalSet.Of(DayNumber.Min, on));
            OnwardDays = onward ? before.Union(IntervalSet.Of(on, DayNumber.Max)) : before;
        }
    }
}
