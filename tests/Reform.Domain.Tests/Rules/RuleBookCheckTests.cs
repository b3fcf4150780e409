using Reform.Domain.Compliance;
using Reform.Domain.Rules;

namespace Reform.Domain.Tests.Rules;

public sealed class RuleBookCheckTests
{
    [Fact]
    public void Nothing_is_wrong_with_a_proper_rule() =>
        Assert.Empty(RuleBookCheck.Of(new RuleBook<Dossier>(Dossier.Subject, [new EndedInTimeWithFewCopies()])));

    [Theory]
    [MemberData(nameof(Untranslatable))]
    public void A_condition_that_no_database_can_ask_is_told_with_the_part(string part, Requirement rule)
    {
        RuleProblem problem = Assert.Single(RuleBookCheck.Of(new RuleBook<Dossier>(Dossier.Subject, [rule])));

        Assert.Equal(("T-01", "conditions"), (problem.Code, problem.Field));
        Assert.Contains(part, problem.Text.English, StringComparison.Ordinal);
    }

    public static TheoryData<string, Requirement> Untranslatable() => new()
    {
        { "Computed", new("T-01", d => d.Computed > 3) },
        { "Trim", new("T-01", d => d.Id.Trim() == "a") },
        { "Year", new("T-01", d => d.DueOn!.Value.Year == 2025) },
        { "IsNullOrEmpty", new("T-01", d => !string.IsNullOrEmpty(d.Channel)) },
        { "Helper", new("T-01", d => Helper(d.Pages)) },
    };

    [Fact]
    public void An_odd_code_is_told()
    {
        RuleProblem problem = Assert.Single(RuleBookCheck.Of(new RuleBook<Dossier>(Dossier.Subject, [new Requirement("t 01", d => true)])));

        Assert.Equal("code", problem.Field);
    }

    [Fact]
    public void A_rule_that_cannot_be_built_is_told_and_does_not_end_the_check()
    {
        var book = new RuleBook<Dossier>(Dossier.Subject, [new Requirement("T-01", null!), new Requirement("T-02", d => d.Computed > 3)]);

        Assert.Equal(["T-01", "T-02"], RuleBookCheck.Of(book).Select(p => p.Code));
    }

    // In one period; of what only memory knows a breach is no more than a warning, so that a code may weigh otherwise in another.
    [Fact]
    public void One_code_is_as_grave_whatever_it_judges()
    {
        RuleInfo[] rules = [.. BuiltInRules.Cases.Rules.Select(r => r.Info), .. BuiltInRules.CaseFiles.Rules.Select(r => r.Info), .. BuiltInRules.CaseSets,
            .. BuiltInRules.OverProcedures, .. BuiltInRules.OverProgrammes, .. BuiltInRules.OverDelegation, .. BuiltInRules.OverInspections, .. BuiltInRules.OverScoring];
        Assert.All(rules.GroupBy(r => r.Code, StringComparer.Ordinal), code => Assert.All(
            code.SelectMany(one => code.Where(other => one.Validity.Overlaps(other.Validity)).Select(other => (one, other))),
            pair => Assert.Equal((pair.one.Code, pair.one.Severity), (pair.other.Code, pair.other.Severity))));
    }

    private static bool Helper(int pages) => pages > 3;
}
