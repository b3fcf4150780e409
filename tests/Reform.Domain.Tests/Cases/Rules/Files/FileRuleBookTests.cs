using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Testing;

namespace Reform.Domain.Tests.Cases.Rules.Files;

/// <summary>Walks the book of rules over case files: none of them can be forgotten.</summary>
public sealed class FileRuleBookTests
{
    private static readonly RuleInfo[] Infos =
        [.. BuiltInRules.CaseFiles.Rules.Select(r => r.Info), .. BuiltInRules.CaseSets];

    [Fact]
    public void The_book_and_the_sets_hold_the_whole_catalogue()
    {
        string[] codes = [.. Infos.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal)];

        Assert.Equal(
            Enumerable.Range(1, 26).Select(n => $"CR-CAS-{n:00}").Concat(["CR-CAS-23B", "CR-PIL-01", "CR-PIL-03"]).Order(StringComparer.Ordinal), codes);
    }

    [Fact]
    public void Every_rule_has_texts_and_a_basis() => Assert.All(Infos, r =>
    {
        Assert.NotEqual(r.Title.Vietnamese, r.Title.English);
        Assert.NotEqual(r.Basis.Citation.Vietnamese, r.Basis.Citation.English);
        Assert.All(r.Parameters, p => Assert.NotEqual(p.Label.Vietnamese, p.Label.English));
    });

    [Fact]
    public void Every_fact_has_its_words() => Assert.Empty(
        typeof(CaseFacts).GetProperties().Select(p => p.Name).Except(CaseSubjects.Flat.Words.Keys));

    // Each verdict that a rule can give is in the table; what a rule needs shows in its text.
    [Fact]
    public void Every_rule_is_in_the_table_with_every_verdict_that_it_can_give() => Assert.All(BuiltInRules.CaseFiles.Codes.Select(c => c.Code), code =>
    {
        Verdict[] shown = [.. FileRuleBoundTests.All.Where(r => r.Code == code).Select(r => r.Verdict).Distinct()];
        string text = BuiltInRules.CaseFiles.Rules.Last(r => r.Info.Code == code).ToCanonicalText();
        Assert.Contains(Verdict.Pass, shown);
        Assert.Contains(Verdict.Fail, shown);
        Assert.Equal(text.Contains("\nneeds\t", StringComparison.Ordinal), shown.Contains(Verdict.Unknown));
        Assert.True(shown.Contains(Verdict.NotApplicable) || code == "CR-CAS-11", code);
    });

    [Fact]
    public void Every_rule_has_a_test_that_begins_with_events()
    {
        string tests = File.ReadAllText(Repository.PathOf("tests", "Reform.Domain.Tests", "Cases", "Rules", "Files", "FileRuleEventTests.cs"))
            + File.ReadAllText(Repository.PathOf("tests", "Reform.Domain.Tests", "Cases", "Rules", "Files", "CaseSetTests.cs"));

        Assert.DoesNotContain(Infos.Select(r => r.Code), c => !tests.Contains('"' + c + '"', StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_from_memory_only_warns() => Assert.All(
        Infos.Where(r => r.Code is "CR-CAS-12" or "CR-CAS-13" or "CR-CAS-19" or "CR-CAS-24"), r => Assert.True(r.Severity <= Severity.Warning));
}
