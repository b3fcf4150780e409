using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Values;
using Reform.Testing.Delegation.Reference;

namespace Reform.Domain.Tests.Delegation;

/// <summary>
/// The batch command's world, read from its file, against its definition by brute force. The seeds are fixed and named in a difference.
/// Each clause of the definition is also left out on purpose, to see that it decides enough of the questions.
/// </summary>
public sealed class AuthorityWorldDefinitionTests(ITestOutputHelper output)
{
    private const int Worlds = 2_500;
    private const int QuestionsPerWorld = 60;
    private const int WorldsPerProbe = 5;

    private readonly WorldTally tally = new(output);

    [Fact]
    public void Every_answer_to_a_file_is_that_of_the_definition_and_every_clause_of_it_counts()
    {
        Parallel.For(0, Worlds, i =>
        {
            var random = new RandomBareWorld((ulong)i + 1);
            List<WorldQuestion> questions = [.. Enumerable.Range(0, QuestionsPerWorld).Select(random.Question)];
            using var stream = new MemoryStream(random.World.ToJson(questions, isPlain: i % 2 == 0));
            (AuthorityWorld world, ValueList<WorldQuestion> read) = AuthorityWorldFile.Read(stream);
            Assert.Equal(questions, read);
            foreach (WorldQuestion question in read)
            {
                Compare(i, random.World, question, world.Check(question.Actor, question.Power, question.Unit, question.On));
            }

            if (i % WorldsPerProbe == 0)
            {
                Probe(random.World, questions);
            }

            Describe(random);
        });
        tally.Report();
        Assert.Equal(Worlds * QuestionsPerWorld, tally["questions"]);
        tally.RequireTried(
            ("questions", 100_000), ("no", 30_000), ("chain of 0", 4_000), ("chain of 1", 5_000), ("chain of 2", 5_000), ("chain of 3", 3_000), ("chain of 4", 2_000), ("chain of 5", 2_000),
            ("several of one length", 5_000), ("another order would choose another", 1_000),
            ("grant outside its parent's days", 2_000), ("grant by one who holds nothing", 300), ("grant to oneself", 1_000), ("grant revoked on its first day", 1_000));
        foreach (BareClause clause in Clauses)
        {
            tally.RequireTried(("without " + clause, 100));
        }
    }

    private static IEnumerable<BareClause> Clauses => Enum.GetValues<BareClause>().Where(c => c != BareClause.None);

    private void Compare(int seed, BareWorld definition, WorldQuestion question, AuthorityAnswer answer)
    {
        string[]? expected = definition.ChainOf(question.Actor, question.Power, question.Unit, question.On);
        tally.Count(expected is null ? "no" : "chain of " + expected.Length);
        tally.Compare(answer.IsCompetent == expected is not null && answer.Chain().SequenceEqual(expected ?? []), (ulong)seed + 1, "questions", () => question + ": "
            + (expected is null ? "no" : string.Join('>', expected)) + " by definition, " + (answer.IsCompetent ? string.Join('>', answer.Chain()) : "no"));
        if (expected is { Length: > 0 })
        {
            CountTies(definition, question, expected);
        }
    }

    // How often the tie rule is what decides, and how often an order that does not look at case would choose otherwise.
    private void CountTies(BareWorld definition, WorldQuestion question, string[] chosen)
    {
        List<string[]> ways = [];
        foreach (WorldGrant grant in definition.Grants.Where(g => g.ToActor == question.Actor && g.Power == question.Power && g.Unit == question.Unit && definition.InForce(g, question.On)))
        {
            List<string> way = [grant.Id];
            for (WorldGrant? at = grant; at.Parent is string parent; way.Insert(0, parent))
            {
                at = definition.Grants.Single(g => g.Id == parent);
            }

            ways.Add([.. way]);
        }

        List<string[]> rivals = [.. ways.Where(w => w.Length == chosen.Length)];
        if (rivals.Count > 1)
        {
            tally.Count("several of one length");
            int at = Enumerable.Range(0, chosen.Length).First(i => rivals.Any(r => r[i] != chosen[i]));
            if (rivals.Any(r => string.Compare(r[at], chosen[at], StringComparison.OrdinalIgnoreCase) < 0))
            {
                tally.Count("another order would choose another");
            }
        }
    }

    private void Probe(BareWorld definition, List<WorldQuestion> questions)
    {
        foreach (BareClause clause in Clauses)
        {
            BareWorld without = definition with { Without = clause };
            foreach (WorldQuestion q in questions)
            {
                string[]? real = definition.ChainOf(q.Actor, q.Power, q.Unit, q.On);
                string[]? other = without.ChainOf(q.Actor, q.Power, q.Unit, q.On);
                if (real is null != other is null || !(real ?? []).SequenceEqual(other ?? []))
                {
                    tally.Count("without " + clause);
                }
            }
        }
    }

    private void Describe(RandomBareWorld random)
    {
        BareWorld world = random.World;
        foreach (WorldGrant grant in world.Grants)
        {
            WorldGrant? parent = world.Grants.SingleOrDefault(g => g.Id == grant.Parent);
            tally.Count("grants");
            tally.Count("grants of depth " + random.Depth(grant));
            tally.CountIf(parent is not null && (grant.FirstDay < parent.FirstDay || (grant.LastDay ?? LocalDate.MaxIsoValue) > (parent.LastDay ?? LocalDate.MaxIsoValue)), "grant outside its parent's days");
            tally.CountIf(!world.Holdings.Any(h => h.Holder == grant.FromActor) && !world.Grants.Any(g => g.ToActor == grant.FromActor), "grant by one who holds nothing");
            tally.CountIf(grant.FromActor == grant.ToActor, "grant to oneself");
            tally.CountIf(grant.RevokedFrom == grant.FirstDay, "grant revoked on its first day");
        }
    }
}
