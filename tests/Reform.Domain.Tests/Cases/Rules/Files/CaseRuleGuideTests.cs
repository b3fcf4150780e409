using System.Globalization;
using System.Text.RegularExpressions;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Testing;

namespace Reform.Domain.Tests.Cases.Rules.Files;

/// <summary>docs/guides/compliance-cases.md lists every rule over case files as it judges; what they cite stands in docs/sources.md.</summary>
public sealed partial class CaseRuleGuideTests
{
    private static readonly RuleInfo[] Rules = [.. BuiltInRules.CaseFiles.Rules.Select(r => r.Info), .. BuiltInRules.CaseSets];

    [Fact]
    public void The_guide_lists_every_rule_as_it_judges()
    {
        string[] listed = [.. File.ReadAllLines(Repository.PathOf("docs", "guides", "compliance-cases.md"))
            .Where(l => l.StartsWith("| CR-", StringComparison.Ordinal))];

        Assert.Equal(Rules.OrderBy(r => r.Code, StringComparer.Ordinal).Select(Row), listed);
    }

    [Fact]
    public void What_the_rules_cite_stands_in_the_list_of_sources()
    {
        string[] known = [.. File.ReadAllLines(Repository.PathOf("docs", "sources.md")).Where(l => l.StartsWith('|')).Select(l => l.Split('|')[1])];
        string[] cited = [.. Rules.SelectMany(r => Number().Matches(r.Basis.Citation.Vietnamese).Select(m => m.Value)).Distinct()];

        Assert.True(cited.Length > 5);
        Assert.All(cited, number => Assert.Contains(known, k => k.Contains(number, StringComparison.Ordinal)));
        Assert.All(Rules, r => Assert.Matches(Number(), r.Basis.Citation.Vietnamese));
    }

    // One code is one rule to a reader, whatever facts it is judged by. CR-CAS-12 is from memory in part, and warns here.
    [Fact]
    public void A_rule_over_logs_has_the_title_and_severity_of_that_over_case_files()
    {
        RuleInfo[] logged = [.. BuiltInRules.Cases.Codes.Where(c => Rules.Any(r => r.Code == c.Code) && c.Code != "CR-CAS-12")];

        Assert.True(logged.Length > 6);
        Assert.All(logged, l => Assert.All(Rules.Where(r => r.Code == l.Code), r => Assert.Equal((l.Title, l.Severity), (r.Title, r.Severity))));
    }

    private static string Row(RuleInfo rule) => "| " + string.Join(" | ",
        rule.Code, rule.Title.Vietnamese, rule.Title.English, rule.Severity.ToString().ToLowerInvariant() + (rule.IsForReview ? ", for review" : ""),
        rule.Basis.Citation.Vietnamese, rule.Validity == default ? "every date" : "`" + rule.Validity + "`", Parameters(rule)) + " |";

    private static string Parameters(RuleInfo rule) => rule.Parameters.Count == 0 ? "–" : string.Join(", ", rule.Parameters.Select(p =>
        "`" + p.Name + "` " + string.Join(", ", p.Values.Entries.Select(e =>
            e.Value.ToString(CultureInfo.InvariantCulture) + (e.Validity == default ? "" : " from " + e.Validity)))));

    [GeneratedRegex(@"Chương trình số 72|Điều lệ Đảng|(?<![\w/-])\d+(/\d{4}/[A-ZĐ]+\d*(-[A-ZĐ]+)*|-[A-ZĐ]+/[A-ZĐ]+|/[A-ZĐ]+-[A-ZĐ]+)")]
    private static partial Regex Number();
}
