using System.Text.RegularExpressions;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Rules;
using Reform.Testing;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>docs/guides/compliance-delegation.md lists every rule on competence, grants and signatures as it judges; what they cite stands in docs/sources.md.</summary>
public sealed partial class DelegationGuideTests
{
    private static readonly (string Kind, RuleInfo Rule)[] Rules =
    [
        .. Of(BuiltInRules.Decisions), .. Of(BuiltInRules.Grants), .. Of(BuiltInRules.GrantStates), .. Of(BuiltInRules.Signatures), .. Of(BuiltInRules.Units),
        .. Of(BuiltInRules.Powers), .. Of(BuiltInRules.Grantors), .. Of(BuiltInRules.DelegationShares), .. Of(BuiltInRules.LocalVariants),
    ];

    [Fact]
    public void The_guide_lists_every_rule_as_it_judges()
    {
        string[] listed = [.. File.ReadAllLines(Repository.PathOf("docs", "guides", "compliance-delegation.md")).Where(l => l.StartsWith("| CR-DLG", StringComparison.Ordinal))];

        Assert.Equal(Rules.Select(r => Row(r.Kind, r.Rule)).Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
        Assert.Equal(listed.Order(StringComparer.Ordinal), listed);
    }

    [Fact]
    public void Every_code_of_the_catalogue_has_a_rule() => Assert.Equal(
        Enumerable.Range(1, 24).Select(i => "CR-DLG-" + i.ToString("00", System.Globalization.CultureInfo.InvariantCulture)),
        Rules.Select(r => r.Rule.Code).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void What_the_rules_cite_stands_in_the_list_of_sources()
    {
        string sources = File.ReadAllText(Repository.PathOf("docs", "sources.md"));
        string[] cited = [.. Rules.SelectMany(r => Number().Matches(r.Rule.Basis.Citation.Vietnamese).Select(m => m.Value)).Distinct()];

        Assert.True(cited.Length > 5);
        Assert.All(cited, number => Assert.Contains("| " + number, sources, StringComparison.Ordinal));
        Assert.All(Rules, r => Assert.Matches(Number().ToString() + "|Chương trình số 72", r.Rule.Basis.Citation.Vietnamese));
    }

    /// <summary>One code is one rule to a reader: one title and one severity, whatever facts it is judged by.</summary>
    [Fact]
    public void One_code_has_one_title_and_one_severity()
    {
        Assert.All(Rules.GroupBy(r => r.Rule.Code), g => Assert.Single(g.Select(r => (r.Rule.Title, r.Rule.Severity)).Distinct()));
        foreach (RuleInfo logged in BuiltInRules.Cases.Codes.Where(c => c.Code.StartsWith("CR-DLG", StringComparison.Ordinal)))
        {
            Assert.Contains((logged.Code, logged.Title, logged.Severity), Rules.Select(r => (r.Rule.Code, r.Rule.Title, r.Rule.Severity)));
        }
    }

    [Fact]
    public void Every_fact_has_a_word_in_both_languages()
    {
        static IEnumerable<string> Wordless<T>(RuleSubject<T> subject) =>
            typeof(T).GetProperties().Select(p => p.Name).Where(p => p != "EqualityContract" && !subject.Words.ContainsKey(p)).Select(p => typeof(T).Name + "." + p);

        Assert.Empty((string[])
        [
            .. Wordless(DelegationSubjects.Decisions), .. Wordless(DelegationSubjects.Grants), .. Wordless(DelegationSubjects.GrantStates), .. Wordless(DelegationSubjects.Signatures),
            .. Wordless(DelegationSubjects.Units), .. Wordless(DelegationSubjects.Powers), .. Wordless(DelegationSubjects.Grantors), .. Wordless(DelegationSubjects.Shares),
            .. Wordless(DelegationSubjects.LocalVariants),
        ]);
    }

    [Fact]
    public void Nothing_is_wrong_with_the_rules() => Assert.Empty((RuleProblem[])
    [
        .. RuleBookCheck.Of(BuiltInRules.Decisions), .. RuleBookCheck.Of(BuiltInRules.Grants), .. RuleBookCheck.Of(BuiltInRules.GrantStates),
        .. RuleBookCheck.Of(BuiltInRules.Signatures), .. RuleBookCheck.Of(BuiltInRules.Units), .. RuleBookCheck.Of(BuiltInRules.Powers),
        .. RuleBookCheck.Of(BuiltInRules.Grantors), .. RuleBookCheck.Of(BuiltInRules.DelegationShares), .. RuleBookCheck.Of(BuiltInRules.LocalVariants),
    ]);

    private static IEnumerable<(string Kind, RuleInfo Rule)> Of<T>(RuleBook<T> book) => book.Rules.Select(r => (book.Subject.Kind, r.Info));

    private static string Row(string kind, RuleInfo rule)
    {
        string parameters = string.Join("; ", rule.Parameters.Select(p => "`" + p.Name + "` " + string.Join(", ", p.Values.Entries.Select(e => e.Value + (e.Validity == default ? "" : " " + e.Validity)))));
        return $"| {rule.Code} | {kind} | {rule.Title.Vietnamese} | {rule.Title.English} | {rule.Severity.ToString().ToLowerInvariant()} | {rule.Basis.Citation.Vietnamese} | `{rule.Validity}` | {(parameters.Length == 0 ? "–" : parameters)} |";
    }

    [GeneratedRegex(@"(?<![\w/-])\d+(/\d{4}/[A-ZĐ]+\d*(-[A-ZĐ]+)*|-[A-ZĐ]+/[A-ZĐ]+)")]
    private static partial Regex Number();
}
