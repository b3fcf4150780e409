using NodaTime;
using Reform.Domain.Delegation;

namespace Reform.Testing.Delegation.Reference;

/// <summary>
/// Bare worlds in which much collides: units that end, powers that may not be granted, chains to depth 5 and several to one actor, and
/// every odd grant that the definition judges. Identifiers stand in an order that is not that of any language. Synthetic.
/// </summary>
internal sealed class RandomBareWorld
{
    public const int Deepest = 5;
    private static readonly LocalDate First = new(2026, 1, 29);

    // Upper and lower case, marks, letters that a language sorts elsewhere or holds to be equal, and digits that are no numbers.
    private static readonly string[] Names =
        ["g10", "g2", "G2", "g-2", "Đ1", "đ1", "d1", "Ă", "ă", "a\u0306", "ê", "e\u0302", "E", "z", "Z", "é", "_", "a b", "ơ", "ư", "10", "2", "g\u00AD2", "ý", "y", "Ω", "ß", "ss", "文", "g"];

    private static readonly string[] Actors = ["an", "An", "ân", "a\u0302n", "đ", "d", "Đ", "ê", "e", "x1", "x10", "x2", "Ω", "ă"];
    private static readonly string[] UnitIds = ["Sở", "sở", "u-1", "u1"];
    private static readonly string[] PowerIds = ["cấp", "Cấp", "ca\u0302\u0301p"];

    private readonly Dice dice;
    private readonly bool isKind;
    private readonly List<WorldGrant> grants = [];

    public RandomBareWorld(ulong seed)
    {
        dice = new Dice(seed);
        isKind = !dice.OneIn(3);
        List<WorldUnit> units = [.. UnitIds.Select(u => Unit(u))];
        List<WorldPower> powers = [.. PowerIds.Select((p, i) => new WorldPower(p, i == 0 || !dice.OneIn(3)))];
        List<WorldHolding> holdings = [.. Enumerable.Range(0, dice.Between(2, 6)).Select(_ => Holding())];
        string[] ids = Shuffled(Names);
        int count = dice.Between(8, 24);
        for (int i = 0; i < count; i++)
        {
            grants.Add(Grant(ids[i], holdings));
        }

        World = new BareWorld(units, powers, holdings, Shuffled(grants));
    }

    public BareWorld World { get; }

    /// <summary>A question, most of them about who stands in some grant, and of these many deep down.</summary>
    public WorldQuestion Question(int number)
    {
        WorldGrant grant = dice.OneIn(2) ? dice.Of<WorldGrant>(grants) : grants.MaxBy(g => (Depth(g), dice.Between(0, 1000)))!;
        bool other = dice.OneIn(6);
        return new WorldQuestion(
            "q" + number.ToString(System.Globalization.CultureInfo.InvariantCulture),
            other ? dice.Of([.. Actors, "nobody"]) : grant.ToActor,
            other ? dice.Of(PowerIds) : grant.Power,
            other ? dice.Of(UnitIds) : grant.Unit,
            First.PlusDays(dice.Between(-1, 24)));
    }

    public int Depth(WorldGrant grant) => grant.Parent is null ? 1 : 1 + Depth(grants.Single(g => g.Id == grant.Parent));

    // In most worlds what is odd or short is rare, so that long chains hold.
    private bool Rarely(int n) => dice.OneIn(isKind ? n * 4 : n);

    private WorldUnit Unit(string id)
    {
        LocalDate first = First.PlusDays(Rarely(2) ? dice.Between(1, 8) : -5);
        return new WorldUnit(id, first, Rarely(2) ? first.PlusDays(dice.Between(-1, 20)) : null);
    }

    private WorldHolding Holding()
    {
        (LocalDate first, LocalDate? last) = Days();
        return new WorldHolding(Rarely(2) ? dice.Of(PowerIds) : PowerIds[0], Rarely(2) ? dice.Of(UnitIds) : UnitIds[0], dice.Of(Actors), first, last);
    }

    // Mostly long, sometimes a day, sometimes no day at all.
    private (LocalDate First, LocalDate? Last) Days()
    {
        LocalDate first = First.PlusDays(Rarely(2) ? dice.Between(0, 9) : dice.Between(-4, 0));
        return (first, Rarely(2) ? first.PlusDays(dice.Between(-1, 16)) : null);
    }

    private WorldGrant Grant(string id, List<WorldHolding> holdings)
    {
        (LocalDate first, LocalDate? last) = Days();
        LocalDate? revoked = Rarely(10) ? first : Rarely(6) ? First.PlusDays(dice.Between(-3, 20)) : null;
        var drawn = new WorldGrant(id, "", "", "", "", null, first, last, revoked, !Rarely(6));
        if (grants.Count > 0 && dice.OneIn(3))
        {
            // Another one of the same to the same, so that chains are of one length.
            WorldGrant twin = grants[^1];
            string? parent = twin.Parent is null ? null : dice.Of<WorldGrant>([.. grants.Where(g => g.Id == twin.Parent || IsLike(g, twin.Parent))]).Id;
            return drawn with { Power = twin.Power, Unit = twin.Unit, FromActor = twin.FromActor, ToActor = twin.ToActor, Parent = parent };
        }

        List<WorldGrant> deepEnough = [.. grants.Where(g => Depth(g) < Deepest)];
        WorldGrant? above = deepEnough.Count == 0 || dice.OneIn(6) ? null : dice.OneIn(4) ? dice.Of<WorldGrant>(deepEnough) : deepEnough[^1];
        WorldHolding holding = dice.Of<WorldHolding>(holdings);
        string grantor = Rarely(6) ? dice.Of(Actors) : above?.ToActor ?? holding.Holder;
        return drawn with
        {
            Power = Rarely(8) ? dice.Of(PowerIds) : above?.Power ?? holding.Power,
            Unit = Rarely(8) ? dice.Of(UnitIds) : above?.Unit ?? holding.Unit,
            FromActor = grantor,
            ToActor = Rarely(6) ? grantor : dice.Of(Actors),
            Parent = above?.Id,
        };
    }

    private bool IsLike(WorldGrant g, string other)
    {
        WorldGrant one = grants.Single(o => o.Id == other);
        return g.ToActor == one.ToActor && g.Power == one.Power && g.Unit == one.Unit && Depth(g) == Depth(one);
    }

    private T[] Shuffled<T>(IReadOnlyList<T> all) => [.. all.Select(x => (x, dice.Between(0, 1_000_000))).OrderBy(x => x.Item2).Select(x => x.x)];
}
