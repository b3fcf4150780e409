using System.Globalization;
using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>A bare world with numbers for identifiers and day sets for days, once it is known to be sound.</summary>
internal sealed class WorldNumbers
{
    private readonly Place[] places;
    private readonly IntervalSet[] lives;
    private readonly bool[] delegable;
    private readonly List<(ulong Key, HoldingTable.Entry Entry)> holdingEntries = [];
    private readonly Dictionary<ulong, IntervalSet> heldByLaw = [];

    public WorldNumbers(WorldUnit[] units, WorldPower[] powers, WorldHolding[] holdings, WorldGrant[] grants)
    {
        var problems = new List<AuthorityProblem>();
        Number(units, u => u.Id, UnitIds, "units", problems);
        Number(powers, p => p.Id, PowerIds, "powers", problems);
        Number(grants, g => g.Id, GrantIds, "grants", problems);
        Grants = grants;
        lives = [.. units.Select(u => IntervalSet.Of(DayNumber.Of(u.FirstDay), DayNumber.After(u.LastDay)))];
        delegable = [.. powers.Select(p => p.IsDelegable)];
        for (int i = 0; i < holdings.Length; i++)
        {
            Refer(PowerIds, holdings[i].Power, "power", At("holdings", i, "power"), problems);
            Refer(UnitIds, holdings[i].Unit, "unit", At("holdings", i, "unit"), problems);
            ActorIds.Add(holdings[i].Holder);
        }

        places = new Place[grants.Length];
        int[] parents = new int[grants.Length];
        for (int i = 0; i < grants.Length; i++)
        {
            places[i] = new Place(
                Refer(PowerIds, grants[i].Power, "power", At("grants", i, "power"), problems),
                Refer(UnitIds, grants[i].Unit, "unit", At("grants", i, "unit"), problems),
                ActorIds.Add(grants[i].FromActor),
                ActorIds.Add(grants[i].ToActor));
            parents[i] = grants[i].Parent is string parent ? Refer(GrantIds, parent, "parent", At("grants", i, "parent"), problems) : -1;
        }

        ThrowIfAny(problems);
        Forest = GrantForest.Build([.. grants.Select(g => g.Id)], parents, out List<int> circular) ?? throw new AuthorityInputException(
            circular.Select(i => AuthorityValidation.Circle(grants[i].Id, At("grants", i, "parent"))));
        AddHoldings(holdings);
    }

    public IdTable UnitIds { get; } = new();

    public IdTable PowerIds { get; } = new();

    public IdTable ActorIds { get; } = new();

    public IdTable GrantIds { get; } = new();

    public WorldGrant[] Grants { get; }

    public GrantForest Forest { get; }

    /// <summary>A grant's own days, whatever it rests on.</summary>
    public IntervalSet OwnDays(int grant, LocalDate? revokedFrom) => delegable[places[grant].Power]
        ? IntervalSet.Of(DayNumber.Of(Grants[grant].FirstDay), Math.Min(DayNumber.After(Grants[grant].LastDay), DayNumber.ToOrMax(revokedFrom)))
            .Intersect(lives[places[grant].Unit])
        : IntervalSet.Empty;

    /// <summary>The days of what a grant rests on: what its grantor holds by law, or its parent where that may be passed on to it.</summary>
    public IntervalSet Basis(int grant, IntervalSet[] effective)
    {
        int parent = Forest.Parents[grant];
        if (parent < 0)
        {
            return heldByLaw.GetValueOrDefault(Key(places[grant].Power, places[grant].Unit, places[grant].From));
        }

        bool fits = Grants[parent].AllowsOnward && places[parent].Power == places[grant].Power && places[parent].Unit == places[grant].Unit
            && places[parent].To == places[grant].From;
        return fits ? effective[parent] : IntervalSet.Empty;
    }

    public ulong KeyOfGrantee(int grant) => Key(places[grant].Power, places[grant].Unit, places[grant].To);

    /// <summary>Everything that is held, holdings by law first, then grants by rank.</summary>
    public List<(ulong Key, HoldingTable.Entry Entry)> Entries(IntervalSet[] effective)
    {
        List<(ulong Key, HoldingTable.Entry Entry)> entries = [.. holdingEntries];
        foreach (int grant in Forest.Order)
        {
            entries.Add((KeyOfGrantee(grant), new HoldingTable.Entry(grant + 1, effective[grant])));
        }

        return entries;
    }

    public static AuthorityInputException Unknown(string what, string id, string field) => new([AuthorityValidation.Unknown(what, id, field)]);

    private void AddHoldings(WorldHolding[] holdings)
    {
        for (int i = 0; i < holdings.Length; i++)
        {
            int unit = UnitIds.Find(holdings[i].Unit);
            ulong key = Key(PowerIds.Find(holdings[i].Power), unit, ActorIds.Find(holdings[i].Holder));
            IntervalSet days = IntervalSet.Of(DayNumber.Of(holdings[i].FirstDay), DayNumber.After(holdings[i].LastDay)).Intersect(lives[unit]);
            // One number for all holdings: which of them it is makes no difference to the answer.
            holdingEntries.Add((key, new HoldingTable.Entry(-1, days)));
            heldByLaw[key] = heldByLaw.GetValueOrDefault(key).Union(days);
        }
    }

    private ulong Key(int power, int unit, int actor) => AuthorityIndex.KeyOf(power, unit, actor, UnitIds.Count, ActorIds.Count);

    private static void Number<T>(T[] items, Func<T, string> idOf, IdTable ids, string list, List<AuthorityProblem> problems)
    {
        for (int i = 0; i < items.Length; i++)
        {
            string id = idOf(items[i]);
            if (!ids.TryAdd(id))
            {
                problems.Add(new AuthorityProblem("duplicate_id", At(list, i, "id"), new BilingualText(
                    "mã '" + id + "' bị lặp lại", "the identifier '" + id + "' stands twice")));
            }
        }
    }

    private static int Refer(IdTable ids, string id, string what, string field, List<AuthorityProblem> problems)
    {
        int number = ids.Find(id);
        if (number < 0)
        {
            problems.Add(AuthorityValidation.Unknown(what, id, field));
        }

        return number;
    }

    private static string At(string list, int index, string field) => list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]." + field;

    private static void ThrowIfAny(List<AuthorityProblem> problems)
    {
        if (problems.Count > 0)
        {
            throw new AuthorityInputException(problems);
        }
    }

    private readonly record struct Place(int Power, int Unit, int From, int To);
}
