using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Domain.Tests.Procedures;

/// <summary>What the review finds in the real procedures, and in made ones.</summary>
public sealed class ProcedureReviewTests
{
    private static readonly LocalDate On = new(2025, 12, 1);

    // Guidance 02-HD/BTCTU of Hà Nội prints a 25-day step inside a 15-day total, both from the cell's resolution.
    [Fact]
    public void The_step_that_ends_after_its_total_is_found_in_the_real_procedure() => Assert.Contains(
        Review("PTY-REC"),
        r => r.Sentence.English.EndsWith(
            "(25 working day(s)) is longer than the total 'REC-HN15' (15 working day(s)), from the same event", StringComparison.Ordinal));

    [Fact]
    public void The_days_for_which_no_limit_of_recognition_is_recorded_are_found() => Assert.Equal(
        ["Time limit 'REC-TOTAL': nothing is recorded from 20 January 2025 until before 1 July 2025"],
        Review("PTY-REC").Where(r => r.Code == "procedure_limit_gap").Select(r => r.Sentence.English));

    // Counted in the research data by a separate script.
    [Fact]
    public void The_38_real_procedures_are_reviewed() => Assert.Equal(
        [
            ("procedure_basis_not_in_force", 2),
            ("procedure_limit_gap", 2),
            ("procedure_step_longer_than_total", 1),
            ("procedure_step_without_output", 74),
            ("procedure_unit_twice", 12),
            ("procedure_without_decision", 34),
            ("procedure_without_total", 17),
        ],
        ProcedureCatalogue.Vietnam.Procedures.SelectMany(p => Review(p.Code)).CountBy(r => r.Code)
            .Select(c => (c.Key, c.Value)).OrderBy(c => c.Key, StringComparer.Ordinal));

    // The rows of the guide were counted in the data file by a separate script.
    [Fact]
    public void The_guide_lists_what_is_found_in_each_of_the_38()
    {
        string[][] rows =
        [
            .. File.ReadLines(Repository.PathOf("docs", "guides", "procedures.md")).Where(l => l.StartsWith("| ", StringComparison.Ordinal))
                .SkipWhile(l => !l.StartsWith("| Procedure | `basis_not_in_force`", StringComparison.Ordinal))
                .Select(l => l.Trim('|', ' ').Split(" | ")),
        ];
        string[] codes = [.. rows[0].Skip(1).Select(c => c.Trim('`')).Select(c => c.StartsWith("document_", StringComparison.Ordinal) || c.StartsWith("lower_", StringComparison.Ordinal) ? c : "procedure_" + c)];

        IEnumerable<string> listed = rows.Skip(1).Select(r => string.Join(' ', r));
        IEnumerable<string> found = ProcedureCatalogue.Vietnam.Procedures.Select(p => (p.Code, Found: (ValueList<Reason>)[.. Review(p.Code), .. LevelsOf(p.Code)]))
            .Where(p => p.Found.Count > 0)
            .Select(p => p.Code + " " + string.Join(' ', codes.Select(c => p.Found.Count(r => r.Code == c))));
        Assert.Equal(found, listed);
        Assert.All(ProcedureCatalogue.Vietnam.Procedures.SelectMany(p => Review(p.Code)), r => Assert.Contains(r.Code, codes));
    }

    // The table would be a row of zeros for a check that looked at nothing: what there is to look at was counted in the data file by a separate script.
    [Fact]
    public void What_the_review_of_levels_has_to_look_at_in_the_38()
    {
        ProcedureVersion[] all = [.. ProcedureCatalogue.Vietnam.Procedures.Select(p => p.InForceOn(On) ?? p.Versions[^1])];
        Assert.Equal(4, all.Sum(v => (v.Documents ?? []).Count(d => d.Validity is not null)));
        Assert.Equal(1, all.Count(v => v.TimeLimits.Any(l => l.Terms.StartEvent == "previous.step.done")));
        Assert.Equal(["REC-HN15"], all.SelectMany(v => Local(v).TimeLimits).Select(l => l.Id == "REC-TOTAL" ? "REC-HN15" : l.Id));
        Assert.Empty(ProcedureCatalogue.Vietnam.Procedures.SelectMany(p => LevelsOf(p.Code)));

        ProcedureVersion recognition = ProcedureCatalogue.Vietnam.Find("PTY-REC")!.InForceOn(On)!;
        ProcedureTimeLimit slow = Local(recognition).TimeLimits[0];
        Assert.Equal(["lower_limit_longer"], LevelReview.AgainstSuperior(
            recognition with { TimeLimits = [slow with { History = [], Terms = slow.Terms with { Limit = TimeLimit.WorkingDays(31) } }] }, recognition, On).Select(r => r.Code));
    }

    // Regulation 294-QĐ/TW ended on 7 April 2026.
    [Fact]
    public void A_basis_counts_until_its_last_day()
    {
        Assert.DoesNotContain(Review("PTY-ADM", new LocalDate(2026, 4, 7)), IsAdmissionOutOfForce);
        Assert.Contains(Review("PTY-ADM", new LocalDate(2026, 4, 8)), IsAdmissionOutOfForce);
    }

    [Fact]
    public void A_made_version_shows_the_rest()
    {
        var paper = new RequiredDocument(BilingualText.Same("Đơn"), DocumentKind.Original);
        var version = new ProcedureVersion(default, "f", "r", "a", "b", "o")
        {
            Steps =
            [
                new ProcedureStep(1, BilingualText.Same("1"), "a") { Output = "x" },
                new ProcedureStep(2, BilingualText.Same("2"), "a") { Output = "x" },
                new ProcedureStep(3, BilingualText.Same("3"), "b"),
                new ProcedureStep(4, BilingualText.Same("4"), "a") { Output = "x" },
            ],
            Documents = [paper, paper with { Kind = DocumentKind.Copy }],
        };

        Assert.Equal(
            ["procedure_without_decision", "procedure_without_total", "procedure_step_without_output", "procedure_unit_twice", "procedure_duplicate_document"],
            ProcedureReview.Of(version, ProcedureCatalogue.Vietnam, On).Select(r => r.Code));
    }

    [Fact]
    public void A_practice_that_nobody_wrote_down_and_papers_that_nobody_recorded_are_found()
    {
        var version = new ProcedureVersion(default, "f", "r", "a", "b", "o") { IsWritten = false };
        Assert.Equal(
            ["procedure_unwritten", "procedure_without_steps", "procedure_documents_not_recorded", "procedure_without_total"],
            ProcedureReview.Of(version, ProcedureCatalogue.Vietnam, On).Select(r => r.Code));
        Assert.DoesNotContain(ProcedureReview.Of(version with { Documents = [] }, ProcedureCatalogue.Vietnam, On), r => r.Code == "procedure_documents_not_recorded");
    }

    [Theory]
    [InlineData("b", true)]
    [InlineData("a", true)]
    [InlineData("elsewhere", false)]
    [InlineData(null, false)]
    public void A_paper_that_the_unit_issues_itself_is_found(string? issuer, bool found)
    {
        var version = new ProcedureVersion(default, "f", "r", "a", "b", "o")
        {
            Documents = [new RequiredDocument(BilingualText.Same("Giấy"), DocumentKind.Original) { IssuedBy = issuer }],
        };
        Assert.Equal(found, ProcedureReview.Of(version, ProcedureCatalogue.Vietnam, On).Any(r => r.Code == "procedure_document_of_own_unit"));
    }

    // What is measured is what is in force on the day, not what was read last.
    [Fact]
    public void A_step_is_measured_by_the_terms_of_the_day()
    {
        ProcedureTimeLimit step = Step(10) with { History = [new DatedLimitTerms(new Reform.Domain.Legal.Validity(null, On.PlusDays(1)), Terms(20, "start"))] };
        Assert.Single(StepsTooLong(step));
        Assert.Empty(StepsTooLong(step with { History = [new DatedLimitTerms(new Reform.Domain.Legal.Validity(On.PlusDays(1), null), Terms(20, "start"))] }));
    }

    [Fact]
    public void A_step_is_measured_by_the_total_of_its_own_territory_and_event()
    {
        Assert.Single(StepsTooLong(Step(20)));
        Assert.Empty(StepsTooLong(Step(15)));
        Assert.Empty(StepsTooLong(Step(20) with { AppliesTo = null }));
        Assert.Empty(StepsTooLong(Step(20) with { Terms = Terms(20, "another") }));
    }

    private static IEnumerable<Reason> StepsTooLong(ProcedureTimeLimit step)
    {
        ProcedureTimeLimit total = Step(15) with { Id = "T", Scope = LimitScope.Total };
        var version = new ProcedureVersion(default, "f", "r", "a", "b", "o") { TimeLimits = [total, step] };
        return ProcedureReview.Of(version, ProcedureCatalogue.Vietnam, On).Where(r => r.Code == "procedure_step_longer_than_total");
    }

    private static ProcedureTimeLimit Step(int amount) =>
        new("S", BilingualText.Same("S"), LimitScope.Step, CountDirection.Forward, Terms(amount, "start")) { EndEvent = "end", AppliesTo = "Hà Nội" };

    private static LimitTerms Terms(int amount, string start) => new(TimeLimit.WorkingDays(amount), start, "HN02", SourceConfidence.Verified);

    private static bool IsAdmissionOutOfForce(Reason reason) =>
        reason.Code == "procedure_basis_not_in_force" && reason.Sentence.English.Contains("'ADM-TOTAL'", StringComparison.Ordinal);

    // What LevelReview finds: papers, steps, and the limits of the whole that Hà Nội has of its own beside those that bind everywhere.
    private static IEnumerable<Reason> LevelsOf(string code)
    {
        ProcedureVersion version = ProcedureCatalogue.Vietnam.Find(code)!.InForceOn(On) ?? ProcedureCatalogue.Vietnam.Find(code)!.Versions[^1];
        return LevelReview.DocumentsThatExpire(version, On, WorkCalendar.VietnamStateAgencies)
            .Concat(LevelReview.StepsAgainstTotal(version, On))
            .Concat(LevelReview.AgainstSuperior(Local(version), version, On));
    }

    // The version as Hà Nội has it: its own limit of the whole under the name of the one that binds everywhere.
    private static ProcedureVersion Local(ProcedureVersion version) => version with
    {
        TimeLimits = version.TimeLimits.Where(l => l is { Scope: LimitScope.Total, AppliesTo: "Hà Nội" })
            .SelectMany(l => version.TimeLimits.Where(t => t.Scope == LimitScope.Total && t.AppliesTo is null).Take(1).Select(t => l with { Id = t.Id })).ToValueList(),
    };

    private static ValueList<Reason> Review(string code, LocalDate? on = null) =>
        ProcedureReview.Of(ProcedureCatalogue.Vietnam.Find(code)!.Versions[0], ProcedureCatalogue.Vietnam, on ?? On);
}
