using System.Text.RegularExpressions;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;
using Reform.Testing;

namespace Reform.Architecture.Tests;

/// <summary>What rules and sample data cite was read and stands in docs/sources.md; the rules stand in their guide.</summary>
public sealed partial class LegalSourcesTests
{
    private const string Programme = "Chương trình số 72";
    private static readonly RuleInfo[] OverCases = [.. BuiltInRules.Cases.Rules.Select(r => r.Info)];
    private static readonly RuleInfo[] Rules =
    [
        .. OverCases, .. BuiltInRules.OverProcedures, .. BuiltInRules.OverDelegation, .. BuiltInRules.OverProgrammes, .. BuiltInRules.OverInspections, .. BuiltInRules.OverScoring,
        .. BuiltInRules.CaseFiles.Rules.Select(r => r.Info), .. BuiltInRules.CaseSets,
    ];

    // What is known from memory alone may support a warning, and no more.
    [Fact]
    public void A_rule_cites_what_was_read_or_only_warns() => Expect.None(
        from rule in Rules
        from number in NumbersIn(rule.Basis.Citation.Vietnamese)
        let problem = Problem(Sources, number)
        where problem is not null && !(problem == FromMemory && rule.Severity <= Severity.Warning)
        select rule.Code + ": " + number + ": " + problem);

    [Fact]
    public void Every_rule_cites_an_instrument() =>
        Expect.None(Rules.Where(r => !NumbersIn(r.Basis.Citation.Vietnamese).Any()).Select(r => r.Code));

    [Theory]
    [InlineData("calendar.json")]
    [InlineData("procedures.json")]
    public void Sample_data_cite_what_was_read(string name)
    {
        string[] cited = [.. NumbersIn(File.ReadAllText(Repository.PathOf("samples", "haiphong", name))).Distinct()];

        Assert.NotEmpty(cited);
        Expect.None(cited.Where(n => Problem(Sources, n) is not null));
    }

    // The mission's words, not ours: docs/coverage.md lists them, and puts in brackets what they only imply.
    [Fact]
    public void What_is_cited_of_the_programme_are_its_own_words()
    {
        string coverage = File.ReadAllText(Repository.PathOf("docs", "coverage.md"));
        string[] phrases = [.. Cells(coverage).Where(c => c.Length == 4 && c[1][0] != '(').Select(c => c[1])];
        string[][] cited =
        [
            .. Rules.Select(r => r.Basis.Citation.Vietnamese).Where(c => c.StartsWith(Programme, StringComparison.Ordinal))
                .Select(c => c[(c.IndexOf(": ", StringComparison.Ordinal) + 2)..].Split(", ")),
        ];

        Assert.NotEmpty(cited);
        Expect.None(cited.SelectMany(c => c).Where(words => !phrases.Any(p => p.Contains(words, StringComparison.OrdinalIgnoreCase))));
    }

    [Fact]
    public void The_guide_lists_every_rule_once_with_its_severity() => Assert.Equal(
        OverCases.Select(r => (r.Code, r.Severity.ToString().ToLowerInvariant())).Distinct().Order(),
        Cells(File.ReadAllText(Repository.PathOf("docs", "guides", "cases.md")))
            .Where(c => c[0].StartsWith("CR-", StringComparison.Ordinal)).Select(c => (c[0], c[2])).Order());

    [Fact]
    public void A_citation_that_was_not_read_is_found()
    {
        const string sources = "| Number | How |\n|---|---|\n| 1/2020/NĐ-CP | read |\n| 2-QĐ/TW (2019) | **memory** |\n"
            + "| 3/TB-BNV | secondary; a part **memory** |\n";

        Assert.Equal(
            [null, FromMemory, null, Absent],
            NumbersIn("Điều 1 Nghị định 1/2020/NĐ-CP, Quy định 2-QĐ/TW, 3/TB-BNV và 12-QĐ/TW").Select(n => Problem(sources, n)));
    }

    private const string FromMemory = "from memory";
    private const string Absent = "not in docs/sources.md";

    private static string Sources => File.ReadAllText(Repository.PathOf("docs", "sources.md"));

    private static string? Problem(string sources, string number)
    {
        string[][] rows = [.. Cells(sources).Where(c => c[0] == number || NumbersIn(c[0]).Contains(number))];
        return rows.Length == 0 ? Absent : rows.All(r => r[^1].StartsWith("**memory**", StringComparison.Ordinal)) ? FromMemory : null;
    }

    internal static IEnumerable<string> NumbersIn(string text) => Number().Matches(text).Select(m => m.Value);

    private static IEnumerable<string[]> Cells(string document) => document.Split('\n').Where(l => l.StartsWith('|'))
        .Select(l => l.Trim().Trim('|').Split('|').Select(c => c.Trim()).ToArray());

    [GeneratedRegex(Programme + @"|(?<![\w/-])\d+(/\d{4}/[A-ZĐ]+\d*(-[A-ZĐ]+)*|-[A-ZĐ]+/[A-ZĐ]+|/[A-ZĐ]+-[A-ZĐ]+)")]
    private static partial Regex Number();
}
