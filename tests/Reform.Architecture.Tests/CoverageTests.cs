using System.Globalization;
using System.Text.RegularExpressions;
using Reform.Testing;

namespace Reform.Architecture.Tests;

/// <summary>docs/coverage.md is honest: each line of the mission once, and each test that it names exists.</summary>
public sealed partial class CoverageTests
{
    private static readonly IReadOnlyList<(string Id, string ShownBy)> Rows =
        CoverageTable.Rows(File.ReadAllText(Repository.PathOf("docs", "coverage.md")));

    [Fact]
    public void Ids_are_unique()
    {
        Assert.NotEmpty(Rows);
        Expect.None(Rows.GroupBy(r => r.Id).Where(g => g.Count() > 1).Select(g => g.Key));
    }

    [Fact]
    public void Every_row_is_pending_or_shown_by_tests_never_both() =>
        Expect.None(Rows.Where(r => CoverageTable.TestsOf(r.ShownBy) is null).Select(r => r.Id));

    [Fact]
    public void Every_named_test_exists()
    {
        HashSet<string> existing =
        [
            .. Directory.EnumerateFiles(Repository.PathOf("tests"), "*.cs", SearchOption.AllDirectories)
                .Where(f => !f.Split(Path.DirectorySeparatorChar).Contains("obj"))
                .SelectMany(f => CoverageTable.TestsIn(File.ReadAllText(f))),
        ];

        Assert.Contains(nameof(CoverageTests) + "." + nameof(Every_named_test_exists), existing);
        Expect.None(
            from row in Rows
            from test in CoverageTable.TestsOf(row.ShownBy) ?? []
            where !existing.Contains(test)
            select row.Id + ": " + test);
    }

    [Fact]
    public void The_ids_are_those_of_the_mission()
    {
        string reference = Repository.Reference("design", "mission.md");

        Assert.Equal(
            MissionIds(File.ReadLines(reference)).Order(StringComparer.Ordinal),
            Rows.Select(r => r.Id).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("pending", "")]
    [InlineData("`ATests.Holds`", "ATests.Holds")]
    [InlineData("`ATests.Holds`, `BTests.Holds_too`", "ATests.Holds BTests.Holds_too")]
    [InlineData("`ATests.Holds` pending", null)]
    [InlineData("pending `ATests.Holds`", null)]
    [InlineData("Pending", null)]
    [InlineData("", null)]
    [InlineData("ATests.Holds", null)]
    [InlineData("`ATests`", null)]
    public void A_cell_is_read(string cell, string? tests)
    {
        IReadOnlyList<string>? read = CoverageTable.TestsOf(cell);

        Assert.Equal(tests, read is null ? null : string.Join(' ', read));
    }

    [Fact]
    public void Rows_of_every_table_are_read()
    {
        const string document = "| Id | Phrase | Shown by |\n|---|---|---|\n| A01 | x | pending |\n\n"
            + "| Word | Meaning |\n|---|---|\n| a | b |\n\n"
            + "| Id | Phrase | Shown by |\n|---|---|---|\n| B01 | y | `C.D` |\n| B01 | z |\n";

        Assert.Equal([("A01", "pending"), ("B01", "`C.D`"), ("B01", "z")], CoverageTable.Rows(document));
    }

    [Fact]
    public void Only_facts_and_theories_are_tests()
    {
        string source = """
            public sealed class ATests
            {
                [Fact]
                public void One() => Assert.True(true);

                public void Helper()
                {
                }

                [Theory]
                [InlineData("public void No(")]
                [MemberData(nameof(Rows))]
                public async Task<int> Two(string text)
                {
                }
            }

            internal static class B
            {
                public static void Three()
                {
                }
            }
            """;

        Assert.Equal(["ATests.One", "ATests.Two"], CoverageTable.TestsIn(source));
    }

    // Where the mission numbers nothing, its lines are numbered in their order, after the letter of their section.
    private static IEnumerable<string> MissionIds(IEnumerable<string> lines)
    {
        string section = string.Empty;
        int unnumbered = 0;
        bool counts = false;
        foreach (string line in lines)
        {
            if (Section().Match(line) is { Success: true } match)
            {
                (section, unnumbered) = (match.Groups["letter"].Value, 0);
            }
            else if (MissionId().Match(line) is { Success: true } numbered)
            {
                yield return numbered.Groups["id"].Value;
            }
            else if (counts && line.StartsWith('|') && !line.StartsWith("|-", StringComparison.Ordinal))
            {
                unnumbered++;
                yield return section + unnumbered.ToString("00", CultureInfo.InvariantCulture);
            }

            counts = line.StartsWith('|') && (counts || line.StartsWith("| Phrase |", StringComparison.Ordinal));
        }
    }

    [GeneratedRegex(@"^## (?<letter>[A-Z])\. ")]
    private static partial Regex Section();

    [GeneratedRegex(@"^\|\s*(?<id>[A-Z]\d+)\b[^|]*\|")]
    private static partial Regex MissionId();
}
