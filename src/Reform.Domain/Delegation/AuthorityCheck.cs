namespace Reform.Domain.Delegation;

/// <summary>Decides one question over a model.</summary>
internal sealed class AuthorityCheck(AuthorityModel model, AuthorityQuestion question)
{
    private readonly int day = DayNumber.Of(question.On);
    private readonly ChainScope scope = new(model, question);
    private readonly Power power = model.FindPower(question.PowerId)!;

    public AuthorityOutcome Decide()
    {
        Candidate? best = Best();
        return best switch
        {
            { Fit.Kind: ScopeFitKind.Inside } => Guarded(best),
            { Fit.Kind: ScopeFitKind.Partly } => Carried(best, AuthorityVerdict.Ambiguous, AuthorityBreak.MultiTerritory),
            { Fit.Kind: ScopeFitKind.Undetermined } => Carried(best, AuthorityVerdict.Unknown, AuthorityBreak.MissingFacts, best.Fit.Missing),
            _ => Refused(),
        };
    }

    // The case at hand first, then the shorter chain, then the smaller identifiers.
    private Candidate? Best()
    {
        Candidate? best = null;
        IReadOnlyList<int> rules = model.RulesOf(power.Id, question.ActorId);
        if (scope.ShownRule(rules) is int rule and >= 0)
        {
            best = new Candidate(scope.OfRules(rules), -1, rule);
        }

        foreach (HoldingTable.Entry entry in model.EntriesOf(power.Id, question.ActorId, question.UnitId))
        {
            if (entry.Held < 0 || !entry.Days.Contains(day))
            {
                continue;
            }

            var candidate = new Candidate(scope.OfGrant(entry.Held - 1), entry.Held - 1, -1);
            if (best is null || candidate.Fit.Kind < best.Fit.Kind || (candidate.Fit.Kind == best.Fit.Kind && Precedes(candidate.Grant, best.Grant)))
            {
                best = candidate;
            }
        }

        return best;
    }

    private bool Precedes(int grant, int other) => other >= 0 && model.Forest.Ranks[grant] < model.Forest.Ranks[other];

    // What bars an actor that has the power: an interest of its own, time alone, the want of a vote.
    private AuthorityOutcome Guarded(Candidate candidate)
    {
        if (question.Case.ConcernedPersons.Contains(question.ActorId, StringComparer.Ordinal))
        {
            return Barred(candidate, AuthorityBreak.ConflictOfInterest);
        }

        if (question.Case.CompetentUntil is NodaTime.LocalDate last && day > DayNumber.Of(last))
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

    private AuthorityOutcome Carried(Candidate candidate, AuthorityVerdict verdict, AuthorityBreak cause, IReadOnlyList<string>? missing = null) => new()
    {
        Verdict = verdict,
        Causes = cause == AuthorityBreak.None ? [] : [cause],
        Steps = cause == AuthorityBreak.None ? [] : [new BrokenStep(cause, candidate.Grant, candidate.Rule, day)],
        Chain = ChainOf(candidate.Grant),
        Rule = candidate.Grant < 0 ? candidate.Rule : scope.ShownRule(model.RulesAbove(RootOf(candidate.Grant))),
        Missing = missing ?? [],
        Dimension = candidate.Fit.Dimension,
    };

    private AuthorityOutcome Barred(Candidate candidate, AuthorityBreak cause) => new()
    {
        Verdict = AuthorityVerdict.NotCompetent,
        Causes = [cause],
        Steps = [new BrokenStep(cause, candidate.Grant, candidate.Rule, day)],
    };

    // Of all grants and rules that name the actor, the one that came furthest tells the cause; of several, the nearer in time.
    private AuthorityOutcome Refused()
    {
        var causes = new GrantCauses(model, question);
        Attempt? nearest = null;
        foreach (int grant in model.GrantsTo(power.Id, question.ActorId))
        {
            var attempt = new Attempt(grant, -1, causes.Of(grant), causes.Nearness(grant), model.Forest.Ranks[grant]);
            nearest = attempt.IsNearerThan(nearest) ? attempt : nearest;
        }

        foreach (int rule in model.RulesOf(power.Id, question.ActorId))
        {
            Attempt attempt = OfRule(rule);
            nearest = attempt.IsNearerThan(nearest) ? attempt : nearest;
        }

        if (nearest is null)
        {
            return new AuthorityOutcome
            {
                Verdict = AuthorityVerdict.NotCompetent,
                Causes = [AuthorityBreak.NoGrant],
                Steps = [new BrokenStep(AuthorityBreak.NoGrant, -1, -1, day)],
            };
        }

        return new AuthorityOutcome
        {
            Verdict = AuthorityVerdict.NotCompetent,
            Causes = nearest.Causes,
            Steps = nearest.Grant < 0 ? [new BrokenStep(nearest.Causes[0], -1, nearest.Rule, day)] : [.. Trail(nearest.Grant, nearest.Causes[0])],
            Dimension = nearest.Causes[0] != AuthorityBreak.OutOfScope ? null
                : nearest.Grant < 0 ? scope.OfRules([nearest.Rule]).Dimension
                : scope.OfGrant(nearest.Grant).Dimension,
        };
    }

    private Attempt OfRule(int rule)
    {
        IntervalSet days = model.Rules[rule].Days;
        if (days.Contains(day))
        {
            return new Attempt(-1, rule, [AuthorityBreak.OutOfScope], (0, 0), -1);
        }

        AuthorityBreak cause = !model.Organization.LifeOf(question.ActorId).Contains(day) ? AuthorityBreak.GranteeCeased
            : day < DayNumber.FromOrMin(model.Rules[rule].Rule.Validity.From) ? AuthorityBreak.HolderNotYet
            : AuthorityBreak.HolderNoLonger;
        return new Attempt(-1, rule, [cause], (1, 0), -1);
    }

    // Up from the actor's grant as long as the cause lies in what it rests on.
    private IEnumerable<BrokenStep> Trail(int grant, AuthorityBreak first)
    {
        int at = grant;
        int on = day;
        AuthorityBreak cause = first;
        var asked = new GrantCauses(model, question);
        while (true)
        {
            yield return new BrokenStep(cause, at, -1, on);
            int parent = model.Forest.Parents[at];
            if (cause is not (AuthorityBreak.GrantorLostPower or AuthorityBreak.GrantorLackedPower))
            {
                yield break;
            }

            if (cause == AuthorityBreak.GrantorLackedPower && model.Lives[at].Starts != on)
            {
                on = model.Lives[at].Starts;
                asked = new GrantCauses(model, question with { On = DayNumber.ToDate(on) });
            }

            if (parent < 0)
            {
                if (NearestRule(at, on) is int rule and >= 0)
                {
                    AuthorityBreak why = on < DayNumber.FromOrMin(model.Rules[rule].Rule.Validity.From) ? AuthorityBreak.HolderNotYet : AuthorityBreak.HolderNoLonger;
                    yield return new BrokenStep(why, -1, rule, on);
                }

                yield break;
            }

            if (!model.FitsParent(at) || asked.BeforeScope(parent) is not [AuthorityBreak above, ..])
            {
                yield break;
            }

            (at, cause) = (parent, above);
        }
    }

    private int NearestRule(int rootGrant, int on)
    {
        IReadOnlyList<int> rules = model.RulesAbove(rootGrant);
        return rules.Count == 0 ? -1 : rules.OrderBy(r => DayNumber.FromOrMin(model.Rules[r].Rule.Validity.From) > on).ThenByDescending(
            r => DayNumber.ToOrMax(model.Rules[r].Rule.Validity.To)).First();
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

    private sealed record Candidate(ScopeFit Fit, int Grant, int Rule);

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
