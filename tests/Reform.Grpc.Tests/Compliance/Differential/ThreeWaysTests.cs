using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>One rule, one verdict, over every kind of object: in memory, in a batch, in each database, and as the explanation tells it.</summary>
public sealed class ThreeWaysTests(Engines engines, ITestOutputHelper output) : IClassFixture<Engines>
{
    private const int Verdicts = 4;

    // One by one, as traces, as explanations; and half of the verdicts in a batch.
    private const int WaysTimesTwo = 7;

    public static TheoryData<string> Kinds => [.. BookTrial.All.Keys.Order(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Memory_batch_trace_and_explanation_agree(string kind)
    {
        TrialResult result = BookTrial.All[kind].WithoutDatabase();

        Assert.Equal([], result.Differences);
        Assert.Equal(result.Editions * Verdicts * WaysTimesTwo / 2 * result.Objects, result.Compared);
        Assert.InRange(result.Untold, 0, result.Compared / 20);
        Say(kind, "memory", result);

        // No rule is always kept, or always broken: what agrees would else say little. Nothing is later than no date at all (S-07).
        Assert.Equal([], result.NeverGiven.Where(v => v != "S-07 Fail"));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void SQLite_agrees_with_memory(string kind) => Agree(kind, engines.Sqlite);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void PostgreSQL_agrees_with_memory(string kind) => Agree(kind, WithPostgres());

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_changed_fact_is_noticed_by_every_rule_that_reads_it(string kind)
    {
        (string what, SortedSet<string> changed, SortedSet<string> inDatabase, SortedSet<string> without) = BookTrial.All[kind].WithOneFactChanged(engines.Sqlite);

        output.WriteLine(kind + ", " + what + ": " + string.Join("; ", changed));
        Assert.NotEmpty(changed);
        Assert.Equal(changed, inDatabase);
        Assert.Equal(changed, without);
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void A_changed_fact_is_noticed_in_PostgreSQL(string kind)
    {
        (_, SortedSet<string> changed, SortedSet<string> inDatabase, _) = BookTrial.All[kind].WithOneFactChanged(WithPostgres());

        Assert.NotEmpty(changed);
        Assert.Equal(changed, inDatabase);
    }

    // The expressions as they were written, without what makes them total: of a choice the database takes the other side when a fact is null.
    [Fact]
    public void A_fault_in_one_way_is_noticed()
    {
        var trial = (BookTrial<CaseFacts>)BookTrial.All["case"];
        var comparison = new Comparison<CaseFacts>(trial.Facts);
        comparison.InDatabase(SampleRules.Book, trial.StoredIn(engines.Sqlite), (query, gives) => query.Where(gives.Expression));
        Assert.Contains(comparison.Differences, d => d.StartsWith("SQLite S-27 Fail: ", StringComparison.Ordinal));
        Assert.Contains(comparison.Differences, d => d.StartsWith("SQLite S-21 Pass is not translated", StringComparison.Ordinal));
        Assert.DoesNotContain(comparison.Differences, d => d.StartsWith("SQLite S-01 ", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_rule_takes_part()
    {
        IEnumerable<RuleInfo> rules = RuleBooks.BuiltIn.All.SelectMany(b => b.Codes).Concat(BuiltInRules.CaseSets);
        Assert.Equal(
            rules.Select(r => r.Code).Order(StringComparer.Ordinal),
            BookTrial.All.Values.SelectMany(t => t.Codes).Where(c => !c.StartsWith("S-", StringComparison.Ordinal)).Order(StringComparer.Ordinal));
    }

    private Engine WithPostgres()
    {
        Assert.SkipWhen(engines.Postgres is null, "skipped: PostgreSQL is not installed (Debian: postgresql)");
        return engines.Postgres!;
    }

    private void Agree(string kind, Engine engine)
    {
        TrialResult result = BookTrial.All[kind].InDatabase(engine);

        Assert.Equal([], result.Differences);
        Assert.Equal(result.Editions * Verdicts * result.Objects, result.Compared);
        Say(kind, engine.Name, result);
    }

    private void Say(string kind, string way, TrialResult result) =>
        output.WriteLine(kind + ", " + way + ": " + result.Editions + " editions, " + result.Compared + " verdicts compared, " + result.Differences.Count + " differences, " + result.Untold + " untold");
}
