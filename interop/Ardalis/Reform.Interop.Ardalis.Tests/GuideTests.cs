using Ardalis.Specification;
using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using R = Reform.Domain.Specifications;

namespace Reform.Interop.Ardalis.Tests;

/// <summary>The chapter of docs/guides/rules.md about Ardalis specifications: its code is the code of this file, and runs.</summary>
public sealed class GuideTests
{
    private const string Chapter = "## An Ardalis specification becomes a rule, and back";

    private static readonly LocalDate Day = new(2026, 3, 2);

    private static readonly CaseFacts Told = new()
    {
        CaseId = "C1",
        ProcedureCode = "P1",
        UnitId = "U1",
        HolderUnitId = "U1",
        Requester = "R1",
        AsOf = Day.PlusDays(9),
        State = CaseState.Decided,
        Outcome = CaseOutcome.Decided,
        ReceivedOn = Day.PlusDays(-9),
        EndedOn = Day,
        ResultNotifiedOn = Day,
        CalendarDays = 9,
    };

    private static readonly CaseFacts[] Cases =
    [
        Told,
        Told with { CaseId = "C2", ResultNotifiedOn = Day.PlusDays(1) },
        Told with { CaseId = "C3", ResultNotifiedOn = null },
        Told with { CaseId = "C4", Outcome = CaseOutcome.Withdrawn, ResultNotifiedOn = Day.PlusDays(1) },
    ];

    [Fact]
    public void The_specification_judges_as_a_rule_with_four_verdicts_and_a_reason()
    {
        var book = new RuleBook<CaseFacts>(CaseSubjects.Flat, [new ResultToldInTime()]);

        Judgement[] judged = [.. Cases.Select(c => book.Judge(c).Judged.Single())];

        Assert.Equal([Verdict.Pass, Verdict.Fail, Verdict.Unknown, Verdict.NotApplicable], judged.Select(j => j.Verdict));
        Assert.Equal("The result was told on 3 March 2026 only", judged[1].Reason!.Sentence.English);
        Assert.Empty(book.Check());
    }

    [Fact]
    public void The_rule_goes_back_as_a_specification_that_finds_what_breaks_it()
    {
        Specification<CaseFacts> broken = Broken();

        Assert.Equal(["C2"], broken.Evaluate(Cases).Select(c => c.CaseId));
        Assert.Equal(Cases.Select(c => new ResultToldInTime().VerdictOn(c) == Verdict.Fail), Cases.Select(broken.IsSatisfiedBy));
    }

    [Fact]
    public void The_guide_shows_the_code_of_this_file()
    {
        string root = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(root, "Reform.sln")))
        {
            root = Path.GetDirectoryName(root)!;
        }

        string guide = File.ReadAllText(Path.Combine(root, "docs", "guides", "rules.md"));
        string chapter = guide[guide.IndexOf(Chapter, StringComparison.Ordinal)..];
        string block = chapter.Split("```csharp\n")[1].Split("```")[0];
        HashSet<string> here = [.. File.ReadAllLines(Path.Combine(root, "interop", "Ardalis", "Reform.Interop.Ardalis.Tests", "GuideTests.cs")).Select(l => l.Trim())];
        string[] lines = [.. block.Split('\n').Select(l => l.Trim()).Where(l => l.Length > 0)];
        Assert.InRange(lines.Length, 15, 60);
        Assert.All(lines, l => Assert.Contains(l, here));
    }

    private static Specification<CaseFacts> Broken()
    {
        // And back: what breaks the rule, for a repository that takes Ardalis specifications.
        var book = new RuleBook<CaseFacts>(CaseSubjects.Flat, [new ResultToldInTime()]);
        Specification<CaseFacts> broken = book.Editions.Single().Gives(Verdict.Fail).ToArdalis();
        return broken;
    }

    // What a team has already.
    public sealed class ToldAfterTheDay : Specification<CaseFacts>
    {
        public ToldAfterTheDay() => Query.Where(c => c.ResultNotifiedOn > c.EndedOn);
    }

    // The rule says for whom it is, without which facts it cannot decide, and why a case breaks it.
    public sealed class ResultToldInTime() : ComplianceRule<CaseFacts>(
        "TEAM-CAS-01", Severity.Warning,
        new BilingualText("Báo kết quả sau ngày quyết định", "Result told after the day of the decision"),
        LegalBasis.Citing("Quy chế làm việc của cơ quan"))
    {
        private static readonly ReasonKind Breach = new("team_told_late", "Đến ngày {told} mới báo kết quả", "The result was told on {told} only");

        protected override R.Specification<CaseFacts> AppliesWhen => Where(c => c.Outcome == CaseOutcome.Decided);
        protected override IEnumerable<Fact<CaseFacts>> Needs =>
            [new("result_notified_on", new BilingualText("ngày báo kết quả", "when the result was told"), Where(c => c.ResultNotifiedOn != null))];
        protected override R.Specification<CaseFacts> Requires => !new ToldAfterTheDay().FromArdalis();
        protected override Reason Because(CaseFacts c) => Breach.Because(Info.Basis, ("told", c.ResultNotifiedOn!.Value));
    }
}
