using System.Text.RegularExpressions;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Architecture.Tests;

/// <summary>Every public type of Reform.Domain stands in docs/glossary.md, in backticks; rules stand in the catalogue.</summary>
public sealed partial class GlossaryTests
{
    [Fact]
    public void Every_public_type_stands_in_the_glossary()
    {
        HashSet<string> words = Words(File.ReadAllText(Repository.PathOf("docs", "glossary.md")));

        Expect.None(NamesOf(typeof(BilingualText).Assembly.GetExportedTypes()).Where(n => !words.Contains(n)));
    }

    [Fact]
    public void A_type_that_is_absent_is_found_under_the_name_that_a_reader_would_use()
    {
        Assert.Equal(
            ["GlossaryTests", "RuleBook", "Reason"],
            NamesOf([typeof(GlossaryTests), typeof(Planted), typeof(RuleBook<int>), typeof(Domain.Explanations.Reason), typeof(PlantedRule)]));
        Assert.Equal(["A", "B.C", "d e"], Words("| `A` | x `B.C`, ``d e`` |").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<string> NamesOf(IEnumerable<Type> types) =>
        types.Where(t => !RuleTypes.IsRule(t)).Select(Outermost).Select(t => t.Name.Split('`')[0]).Distinct();

    private static HashSet<string> Words(string document) =>
        Backticked().Matches(document).Select(m => m.Groups["word"].Value).ToHashSet(StringComparer.Ordinal);

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;

    [GeneratedRegex("`+(?<word>[^`\n]+)`+")]
    private static partial Regex Backticked();

    private abstract class Planted;

    private abstract class PlantedRule() : ComplianceRule<int>(
        "T-01", Severity.Info, BilingualText.Same("a"), Domain.Legal.LegalBasis.Citing("a"));
}
