using CsCheck;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Values;
using Reform.Testing.Delegation.Reference;

namespace Reform.Domain.Tests.Delegation;

/// <summary>The bare world against its definition, word by word, on small random worlds in which everything collides.</summary>
public sealed class AuthorityWorldTests
{
    private static readonly LocalDate First = new(2026, 1, 29);
    private static readonly string[] Actors = ["a", "b", "c", "d"];

    private static readonly Gen<(LocalDate First, LocalDate? Last)> Days =
        from start in Gen.Int[0, 6]
        from length in Gen.Int[-1, 14]
        select (First.PlusDays(start), length > 11 ? (LocalDate?)null : First.PlusDays(start + length));

    private static readonly Gen<WorldUnit[]> Units = Days.Array[2].Select(days => days.Select((d, i) => new WorldUnit("u" + i, d.First, d.Last)).ToArray());

    private static readonly Gen<WorldPower[]> Powers = Gen.Int[0, 4].Array[2].Select(n => n.Select((x, i) => new WorldPower("p" + i, x > 0)).ToArray());

    private static readonly Gen<WorldHolding> Holdings =
        from power in Gen.OneOf("p0", "p1")
        from unit in Gen.OneOf("u0", "u1")
        from holder in Gen.OneOf(Actors)
        from days in Days
        select new WorldHolding(power, unit, holder, days.First, days.Last);

    private static readonly Gen<WorldGrant> Grants =
        from power in Gen.Frequency((4, Gen.Const("p0")), (1, Gen.Const("p1")))
        from unit in Gen.Frequency((4, Gen.Const("u0")), (1, Gen.Const("u1")))
        from grantor in Gen.OneOf(Actors)
        from grantee in Gen.OneOf(Actors)
        from days in Days
        from revoked in Gen.Int[-6, 9]
        from onward in Gen.Int[0, 4]
        select new WorldGrant("", power, unit, grantor, grantee, null, days.First, days.Last, revoked < 0 ? null : First.PlusDays(revoked), onward > 0);

    // A parent is an earlier grant, so that there is no circle; the identifiers do not follow that order. Most children fit their parents.
    private static readonly Gen<BareWorld> Samples =
        from units in Units
        from powers in Powers
        from holdings in Holdings.Array[0, 4]
        from grants in Gen.Select(Grants, Gen.Int[-4, 11], Gen.Int[0, 5]).Array[0, 12]
        select new BareWorld(units, powers, holdings, Hung(grants));

    private static readonly Gen<(string Actor, string Power, string Unit, LocalDate On)> Questions =
        from actor in Gen.OneOf(["a", "b", "c", "d", "nobody"])
        from power in Gen.Frequency((4, Gen.Const("p0")), (1, Gen.Const("p1")))
        from unit in Gen.Frequency((4, Gen.Const("u0")), (1, Gen.Const("u1")))
        from day in Gen.Int[-1, 19]
        select (actor, power, unit, First.PlusDays(day));

    [Fact]
    public void Competence_and_chain_are_those_of_the_definition() =>
        Gen.Select(Samples, Questions.Array[1, 20]).Sample((sample, questions) =>
        {
            AuthorityWorld world = World(sample);
            foreach ((string actor, string power, string unit, LocalDate on) in questions)
            {
                AuthorityAnswer answer = world.Check(actor, power, unit, on);
                string[]? expected = sample.ChainOf(actor, power, unit, on);
                Assert.Equal(expected is not null, answer.IsCompetent);
                Assert.Equal(expected ?? [], answer.Chain());
                Assert.Equal(expected is [], answer.IsByLaw);
                Assert.Equal(expected is { Length: > 0 } ? expected[^1] : null, answer.GrantNumber < 0 ? null : world.Index.GrantId(answer.GrantNumber));
            }
        }, iter: 10_000);

    [Fact]
    public void An_answer_stays_the_same_until_its_next_change_and_not_longer() =>
        Gen.Select(Samples, Questions).Sample((sample, question) =>
        {
            (string actor, string power, string unit, LocalDate on) = question;
            AuthorityWorld world = World(sample);
            string Answer(LocalDate day) => sample.ChainOf(actor, power, unit, day) is string[] chain ? "yes " + string.Join(' ', chain) : "no";
            string now = Answer(on);
            LocalDate? expected = Enumerable.Range(1, 40).Select(n => (LocalDate?)on.PlusDays(n)).FirstOrDefault(day => Answer(day!.Value) != now);
            Assert.Equal(expected, world.Check(actor, power, unit, on).NextChange);
        }, iter: 10_000);

    [Fact]
    public void A_revocation_gives_the_world_that_would_have_been_built_with_it() =>
        Gen.Select(Samples.Where(s => s.Grants.Count > 0), Gen.Int[0, 11], Gen.Int[0, 9], Questions.Array[10]).Sample((sample, which, day, questions) =>
        {
            WorldGrant revoked = sample.Grants[which % sample.Grants.Count];
            AuthorityWorld before = World(sample);
            AuthorityWorld after = before.WithRevocation(revoked.Id, First.PlusDays(day));
            BareWorld expected = sample with
            {
                Grants = [.. sample.Grants.Select(g => g.Id == revoked.Id ? g with { RevokedFrom = First.PlusDays(day) } : g)],
            };
            foreach ((string actor, string power, string unit, LocalDate on) in questions)
            {
                Assert.Equal(expected.ChainOf(actor, power, unit, on) ?? ["-"], Chain(after.Check(actor, power, unit, on)));
                Assert.Equal(sample.ChainOf(actor, power, unit, on) ?? ["-"], Chain(before.Check(actor, power, unit, on)));
            }
        }, iter: 10_000);

    [Fact]
    public void A_cell_with_very_many_periods_is_answered_like_one_with_few()
    {
        WorldUnit[] units = [new("u0", First, null)];
        WorldPower[] powers = [new("p0", true)];
        WorldHolding[] holdings = [new("p0", "u0", "a", First, null)];
        WorldGrant[] grants =
        [
            .. Enumerable.Range(0, 200).Select(i => new WorldGrant(
                "g" + (i * 7 % 200), "p0", "u0", "a", "b", null, First.PlusDays(i * 5), First.PlusDays((i * 5) + (i % 9)), null, true)),
        ];
        var sample = new BareWorld(units, powers, holdings, grants);
        AuthorityWorld world = World(sample);
        for (int day = -2; day < 1020; day++)
        {
            Assert.Equal(sample.ChainOf("b", "p0", "u0", First.PlusDays(day)) ?? ["-"], Chain(world.Check("b", "p0", "u0", First.PlusDays(day))));
        }
    }

    [Fact]
    public void Of_two_chains_of_one_length_the_identifiers_decide_from_the_top()
    {
        var world = new AuthorityWorld(
            [new("u", First, null)],
            [new("p", true)],
            [new("p", "u", "a", First, null)],
            [
                new("r2", "p", "u", "a", "m2", null, First, null, null, true), new("x1", "p", "u", "m2", "c", "r2", First, null, null, true),
                new("r1", "p", "u", "a", "m1", null, First, null, null, true), new("x2", "p", "u", "m1", "c", "r1", First, null, null, true),
            ]);
        Assert.Equal(["r1", "x2"], world.Check("c", "p", "u", First).Chain());
        Assert.Equal(["r2", "x1"], world.WithRevocation("r1", First).Check("c", "p", "u", First).Chain());
    }

    [Fact]
    public void What_is_only_odd_is_judged()
    {
        var world = new AuthorityWorld(
            [new("u", First, null), new("gone", First, First.PlusDays(-5))],
            [new("p", true), new("kept", false)],
            [new("p", "u", "a", First, null), new("kept", "u", "a", First, null), new("p", "gone", "a", First, null)],
            [
                new("self", "p", "u", "a", "a", null, First, null, null, true),
                new("by-nobody", "p", "u", "x", "b", null, First, null, null, true),
                new("revoked-at-once", "p", "u", "a", "c", null, First, null, First, true),
                new("ends-before-it-begins", "p", "u", "a", "c", null, First, First.PlusDays(-1), null, true),
                new("of-the-kept", "kept", "u", "a", "c", null, First, null, null, true),
                new("for-the-gone", "p", "gone", "a", "c", null, First, null, null, true),
            ]);
        Assert.True(world.Check("a", "p", "u", First).IsByLaw);
        Assert.True(world.Check("a", "kept", "u", First).IsByLaw);
        Assert.False(world.Check("b", "p", "u", First).IsCompetent);
        Assert.False(world.Check("c", "p", "u", First).IsCompetent);
        Assert.False(world.Check("c", "kept", "u", First).IsCompetent);
        Assert.False(world.Check("a", "p", "gone", First).IsCompetent);
        Assert.Null(world.Check("c", "p", "u", First).NextChange);
        Assert.False(default(AuthorityAnswer).IsCompetent);
        Assert.Empty(default(AuthorityAnswer).Chain());
        Assert.Null(default(AuthorityAnswer).NextChange);
    }

    [Fact]
    public void What_names_nobody_and_what_stands_above_itself_is_refused_with_its_field()
    {
        WorldUnit[] units = [new("u", First, null)];
        WorldPower[] powers = [new("p", true)];
        var grant = new WorldGrant("g1", "p", "u", "a", "b", null, First, null, null, true);
        Assert.Equal(
            ["unknown_power holdings[0].power", "unknown_unit holdings[0].unit", "unknown_power grants[0].power", "unknown_unit grants[0].unit", "unknown_parent grants[0].parent"],
            Problems(() => _ = new AuthorityWorld(units, powers, [new("q", "v", "a", First, null)], [grant with { Power = "q", Unit = "v", Parent = "g9" }])));
        Assert.Equal(
            ["duplicate_id units[1].id", "duplicate_id powers[1].id", "duplicate_id grants[1].id"],
            Problems(() => _ = new AuthorityWorld([.. units, .. units], [.. powers, .. powers], [], [grant, grant])));
        Assert.Equal(
            ["parent_cycle grants[0].parent", "parent_cycle grants[2].parent"],
            Problems(() => _ = new AuthorityWorld(
                units, powers, [], [grant with { Parent = "g3" }, grant with { Id = "g2", Parent = "g1" }, grant with { Id = "g3", Parent = "g1" }])));
        Assert.Equal(["parent_cycle grants[0].parent"], Problems(() => _ = new AuthorityWorld(units, powers, [], [grant with { Parent = "g1" }])));
        var world = new AuthorityWorld(units, powers, [], [grant]);
        Assert.Equal(["unknown_power power"], Problems(() => world.Check("a", "q", "u", First)));
        Assert.Equal(["unknown_unit unit"], Problems(() => world.Check("a", "p", "v", First)));
        Assert.Equal(["unknown_grant grant"], Problems(() => world.WithRevocation("g2", First)));
        Assert.Throws<ArgumentOutOfRangeException>("power", () => world.Index.Check(1, 0, 0, First));
        Assert.Throws<ArgumentOutOfRangeException>("unit", () => world.Index.Check(0, 1, 0, First));
        Assert.Throws<ArgumentOutOfRangeException>("actor", () => world.Index.Check(0, 0, 2, First));
    }

    [Fact]
    public void Identifiers_of_a_file_are_taken_letter_by_letter()
    {
        const string composed = "\u00EA";
        const string decomposed = "e\u0302";
        WorldGrant one = new(composed, "p", "u", "a", composed, null, First, null, null, true);
        var world = new BareWorld([new("u", First, null)], [new("p", true)], [new("p", "u", "a", First, null)], [one, one with { Id = decomposed, ToActor = decomposed }]);
        using var file = new MemoryStream(world.ToJson([new WorldQuestion("", decomposed, "p", "u", First)], isPlain: true));
        (AuthorityWorld read, ValueList<WorldQuestion> questions) = AuthorityWorldFile.Read(file);
        Assert.Equal((decomposed, ""), (questions[0].Actor, questions[0].Id));
        Assert.Equal([decomposed], read.Check(decomposed, "p", "u", First).Chain());
        Assert.Equal([composed], read.Check(composed, "p", "u", First).Chain());
    }

    [Fact]
    public void A_question_allocates_nothing()
    {
        BareWorld sample = new(
            [new("u0", First, null)], [new("p0", true)], [new("p0", "u0", "a", First, null)],
            [
                new("g1", "p0", "u0", "a", "b", null, First, null, null, true), new("g2", "p0", "u0", "b", "c", "g1", First, null, null, true),
                new("g3", "p0", "u0", "a", "c", null, First.PlusDays(3), First.PlusDays(4), null, true),
            ]);
        AuthorityIndex index = World(sample).Index;
        Span<int> chain = stackalloc int[8];
        long before = GC.GetAllocatedBytesForCurrentThread();
        int length = index.Check(0, 0, index.FindActor("c"), First.PlusDays(1)).CopyChainTo(chain) + index.Check(0, 0, index.FindActor("a"), First).ChainLength;
        Assert.Equal(before, GC.GetAllocatedBytesForCurrentThread());
        Assert.Equal(2, length);
        Assert.Throws<ArgumentException>("grants", () => index.Check(0, 0, index.FindActor("c"), First).CopyChainTo(new int[1]));
    }

    private static ValueList<string> Chain(AuthorityAnswer answer) => answer.IsCompetent ? answer.Chain() : ["-"];

    private static IEnumerable<string> Problems(Action make) =>
        Assert.Throws<AuthorityInputException>(make).Problems.Select(p => p.Code + " " + p.Field);

    private static AuthorityWorld World(BareWorld sample) => new(sample.Units, sample.Powers, sample.Holdings, sample.Grants);

    private static string Id(int i) => "g" + (i * 5 % 12);

    private static WorldGrant[] Hung((WorldGrant Grant, int Parent, int Fit)[] drawn)
    {
        var grants = new WorldGrant[drawn.Length];
        for (int i = 0; i < grants.Length; i++)
        {
            (WorldGrant grant, int wished, int fit) = drawn[i];
            WorldGrant? parent = wished < 0 || i == 0 ? null : grants[wished % i];
            grants[i] = grant with { Id = Id(i), Parent = parent?.Id };
            if (parent is not null && fit > 0)
            {
                grants[i] = grants[i] with { Power = parent.Power, Unit = parent.Unit, FromActor = parent.ToActor };
            }
        }

        return grants;
    }
}
