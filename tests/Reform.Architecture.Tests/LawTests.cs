using System.Collections;
using System.Reflection;
using System.Text.RegularExpressions;
using Reform.Domain.Compliance;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Testing;

namespace Reform.Architecture.Tests;

/// <summary>docs/law.md says of every provision what became of it, names every rule that rests on a law, and no rule that there is not.</summary>
public sealed partial class LawTests
{
    private static readonly string Law = File.ReadAllText(Repository.PathOf("docs", "law.md"));

    private static readonly RuleInfo[] Rules = [.. Made().Concat(BuiltIn()).Distinct()];
    private static readonly HashSet<string> Codes = [.. Rules.Select(r => r.Code)];
    private static readonly HashSet<string> Types = [.. typeof(RuleInfo).Assembly.GetTypes().Select(t => t.Name.Split('`')[0])];
    private static readonly HashSet<string> Procedures = [.. ProcedureCatalogue.Vietnam.Procedures.Select(p => p.Code)];

    [Fact]
    public void Every_code_that_is_named_is_that_of_a_rule() => Expect.None(CodesIn(Law).Where(c => !Codes.Contains(c)).Distinct());

    [Fact]
    public void Every_rule_that_rests_on_more_than_the_programme_is_named()
    {
        HashSet<string> named = [.. CodesIn(Law)];

        Assert.NotEmpty(Rules);
        Expect.None(Rules.Where(r => !IsProgrammeAlone(r.Basis.Citation.Vietnamese) && !named.Contains(r.Code)).Select(r => r.Code).Distinct());
    }

    [Fact]
    public void A_rule_is_named_under_each_instrument_that_it_cites()
    {
        string[] sections = Law.Split("\n### ");

        Expect.None(
            from rule in Rules
            where !IsProgrammeAlone(rule.Basis.Citation.Vietnamese)
            from number in LegalSourcesTests.NumbersIn(rule.Basis.Citation.Vietnamese)
            where !sections.Any(s => s.Contains(number, StringComparison.Ordinal) && CodesIn(s).Contains(rule.Code))
            select rule.Code + ": " + number);
    }

    [Fact]
    public void Every_provision_has_a_state_and_says_why()
    {
        Assert.NotEmpty(Provisions(Law));
        Expect.None(Provisions(Law).Select(Problem).OfType<string>());
    }

    [Theory]
    [InlineData("| Điều 1 | x | coded | CR-CAS-05 |", null)]
    [InlineData("| Điều 1 | x | coded | [PTY-ADM] |", null)]
    [InlineData("| Điều 1 | x | coded | `TimeLimit` |", null)]
    [InlineData("| Điều 1 | x | coded | somewhere |", "Điều 1: coded by nothing")]
    [InlineData("| Điều 1 | x | coded | `NoSuchType` |", "Điều 1: no type NoSuchType")]
    [InlineData("| Điều 1 | x | coded | [PTY-XXX] |", "Điều 1: no procedure PTY-XXX")]
    [InlineData("| Điều 1 | x | open | two readings |", "Điều 1: open, and not what the engine does")]
    [InlineData("| Điều 1 | x | not coded | |", "Điều 1: no reason")]
    [InlineData("| Điều 1 | | not coded | outside |", "Điều 1: no content")]
    [InlineData("| Điều 1 | x | perhaps | outside |", "Điều 1: no state")]
    [InlineData("| Điều 1 | x | coded |", "Điều 1: not four cells")]
    public void A_provision_without_its_reason_is_found(string row, string? problem) =>
        Assert.Equal(problem, Problem(Assert.Single(Provisions("| Place | What | State | Why |\n|---|---|---|---|\n" + row + "\n\n| Rule | Now |\n|---|---|\n| a | b |\n"))));

    [Fact]
    public void A_code_is_read_whole() =>
        Assert.Equal(["CR-CAS-23", "CR-CAS-23B", "CR-PRG-13"], CodesIn("CR-CAS-23, CR-CAS-23B [x]; CR-PRG-13."));

    private static string? Problem(string[] row)
    {
        if (row.Length != 4)
        {
            return row[0] + ": not four cells";
        }

        (string place, string what, string state, string why) = (row[0], row[1], row[2], row[3]);
        string[] types = [.. Backticked().Matches(why).Select(m => m.Groups["word"].Value)];
        string[] procedures = [.. Bracketed().Matches(why).Select(m => m.Groups["code"].Value)];
        string? problem = state is not ("coded" or "not coded" or "open") ? "no state"
            : what.Length == 0 ? "no content"
            : why.Length == 0 ? "no reason"
            : state == "coded" && types.Length == 0 && procedures.Length == 0 && !CodesIn(why).Any() ? "coded by nothing"
            : state == "open" && !why.Contains("Engine: ", StringComparison.Ordinal) ? "open, and not what the engine does"
            : types.FirstOrDefault(t => !Types.Contains(t)) is string type ? "no type " + type
            : procedures.FirstOrDefault(p => !Procedures.Contains(p)) is string procedure ? "no procedure " + procedure
            : null;
        return problem is null ? null : place + ": " + problem;
    }

    private static IEnumerable<string[]> Provisions(string document)
    {
        bool isProvision = false;
        foreach (string line in document.Split('\n'))
        {
            if (!line.StartsWith('|'))
            {
                isProvision = false;
            }
            else if (line.StartsWith("| Place |", StringComparison.Ordinal))
            {
                isProvision = true;
            }
            else if (isProvision && !line.StartsWith("|--", StringComparison.Ordinal))
            {
                yield return [.. line.Trim().TrimStart('|')[..^1].Split('|').Select(c => c.Trim())];
            }
        }
    }

    private static bool IsProgrammeAlone(string citation) =>
        citation.StartsWith("Chương trình số 72", StringComparison.Ordinal) && !citation.Contains(';', StringComparison.Ordinal);

    private static IEnumerable<string> CodesIn(string text) => Code().Matches(text).Select(m => m.Value);

    // Rules that need nothing to be made.
    private static IEnumerable<RuleInfo> Made() => typeof(RuleInfo).Assembly.GetTypes()
        .Where(t => !t.IsAbstract && !t.ContainsGenericParameters && RuleTypes.IsRule(t)
            && t.GetConstructor(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic, []) is not null)
        .Select(t => InfoOf(Activator.CreateInstance(t, nonPublic: true)!));

    // Those of the built-in books and sets, each in every one of its periods.
    private static IEnumerable<RuleInfo> BuiltIn() =>
        typeof(BuiltInRules).GetProperties(BindingFlags.Static | BindingFlags.Public).SelectMany(p => RulesIn(p.GetValue(null)!));

    private static IEnumerable<RuleInfo> RulesIn(object book) => book switch
    {
        IEnumerable<RuleInfo> rules => rules,
        _ when Part(book, "Rules") is IEnumerable rules => rules.Cast<object>().Select(InfoOf),
        _ when Part(book, "Rule") is { } rule => [InfoOf(rule)],
        _ => [],
    };

    private static RuleInfo InfoOf(object rule) => (RuleInfo)Part(rule, "Info")!;

    private static object? Part(object of, string name) => of.GetType().GetProperty(name)?.GetValue(of);

    [GeneratedRegex(@"CR-[A-Z]{3}-\d\d[A-Z]?")]
    private static partial Regex Code();

    [GeneratedRegex("`(?<word>[^`]+)`")]
    private static partial Regex Backticked();

    [GeneratedRegex(@"\[(?<code>(PTY|ST)-[A-Z]+)\]")]
    private static partial Regex Bracketed();
}
