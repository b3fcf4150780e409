using CsCheck;
using NodaTime;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

public sealed class FactColumnsTests
{
    private static readonly BatchFact[] Edges =
    [
        new(),
        new() { Steps = null!, Codes = null! },
        new() { Steps = [null!], Codes = [null] },
        new() { Number = 1, Owner = new(null, null, true), OptionalText = "Ba\u0309n sao", Text = "Bản sao" },
        new() { Day = LocalDate.MaxIsoValue, OptionalDay = LocalDate.MinIsoValue },
        new() { OptionalDay = new LocalDate(2024, 2, 28).WithCalendar(CalendarSystem.Julian) },
    ];

    [Fact]
    public void Random_specifications_over_columns_judge_as_each_by_itself_over_objects() =>
        Gen.Select(RandomConditions.Any.Array[0, 12], RandomFacts.Fact.Array[0, 30]).Sample(AssertSame, iter: 150, print: given => OneByOne.Print(given.Item1, given.Item2));

    [Fact]
    public void Every_kind_of_condition_judges_random_facts_as_it_does_over_objects()
    {
        Specification<BatchFact>[] all = [.. Enumerable.Range(0, RandomConditions.Kinds).Select(RandomConditions.OfKind)];

        RandomFacts.Fact.Array[1, 300].Sample(facts => AssertSame(all, [.. Edges, .. facts]), iter: 30);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_condition_alone_judges_facts_as_it_does_over_objects(int kind) =>
        RandomFacts.Fact.Array[1, 100].Sample(facts => AssertSame([RandomConditions.OfKind(kind)], [.. Edges, .. facts]), iter: 4);

    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, RandomConditions.Kinds)];

    [Fact]
    public void Facts_that_are_added_later_are_judged_too()
    {
        Specification<BatchFact>[] specifications = [Specification.Where<BatchFact>(s => s.Text == "b" || s.Steps.Any(p => p.By == "b"))];
        var columns = new FactColumns<BatchFact>(specifications);
        var batch = new SpecificationBatch<BatchFact>(specifications);
        var found = new SpecificationMatches();
        batch.Evaluate(columns, found);
        Assert.Empty(found.Matches.ToArray());

        var facts = new List<BatchFact>();
        for (int i = 0; i < 3_000; i++)
        {
            facts.Add(new BatchFact
            {
                Text = i % 1_000 == 999 ? "b" : "a" + i,
                Steps = [.. Enumerable.Range(0, i % 4).Select(n => new BatchStep(n, null, default, i % 500 == 498 ? "b" : null, []))],
            });
            columns.Add(facts[i]);
            if (i % 1_000 == 999)
            {
                batch.Evaluate(columns, found);
                Assert.Equal(OneByOne.Judged(specifications, facts), OneByOne.Found(found));
            }
        }

        Assert.Equal(3_000, columns.Count);
    }

    [Fact]
    public void Columns_serve_other_specifications_that_read_no_more()
    {
        int n = 2;
        var columns = new FactColumns<BatchFact>([Specification.Where<BatchFact>(s => s.Number > 1 && s.Flag && s.Text == "a")]);
        columns.AddRange([new() { Number = 1 }, new() { Number = 2, Flag = true }, new() { Number = 3 }]);
        var found = new SpecificationMatches();

        new SpecificationBatch<BatchFact>([Specification.Where<BatchFact>(s => s.Number >= n), Specification.Where<BatchFact>(s => s.Flag)])
            .Evaluate(columns, found);

        Assert.Equal([new(1, 0), new(1, 1), new(2, 0)], found.Matches.ToArray());
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => new SpecificationBatch<BatchFact>([Specification.Where<BatchFact>(s => s.Amount == 1)]).Evaluate(columns, found));
        Assert.Contains("Amount", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_takes_an_object_as_a_whole_is_refused_by_name()
    {
        var other = new BatchOwner("a", null, false);
        Func<BatchStep, bool> isLong = p => p.Minutes > 5;
        AssertRefused(s => IsOdd(s), "IsOdd");
        AssertRefused(s => s.Owner == other, "Owner");
        AssertRefused(s => s.Steps.OrderBy(p => p.Minutes).First().Minutes == 1, "OrderBy");
        AssertRefused(s => s.Steps.Any(isLong), "Any");
        AssertRefused(s => s.Steps[0].Minutes == 1, "Steps");
        AssertRefused(s => s.Steps.Any(p => p == null || IsLong(p)), "IsLong");
        AssertRefused(s => s.ToString() == "a", "ToString");
        AssertRefused(s => s.Codes.Contains("a"), "Codes");
        AssertRefused(s => new[] { s.Owner }.Length == 1, "Owner");
    }

    [Fact]
    public void Bare_values_and_texts_are_facts_too()
    {
        int n = 2;
        AssertSame([Specification.Where<int>(x => x > n), Specification.Where<int>(x => 4 / x == n)], [0, 1, 2, 3, int.MaxValue]);
        AssertSame([Specification.Where<string?>(x => x == "a"), Specification.Where<string?>(x => x == null), Specification.Where<string?>(x => x!.Length == 1)], ["a", null, "b", "ba"]);
        AssertSame([Specification.Where<int?>(x => x > n), Specification.Where<int?>(x => x == null)], [0, null, 3]);
    }

    [Fact]
    public void All_processors_find_the_same_in_the_same_order()
    {
        Specification<BatchFact>[] specifications =
        [
            Specification.Where<BatchFact>(s => s.Number % 3 == 0),
            Specification.Where<BatchFact>(s => 1 / (s.Number % 10_000) == 2),
            Specification.Where<BatchFact>(s => s.Text.StartsWith("ab", StringComparison.Ordinal)),
        ];
        BatchFact[] facts = [.. Enumerable.Range(0, 50_001).Select(n => new BatchFact { Number = n, Text = n % 7 == 0 ? "abc" : "ab" + (n % 20), Steps = n % 9_999 == 1 ? null! : [] })];
        var columns = new FactColumns<BatchFact>([.. specifications, Specification.Where<BatchFact>(s => s.Steps.Any(p => p.Minutes > 0))]);
        columns.AddRange(facts);
        var batch = new SpecificationBatch<BatchFact>(specifications);
        var parallel = new SpecificationMatches();

        string expected = OneByOne.Judged(specifications, facts);
        for (int time = 0; time < 3; time++)
        {
            batch.EvaluateInParallel(columns, parallel, CancellationToken.None);

            Assert.Equal(expected, OneByOne.Found(parallel));
        }
    }

    [Fact]
    public void A_captured_object_is_read_when_judging()
    {
        HashSet<string> set = ["a"];
        Specification<BatchFact>[] specifications = [Specification.Where<BatchFact>(s => set.Contains(s.Text))];
        var columns = new FactColumns<BatchFact>(specifications);
        columns.AddRange([new() { Text = "b" }, new() { Text = "a" }, new() { Text = "b" }]);
        var batch = new SpecificationBatch<BatchFact>(specifications);
        var found = new SpecificationMatches();
        batch.Evaluate(columns, found);
        Assert.Equal([new(1, 0)], found.Matches.ToArray());

        set.Add("b");
        batch.Evaluate(columns, found);

        Assert.Equal([new(0, 0), new(1, 0), new(2, 0)], found.Matches.ToArray());
    }

    [Fact]
    public void Many_specifications_keep_their_order()
    {
        Specification<BatchFact>[] specifications = [.. Enumerable.Range(0, 150).Select(k => Specification.Where<BatchFact>(s => s.Number % 150 >= k))];
        BatchFact[] facts = [.. Enumerable.Range(0, 1_300).Select(n => new BatchFact { Number = n * 7 })];
        var columns = new FactColumns<BatchFact>(specifications);
        columns.AddRange(facts);
        var found = new SpecificationMatches();

        new SpecificationBatch<BatchFact>(specifications).Evaluate(columns, found);

        SpecificationMatch[] expected =
        [
            .. from i in Enumerable.Range(0, facts.Length)
               from k in Enumerable.Range(0, 150)
               where facts[i].Number % 150 >= k
               select new SpecificationMatch(i, k),
        ];
        Assert.Equal(expected, found.Matches.ToArray());
    }

    private static void AssertRefused(System.Linq.Expressions.Expression<Func<BatchFact, bool>> condition, string named)
    {
        Specification<BatchFact>[] specifications = [Specification.Where<BatchFact>(s => s.Flag), Specification.Where(condition)];

        ArgumentException refused = Assert.Throws<ArgumentException>(() => new FactColumns<BatchFact>(specifications));

        Assert.Contains("Specification 1 ", refused.Message, StringComparison.Ordinal);
        Assert.Contains(named, refused.Message, StringComparison.Ordinal);
        Assert.Equal("readers", refused.ParamName);
    }

    private static void AssertSame<T>(Specification<T>[] specifications, T[] facts)
    {
        var columns = new FactColumns<T>(specifications);
        columns.AddRange(facts);
        var found = new SpecificationMatches();
        new SpecificationBatch<T>(specifications).Evaluate(columns, found);
        Assert.Equal(OneByOne.Judged(specifications, facts), OneByOne.Found(found));
    }

    [Fact]
    public void A_captured_date_of_another_calendar_is_judged_as_it_is_over_objects()
    {
        LocalDate julian = new LocalDate(2024, 2, 28).WithCalendar(CalendarSystem.Julian);
        AssertSame(
            [
                Specification.Where<BatchFact>(s => s.Day < julian),
                Specification.Where<BatchFact>(s => s.Day != julian && s.Text == "a"),
                Specification.Where<BatchFact>(s => s.OptionalDay == julian || s.Number > 0),
            ],
            [new() { Text = "a" }, new() { Number = 1, Day = julian }, .. Edges]);
    }

    private static bool IsOdd(BatchFact fact) => fact.Number % 2 != 0;

    private static bool IsLong(BatchStep step) => step.Minutes > 5;
}
