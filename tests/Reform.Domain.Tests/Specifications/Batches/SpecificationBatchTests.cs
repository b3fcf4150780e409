using CsCheck;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

public sealed class SpecificationBatchTests
{
    [Fact]
    public void Random_specifications_together_judge_as_each_by_itself() =>
        Gen.Select(RandomConditions.Any.Array[0, 12], RandomFacts.Fact.Array[0, 30]).Sample(
            AssertSame, iter: 150, print: given => OneByOne.Print(given.Item1, given.Item2));

    [Fact]
    public void Every_kind_of_condition_judges_random_facts_as_it_does_by_itself()
    {
        Specification<BatchFact>[] all = [.. Enumerable.Range(0, RandomConditions.Kinds).Select(RandomConditions.OfKind)];

        RandomFacts.Fact.Array[1, 300].Sample(facts => AssertSame(all, facts), iter: 30);
    }

    [Fact]
    public void Matches_stand_in_the_order_of_the_candidates_then_of_the_specifications()
    {
        Specification<Sample>[] specifications = [.. Enumerable.Range(0, 200).Select(k => Specification.Where<Sample>(s => s.Number % 200 >= k))];
        Sample[] candidates = [.. Enumerable.Range(0, 700).Select(n => new Sample { Number = n * 7 })];
        var found = new SpecificationMatches();

        new SpecificationBatch<Sample>(specifications).Evaluate(candidates, found);

        SpecificationMatch[] expected =
        [
            .. from i in Enumerable.Range(0, 700)
               from k in Enumerable.Range(0, 200)
               where candidates[i].Number % 200 >= k
               select new SpecificationMatch(i, k),
        ];
        Assert.Equal(expected, found.Matches.ToArray());
    }

    [Fact]
    public void One_that_throws_is_reported_and_the_others_judge()
    {
        Specification<Sample>[] specifications =
        [
            Specification.Where<Sample>(s => s.Number > 0),
            Specification.Where<Sample>(s => 6 / s.Number == 2),
            Specification.Where<Sample>(s => s.Text.Length == 0),
        ];
        var found = new SpecificationMatches();

        new SpecificationBatch<Sample>(specifications).Evaluate([new() { Number = 3 }, new() { Number = 0 }, null!, new() { Number = 1 }], found);

        Assert.Equal([new(0, 0), new(0, 1), new(0, 2), new(1, 2), new(3, 0), new(3, 2)], found.Matches.ToArray());
        Assert.Equal([(1, 1), (2, 0), (2, 1), (2, 2)], found.Failures.Select(f => (f.Candidate, f.Specification)));
        Assert.IsType<DivideByZeroException>(found.Failures[0].Exception);
        Assert.IsType<NullReferenceException>(found.Failures[1].Exception);
    }

    [Fact]
    public void Failures_of_many_specifications_stand_in_order()
    {
        Specification<Sample>[] specifications = [.. Enumerable.Range(0, 150).Select(k => Specification.Where<Sample>(s => 6 / (s.Number - k) == 2))];
        Sample[] candidates = [.. Enumerable.Range(0, 300).Select(n => new Sample { Number = 299 - n })];
        var found = new SpecificationMatches();

        new SpecificationBatch<Sample>(specifications).Evaluate(candidates, found);

        Assert.Equal(Enumerable.Range(150, 150).Select(i => (i, 299 - i)), found.Failures.Select(f => (f.Candidate, f.Specification)));
    }

    [Fact]
    public void All_processors_find_the_same_in_the_same_order()
    {
        Specification<Sample>[] specifications =
        [
            Specification.Where<Sample>(s => s.Number % 3 == 0),
            Specification.Where<Sample>(s => 1 / (s.Number % 10_000) == 2),
            Specification.Where<Sample>(s => s.Number % 2 == 0),
        ];
        Sample[] candidates = [.. Enumerable.Range(0, 50_001).Select(n => new Sample { Number = n })];
        var batch = new SpecificationBatch<Sample>(specifications);
        var sequential = new SpecificationMatches();
        var parallel = new SpecificationMatches();

        batch.Evaluate(candidates, sequential);
        for (int time = 0; time < 3; time++)
        {
            batch.EvaluateInParallel(candidates, parallel, CancellationToken.None);

            Assert.Equal(sequential.Matches.ToArray(), parallel.Matches.ToArray());
            Assert.Equal([0, 10_000, 20_000, 30_000, 40_000, 50_000], parallel.Failures.Select(f => f.Candidate));
        }
    }

    [Fact]
    public void Work_that_is_ended_finds_nothing_in_silence()
    {
        var batch = new SpecificationBatch<Sample>([Specification.Always<Sample>()]);

        Assert.Throws<OperationCanceledException>(
            () => batch.EvaluateInParallel(new Sample[20_000], new SpecificationMatches(), new CancellationToken(canceled: true)));
    }

    [Fact]
    public void Nothing_is_allocated_for_a_candidate()
    {
        HashSet<string> set = ["a", "b"];
        int n = 3;
        var batch = new SpecificationBatch<Sample>(
        [
            Specification.Where<Sample>(s => s.Steps.Count(p => p.Minutes > s.Number) > n),
            Specification.Where<Sample>(s => s.Steps.Any(p => s.Steps.All(q => q.Minutes >= p.Minutes))),
            Specification.Where<Sample>(s => set.Contains(s.Text) || s.OptionalDay > s.Day),
        ]);
        Sample[] candidates = [.. Enumerable.Range(0, 2_000).Select(i => new Sample { Number = i, Steps = [new() { Minutes = i + 1 }, new()] })];
        var found = new SpecificationMatches();
        batch.Evaluate(candidates, found);

        long before = GC.GetAllocatedBytesForCurrentThread();
        batch.Evaluate(candidates, found);

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2_000, found.Matches.Length);
    }

    [Fact]
    public void A_captured_object_is_read_when_judging()
    {
        HashSet<string> set = ["a"];
        var batch = new SpecificationBatch<Sample>([Specification.Where<Sample>(s => set.Contains(s.Text))]);
        var found = new SpecificationMatches();
        batch.Evaluate([new() { Text = "b" }], found);
        Assert.Empty(found.Matches.ToArray());

        set.Add("b");
        batch.Evaluate([new() { Text = "b" }], found);

        Assert.Equal([new(0, 0)], found.Matches.ToArray());
    }

    [Fact]
    public void Batches_of_one_shape_keep_their_own_values()
    {
        SpecificationBatch<Sample>[] batches = [.. Enumerable.Range(0, 4).Select(n => new SpecificationBatch<Sample>([Specification.Where<Sample>(s => s.Number == n)]))];
        var found = new SpecificationMatches();

        for (int n = 0; n < batches.Length; n++)
        {
            batches[n].Evaluate([new() { Number = 0 }, new() { Number = 1 }, new() { Number = 2 }, new() { Number = 3 }], found);

            Assert.Equal([new(n, 0)], found.Matches.ToArray());
        }
    }

    [Fact]
    public void Conditions_that_cannot_be_inlined_are_judged_too()
    {
        Func<SampleStep, bool> isLong = p => p.Minutes > 5;
        Specification<Sample>[] specifications =
        [
            Specification.Where<Sample>(s => s.Steps.Any(isLong)),
            Specification.Where<Sample>(s => s.Steps.AsQueryable().Any(p => p.Minutes > s.Number)),
            Specification.Where<Sample>(s => s.Steps.OrderBy(p => p.Minutes).First().Minutes == s.Number),
            Specification.Where<Sample>(s => s.Number > 1),
            Specification.Where<Sample>(s => default),
        ];
        Sample[] candidates = [new() { Number = 7, Steps = [new() { Minutes = 9 }, new() { Minutes = 7 }] }, new() { Number = 1 }];
        var found = new SpecificationMatches();

        new SpecificationBatch<Sample>(specifications).Evaluate(candidates, found);

        Assert.Equal(OneByOne.Judged(specifications, candidates), OneByOne.Found(found));
        Assert.Equal([new(0, 0), new(0, 1), new(0, 2), new(0, 3)], found.Matches.ToArray());
    }

    [Fact]
    public void Bare_values_and_texts_are_candidates_too()
    {
        int n = 2;
        AssertSame([Specification.Where<int>(x => x > n), Specification.Where<int>(x => 4 / x == n)], [0, 1, 2, 3, int.MaxValue]);
        AssertSame([Specification.Where<string?>(x => x == "a"), Specification.Where<string?>(x => x!.Length == 1)], ["a", null, "b", "ba"]);
    }

    [Fact]
    public void Bad_input_is_refused()
    {
        Assert.Throws<ArgumentNullException>(() => new SpecificationBatch<Sample>(null!));
        Assert.Equal("specifications", Assert.Throws<ArgumentException>(() => new SpecificationBatch<Sample>([null!])).ParamName);
        Assert.Throws<ArgumentNullException>(() => new SpecificationBatch<Sample>([]).Evaluate([], null!));
    }

    private static void AssertSame<T>(Specification<T>[] specifications, T[] facts)
    {
        var found = new SpecificationMatches();
        new SpecificationBatch<T>(specifications).Evaluate(facts, found);
        Assert.Equal(OneByOne.Judged(specifications, facts), OneByOne.Found(found));
    }
}
