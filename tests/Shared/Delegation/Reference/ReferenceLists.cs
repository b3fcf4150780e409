using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Testing.Delegation.Reference;

/// <summary>Holds each list of a register against the definition, day by day.</summary>
internal sealed class ReferenceLists(ReferenceRegister facts, AuthorityRegister register, Action<string> differ)
{
    private const int Days = 40;
    private static readonly LocalDate First = RandomOrganization.First;

    /// <summary>How many answers were held against the definition.</summary>
    public int Compared { get; private set; }

    public static string Written(AuthorityQuestion q) =>
        q.ActorId + " " + q.PowerId + " on " + q.On + " unit " + q.UnitId + " in " + string.Join('+', q.Case.Territories) + " subject " + q.Case.Subject + " amount " + q.Case.Amount;

    public void CompareStatuses()
    {
        foreach (Grant grant in facts.Grants)
        {
            for (int i = -3; i < Days; i += 3)
            {
                LocalDate on = First.PlusDays(i);
                GrantStatus status = register.StatusOf(grant.Id, on);
                bool expected = facts.InForce(grant, on);
                Compare(expected == status.IsInForce && status.IsInForce == (status.Causes.Count == 0), "status of " + grant.Id + " on " + on);
                Compare(NextDay(on, d => facts.InForce(grant, d) != expected) == status.NextChange, "next change of " + grant.Id + " after " + on);
            }
        }
    }

    public void CompareExpiring()
    {
        List<(LocalDate, string)> expected = [];
        for (int i = 0; i < Days; i++)
        {
            LocalDate on = First.PlusDays(i);
            expected.AddRange(facts.Grants.Where(g => facts.InForce(g, on) && !facts.InForce(g, on.PlusDays(1))).Select(g => g.Id).Order(StringComparer.Ordinal).Select(g => (on, g)));
        }

        Compare(expected.SequenceEqual(register.ExpiringBetween(First, First.PlusDays(Days - 1)).Select(e => (e.LastDay, e.Grant.Id))), "expiring");
    }

    /// <summary>The index looks at whoever is named, whatever the case, for a unit or for none in particular.</summary>
    public void CompareIndex(LocalDate on)
    {
        AuthorityIndex index = register.Index;
        foreach (Power power in facts.Powers)
        {
            foreach (string? unit in new[] { null, "u0" }.Where(u => index.FindUnit(u ?? "") >= 0))
            {
                foreach (string actor in RandomOrganization.Actors)
                {
                    string[]? expected = facts.Rules(power.Id, actor, on).Any(r => r.UnitId == unit) ? []
                        : facts.Grants.Where(g => g.PowerId == power.Id && g.GranteeId == actor && g.UnitId == unit && facts.GivesGrantee(g, on))
                            .Select(facts.Path).Order(ReferenceAnswer.ByChain).FirstOrDefault();
                    AuthorityAnswer answer = index.Check(index.FindPower(power.Id), index.FindUnit(unit ?? ""), index.FindActor(actor), on);
                    Compare(answer.IsCompetent == expected is not null && answer.Chain().SequenceEqual(expected ?? []), "index: " + actor + " " + power.Id + " " + unit + " on " + on);
                }
            }
        }
    }

    public void CompareWhoCould(AuthorityQuestion question)
    {
        IEnumerable<string> expected = RandomOrganization.Actors.Where(a => new ReferenceAnswer(facts, question with { ActorId = a }).Verdict == AuthorityVerdict.Competent);
        IEnumerable<string> actual = register.WhoCould(question.PowerId, question.On, question.Case, question.UnitId).Select(d => d.Question.ActorId);
        Compare(expected.Order(StringComparer.Ordinal).SequenceEqual(actual.Order(StringComparer.Ordinal)), "who could: " + Written(question));
    }

    public void ComparePowersOf(AuthorityQuestion question)
    {
        foreach (string actor in RandomOrganization.Actors)
        {
            ValueList<HeldPower> held = register.PowersOf(actor, question.On);
            bool covers = held.Any(h => h.Power.Id == question.PowerId && (h.UnitId is null || h.UnitId == question.UnitId) && h.Scopes.All(s => s.Covers(question.Case)));
            AuthorityVerdict expected = new ReferenceAnswer(facts, question with { ActorId = actor }).Verdict;
            Compare(covers == (expected == AuthorityVerdict.Competent), "powers of " + actor + ": " + Written(question));
        }
    }

    /// <summary>By the definition, verdict and best chain stay what they are until the next change that the register names.</summary>
    public void CompareNextChange(AuthorityQuestion question)
    {
        AuthorityDecision decision = register.Check(question);
        LocalDate? turn = NextDay(question.On, d => Answer(question with { On = d }) != Answer(question));
        Compare(decision.NextChange is null ? turn is null : !(turn < decision.NextChange), "next change " + decision.NextChange + ", by definition " + turn + ": " + Written(question));
        if (decision.NextChange is LocalDate change)
        {
            AuthorityDecision then = register.Check(question with { On = change });
            bool same = decision.Verdict == then.Verdict && decision.Chain.Equals(then.Chain) && decision.Causes.Equals(then.Causes)
                && decision.Findings.Equals(then.Findings) && decision.Explain().Select(r => r.Code).SequenceEqual(then.Explain().Select(r => r.Code));
            Compare(!same || decision.Responsible != then.Responsible || decision.BrokenGrant != then.BrokenGrant || decision.NearestGrant != then.NearestGrant || !decision.Missing.Equals(then.Missing) || Said(decision) != Said(then) || !Equals(decision.Signing, then.Signing), "nothing changes on " + change + ": " + Written(question));
        }
    }

    /// <summary>Each pair is in force at once on the day named and on no earlier day, to different grantees.</summary>
    public void CompareOverlaps()
    {
        foreach (GrantOverlap overlap in register.Overlaps(new Validity(First, First.PlusDays(Days))))
        {
            bool Both(LocalDate d) => facts.InForce(overlap.First, d) && facts.InForce(overlap.Second, d);
            Compare(Both(overlap.FirstDay) && overlap.First.GranteeId != overlap.Second.GranteeId
                && !Enumerable.Range(0, Days).Select(n => First.PlusDays(n)).Any(d => d < overlap.FirstDay && Both(d)), "overlap " + overlap.First.Id + " " + overlap.Second.Id);
        }
    }

    private static string Said(AuthorityDecision decision) => string.Join('|', decision.Explain().Select(r => r.Sentence.English));

    private string Answer(AuthorityQuestion question)
    {
        var answer = new ReferenceAnswer(facts, question);
        return answer.Verdict != AuthorityVerdict.Competent ? answer.Verdict.ToString()
            : answer.Ways.Any(w => w.AsWhom == question.ActorId && w.Fit == ReferenceFit.Yes) ? "own " + string.Join('>', answer.ChainAs(question.ActorId))
            : "yes";
    }

    // Every fact of these worlds lies within two months.
    private static LocalDate? NextDay(LocalDate after, Func<LocalDate, bool> isOther) =>
        Enumerable.Range(1, 70).Select(n => (LocalDate?)after.PlusDays(n)).FirstOrDefault(d => isOther(d!.Value));

    private void Compare(bool agrees, string what)
    {
        Compared++;
        if (!agrees)
        {
            differ(what);
        }
    }
}
