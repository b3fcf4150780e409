using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>
/// Follows what a unit had through the succession links in the order of time. A link carries what its source had before the day of the
/// link, so that no chain can turn in a circle.
/// </summary>
/// <remarks>
/// Where the links of a unit that ended tell functions or territories apart and the one in question is not stated, each that they name is
/// followed, and whatever they do not name. A unit that goes on gives away only what is known to be meant.
/// </remarks>
internal sealed class SuccessionWalk
{
    private static readonly StringComparer Ids = StringComparer.Ordinal;
    private readonly OrganizationView view;
    private readonly LocalDate on;
    private readonly List<Leaf> leaves = [];
    private bool isSplitByFunction;
    private bool isSplitByTerritory;

    private SuccessionWalk(OrganizationView view, LocalDate on)
    {
        this.view = view;
        this.on = on;
    }

    public static SuccessionAnswer From(OrganizationView view, OrganizationUnit unit, LocalDate on, string? function, string? territory)
    {
        var walk = new SuccessionWalk(view, on);
        var start = new SortedDictionary<string, ValueList<SuccessionLink>>(Ids) { [unit.Id] = [] };
        walk.Run(new State(start, [], LocalDate.MinIsoValue), new Matter(function, [], territory, []));
        return walk.Answer(unit);
    }

    private void Run(State state, Matter matter)
    {
        while (NextDay(state) is LocalDate day)
        {
            List<string> sources = [.. state.Holders.Keys.Where(h => LinksOf(h, day).Any())];
            List<SuccessionLink> telling = [.. sources.Where(s => !LivesOn(s, day)).SelectMany(s => LinksOf(s, day)).Where(matter.MayBeMeantBy)];
            if (Split(state, matter, telling))
            {
                return;
            }

            Move(state, matter, day, sources);
            state = state with { Done = day };
        }

        leaves.Add(new Leaf(state.Holders, state.ToNobody));
    }

    private bool Split(State state, Matter matter, List<SuccessionLink> telling)
    {
        if (matter.Function is null && Named(telling.Select(l => l.Function)) is { Count: > 0 } functions)
        {
            isSplitByFunction = true;
            functions.ForEach(f => Run(state.Copy(), matter with { Function = f }));
            Run(state, matter with { OtherFunctions = [.. matter.OtherFunctions, .. functions] });
            return true;
        }

        if (matter.Territory is null && Named(telling.Select(l => l.Territory)) is { Count: > 0 } territories)
        {
            isSplitByTerritory = true;
            territories.ForEach(t => Run(state.Copy(), matter with { Territory = t }));
            Run(state, matter with { OtherTerritories = [.. matter.OtherTerritories, .. territories] });
            return true;
        }

        return false;
    }

    private void Move(State state, Matter matter, LocalDate day, List<string> sources)
    {
        var arrivals = new List<(string UnitId, ValueList<SuccessionLink> Way)>();
        foreach (string source in sources)
        {
            List<SuccessionLink> meant = [.. LinksOf(source, day).Where(matter.IsMeantBy)];
            ValueList<SuccessionLink> way = state.Holders[source];
            foreach (SuccessionLink link in meant.Where(l => !meant.Any(other => IsNarrower(other, l))))
            {
                state.Holders.Remove(source);
                if (link.ToId is string to)
                {
                    arrivals.Add((to, [.. way, link]));
                }
                else
                {
                    state.ToNobody.Add(link);
                }
            }
        }

        foreach ((string unitId, ValueList<SuccessionLink> way) in arrivals)
        {
            state.Holders.TryAdd(unitId, way);
        }
    }

    private LocalDate? NextDay(State state)
    {
        LocalDate? next = null;
        foreach (SuccessionLink link in state.Holders.Keys.SelectMany(h => view.SuccessionsFrom[h]))
        {
            if (link.On > state.Done && link.On <= on && !(link.On >= next))
            {
                next = link.On;
            }
        }

        return next;
    }

    private IEnumerable<SuccessionLink> LinksOf(string unitId, LocalDate day) => view.SuccessionsFrom[unitId].Where(l => l.On == day);

    private bool LivesOn(string unitId, LocalDate day) => view.UnitById[unitId].Validity.Contains(day);

    private static List<string> Named(IEnumerable<string?> values) => [.. values.OfType<string>().Distinct(Ids).Order(Ids)];

    // Of two links that are meant, the one that says more goes first.
    private static bool IsNarrower(SuccessionLink one, SuccessionLink other) =>
        (other.Function is null || Same(one.Function, other.Function))
        && (other.Territory is null || Same(one.Territory, other.Territory))
        && !(Same(one.Function, other.Function) && Same(one.Territory, other.Territory));

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);

    private SuccessionAnswer Answer(OrganizationUnit unit)
    {
        ILookup<string, ValueList<SuccessionLink>> ways = leaves.SelectMany(l => l.Holders).ToLookup(h => h.Key, h => h.Value, Ids);
        List<SuccessionPath> alive =
        [
            .. ways.Where(w => LivesOn(w.Key, on)).Select(w => new SuccessionPath(w.Key, w.MinBy(l => l.Count)!))
                .OrderBy(p => p.Links.Count).ThenBy(p => p.UnitId, Ids),
        ];
        List<string> gone = [.. ways.Where(w => !LivesOn(w.Key, on)).Select(w => w.Key).Order(Ids)];
        List<SuccessionLink> toNobody = [.. leaves.SelectMany(l => l.ToNobody).Distinct()];
        SuccessionOutcome outcome = (alive.Count, gone.Count, toNobody.Count) switch
        {
            (0, 0, _) => SuccessionOutcome.Nobody,
            (0, _, _) => SuccessionOutcome.NotRecorded,
            (1, 0, 0) => alive[0].Links.Count == 0 ? SuccessionOutcome.StillThere : SuccessionOutcome.Succeeded,
            _ => SuccessionOutcome.Ambiguous,
        };
        ValueList<string> missing = outcome == SuccessionOutcome.Ambiguous
            ? [.. isSplitByFunction ? ["function"] : ValueList<string>.Empty, .. isSplitByTerritory ? ["territory"] : ValueList<string>.Empty]
            : [];
        return new SuccessionAnswer(unit.Id, on, outcome, alive.ToValueList(), missing, Reasons(unit, outcome, alive, gone, toNobody, missing));
    }

    private ValueList<Reason> Reasons(
        OrganizationUnit unit,
        SuccessionOutcome outcome,
        List<SuccessionPath> alive,
        List<string> gone,
        List<SuccessionLink> toNobody,
        ValueList<string> missing)
    {
        BilingualText Name(string id) => view.UnitById[id].Name;
        List<Reason> reasons = [.. alive.SelectMany(p => p.Links).Concat(toNobody).Distinct().Select(l => SuccessionReasons.By(l, Name))];
        reasons.Add(outcome switch
        {
            SuccessionOutcome.StillThere => SuccessionReasons.StillThere(unit.Name, on),
            SuccessionOutcome.Succeeded => SuccessionReasons.Succeeded(unit.Name, Name(alive[0].UnitId), on),
            SuccessionOutcome.Ambiguous => SuccessionReasons.Ambiguous(unit.Name, alive.Select(p => Name(p.UnitId)), missing, on),
            SuccessionOutcome.NotRecorded => SuccessionReasons.NotRecorded(unit.Name, gone.Select(Name), on),
            _ => SuccessionReasons.Nobody(unit.Name, on),
        });
        return reasons.ToValueList();
    }

    /// <summary>Who may have it, with the way there, after a day; who ended and gave it to nobody yet is still there.</summary>
    private sealed record State(SortedDictionary<string, ValueList<SuccessionLink>> Holders, List<SuccessionLink> ToNobody, LocalDate Done)
    {
        public State Copy() => this with { Holders = new SortedDictionary<string, ValueList<SuccessionLink>>(Holders, Ids), ToNobody = [.. ToNobody] };
    }

    /// <summary>What became of the matter in one of the cases that are told apart.</summary>
    private sealed record Leaf(SortedDictionary<string, ValueList<SuccessionLink>> Holders, List<SuccessionLink> ToNobody);

    /// <summary>What is known of the matter: its function and territory, or at least which they are not.</summary>
    private sealed record Matter(string? Function, ValueList<string> OtherFunctions, string? Territory, ValueList<string> OtherTerritories)
    {
        public bool IsMeantBy(SuccessionLink link) =>
            (link.Function is null || Same(link.Function, Function)) && (link.Territory is null || Same(link.Territory, Territory));

        public bool MayBeMeantBy(SuccessionLink link) =>
            MayBe(link.Function, Function, OtherFunctions) && MayBe(link.Territory, Territory, OtherTerritories);

        private static bool MayBe(string? named, string? known, ValueList<string> others) =>
            named is null || Same(named, known) || (known is null && !others.Contains(named));
    }
}
