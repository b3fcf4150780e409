using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Grpc.Storage;
using Reform.Grpc.Tests.Compliance.Differential;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>All cases of which a rule gives a verdict are one query, with parameters: one statement, whatever the threshold and the date.</summary>
public sealed class RuleQueryTests
{
    [Fact]
    public void Two_thresholds_make_one_statement_with_parameters()
    {
        using var engine = new SqliteEngine();
        using ReformDbContext db = new ServiceStore(engine, []).Open();
        RuleBook<CaseFacts> book = SampleRules.Book;
        string strict = Statement(db, book.WhatIf("S-40", "most", 1), "S-40");
        string loose = Statement(db, book.WhatIf("S-40", "most", 77), "S-40");
        Assert.Equal(strict, loose);
        Assert.DoesNotContain("77", loose, StringComparison.Ordinal);
        Assert.Single(Regex.Matches(loose, "SELECT"));
    }

    [Fact]
    public void Dates_units_and_lists_are_parameters()
    {
        using var engine = new SqliteEngine();
        using ReformDbContext db = new ServiceStore(engine, []).Open();
        foreach (RuleEdition<CaseFacts> edition in SampleRules.Book.Editions.Concat(ComplianceWorld.Book.Editions))
        {
            foreach (Verdict verdict in Enum.GetValues<Verdict>())
            {
                string sql = Statement(edition.Gives(verdict).Evaluate(db.CaseFacts.AsNoTracking()));
                Assert.DoesNotMatch("[0-9]{5,}|'[^']*Đơn|'ward'", sql);
            }
        }
    }

    [Fact]
    public void Every_edition_of_one_threshold_is_a_query_of_its_own_period()
    {
        using var engine = new SqliteEngine();
        using ReformDbContext db = new ServiceStore(engine, []).Open();
        RuleEdition<CaseFacts>[] editions = [.. ComplianceWorld.Book.Editions.Where(e => e.Rule.Info.Code == "T-20")];
        string[] queries = [.. editions.Select(e => e.Gives(Verdict.Fail).Evaluate(db.CaseFacts.AsNoTracking()).ToQueryString())];
        Assert.Equal(2, queries.Length);
        Assert.Contains("20260101", queries[0].Split("SELECT")[0], StringComparison.Ordinal);
        Assert.All(queries, q => Assert.DoesNotContain("20260101", q.Split("SELECT")[1], StringComparison.Ordinal));
    }

    private static string Statement(ReformDbContext db, RuleBook<CaseFacts> book, string code)
    {
        RuleEdition<CaseFacts> edition = book.Editions.First(e => e.Rule.Info.Code == code);
        return Statement(edition.Gives(Verdict.Fail).Evaluate(db.CaseFacts.AsNoTracking()));
    }

    // The statement alone: the values of its parameters are written before it.
    private static string Statement(IQueryable<CaseFacts> query) => string.Join('\n', query.ToQueryString().Split('\n').Where(l => !l.StartsWith(".param", StringComparison.Ordinal)));
}
