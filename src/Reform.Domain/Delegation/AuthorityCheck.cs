using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>Decides one question over a model.</summary>
internal sealed class AuthorityCheck(AuthorityModel model, AuthorityQuestion question)
{
    private readonly int day = DayNumber.Of(question.On);
    private readonly ChainScope scope = new(model, question);
    private readonly Power power = model.FindPower(question.PowerId)!;
    private readonly IReadOnlyList<Capacity> capacities = new AuthorityCapacities(model.Organization, model.FindPower(question.PowerId)!, question).Find();

    public AuthorityOutcome Decide()
    {
        Candidate? best = Best(capacities.Where(c => c.Bar == AuthorityBreak.None));
        if (best is { Fit.Kind: not ScopeFitKind.Outside })
        {
            return best.Fit.Kind switch
            {
                ScopeFitKind.Inside => Guarded(best),
                ScopeFitKind.Partly => Carried(best, AuthorityVerdict.Ambiguous, AuthorityBreak.MultiTerritory),
                _ => Carried(best, AuthorityVerdict.Unknown, AuthorityBreak.MissingFacts, best.Fit.Missing),
            };
        }

        if (power.HolderPatterns.Count > 0 && model.Organization.Register is null)
        {
            return new AuthorityOutcome
            {
                Verdict = AuthorityVerdict.Unknown,
                Causes = [AuthorityBreak.MissingFacts],
                Steps = [new BrokenStep(AuthorityBreak.MissingFacts, -1, -1, day)],
                Missing = ["organization"],
            };
        }

        Attempt? nearest = Nearest();
        Candidate? barred = Best(capacities.Where(c => c.Bar != AuthorityBreak.None));
        return barred is { Fit.Kind: ScopeFitKind.Inside } && (nearest is null || barred.Capacity.Bar is AuthorityBreak.NotYetConfirmed or AuthorityBreak.SeveralSuccessors)
            ? Stopped(barred)
            : Refused(nearest);
    }

    // The case at hand first, then the more direct capacity, then the shorter chain, then the smaller identifiers.
    private Candidate? Best(IEnumerable<Capacity> among)
    {
        Candidate? best = null;
        foreach (Capacity capacity in among)
        {
            foreach (Candidate candidate in Candidates(capacity))
            {
                best = best is null || candidate.Fit.Kind < best.Fit.Kind
                    || (candidate.Fit.Kind == best.Fit.Kind && candidate.Capacity == best.Capacity && Precedes(candidate.Grant, best.Grant))
                    ? candidate
                    : best;
            }
        }

        return best;
    }

    private IEnumerable<Candidate> Candidates(Capacity capacity)
    {
        IReadOnlyList<RuleSource> rules = SourcesOf(capacity);
        if (scope.ShownRule(rules) is int rule and >= 0)
        {
            yield return new Candidate(capacity, scope.OfRules(rules, capacity.Fit), -1, rule);
        }

        foreach (int grant in model.GrantsTo(power.Id, capacity.HolderId).Where(g => Gives(g, capacity)))
        {
            yield return new Candidate(capacity, capacity.Fit.And(scope.OfGrant(grant)), grant, -1);
        }
    }

    private IReadOnlyList<RuleSource> SourcesOf(Capacity capacity) =>
        capacity.IsCarried && day < capacity.Since ? [] : model.SourcesOf(power.Id, capacity.HolderId, capacity.IsCarried);

    private bool Gives(int grant, Capacity capacity) => capacity.IsCarried
        ? day >= capacity.Since && model.SuccessorDays(grant).Contains(day)
        : model.GranteeDays(grant).Contains(day);

    private bool Precedes(int grant, int other) => other >= 0 && grant >= 0 && model.Forest.Ranks[grant] < model.Forest.Ranks[other];

    // What bars an actor that has the power: an interest of its own, time alone, the want of a vote.
    private AuthorityOutcome Guarded(Candidate candidate)
    {
        if (new ConflictOfInterest(model.Organization, question).IsThere())
        {
            return Barred(candidate, AuthorityBreak.ConflictOfInterest);
        }

        if (question.Case.CompetentUntil is LocalDate last && day > DayNumber.Of(last))
        {
            return Barred(candidate, AuthorityBreak.CompetenceLostByTime);
        }

        if (power.IsCollective && question.Case.VotePassed != true)
        {
            return question.Case.VotePassed is null
                ? Carried(candidate, AuthorityVerdict.Unknown, AuthorityBreak.MissingFacts, ["vote"])
                : Barred(candidate, AuthorityBreak.VoteNotPassed);
        }

        return Carried(candidate, AuthorityVerdict.Competent, AuthorityBreak.None);
    }

    private AuthorityOutcome Stopped(Candidate candidate) => candidate.Capacity.Bar == AuthorityBreak.SeveralSuccessors
        ? Carried(candidate, AuthorityVerdict.Ambiguous, AuthorityBreak.SeveralSuccessors)
        : Barred(candidate, candidate.Capacity.Bar);

    private AuthorityOutcome Carried(Candidate candidate, AuthorityVerdict verdict, AuthorityBreak cause, IReadOnlyList<string>? missing = null) => new()
    {
        Verdict = verdict,
        Causes = cause == AuthorityBreak.None ? [] : [cause],
        Steps = cause == AuthorityBreak.None ? [] : [new BrokenStep(cause, candidate.Grant, candidate.Rule, day)],
        Chain = ChainOf(candidate.Grant),
        Rule = candidate.Grant < 0 ? candidate.Rule : scope.ShownRule(model.SourcesOf(RootOf(candidate.Grant))),
        Capacity = candidate.Capacity,
        Missing = missing ?? [],
        Dimension = candidate.Fit.Dimension,
    };

    private AuthorityOutcome Barred(Candidate candidate, AuthorityBreak cause) => new()
    {
        Verdict = AuthorityVerdict.NotCompetent,
        Causes = [cause],
        Steps = [new BrokenStep(cause, candidate.Grant, candidate.Rule, day)],
    };

    // Of all grants and rules that name the actor, the one that came furthest; of several, the nearer in time.
    private Attempt? Nearest()
    {
        Attempt? nearest = null;
        foreach (Capacity capacity in capacities.Where(c => c.Bar == AuthorityBreak.None))
        {
            var causes = new GrantCauses(model, question, capacity);
            foreach (int grant in model.GrantsTo(power.Id, capacity.HolderId).Where(g => !capacity.IsCarried || model.Laws[g].FollowsSuccession))
            {
                var attempt = new Attempt(grant, -1, causes.Of(grant), causes.Nearness(grant), model.Forest.Ranks[grant]);
                nearest = attempt.IsNearerThan(nearest) ? attempt : nearest;
            }

            foreach (int rule in model.RulesOf(power.Id, capacity.HolderId))
            {
                Attempt attempt = OfRule(rule, capacity);
                nearest = attempt.IsNearerThan(nearest) ? attempt : nearest;
            }
        }

        return nearest;
    }

    private AuthorityOutcome Refused(Attempt? nearest) => nearest is null
        ? new AuthorityOutcome
        {
            Verdict = AuthorityVerdict.NotCompetent,
            Causes = [AuthorityBreak.NoGrant],
            Steps = [new BrokenStep(AuthorityBreak.NoGrant, -1, -1, day)],
        }
        : new AuthorityOutcome
        {
            Verdict = AuthorityVerdict.NotCompetent,
            Causes = nearest.Causes,
            Steps = nearest.Grant < 0
                ? [new BrokenStep(nearest.Causes[0], -1, nearest.Rule, day)]
                : [.. new BrokenTrail(model, question).From(nearest.Grant, nearest.Causes[0])],
            Dimension = nearest.Causes[0] != AuthorityBreak.OutOfScope ? null
                : (nearest.Grant < 0 ? scope.OfRules([new RuleSource(nearest.Rule, IntervalSet.Always)]) : scope.OfGrant(nearest.Grant)).Dimension
                    ?? ChainScope.Territory,
        };

    private Attempt OfRule(int rule, Capacity capacity)
    {
        HeldByLaw held = model.Rules[rule];
        IntervalSet days = capacity.IsCarried ? held.SuccessorDays.Intersect(IntervalSet.Of(capacity.Since, DayNumber.Max)) : held.Days;
        if (days.Contains(day))
        {
            return new Attempt(-1, rule, [AuthorityBreak.OutOfScope], (0, 0), -1);
        }

        AuthorityBreak cause = day < DayNumber.FromOrMin(held.Rule.Validity.From) ? AuthorityBreak.HolderNotYet
            : day >= DayNumber.ToOrMax(held.Rule.Validity.To) ? AuthorityBreak.HolderNoLonger
            : !model.UnitLife(held.Rule.UnitId).Contains(day) ? AuthorityBreak.UnitCeased
            : model.Organization.LifeOf(capacity.HolderId).Contains(day) ? AuthorityBreak.FunctionTransferred
            : AuthorityBreak.GranteeCeased;
        return new Attempt(-1, rule, [cause], (1, 0), -1);
    }

    private int RootOf(int grant)
    {
        while (model.Forest.Parents[grant] >= 0)
        {
            grant = model.Forest.Parents[grant];
        }

        return grant;
    }

    private int[] ChainOf(int grant)
    {
        if (grant < 0)
        {
            return [];
        }

        int[] chain = new int[model.Index.DepthOf(grant)];
        model.Index.CopyChain(grant, chain);
        return chain;
    }

    private sealed record Candidate(Capacity Capacity, ScopeFit Fit, int Grant, int Rule);

    private sealed record Attempt(int Grant, int Rule, IReadOnlyList<AuthorityBreak> Causes, (int Group, int Days) Nearness, int Rank)
    {
        public bool IsNearerThan(Attempt? other)
        {
            if (other is null)
            {
                return true;
            }

            int byStage = GrantCauses.StageOf(Causes[0]).CompareTo(GrantCauses.StageOf(other.Causes[0]));
            int byTime = other.Nearness.CompareTo(Nearness);
            return byStage != 0 ? byStage > 0 : byTime != 0 ? byTime > 0 : Rank < other.Rank;
        }
    }
}
