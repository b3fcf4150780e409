using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>Random units and placements over a few days, and what they mean, day by day.</summary>
internal static class RandomTrees
{
    private const int Length = 8;
    private static readonly LocalDate First = new(2025, 6, 28);
    private static readonly string[] Ids = ["a", "b", "c", "d", "e"];

    public static readonly LocalDate[] Days = [.. Enumerable.Range(-1, Length + 3).Select(First.PlusDays)];

    private static readonly Gen<Validity> Periods = Gen.Select(Gen.Int[-3, Length - 2], Gen.Int[1, Length + 3]).Select((from, length) => new Validity(
        from < 0 ? null : First.PlusDays(from), Math.Max(from, 0) + length > Length ? null : First.PlusDays(Math.Max(from, 0) + length)));

    private static readonly Gen<UnitPlacement> Placement =
        from unit in Gen.Int[0, Ids.Length - 1]
        from parent in Gen.Frequency((6, Gen.Int[0, 4]), (1, Gen.Int[0, 1]))
        where unit != parent
        from period in Periods
        select new UnitPlacement(Ids[unit], Ids[parent], period);

    public static readonly Gen<World> Worlds =
        from lives in Gen.Frequency((3, Gen.Const(default(Validity))), (1, Periods)).Array[Ids.Length]
        from placements in Placement.Array[0, 6]
        select new World([.. lives.Select((l, i) => TestOrganizations.Unit(Ids[i]) with { Validity = l })], placements);

    public static Dictionary<string, string?> ParentsOn(World world, LocalDate day)
    {
        HashSet<string> alive = [.. world.Units.Where(u => u.Validity.Contains(day)).Select(u => u.Id)];
        return alive.ToDictionary(u => u, u => (string?)world.Placements
            .FirstOrDefault(p => p.UnitId == u && p.Validity.Contains(day) && alive.Contains(p.ParentId))?.ParentId);
    }

    public static IEnumerable<string> Contradictions(World world)
    {
        foreach (UnitPlacement placement in world.Placements)
        {
            Validity child = world.Units.Single(u => u.Id == placement.UnitId).Validity;
            Validity parent = world.Units.Single(u => u.Id == placement.ParentId).Validity;
            LocalDate[] common = [.. Days.Where(d => child.Contains(d) && parent.Contains(d) && placement.Validity.Contains(d))];
            bool begins = placement.Validity.From is LocalDate from ? child.Contains(from) && parent.Contains(from) : common.Length > 0;
            if (!begins)
            {
                yield return "begins_outside_life";
            }
        }

        foreach (LocalDate day in Days)
        {
            UnitPlacement[] live =
            [
                .. world.Placements.Where(p => p.Validity.Contains(day)
                    && world.Units.Where(u => u.Id == p.UnitId || u.Id == p.ParentId).All(u => u.Validity.Contains(day))),
            ];
            if (live.GroupBy(p => p.UnitId).Any(g => g.Count() > 1))
            {
                yield return "two_parents_at_once";
            }

            // Every way up, whichever of two parents it takes.
            if (live.Any(p => Reaches(live, p.ParentId, p.UnitId, [])))
            {
                yield return "cycle_in_tree";
            }
        }
    }

    private static bool Reaches(UnitPlacement[] live, string from, string goal, HashSet<string> seen) =>
        from == goal || (seen.Add(from) && live.Where(p => p.UnitId == from).Any(p => Reaches(live, p.ParentId, goal, seen)));

    public sealed record World(OrganizationUnit[] Units, UnitPlacement[] Placements);
}
