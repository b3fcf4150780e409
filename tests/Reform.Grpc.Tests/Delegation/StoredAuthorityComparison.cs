using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Testing.Delegation;
using Reform.Testing.Delegation.Reference;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>
/// Asks the register that was read from SQLite every question, and holds each answer against that of the register in memory, to the last
/// detail, and against the definition.
/// </summary>
/// <param name="stored">The register of what SQLite has.</param>
/// <param name="memory">The register of the same facts that never was in a database.</param>
/// <param name="facts">The definition, over the same facts.</param>
/// <param name="about">The world and the moment, for what differs.</param>
/// <param name="tally">Counts what was compared.</param>
internal sealed class StoredAuthorityComparison(AuthorityRegister stored, AuthorityRegister memory, ReferenceRegister facts, string about, Tally tally)
{
    private static readonly LocalDate First = RandomOrganization.First;
    private static readonly Validity Days = new(First, First.PlusDays(40));

    /// <summary>Questions that the register knows; what has to be worked out (next change, nearest grant), of every fourth one.</summary>
    public void CompareChecks(IReadOnlyList<AuthorityQuestion> questions)
    {
        for (int i = 0; i < questions.Count; i++)
        {
            string asked = ReferenceLists.Written(questions[i]);
            AuthorityDecision decision = stored.Check(questions[i]);
            AuthorityDecision expected = memory.Check(questions[i]);
            Same(expected, decision, asked);
            if (i % 4 == 0)
            {
                Same((expected.NextChange, expected.NearestGrant), (decision.NextChange, decision.NearestGrant), asked);
                tally.Add("next changes", decision.NextChange is null ? 0 : 1);
            }

            if (new ReferenceAnswer(facts, questions[i]).DifferenceTo(decision) is string difference)
            {
                Differ(asked + ": " + difference);
            }

            tally.Add("checks");
            tally.Add(decision.Verdict.ToString());
            tally.Add("chain of " + ReferenceAnswer.ChainOf(decision).Length, decision.IsCompetent ? 1 : 0);
        }
    }

    /// <summary>Questions about what the register does not know.</summary>
    public void RefuseChecks(IEnumerable<AuthorityQuestion> questions)
    {
        foreach (AuthorityQuestion question in questions)
        {
            Refused(() => stored.Check(question), ReferenceLists.Written(question));
            Refused(() => memory.Check(question), ReferenceLists.Written(question));
            tally.Add("refused");
        }
    }

    /// <summary>Reverse look-up, list, next change, where a case returns to, and every sentence: for a question that the register knows.</summary>
    public void CompareAround(AuthorityQuestion question)
    {
        string asked = ReferenceLists.Written(question);
        var lists = new ReferenceLists(facts, stored, Differ);
        lists.CompareWhoCould(question);
        lists.ComparePowersOf(question);
        lists.CompareNextChange(question);
        tally.Add("by definition", lists.Compared);
        Same(Signers(memory), Signers(stored), "who could: " + asked);
        tally.Add("reverse");
        foreach (string actor in RandomOrganization.Actors)
        {
            Same(memory.PowersOf(actor, question.On).Select(Shown), stored.PowersOf(actor, question.On).Select(Shown), "powers of " + actor + " on " + question.On);
            tally.Add("lists");
        }

        AuthorityDecision decision = stored.Check(question);
        Same(Sentences(memory.Check(question)), Sentences(decision), "sentences: " + asked);
        tally.Add("next changes by definition");
        foreach (Grant grant in stored.Grants.Where(g => g.PowerId == question.PowerId))
        {
            Same(Shown(memory.ReturnsTo(grant.Id, question)), Shown(stored.ReturnsTo(grant.Id, question)), "return of " + grant.Id + ": " + asked);
        }

        IEnumerable<string> Signers(AuthorityRegister register) =>
            register.WhoCould(question.PowerId, question.On, question.Case, question.UnitId).Select(d => d.Question.ActorId + ": " + Shown(d));
    }

    /// <summary>Statuses, histories, expiries, overlaps, orphans, ratios, objections and the index.</summary>
    public void CompareLists(IReadOnlyList<AuthorityQuestion> pending)
    {
        var lists = new ReferenceLists(facts, stored, Differ);
        lists.CompareStatuses();
        lists.CompareExpiring();
        lists.CompareIndex(pending[0].On);
        lists.CompareOverlaps();
        tally.Add("by definition", lists.Compared);
        PendingCase[] cases = [.. pending.Select((q, i) => new PendingCase("HS-" + i, q))];
        Same(memory.ExpiringBetween(First, First.PlusDays(39), cases), stored.ExpiringBetween(First, First.PlusDays(39), cases), "expiring");
        Same(memory.Overlaps(Days), stored.Overlaps(Days), "overlaps");
        tally.Add("expiring", stored.ExpiringBetween(First, First.PlusDays(39)).Count);
        tally.Add("overlaps", stored.Overlaps(Days).Count);
        foreach (AuthorityQuestion question in pending)
        {
            Same(memory.OrphanedOn(question.On), stored.OrphanedOn(question.On), "orphans on " + question.On);
            tally.Add("orphans", stored.OrphanedOn(question.On).Count);
            Same(memory.RatioOf("u0", question.On), stored.RatioOf("u0", question.On), "ratio on " + question.On);
        }

        foreach (Grant grant in stored.Grants)
        {
            Same(memory.HistoryOf(grant.Id), stored.HistoryOf(grant.Id), "history of " + grant.Id);
            Same(memory.Validate(grant), stored.Validate(grant), "objections to " + grant.Id);
        }
    }

    private static string Shown(HeldPower h) =>
        h.Power.Id + " " + h.UnitId + " " + h.Until + " " + h.Scopes + " " + string.Join('>', h.Chain.Select(l => l.Kind + ":" + l.HolderId + ":" + l.Grant?.Id));

    private static string? Shown(AuthorityDecision? d) => d is null ? null : string.Join('|', d.Question, d.Verdict, d.Chain, d.NextChange);

    private static string Sentences(AuthorityDecision decision) =>
        string.Join('\n', decision.Explain().SelectMany(r => (string[])[r.Code, r.Sentence.Vietnamese, r.Sentence.English]));

    private void Same(AuthorityDecision expected, AuthorityDecision actual, string asked)
    {
        Same(expected.Verdict, actual.Verdict, asked);
        Same(expected.Chain, actual.Chain, asked);
        Same(expected.Causes, actual.Causes, asked);
        Same(expected.Findings, actual.Findings, asked);
        Same(expected.Missing, actual.Missing, asked);
        Same((expected.Responsible, expected.BrokenGrant), (actual.Responsible, actual.BrokenGrant), asked);
        Same(expected.Signing is null, actual.Signing is null, asked);
    }

    private void Same<T>(IEnumerable<T> expected, IEnumerable<T> actual, string what)
    {
        if (!expected.SequenceEqual(actual))
        {
            Differ(what + ": in memory " + string.Join("; ", expected) + ", from SQLite " + string.Join("; ", actual));
        }
    }

    private void Same<T>(T expected, T actual, string what)
    {
        if (!Equals(expected, actual))
        {
            Differ(what + ": in memory " + Written(expected) + ", from SQLite " + Written(actual));
        }
    }

    private static string? Written(object? value) => value is IEnumerable<object> list ? string.Join("; ", list) : value?.ToString();

    private void Refused(Action ask, string asked)
    {
        try
        {
            ask();
        }
        catch (AuthorityInputException)
        {
            return;
        }

        Differ(asked + ": answered, although the register does not know of what is asked");
    }

    private void Differ(string what) => Assert.Fail(about + ": " + what);
}
