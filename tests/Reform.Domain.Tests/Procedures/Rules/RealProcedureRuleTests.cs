using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Testing;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>What the rules say of the 38 real procedures, as the guide lists it; its rows were worked out from the data file by a separate script.</summary>
public sealed class RealProcedureRuleTests
{
    private static readonly LocalDate On = new(2025, 12, 1);

    [Fact]
    public void The_guide_lists_the_verdicts_on_each_of_the_38() => Assert.Equal(
        Table("| Procedure | CR-PRC-02").Select(r => string.Join(' ', r)),
        ProcedureCatalogue.Vietnam.Procedures.Select(p => string.Join(' ', Verdicts(p).Prepend(p.Code))));

    [Fact]
    public void The_guide_lists_every_rule_with_its_severity()
    {
        (string, Severity)[] listed =
        [
            .. Table("| Code | Fails when").SelectMany(r => Enum.GetValues<Severity>()
                .Where(s => r[2].Contains(s.ToString(), StringComparison.OrdinalIgnoreCase)).Select(s => (r[0], s))),
        ];

        Assert.Equal(listed.Distinct().Order(), BuiltInRules.OverProcedures.Select(r => (r.Code, r.Severity)).Distinct().Order());
    }

    [Fact]
    public void All_twenty_codes_are_there_with_both_languages()
    {
        Assert.Equal(
            [.. Codes("CR-PRC-", 13), .. Codes("CR-PUB-", 7)],
            BuiltInRules.OverProcedures.Select(r => r.Code).Distinct().Order(StringComparer.Ordinal));
        Assert.All(BuiltInRules.OverProcedures, r => Assert.NotEqual(r.Title.Vietnamese, r.Title.English));
    }

    // The step of 25 days in a total of 15 that Hà Nội printed.
    [Fact]
    public void H04_The_contradiction_in_the_real_text_is_explained_in_both_languages()
    {
        RuleExplanation explanation = new StepsWithinTotal().Explain(Defined.Real("PTY-REC"));

        Assert.Equal(
            "Version PTY-REC/1: The step limit 'REC-S25' (25 working day(s)) is longer than the total 'REC-HN15' (15 working day(s)), from the same event;"
                + " contradictions in all: 1",
            explanation.Judgement.Reason!.Sentence.English);
        Assert.Contains(
            explanation.Sentences(ProcedureVersionFacts.Subject),
            s => s.Vietnamese.Contains("số thời hạn bước dài hơn toàn bộ = 1", StringComparison.Ordinal));
    }

    [Fact]
    public void H03_The_heavy_ones_and_papers_asked_for_twice_are_reported()
    {
        string[] heavy = [.. ProcedureCatalogue.Vietnam.Procedures.Where(p => Defined.Real(p.Code).Burden > 100).Select(p => p.Code)];

        Assert.Equal(["PTY-ADM", "PTY-REMC", "PTY-DSCC", "PTY-DEN"], heavy);
        Assert.All(heavy, code => Assert.Contains(
            "the burden score is above the threshold", new NotCumbersome().Judge(Defined.Real(code)).Reason!.Sentence.English, StringComparison.Ordinal));
        Assert.Contains(
            "a document is required twice",
            new NotCumbersome().Judge(Defined.Facts(Defined.Kept with { Documents = [Defined.Paper, Defined.Paper] })).Reason!.Sentence.English,
            StringComparison.Ordinal);
    }

    private static IEnumerable<string> Verdicts(Procedure procedure)
    {
        Judgements now = BuiltInRules.ProcedureVersions.Judge(Defined.Real(procedure.Code));
        Assert.Empty(now.Failures);
        VersionChangeFacts change = VersionChangeFacts.Over(procedure, new LocalDate(2025, 1, 1), On)!;
        return new[]
        {
            Of(now, "CR-PRC-02"), Of(now, "CR-PRC-03"), Of(BuiltInRules.ProcedureVersions.Judge(Defined.Real(procedure.Code, new LocalDate(2026, 9, 1))), "CR-PRC-03"),
            Of(now, "CR-PRC-05"), Of(now, "CR-PRC-07"), Of(BuiltInRules.VersionChanges.Judge(change), "CR-PRC-08"), Of(now, "CR-PRC-12"),
        }.Select(v => v == Verdict.NotApplicable ? "–" : v.ToString().ToLowerInvariant());
    }

    private static Verdict Of(Judgements judgements, string code) => judgements.Judged.Single(j => j.Rule.Code == code).Verdict;

    private static IEnumerable<string> Codes(string prefix, int count) =>
        Enumerable.Range(1, count).Select(n => prefix + n.ToString("00", System.Globalization.CultureInfo.InvariantCulture));

    private static IEnumerable<string[]> Table(string head) =>
        File.ReadLines(Repository.PathOf("docs", "guides", "compliance-procedures.md")).SkipWhile(l => !l.StartsWith(head, StringComparison.Ordinal)).Skip(2)
            .TakeWhile(l => l.StartsWith('|')).Select(l => l.Trim('|', ' ').Split(" | "));
}
