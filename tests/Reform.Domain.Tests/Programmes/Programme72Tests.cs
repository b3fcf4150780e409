using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Programmes;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes;

/// <summary>Programme 72 of Hải Phòng, as far as the press account of 28 October 2024 tells.</summary>
public sealed class Programme72Tests
{
    private const string P72 = ReferenceProgrammes.HaiPhong72;
    private const string City = "thanh-uy-hai-phong";
    private const string Office = City + ".van-phong";

    private static readonly LocalDate Account = Day("2024-10-28");
    private static readonly LocalDate Afterwards = Day("2026-01-01");

    private static ProgrammeRegister Register => ReferenceProgrammes.HaiPhong;

    private static Programme Programme72 => Register.Find(P72)!;

    [Fact]
    public void A01_The_issuer_is_the_city_committee_of_the_province_level_on_its_day()
    {
        Assert.Equal(("72", Day("2024-05-03"), Day("2025-12-31")), (Programme72.Number, Programme72.IssuedOn, Programme72.LastDay));
        OrganizationUnit issuer = Register.Organization.FindUnit(Programme72.IssuerId)!;
        Assert.True(Register.Organization.ExistsOn(issuer.Id, Programme72.IssuedOn));
        Assert.Equal((OrganizationLevel.Province, BodyKind.PartyCommittee), (issuer.Level, issuer.Kind));
        Assert.All(Register.TasksOf(P72), t => Assert.Equal(Programme72.IssuedOn, Register.StatusOf(t.Id, Account)!.AssignedOn));
    }

    [Fact]
    public void B01_It_runs_on_28_October_2024_and_has_ended_on_1_January_2026()
    {
        TaskMatrix then = Register.MatrixOn(P72, Account), later = Register.MatrixOn(P72, Afterwards);
        Assert.Equal((ProgrammeState.Running, ProgrammeState.Ended), (then.State, later.State));
        Assert.Equal((10, 10), (then.Tally.NotStartedWithoutDue, later.Tally.NotStartedWithoutDue));
        Assert.Empty(then.LeftOpen);
        Assert.Equal(10, later.LeftOpen.Count);
    }

    [Fact]
    public void B02_Its_basis_chain_leads_to_Conclusion_82() => Assert.Equal(
        [("82-KL/TW", Day("2010-08-16"))], Programme72.BasisChain.Select(b => (b.Number, b.IssuedOn!.Value)));

    [Fact]
    public void A04_The_head_and_the_direct_lead_answer_for_it()
    {
        Assert.Equal(
            new ResponsibilityChain(P72, Account, City + ".bi-thu", City + ".pho-bi-thu-thuong-truc"), Register.ResponsibilityOn(P72, Account));
        Assert.Equal(new ResponsibilityChain(P72, Afterwards, null, null), Register.ResponsibilityOn(P72, Afterwards));
    }

    [Fact]
    public void Each_part_has_its_holder_until_the_unit_ends()
    {
        Assert.Equal(
            [Office, City + ".ban-to-chuc", City + ".uy-ban-kiem-tra", City + ".pho-bi-thu-thuong-truc"],
            Enum.GetValues<ProgrammeRoleKind>().Select(k => Register.HolderOf(P72, k, Account)));
        Assert.All(Enum.GetValues<ProgrammeRoleKind>(), k => Assert.Null(Register.HolderOf(P72, k, Day("2024-05-02"))));
        Assert.Equal(Office, Register.HolderOf(P72, ProgrammeRoleKind.Coordinator, Day("2025-06-30")));
        Assert.Null(Register.HolderOf(P72, ProgrammeRoleKind.Coordinator, Day("2025-07-01")));
    }

    // Nobody urges after the office has ended, until somebody is made coordinator.
    [Fact]
    public void A05_Only_the_office_urges()
    {
        Assert.Null(Run(Office, Account).Refusal);
        Assert.NotNull(Run(City + ".ban-to-chuc", Account).Refusal);
        Assert.NotNull(Run(Office, Day("2025-07-01")).Refusal);
        Assert.Equal(10, Run(Office, Account).Unurged.Count);                        // the account states no due date

        static UrgingRun Run(string sender, LocalDate on) =>
            UrgingRun.Of(Register, P72, sender, on, UrgingPolicy.Standard, UrgingOutbox.Empty, Calendar);
    }

    [Fact]
    public void E17_2024_is_the_focus_year_and_results_are_evaluated_from_it_on()
    {
        PeriodTheme focus = Assert.Single(Programme72.Themes, t => t.IsFocus);
        Assert.Equal((Day("2024-01-01"), Day("2024-12-31"), Day("2024-01-01")), (focus.From, focus.To, Programme72.EvaluatedFrom));
        Assert.Empty(focus.Targets);

        // Targets that somebody sets for the year are reported against it.
        Programme aimed = Programme72 with
        {
            Themes = [focus with { Targets = [new ProgrammeTarget("done_percent", Text("%"), 100, TargetDirection.AtLeast) { IsIllustrative = true }] }],
        };
        ValueList<MeasuredValue> reached = Register.SummaryOf(P72, new ReportingPeriod(focus.From, focus.To), focus.To).Measures;
        Assert.Equal(
            [(Office, 100m), (City + ".ban-to-chuc", 100m), (City + ".uy-ban-kiem-tra", 100m), ("quan-uy-hong-bang", null)],
            TargetGap.Of(aimed, "2024", Register.SubjectsOn(P72, focus.To), reached).Select(g => (g.UnitId, g.Gap)));
    }

    // What the account leaves open is found, and what happened in 2025: its units ended, and no successor of three of them is recorded.
    [Fact]
    public void E01_What_its_tasks_lack_is_reported()
    {
        Assert.All(Judged(Account), j => Assert.Contains("CR-PRG-03", j.Codes));
        Assert.Equal(["72-coordinate", "72-rating", "72-inspect"], Judged(Account).Where(j => !j.Codes.Contains("CR-PRG-04")).Select(j => j.Id));
        Assert.DoesNotContain(Judged(Account), j => j.Codes.Contains("CR-PRG-11") || j.Codes.Contains("CR-PRG-12"));
        Assert.Equal(["72-coordinate", "72-rating", "72-inspect"], Judged(Afterwards).Where(j => j.Codes.Contains("CR-PRG-11")).Select(j => j.Id));
        Assert.All(Judged(Afterwards), j => Assert.Contains("CR-PRG-12", j.Codes));
        Assert.All(
            UnitPlanFacts.Of(Register, P72, Account), f => Assert.Equal(Verdict.Unknown, new PlanIssuedByDueDate().VerdictOn(f)));

        static IEnumerable<(string Id, string[] Codes)> Judged(LocalDate on) => ProgrammeTaskFactsBuilder.Of(Register, P72, on, UrgingOutbox.Empty, Calendar)
            .Select(f => (f.Id, BuiltInRules.ProgrammeTasks.Judge(f).Judged.Where(j => j.Verdict == Verdict.Fail).Select(j => j.Rule.Code).ToArray()));
    }

    [Fact]
    public void No_person_is_named_in_it() => Assert.Empty(Register.Organization.Appointments);

    // The words of the programme are those of the mission.
    [Fact]
    public void Every_clause_is_a_row_of_the_mission()
    {
        string[] rows = [.. File.ReadLines(Testing.Repository.PathOf("docs", "coverage.md")).Where(l => l.StartsWith('|')).Select(l => l.Trim('|', ' ').Split(" | ")[0])];
        Assert.All(Register.TasksOf(P72).SelectMany(t => t.SourceClause!.Split(", ")), c => Assert.Contains(c, rows));
    }

    [Fact]
    public void A18_A_new_unit_gets_a_complete_plan_checklist_and_catalogue_with_one_call()
    {
        StarterKit kit = StarterKit.For(Register, P72, Office, Account, Calendar);

        // It leads one task and coordinates another; six activities beside them.
        Assert.Equal(["72-coordinate", "72-inspect"], kit.Plan.Items.Where(i => i.TaskId is not null).Select(i => i.TaskId));
        Assert.Equal(8, kit.Plan.Items.Count);
        Assert.All(kit.Plan.Items, i =>
        {
            Assert.NotNull(i.Output);
            Assert.InRange(i.DueOn!.Value, Account.PlusDays(1), Programme72.LastDay);
            Assert.Equal(Office + ".chanh-van-phong", i.ResponsibleId);
        });
        Assert.Equal(Day("2024-11-18"), kit.Checklist.Single(c => c.Id == "plan").DueOn);   // fifteen working days from Monday 28 October
        Assert.Equal(kit.Checklist.OrderBy(c => c.DueOn), kit.Checklist);
        Assert.NotEmpty(kit.ProcedureCodes);

        // The register takes the draft as it is, and then the unit lacks nothing.
        ProgrammeRegister planned = Register.With(new ProgrammeRecords { Plans = [At("plan", kit.Plan)] });
        Assert.Equal(PlanCellState.Planned, planned.PlanMatrixOn(P72, Account).Find("72-coordinate", Office)!.State);
        Assert.NotNull(planned.PlansOn(P72, Account)[0].Plan);
    }

    [Fact]
    public void Every_procedure_to_begin_with_is_in_the_catalogue() => Assert.All(
        StarterTemplates.Standard.Catalogue.SelectMany(c => c.ProcedureCodes), c => Assert.NotNull(ProcedureCatalogue.Vietnam.Find(c)));

    [Fact]
    public void A_beginning_outside_of_programme_or_unit_is_refused()
    {
        Assert.Equal(["on: programme_not_running"], Refusal(City + "-2025", Afterwards));
        Assert.Equal(["unit: unit_not_there"], Refusal(Office, Day("2025-07-01")));
        Assert.Equal(["unit: unknown_unit"], Refusal("x", Account));

        static string[] Refusal(string unit, LocalDate on) =>
            Codes(Assert.Throws<RecordInputException>(() => StarterKit.For(Register, P72, unit, on, Calendar)));
    }
}
