using NodaTime;
using Reform.Domain.Delegation;

namespace Reform.Testing.Delegation.Reference;

/// <summary>How a case lies to a way by which somebody holds a power, the best first.</summary>
internal enum ReferenceFit
{
    Yes,
    InPart,
    Open,
    No,
}

/// <summary>A way by which an actor may hold a power: as whom, by which grants from the top (none: by law), and whether the case lies in it.</summary>
internal sealed record ReferenceWay(string AsWhom, string[] Chain, ReferenceFit Fit);

/// <summary>Answers one question: every way is looked at, and the case is held against every link of it.</summary>
internal sealed class ReferenceAnswer
{
    private readonly ReferenceRegister facts;
    private readonly AuthorityQuestion question;
    private readonly List<string> several = [];

    public ReferenceAnswer(ReferenceRegister facts, AuthorityQuestion question)
    {
        this.facts = facts;
        this.question = question;
        Ways = [.. Roles().SelectMany(WaysOf)];
        ReferenceFit best = Ways.Select(w => w.Fit).DefaultIfEmpty(ReferenceFit.No).Min();
        Verdict = best switch
        {
            ReferenceFit.Yes => AuthorityVerdict.Competent,
            ReferenceFit.InPart => AuthorityVerdict.Ambiguous,
            ReferenceFit.Open => AuthorityVerdict.Unknown,
            _ => Severally() ? AuthorityVerdict.Ambiguous : AuthorityVerdict.NotCompetent,
        };
    }

    public AuthorityVerdict Verdict { get; }

    public IReadOnlyList<ReferenceWay> Ways { get; }

    /// <summary>Whether the actor, or whom it acts as, gave the function away where the case lies, and has it elsewhere.</summary>
    public bool IsKeptInPart { get; private set; }

    /// <summary>Whether a grantor had what it passes on in some territories only.</summary>
    public bool IsPassedOnInPart { get; private set; }

    /// <summary>Whether the actor, or whom it acts as, gave the function away and has it again.</summary>
    public bool CameBack { get; private set; }

    /// <summary>The chain that counts among those that somebody holds in one role: by law, else the shortest, then the smallest from the top.</summary>
    public string[] ChainAs(string role) => Ways.Where(w => w.AsWhom == role && w.Fit == ReferenceFit.Yes).Select(w => w.Chain).Order(ByChain).First();

    /// <summary>The grants of a decision, from the top.</summary>
    public static string[] ChainOf(AuthorityDecision decision) => [.. decision.Chain.Select(l => l.Grant?.Id).OfType<string>()];

    /// <summary>In what a decision is not the one that follows from the definition: the verdict, or the chain of a yes; null when it is.</summary>
    public string? DifferenceTo(AuthorityDecision actual)
    {
        string told = actual.Verdict + " " + actual.Code + " " + string.Join('>', actual.Chain.Select(l => l.Kind + ":" + l.HolderId + ":" + l.Grant?.Id));
        if (Verdict != actual.Verdict)
        {
            return Verdict + " by definition, " + told + "\n  " + string.Join("\n  ", Ways.Select(w => w.AsWhom + " " + w.Fit + " " + string.Join('>', w.Chain)));
        }

        if (!actual.IsCompetent)
        {
            return null;
        }

        string role = actual.Chain.Last(l => l.Kind is AuthorityLinkKind.ByLaw or AuthorityLinkKind.ByGrant).HolderId;
        string[] best = ChainAs(role);
        bool own = Ways.Any(w => w.AsWhom == question.ActorId && w.Fit == ReferenceFit.Yes);
        return best.SequenceEqual(ChainOf(actual)) && (!own || role == question.ActorId) ? null : "chain " + string.Join('>', best) + " by definition, " + told;
    }

    public static Comparer<string[]> ByChain { get; } = Comparer<string[]>.Create((a, b) =>
    {
        int order = a.Length.CompareTo(b.Length);
        for (int i = 0; order == 0 && i < a.Length; i++)
        {
            order = string.CompareOrdinal(a[i], b[i]);
        }

        return order;
    });

    // As whom an actor acts on the day, with the territories in which it does: all of them (null), or some.
    private IEnumerable<(string Id, bool IsHeir, Limit Limit)> Roles()
    {
        string actor = question.ActorId;
        List<string> own = [actor, .. facts.Organization.PostsOf(actor, question.On)];
        own.AddRange([.. own.Where(id => facts.Organization.Exists(id, question.On)).Select(facts.Organization.Headed).OfType<string>()]);
        foreach (string id in own)
        {
            yield return (id, false, LimitOfOwn(id));
            foreach ((string from, LocalDate since) in facts.Organization.Predecessors(id, Field).Where(p => p.Value <= question.On))
            {
                if (LimitOfHeir(facts.Organization.UnitOf(from)!.Id, facts.Organization.UnitOf(id)!.Id) is Limit limit)
                {
                    yield return (from, true, limit);
                }
                else if (IsOneOfSeveral(facts.Organization.UnitOf(from)!.Id, facts.Organization.UnitOf(id)!.Id))
                {
                    several.Add(from);
                }
            }
        }
    }

    private string? Field => facts.PowerOf(question.PowerId).Field;

    // What it gave away in some territories it has in the others only.
    private Limit LimitOfOwn(string id)
    {
        List<string> asked = [.. question.Case.Territories.Count > 0 ? question.Case.Territories : facts.Organization.Territories];
        List<string> kept = [.. asked.Where(t => facts.Organization.HasAlone(id, Field, t, question.On))];
        IsKeptInPart |= kept.Count != asked.Count && facts.Organization.Keeps(id, Field, question.On);
        CameBack |= facts.Organization.CameBack(id, Field, question.On);
        return kept.Count == asked.Count ? Limit.None : new Limit(kept.Count == 0 ? ["nowhere"] : kept);
    }

    private Limit? LimitOfHeir(string from, string to)
    {
        bool Alone(string territory) => facts.Organization.Heirs(from, Field, territory, question.On) is { Count: 1 } heirs && heirs.Contains(to)
            && facts.Organization.IsAlive(to, question.On);
        List<string> asked = [.. question.Case.Territories.Count > 0 ? question.Case.Territories : facts.Organization.Territories];
        List<string> alone = [.. asked.Where(Alone)];
        if (alone.Count == 0 && question.Case.Territories.Count == 0 && IsOneOfSeveral(from, to) && IsTellingTerritories(from))
        {
            return new Limit(["whichever"]);
        }

        return alone.Count == 0 ? null : alone.Count == asked.Count ? Limit.None : new Limit(alone);
    }

    private bool IsTellingTerritories(string from) => facts.Organization.Territories
        .Select(t => facts.Organization.Heirs(from, Field, t, question.On)).Distinct(HashSet<string?>.CreateSetComparer()).Count() > 1;

    private bool IsOneOfSeveral(string from, string to) => facts.Organization.IsAlive(to, question.On)
        && (question.Case.Territories.Count > 0 ? question.Case.Territories : facts.Organization.Territories)
            .Any(t => facts.Organization.Heirs(from, Field, t, question.On).Contains(to));

    private IEnumerable<ReferenceWay> WaysOf((string Id, bool IsHeir, Limit Limit) role)
    {
        foreach (HolderRule[] rules in ByUnit(role.IsHeir ? facts.HeirRules(question.PowerId, role.Id, question.On) : facts.Rules(question.PowerId, role.Id, question.On)))
        {
            yield return new ReferenceWay(role.Id, [], Fit([role.Limit, .. LimitsOf(rules)], [], [], []));
        }

        foreach (Grant grant in facts.Grants.Where(g => g.PowerId == question.PowerId && g.GranteeId == role.Id
            && (role.IsHeir ? facts.GivesHeirs(g, question.On) : facts.GivesGrantee(g, question.On))))
        {
            List<Grant> links = [grant];
            while (facts.Parent(links[0]) is Grant parent)
            {
                links.Insert(0, parent);
            }

            List<ReferenceRoot> roots = [.. facts.Roots(links[0], question.On)];
            foreach (string? unit in roots.Select(r => r.Rule.UnitId).Distinct())
            {
                List<ReferenceRoot> ofUnit = [.. roots.Where(r => r.Rule.UnitId is null || r.Rule.UnitId == unit)];
                Func<string, bool?>[] gives =
                [
                    t => ofUnit.Select(r => r.GivesIn(t)).ToList() is var all && all.Contains(true) ? true : all.Contains(null) ? null : false,
                    .. links.Skip(1).Select<Grant, Func<string, bool?>>(l => t => facts.PassesOn(l, t, question.On)),
                ];
                Limit[] limits = [role.Limit, new Limit([], ofUnit.Select(r => r.Rule.UnitId).FirstOrDefault(u => u is not null)), .. links.Select(l => new Limit([], l.UnitId))];
                yield return new ReferenceWay(role.Id, facts.Path(grant), Fit(limits, links.Select(l => facts.ScopeOn(l, question.On)), gives, ofUnit.SelectMany(r => r.Rule.Territories)));
            }
        }
    }

    // What one rule gives in one territory and another in the next, a holder has in both, as long as they are for the same unit.
    private static IEnumerable<HolderRule[]> ByUnit(IEnumerable<HolderRule> rules) =>
        rules.Select(r => r.UnitId).Distinct().Select(unit => rules.Where(r => r.UnitId is null || r.UnitId == unit).ToArray());

    private static Limit[] LimitsOf(HolderRule[] rules) =>
        [new Limit(rules.Any(r => r.Territories.Count == 0) ? [] : [.. rules.SelectMany(r => r.Territories)], rules.Select(r => r.UnitId).FirstOrDefault(u => u is not null))];

    private ReferenceFit Fit(IEnumerable<Limit> limits, IEnumerable<GrantScope> scopes, Func<string, bool?>[] gives, IEnumerable<string> named)
    {
        var scale = new ReferenceScale(question.Case);
        foreach (Limit limit in limits)
        {
            scale.Within(limit.Territories);
            scale.Require(limit.Unit is null ? true : question.UnitId is null ? null : limit.Unit == question.UnitId);
        }

        foreach (GrantScope scope in scopes)
        {
            scale.Within(scope);
        }

        List<string> asked = [.. question.Case.Territories.Count > 0 ? question.Case.Territories : facts.Organization.Territories.Concat(named)];
        foreach (Func<string, bool?> givesIn in gives.Where(g => asked.Any(t => g(t) != true)))
        {
            scale.Require(question.Case.Territories.Count == 0 || asked.Any(t => givesIn(t) is null) ? null : true);
            scale.Within(asked.Any(t => givesIn(t) is null) ? [] : [.. asked.Where(t => givesIn(t) == true), "nowhere"]);
            IsPassedOnInPart = true;
        }

        return scale.Fit;
    }

    private bool Severally() => several.Any(from => WaysOf((from, true, Limit.None)).Any(w => w.Fit == ReferenceFit.Yes));

    private sealed record Limit(IReadOnlyList<string> Territories, string? Unit = null)
    {
        public static Limit None { get; } = new([]);
    }
}
