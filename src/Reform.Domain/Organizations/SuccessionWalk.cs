using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>
/// Follows what a unit had, of one function in one territory, through the succession links in the order of time. A link carries what its
/// source had before the day of the link, so that no chain can turn in a circle.
/// </summary>
internal sealed class SuccessionWalk
{
    private readonly OrganizationView view;
    private readonly string? function;
    private readonly string? territory;
    private readonly LocalDate on;

    // Who may have it, with the way there and the day of arrival; who had it and ended stays until a link takes it away.
    private readonly Dictionary<string, (ValueList<SuccessionLink> Links, LocalDate Since)> holders = new(StringComparer.Ordinal);
    private readonly SortedDictionary<LocalDate, SortedSet<string>> agenda = [];
    private readonly SortedSet<string> missing = new(StringComparer.Ordinal);
    private readonly List<SuccessionLink> toNobody = [];

    private SuccessionWalk(OrganizationView view, LocalDate on, string? function, string? territory)
    {
        this.view = view;
        this.on = on;
        this.function = function;
        this.territory = territory;
    }

    public static SuccessionAnswer From(OrganizationView view, OrganizationUnit unit, LocalDate on, string? function, string? territory)
    {
        var walk = new SuccessionWalk(view, on, function, territory);
        walk.Arrive(unit.Id, [], LocalDate.MinIsoValue);
        while (walk.agenda.Count > 0)
        {
            (LocalDate day, SortedSet<string> sources) = walk.agenda.First();
            walk.agenda.Remove(day);
            walk.Move(day, sources);
        }

        return walk.Answer(unit);
    }

    private void Arrive(string unitId, ValueList<SuccessionLink> links, LocalDate since)
    {
        if (!holders.TryAdd(unitId, (links, since)))
        {
            return;
        }

        foreach (SuccessionLink link in view.SuccessionsFrom[unitId].Where(l => l.On > since && l.On <= on))
        {
            if (!agenda.TryGetValue(link.On, out SortedSet<string>? sources))
            {
                agenda.Add(link.On, sources = new SortedSet<string>(StringComparer.Ordinal));
            }

            sources.Add(unitId);
        }
    }

    private void Move(LocalDate day, SortedSet<string> sources)
    {
        var arrivals = new List<(string UnitId, ValueList<SuccessionLink> Links)>();
        foreach (string source in sources)
        {
            if (!holders.TryGetValue(source, out (ValueList<SuccessionLink> Links, LocalDate Since) held) || held.Since >= day)
            {
                continue;
            }

            bool lives = view.UnitById[source].Validity.Contains(day);
            List<SuccessionLink> links = Applicable(view.SuccessionsFrom[source].Where(l => l.On == day), lives);
            if (links.Any(Certain))
            {
                holders.Remove(source);
            }

            foreach (SuccessionLink link in links)
            {
                NoteMissing(link);
                if (link.ToId is string to)
                {
                    arrivals.Add((to, [.. held.Links, link]));
                }
                else
                {
                    toNobody.Add(link);
                }
            }
        }

        foreach ((string unitId, ValueList<SuccessionLink> links) in arrivals)
        {
            Arrive(unitId, links, day);
        }
    }

    // A unit that goes on gives away only what is known to be meant; one that ended gives away whatever may be meant. Of two links, one that
    // is known to apply and says more goes before one that says less.
    private List<SuccessionLink> Applicable(IEnumerable<SuccessionLink> links, bool sourceLives)
    {
        List<SuccessionLink> fitting = [.. links.Where(sourceLives ? Certain : Possible)];
        return [.. fitting.Where(l => !fitting.Any(other => Certain(other) && IsNarrower(other, l)))];
    }

    private bool Certain(SuccessionLink link) =>
        (link.Function is null || Same(link.Function, function)) && (link.Territory is null || Same(link.Territory, territory));

    private bool Possible(SuccessionLink link) =>
        (link.Function is null || function is null || Same(link.Function, function))
        && (link.Territory is null || territory is null || Same(link.Territory, territory));

    private static bool IsNarrower(SuccessionLink one, SuccessionLink other) =>
        (other.Function is null || Same(one.Function, other.Function))
        && (other.Territory is null || Same(one.Territory, other.Territory))
        && !(Same(one.Function, other.Function) && Same(one.Territory, other.Territory));

    private void NoteMissing(SuccessionLink link)
    {
        if (link.Function is not null && function is null)
        {
            missing.Add("function");
        }

        if (link.Territory is not null && territory is null)
        {
            missing.Add("territory");
        }
    }

    private SuccessionAnswer Answer(OrganizationUnit unit)
    {
        List<SuccessionPath> alive =
        [
            .. holders.Where(h => view.UnitById[h.Key].Validity.Contains(on))
                .OrderBy(h => h.Value.Links.Count).ThenBy(h => h.Key, StringComparer.Ordinal).Select(h => new SuccessionPath(h.Key, h.Value.Links)),
        ];
        List<string> gone = [.. holders.Keys.Where(h => !view.UnitById[h].Validity.Contains(on)).Order(StringComparer.Ordinal)];
        SuccessionOutcome outcome = (alive.Count, gone.Count, toNobody.Count) switch
        {
            (0, 0, _) => SuccessionOutcome.Nobody,
            (0, _, _) => SuccessionOutcome.NotRecorded,
            (1, 0, 0) => alive[0].Links.Count == 0 ? SuccessionOutcome.StillThere : SuccessionOutcome.Succeeded,
            _ => SuccessionOutcome.Ambiguous,
        };
        ValueList<string> unstated = outcome is SuccessionOutcome.Ambiguous or SuccessionOutcome.NotRecorded ? [.. missing] : [];
        return new SuccessionAnswer(unit.Id, on, outcome, alive.ToValueList(), unstated, Reasons(unit, outcome, alive, gone, unstated));
    }

    private ValueList<Reason> Reasons(
        OrganizationUnit unit, SuccessionOutcome outcome, List<SuccessionPath> alive, List<string> gone, ValueList<string> unstated)
    {
        BilingualText Name(string id) => view.UnitById[id].Name;
        List<Reason> reasons = [.. alive.SelectMany(p => p.Links).Concat(toNobody).Distinct().Select(l => SuccessionReasons.By(l, Name))];
        reasons.Add(outcome switch
        {
            SuccessionOutcome.StillThere => SuccessionReasons.StillThere(unit.Name, on),
            SuccessionOutcome.Succeeded => SuccessionReasons.Succeeded(unit.Name, Name(alive[0].UnitId), on),
            SuccessionOutcome.Ambiguous => SuccessionReasons.Ambiguous(unit.Name, alive.Select(p => Name(p.UnitId)), unstated, on),
            SuccessionOutcome.NotRecorded => SuccessionReasons.NotRecorded(unit.Name, gone.Select(Name), on),
            _ => SuccessionReasons.Nobody(unit.Name, on),
        });
        return reasons.ToValueList();
    }

    private static bool Same(string? one, string? other) => string.Equals(one, other, StringComparison.Ordinal);
}
