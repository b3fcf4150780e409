using System.Runtime.CompilerServices;
using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>
/// Who holds which power for which unit on which day, compiled once from holdings and grants (bảng tra cứu thẩm quyền): each question is
/// one look-up, one comparison of days, and a walk up the chain. Immutable, shared between threads.
/// </summary>
/// <remarks>
/// Powers, units, actors and grants go by numbers, which are found once by identifier. What depends on the facts of a case (scope,
/// conditions, a vote) is not in here: <see cref="AuthorityRegister.Check(AuthorityQuestion)"/> looks at it on top of the same index.
/// </remarks>
public sealed class AuthorityIndex
{
    private readonly IdTable powers;
    private readonly IdTable units;
    private readonly IdTable actors;
    private readonly IdTable grants;
    private readonly Link[] links;
    private readonly HoldingTable table;

    internal AuthorityIndex(IdTable powers, IdTable units, IdTable actors, IdTable grants, GrantForest forest, HoldingTable table)
    {
        this.powers = powers;
        this.units = units;
        this.actors = actors;
        this.grants = grants;
        this.table = table;
        links = new Link[forest.Parents.Length];
        for (int i = 0; i < links.Length; i++)
        {
            links[i] = new Link(forest.Parents[i], forest.Depths[i]);
        }
    }

    private AuthorityIndex(AuthorityIndex before, HoldingTable table)
    {
        powers = before.powers;
        units = before.units;
        actors = before.actors;
        grants = before.grants;
        links = before.links;
        this.table = table;
    }

    /// <summary>How many grants the index has; their numbers run from 0.</summary>
    public int GrantCount => links.Length;

    internal HoldingTable Table => table;

    /// <summary>Finds the number of a power.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The number, or -1 when the index does not have it.</returns>
    public int FindPower(string id) => powers.Find(id);

    /// <summary>Finds the number of a unit for which powers are held.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The number, or -1 when the index does not have it.</returns>
    public int FindUnit(string id) => units.Find(id);

    /// <summary>Finds the number of an actor: a unit, a position or a person that some holding or grant names.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The number, or -1 when nothing names it, so that it holds nothing.</returns>
    public int FindActor(string id) => actors.Find(id);

    /// <summary>Finds the number of a grant.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The number, or -1 when the index does not have it.</returns>
    public int FindGrant(string id) => grants.Find(id);

    /// <summary>The identifier of a grant.</summary>
    /// <param name="number">Its number.</param>
    /// <returns>The identifier.</returns>
    public string GrantId(int number) => grants[number];

    /// <summary>Says whether an actor holds a power for a unit on a day, and by which chain of grants.</summary>
    /// <param name="power">The number of the power.</param>
    /// <param name="unit">The number of the unit.</param>
    /// <param name="actor">The number of the actor; -1 for one that nothing names.</param>
    /// <param name="on">The legal date.</param>
    /// <returns>The answer; with several chains, the shortest, then the one with the smallest identifiers from the top.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is none of this index.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public AuthorityAnswer Check(int power, int unit, int actor, LocalDate on) => CheckDay(power, unit, actor, DayNumber.Of(on));

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal AuthorityAnswer CheckDay(int power, int unit, int actor, int day)
    {
        if ((uint)power >= (uint)powers.Count || (uint)unit >= (uint)units.Count || (uint)(actor + 1) > (uint)actors.Count)
        {
            throw OutOfRange(power, unit, actor);
        }

        table.Find(KeyOf(power, unit, actor), day, out int held, out int next);
        return new AuthorityAnswer(this, held, next);
    }

    internal ReadOnlySpan<HoldingTable.Entry> EntriesOf(int power, int unit, int actor) =>
        actor < 0 ? [] : table.EntriesOf(KeyOf(power, unit, actor));

    internal ulong KeyOf(int power, int unit, int actor) => KeyOf(power, unit, actor, units.Count, actors.Count);

    internal static ulong KeyOf(int power, int unit, int actor, int unitCount, int actorCount) =>
        ((((ulong)(uint)power * (uint)unitCount) + (uint)unit) * ((ulong)(uint)actorCount + 1)) + (uint)(actor + 1);

    internal int DepthOf(int grant) => links[grant].Depth;

    internal int ParentOf(int grant) => links[grant].Parent;

    internal int CopyChain(int grant, Span<int> grants)
    {
        Link[] all = links;
        int depth = all[grant].Depth;
        if (grants.Length < depth)
        {
            throw new ArgumentException("The chain does not fit.", nameof(grants));
        }

        for (int i = depth - 1; i >= 0; i--)
        {
            grants[i] = grant;
            grant = all[grant].Parent;
        }

        return depth;
    }

    internal AuthorityIndex With(HoldingTable changed) => new(this, changed);

    private ArgumentOutOfRangeException OutOfRange(int power, int unit, int actor) =>
        (uint)power >= (uint)powers.Count ? new ArgumentOutOfRangeException(nameof(power), power, "No power has this number.")
        : (uint)unit >= (uint)units.Count ? new ArgumentOutOfRangeException(nameof(unit), unit, "No unit has this number.")
        : new ArgumentOutOfRangeException(nameof(actor), actor, "No actor has this number.");

    private readonly record struct Link(int Parent, int Depth);
}
