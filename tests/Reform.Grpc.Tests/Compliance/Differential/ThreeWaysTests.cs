using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Tests.Compliance.Differential;

/// <summary>One rule, one verdict: in memory, in a batch, in each database, and as the explanation tells it.</summary>
public sealed class ThreeWaysTests
{
    private const int Cases = 1500;

    private static readonly RuleBook<CaseFacts>[] Books = [SampleRules.Book, .. BuiltIn()];
    private static readonly Lazy<CaseFacts[]> Facts = new(() =>
    {
        var generator = new FactsGenerator(Books);
        return [.. Enumerable.Range(0, Cases).Select(generator.Next)];
    });

    [Fact]
    public void Memory_batch_trace_and_explanation_agree()
    {
        var comparison = new Comparison(Facts.Value);
        foreach (RuleBook<CaseFacts> book in Books)
        {
            comparison.WithoutDatabase(book);
        }

        Assert.Equal([], comparison.Differences);
        Assert.InRange(comparison.Untold, 0, comparison.Compared / 20);
        int editions = Books.Sum(b => b.Editions.Count());
        Assert.Equal(editions * 4 * 3 * Cases, comparison.Compared);

        // No rule of the sample is always kept, or always broken: what agrees would else say little.
        // Nothing is later than no date at all.
        Assert.All(SampleRules.Book.Codes.Where(r => r.Code != "S-07"), r => Assert.All([Verdict.Pass, Verdict.Fail], v => Assert.NotEqual(0, comparison.Counts[(r.Code, v)])));
        Assert.All(["S-38", "S-41"], code => Assert.NotEqual(0, comparison.Counts[(code, Verdict.Unknown)]));
    }

    [Fact]
    public void SQLite_agrees_with_memory()
    {
        using var store = FactsStore.Sqlite(Facts.Value);
        Agree(store);
    }

    [Fact]
    public void PostgreSQL_agrees_with_memory()
    {
        using FactsStore? store = FactsStore.Postgres(Facts.Value);
        Assert.SkipWhen(store is null, "skipped: PostgreSQL is not installed (Debian: postgresql)");
        Agree(store);
    }

    // The expressions as they were written, without what makes them total: of a choice the database takes the other side when a fact is null.
    [Fact]
    public void A_fault_in_one_way_is_noticed()
    {
        var comparison = new Comparison(Facts.Value);
        using var store = FactsStore.Sqlite(Facts.Value);
        comparison.InDatabase(SampleRules.Book, store, (query, gives) => query.Where(gives.Expression));
        Assert.Contains(comparison.Differences, d => d.StartsWith("SQLite S-27 Fail: ", StringComparison.Ordinal));
        Assert.Contains(comparison.Differences, d => d.StartsWith("SQLite S-21 Pass is not translated", StringComparison.Ordinal));
        Assert.DoesNotContain(comparison.Differences, d => d.StartsWith("SQLite S-01 ", StringComparison.Ordinal));
    }

    [Fact]
    public void A_fact_that_differs_by_a_day_is_noticed()
    {
        CaseFacts[] facts = [.. Facts.Value.Take(200)];
        using var store = FactsStore.Sqlite(facts);
        int place = Array.FindIndex(facts, f => f.EndedOn?.Year == FactsGenerator.Pivot.Year && f.EndedOn == f.ComputedDueOn);
        facts[place] = facts[place] with { EndedOn = facts[place].EndedOn!.Value.PlusDays(1) };
        var comparison = new Comparison(facts);
        comparison.InDatabase(SampleRules.Book, store, (query, gives) => gives.Evaluate(query));
        Assert.Contains("SQLite S-01 Pass: 1, the first " + facts[place].CaseId, comparison.Differences);
        Assert.Contains("SQLite S-01 Fail: 1, the first " + facts[place].CaseId, comparison.Differences);
    }

    private static void Agree(FactsStore store)
    {
        var comparison = new Comparison(Facts.Value);
        foreach (RuleBook<CaseFacts> book in Books)
        {
            comparison.InDatabase(book, store, (query, gives) => gives.Evaluate(query));
        }

        Assert.Equal([], comparison.Differences);
        Assert.Equal(Books.Sum(b => b.Editions.Count()) * 4 * Cases, comparison.Compared);
    }

    private static IEnumerable<RuleBook<CaseFacts>> BuiltIn() => typeof(BuiltInRules).GetProperties(BindingFlags.Public | BindingFlags.Static)
        .Select(p => p.GetValue(null)).OfType<RuleBook<CaseFacts>>();
}
