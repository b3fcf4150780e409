using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>A unit of a bare world.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="FirstDay">The first day on which it exists.</param>
/// <param name="LastDay">The last day on which it exists, itself included; null: no end.</param>
public sealed record WorldUnit(string Id, LocalDate FirstDay, LocalDate? LastDay);

/// <summary>A power of a bare world.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="IsDelegable">Whether it may be granted at all.</param>
public sealed record WorldPower(string Id, bool IsDelegable);

/// <summary>That an actor holds a power for a unit by law.</summary>
/// <param name="Power">The power.</param>
/// <param name="Unit">The unit.</param>
/// <param name="Holder">The actor.</param>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day, itself included; null: no end.</param>
public sealed record WorldHolding(string Power, string Unit, string Holder, LocalDate FirstDay, LocalDate? LastDay);

/// <summary>A grant of a bare world.</summary>
/// <param name="Id">The identifier.</param>
/// <param name="Power">The power.</param>
/// <param name="Unit">The unit for which it is granted.</param>
/// <param name="FromActor">Who grants.</param>
/// <param name="ToActor">To whom.</param>
/// <param name="Parent">The grant that it passes on; null: the grantor holds the power by law.</param>
/// <param name="FirstDay">The first day.</param>
/// <param name="LastDay">The last day, itself included; null: no end.</param>
/// <param name="RevokedFrom">The first day on which it is no longer in force; null: it was not revoked.</param>
/// <param name="AllowsOnward">Whether it may be passed on.</param>
public sealed record WorldGrant(
    string Id, string Power, string Unit, string FromActor, string ToActor, string? Parent, LocalDate FirstDay, LocalDate? LastDay, LocalDate? RevokedFrom, bool AllowsOnward);

/// <summary>
/// A bare world of holdings and parent-linked grants with days (thế giới thẩm quyền tối giản): no law, no scope, no record times. It is
/// answered by the same engine as a register, and made for others to check that engine by.
/// </summary>
/// <remarks>
/// A holding is in force within its days while its unit is alive. A grant is in force on a day that lies within its days and before its
/// revocation, while its unit is alive and when its power may be granted, if either it has no parent and its grantor holds the power for
/// the unit on that day, or its parent is in force on that day, allows passing on, is for the same power and unit, and went to its
/// grantor. Every odd grant is judged by this; only unknown identifiers, identifiers that stand twice, and parents in a circle are refused.
/// </remarks>
public sealed class AuthorityWorld
{
    private readonly WorldNumbers numbers;
    private readonly IntervalSet[] effective;
    private readonly LocalDate?[] revokedFrom;

    /// <summary>Builds a world and compiles its index.</summary>
    /// <param name="units">The units.</param>
    /// <param name="powers">The powers.</param>
    /// <param name="holdings">Who holds what by law, in any order.</param>
    /// <param name="grants">The grants, in any order.</param>
    /// <exception cref="AuthorityInputException">An identifier is unknown or stands twice, or a grant stands above itself; every case is listed.</exception>
    public AuthorityWorld(
        IEnumerable<WorldUnit> units, IEnumerable<WorldPower> powers, IEnumerable<WorldHolding> holdings, IEnumerable<WorldGrant> grants)
    {
        ArgumentNullException.ThrowIfNull(units);
        ArgumentNullException.ThrowIfNull(powers);
        ArgumentNullException.ThrowIfNull(holdings);
        ArgumentNullException.ThrowIfNull(grants);
        numbers = new WorldNumbers([.. units], [.. powers], [.. holdings], [.. grants]);
        revokedFrom = [.. numbers.Grants.Select(g => g.RevokedFrom)];
        effective = numbers.Forest.Propagate(i => numbers.OwnDays(i, revokedFrom[i]), numbers.Basis);
        Index = new AuthorityIndex(
            numbers.PowerIds, numbers.UnitIds, numbers.ActorIds, numbers.GrantIds, numbers.Forest, HoldingTable.Build(numbers.Entries(effective)));
    }

    private AuthorityWorld(WorldNumbers numbers, LocalDate?[] revokedFrom, IntervalSet[] effective, AuthorityIndex index)
    {
        this.numbers = numbers;
        this.revokedFrom = revokedFrom;
        this.effective = effective;
        Index = index;
    }

    /// <summary>The compiled index.</summary>
    public AuthorityIndex Index { get; }

    /// <summary>Says whether an actor holds a power for a unit on a day, and by which chain of grants.</summary>
    /// <param name="actor">The actor; one that nothing names holds nothing.</param>
    /// <param name="power">The power.</param>
    /// <param name="unit">The unit.</param>
    /// <param name="on">The day.</param>
    /// <returns>The answer.</returns>
    /// <exception cref="AuthorityInputException">The power or the unit is unknown.</exception>
    public AuthorityAnswer Check(string actor, string power, string unit, LocalDate on)
    {
        int powerNumber = Index.FindPower(power);
        int unitNumber = Index.FindUnit(unit);
        if (powerNumber < 0 || unitNumber < 0)
        {
            throw powerNumber < 0 ? WorldNumbers.Unknown("power", power, "power") : WorldNumbers.Unknown("unit", unit, "unit");
        }

        return Index.Check(powerNumber, unitNumber, Index.FindActor(actor), on);
    }

    /// <summary>The world after a grant was revoked; only what hangs on the grant is worked out again.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="revokedFrom">The first day on which it is no longer in force; replaces an earlier revocation.</param>
    /// <returns>A new world; this one stays as it is.</returns>
    /// <exception cref="AuthorityInputException">The grant is unknown.</exception>
    public AuthorityWorld WithRevocation(string grant, LocalDate revokedFrom)
    {
        int number = Index.FindGrant(grant);
        if (number < 0)
        {
            throw WorldNumbers.Unknown("grant", grant, "grant");
        }

        var changedRevocations = (LocalDate?[])this.revokedFrom.Clone();
        var changedEffective = (IntervalSet[])effective.Clone();
        changedRevocations[number] = revokedFrom;
        List<int> changed = numbers.Forest.Repropagate(
            number, changedEffective, i => numbers.OwnDays(i, changedRevocations[i]), numbers.Basis);
        HoldingTable table = Index.Table.With(
            changed.Select(numbers.KeyOfGrantee).Distinct(), e => e.Held > 0 ? changedEffective[e.Held - 1] : e.Days);
        return new AuthorityWorld(numbers, changedRevocations, changedEffective, Index.With(table));
    }
}
