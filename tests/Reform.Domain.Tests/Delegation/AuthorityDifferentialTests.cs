using System.Globalization;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Testing.Delegation;
using Reform.Testing.Delegation.Reference;

namespace Reform.Domain.Tests.Delegation;

/// <summary>
/// The register against the definition, on random worlds with reorganisations, deep chains, events and corrections: every question now
/// and as known at a moment, and every other list of the register. The seeds are fixed, so that a difference comes back; each is
/// named in it. REFORM_AUTHORITY_CASES sets how many questions, and REFORM_AUTHORITY_SEED other worlds.
/// </summary>
public sealed class AuthorityDifferentialTests(ITestOutputHelper output)
{
    private const int QuestionsPerWorld = 40;
    private const int EnoughForShares = 40_000;
    private static readonly int Wanted = Setting("REFORM_AUTHORITY_CASES", 100_000);
    private static readonly ulong FirstSeed = 1_000_000_000UL * (ulong)Setting("REFORM_AUTHORITY_SEED", 0);
    private static readonly LocalDate First = RandomOrganization.First;

    private readonly WorldTally tally = new(output);

    [Fact]
    public void Every_answer_now_and_as_known_then_is_that_of_the_definition()
    {
        ForEachWorld(Wanted / QuestionsPerWorld * 21 / 20, (world, register) =>
        {
            Instant moment = world.KnownAt();
            AuthorityRegister then = register.AsKnownAt(moment);
            ReferenceRegister now = Reference(world, Instant.MaxValue);
            ReferenceRegister before = Reference(world, moment);
            AuthorityRegister built = new(
                before.Powers, before.Grants, before.Events, new OrganizationRegister(world.Organization).AsKnownAt(moment), new GrantRegimes(world.Regimes));
            for (int i = 0; i < QuestionsPerWorld; i++)
            {
                AuthorityQuestion question = world.Question();
                bool past = i % 4 == 0;
                AuthorityDecision decision = past ? then.Check(question) : register.Check(question);
                Compare(world, (past ? "as known at " + moment + " " : "") + ReferenceLists.Written(question), past ? before : now, decision);
                if (past && Shown(decision) != Shown(built.Check(question)))
                {
                    Differ(world, ReferenceLists.Written(question) + " as known at " + moment + ": not the register of what was known then");
                }

                if (past && i % 8 == 0 && Shown(decision) != Shown(register.Check(question, moment)))
                {
                    Differ(world, ReferenceLists.Written(question) + " as known at " + moment + ": Check with a moment");
                }
            }
        });
        tally.Report();
        Assert.True(tally["compared"] >= Wanted, tally["compared"] + " questions were compared");
        foreach ((string word, int share) in (ReadOnlySpan<(string, int)>)
            [
                ("Competent", 8), ("NotCompetent", 5), ("Ambiguous", 200), ("Unknown", 80), ("chain of 1", 40), ("chain of 2", 60), ("chain of 3", 150), ("chain of 4", 300), ("chain of 5", 1_000),
                ("without field", 20), ("without field, after a reorganisation", 200), ("kept in part", 200), ("passed on in part", 500), ("came back", 1_000), ("came back, yes", 4_000),
            ])
        {
            // A world gives many questions: with few worlds a share says little.
            tally.RequireTried((word, Wanted >= EnoughForShares ? Wanted / share : 1));
        }
    }

    [Fact]
    public void Every_list_of_the_register_agrees_with_the_definition()
    {
        ForEachWorld(Math.Max(Wanted / 200, 100), (world, register) =>
        {
            ReferenceRegister facts = Reference(world, Instant.MaxValue);
            var lists = new ReferenceLists(facts, register, word => Differ(world, word));
            AuthorityQuestion question = world.Question();
            lists.CompareStatuses();
            lists.CompareExpiring();
            lists.CompareIndex(question.On);
            lists.CompareWhoCould(question);
            lists.ComparePowersOf(question);
            lists.CompareNextChange(question);
            lists.CompareOverlaps();
            tally.Count("compared", lists.Compared);
        });
        tally.Report();
        Assert.True(tally["compared"] >= Wanted, tally["compared"] + " answers were compared");
    }

    private static ReferenceRegister Reference(RandomAuthority world, Instant knownAt) => new(world.Records, world.Organization, world.Regimes, knownAt);

    private void ForEachWorld(int worlds, Action<RandomAuthority, AuthorityRegister> compare)
    {
        Parallel.For(0, worlds, i =>
        {
            var world = new RandomAuthority(FirstSeed + (ulong)i + 1);
            AuthorityRegister? register = world.Register();
            tally.Count(register is null ? "worlds refused" : "worlds");
            if (register is not null)
            {
                try
                {
                    compare(world, register);
                }
                catch (Exception thrown) when (thrown is ArgumentException or InvalidOperationException)
                {
                    Differ(world, thrown.ToString());
                }
            }
        });
        Assert.True(tally["worlds"] > worlds * 9 / 10, tally["worlds refused"] + " of the worlds are no registers");
    }

    private void Compare(RandomAuthority world, string about, ReferenceRegister facts, AuthorityDecision actual)
    {
        var expected = new ReferenceAnswer(facts, actual.Question);
        tally.Count("compared");
        tally.Count(expected.Verdict.ToString());
        bool isWithoutField = facts.PowerOf(actual.Question.PowerId).Field is null;
        tally.CountIf(isWithoutField, "without field");
        tally.CountIf(isWithoutField && expected.Ways.Any(w => w.AsWhom != actual.Question.ActorId), "without field, after a reorganisation");
        tally.CountIf(expected.IsKeptInPart, "kept in part");
        tally.CountIf(expected.IsPassedOnInPart, "passed on in part");
        tally.CountIf(expected.CameBack, "came back");
        tally.CountIf(expected.CameBack && expected.Verdict == AuthorityVerdict.Competent, "came back, yes");
        if (actual.IsCompetent && expected.Verdict == actual.Verdict)
        {
            tally.Count("chain of " + Chain(actual).Length);
        }

        if (expected.DifferenceTo(actual) is string difference)
        {
            Differ(world, about + ": " + difference);
        }
    }

    private static string[] Chain(AuthorityDecision decision) => ReferenceAnswer.ChainOf(decision);

    private static string Shown(AuthorityDecision d) => d.Verdict + " " + d.Code + " " + string.Join('>', d.Chain.Select(l => l.Kind + ":" + l.HolderId + ":" + l.Grant?.Id));

    private void Differ(RandomAuthority world, string what) => tally.Differ(world.Seed, what);

    private static int Setting(string name, int usual) => int.TryParse(
        Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : usual;
}
