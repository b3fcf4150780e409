using System.Globalization;
using System.Text.RegularExpressions;
using Reform.Testing;

namespace Reform.Architecture.Tests;

/// <summary>Every given scenario of organizations and delegation is a test that carries its number, as in DS01_…; one that is deleted is missed here.</summary>
public sealed partial class ScenarioListTests
{
    private static readonly int[] Given =
    [
        1, 2, 3, 4, 6, 7, 9, 12, 13, 14, 16, 17, 19, 21, 22, 24, 25, 27, 29, 30, 31, 33, 34, 35, 36, 37, 39, 40, 42, 44, 45, 46, 48, 49, 50, 53, 54, 56, 57, 58, 60,
    ];

    [Fact]
    public void Every_given_scenario_has_a_test_that_carries_its_number()
    {
        HashSet<string> named = [.. Sources().SelectMany(CoverageTable.TestsIn).SelectMany(NumbersOf)];

        Expect.None(Given.Select(NameOf).Where(id => !named.Contains(id)));
        Expect.None(named.Where(id => !Given.Select(NameOf).Contains(id)));
    }

    [Theory]
    [InlineData("ATests.DS33_DS34_Two_at_once", "DS33 DS34")]
    [InlineData("ATests.DS01_The_chair", "DS01")]
    [InlineData("DS01.The_chair_of_DS02", "")]
    [InlineData("ATests.DS1_No_number", "")]
    public void The_numbers_stand_first_in_the_name_of_the_test(string test, string expected) => Assert.Equal(expected, string.Join(' ', NumbersOf(test)));

    private static IEnumerable<string> Sources() => Directory.EnumerateFiles(Repository.PathOf("tests", "Reform.Domain.Tests"), "*.cs", SearchOption.AllDirectories)
        .Where(f => !f.Split(Path.DirectorySeparatorChar).Contains("obj"))
        .Select(File.ReadAllText);

    private static IEnumerable<string> NumbersOf(string test) =>
        Numbers().Match(test.Split('.')[1]).Groups["id"].Captures.Select(c => c.Value);

    private static string NameOf(int number) => "DS" + number.ToString("00", CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^((?<id>DS\d\d)_)+")]
    private static partial Regex Numbers();
}
