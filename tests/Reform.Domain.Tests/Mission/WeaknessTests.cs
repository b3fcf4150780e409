using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Digital;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Programmes;
using Reform.Domain.Rules;
using Reform.Domain.Tests.Cases.Files;
using Reform.Domain.Tests.Delegation;
using Reform.Domain.Tests.Procedures.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Mission;

/// <summary>
/// The weaknesses that the programme names, table H of docs/coverage.md: two units in 2025 as the registers and the event logs record them. Of one of
/// them a weakness is planted, of the other never; what fires is what the weakness makes fire, at that unit, and nothing else.
/// </summary>
public sealed class WeaknessTests
{
    private const string Keen = "propaganda";
    private const string Weak = "north";

    private static readonly LocalDate On = Day("2025-04-10");
    private static readonly LocalDate Received = Day("2025-09-08");
    private static readonly LocalDate YearEnd = Day("2025-12-31");

    private static readonly InterpretationSubject Complaint = new("PTY-DSCC", "DSCC-FILE", "Điều 39.7");
    private static readonly TextReading Month = new("month", new BilingualText("một tháng dương lịch", "one calendar month"));
    private static readonly TextReading Days30 = new("wd30", new BilingualText("30 ngày làm việc", "30 working days")) { Limit = TimeLimit.WorkingDays(30) };

    private static readonly ProcedureVersion Permit = new(default, "permits", "citizen", "office", "office", "Giấy phép")
    {
        Steps = [new ProcedureStep(1, BilingualText.Same("Thẩm định"), "office")],
        Documents = [],
        TimeLimits =
        [
            new ProcedureTimeLimit("T", BilingualText.Same("T"), LimitScope.Total, CountDirection.Forward, new LimitTerms(TimeLimit.WorkingDays(5), "receipt.time", "S", SourceConfidence.Verified))
            {
                EndEvent = "decision.date",
            },
        ],
    };

    private static readonly ProcedureCatalogue Catalogue = new(
        [],
        [
            new Procedure("HP", Text("x"), OrganizationSystem.State, [Permit]),
            new Procedure("OLD", Text("x"), OrganizationSystem.State, [Permit with { IsWritten = false }]),
        ]);

    public static TheoryData<string, string[]> Planted { get; } = new()
    {
        { "", [] },
        { "no plan, no report, no review", ["CR-PRC-09 north", "CR-PRG-01 north", "CR-PRG-05 north"] },
        { "powers kept back", ["CR-DLG-20 province"] },
        { "cumbersome", ["CR-PRC-07 north"] },
        { "read in many ways", ["CR-PRC-04 north", "CR-PRC-05 north", "CR-PRC-06 PTY-DSCC/DSCC-FILE", "CR-PRC-06 office"] },
        { "little online", ["CR-DIG-01 north", "CR-DIG-02 north"] },
        { "late without reason", ["CR-CAS-04 north", "CR-CAS-06 north", "CR-CAS-08 north", "CR-CAS-19 north", "CR-PRG-08 north"] },
        { "by old habit", ["CR-PRC-01 north", "unchanged north"] },
    };

    [Theory]
    [MemberData(nameof(Planted))]
    public void Each_weakness_fires_where_it_is_planted_and_nowhere_else(string weakness, string[] signals) =>
        Assert.Equal(signals.Order(StringComparer.Ordinal), Signals([weakness]));

    // All at once: none hides another.
    [Fact]
    public void All_weaknesses_together_are_all_found() => Assert.Equal(
        Planted.SelectMany(p => p.Data.Item2).Distinct().Order(StringComparer.Ordinal), Signals([.. Planted.Select(p => p.Data.Item1)]));

    // Who does not know where to begin is found, gets a draft, and is found no longer once it is issued in time.
    [Fact]
    public void H07_A_unit_without_a_first_plan_is_found_until_it_issues_the_draft_that_it_is_offered()
    {
        ProgrammeRegister without = Programme(["no plan, no report, no review"]);
        Assert.Equal([Weak], Broken(BuiltInRules.UnitPlans, UnitPlanFacts.Of(without, Id, On)).Select(b => b.Split(' ')[1]));
        UnitPlan draft = StarterKit.For(without, Id, Weak, Day("2024-06-03"), Calendar).Plan;
        Assert.NotEmpty(draft.Items);
        ProgrammeRegister with = without.With(new ProgrammeRecords { Plans = [At("drafted", draft with { IssuedOn = Day("2024-06-28") })] });
        Assert.Empty(Broken(BuiltInRules.UnitPlans, UnitPlanFacts.Of(with, Id, On)));
    }

    private static string[] Signals(string[] weaknesses)
    {
        ProgrammeRegister programme = Programme(weaknesses);
        CaseFacts[] cases =
        [
            Case(Keen, "HP", false), Case(Weak, weaknesses.Contains("by old habit") ? "OLD" : "HP", weaknesses.Contains("late without reason")),
        ];
        string[] keen = ["A"], shared = ["A", "B"];
        bool isOffline = weaknesses.Contains("little online");
        IEnumerable<string> found =
        [
            .. Broken(BuiltInRules.UnitPlans, UnitPlanFacts.Of(programme, Id, On)),
            .. Broken(BuiltInRules.ReportDuties, ReportDutyFacts.Of(programme, Id, On, Calendar)),
            .. Broken(BuiltInRules.TaskConsultations, TaskConsultationFacts.Of(programme, Id, On, Calendar)),
            .. Broken(BuiltInRules.Reviews, ReviewFacts.Of(Reviews(weaknesses))),
            .. new PowersArePassedOn().Judge(Powers(weaknesses).DelegablePowersOf("province", ProvinceWorld.June15), ProvinceWorld.June15)
                .Where(j => j.Judgement.Verdict == Verdict.Fail).Select(j => j.Judgement.Rule.Code + " province"),
            .. Broken(BuiltInRules.ProcedureVersions, [Facts(Keen, []), Facts(Weak, weaknesses)]),
            .. Broken(BuiltInRules.LevelLimits, [.. Levels(Keen, []), .. Levels(Weak, weaknesses)]),
            .. Broken(BuiltInRules.Questions, QuestionFacts.Of(Questions(weaknesses), On, Calendar)),
            .. Broken(BuiltInRules.Interpretations, InterpretedMatterFacts.Of(Questions(weaknesses), On)),
            .. Broken(BuiltInRules.DigitalAdoption, [Adoption(Keen, 95), Adoption(Weak, isOffline ? 50 : 95)]),
            .. Broken(BuiltInRules.CodeUses, [Codes(Keen, keen, shared), Codes(Weak, isOffline ? ["x"] : keen, shared)]),
            .. Broken(BuiltInRules.CaseFiles, cases),
            .. new StandardisedWork(new WorkIsStandardised(), Catalogue).Judge(cases, YearEnd).Where(j => j.Judgement.Verdict == Verdict.Fail)
                .Select(j => j.Judgement.Rule.Code + " " + j.Set.UnitId),
            .. ZeroChangeReport.Of([Keen, Weak], Changes(weaknesses), new ReportingPeriod(Day("2025-01-01"), Day("2025-03-31")), City).Unchanged.Select(u => "unchanged " + u),
        ];
        return [.. found.Distinct().Order(StringComparer.Ordinal)];
    }

    private static IEnumerable<string> Broken<T>(RuleBook<T> book, IEnumerable<T> subjects) => subjects.SelectMany(s => book.Judge(s).Judged
        .Where(j => j.Verdict == Verdict.Fail).Select(j => j.Rule.Code + " " + (book.Subject.UnitOf(s) ?? book.Subject.IdOf(s))));

    private static ProgrammeRegister Programme(string[] weaknesses)
    {
        string[] caring = weaknesses.Contains("no plan, no report, no review") ? [Keen] : [Keen, Weak];
        return new ProgrammeRegister(
            Records(Task("a", Keen, "2025-12-31", With(Weak)), Task("b", Weak, "2025-12-31")) with
            {
                Programmes =
                [
                    At("p", Plain with
                    {
                        Subjects = [new ProgrammeSubject(Keen, "commissions"), new ProgrammeSubject(Weak, "districts")],
                        ReportingDuties = [new ReportingDuty("d", Text("report"), ReportingCycle.Yearly, Day("2024-05-03"), Day("2024-12-31")) { DueWithin = WorkingDays(5) }],
                    }),
                ],
                Plans = All(p => p.Id, [.. caring.Select(u => new UnitPlan("plan " + u, Id, u, Day("2024-06-20"), []))]),
                Reports = All(r => r.Id, [.. caring.Select(u => new ProgrammeReport("report " + u, Id, "d", u, Day("2024-05-03"), Day("2025-01-06")))]),
                Consultations = [At("c", new TaskConsultation("c", "a", Keen, Weak, Day("2025-03-03")) { ReplyWithin = WorkingDays(5), Silence = SilenceRule.MustWait })],
                Replies = weaknesses.Contains("late without reason") ? [] : [At("y", new ConsultationReply("y", "c", Day("2025-03-10"), true))],
            },
            City);
    }

    private static ReviewReport Reviews(string[] weaknesses) => new ReviewRegister(
        new ReviewRecords
        {
            Rounds = [new("r", new ReviewRound("R", Text("2025"), new Validity(Day("2025-01-01"), Day("2026-01-01")), Day("2025-03-31"), ["PTY-ADM"], [Keen, Weak]), Early)],
            Verdicts = All(v => v.Id, [.. new[] { Keen, Weak }.Where(u => u == Keen || !weaknesses.Contains("no plan, no report, no review"))
                .Select(u => new ReviewVerdict("v " + u, "R", "PTY-ADM", u, ReviewOutcome.Keep, Day("2025-03-31"), Text("fits")))]),
        },
        ProcedureCatalogue.Vietnam).ReportOn("R", On, Calendar);

    // Three of ten powers are the target.
    private static AuthorityRegister Powers(string[] weaknesses) => new(
        [.. Enumerable.Range(0, 10).Select(i => ProvinceWorld.HeldBy("province/Chair") with { Id = "p" + i })],
        Enumerable.Range(0, weaknesses.Contains("powers kept back") ? 2 : 3)
            .Select(i => ProvinceWorld.Mandate("province/Chair", "department/Director") with { Id = "g" + i, PowerId = "p" + i }),
        organization: ProvinceWorld.Organization);

    private static ProcedureVersionFacts Facts(string unit, string[] weaknesses) => Defined.Facts(Version(weaknesses)) with { UnitId = unit };

    private static ValueList<LevelLimitFacts> Levels(string unit, string[] weaknesses) => LevelLimitFacts.Of("P", Version(weaknesses), Defined.Kept, Defined.On, unit);

    // A paper asked for twice; a step that takes longer than the whole, and than the level above allows.
    private static ProcedureVersion Version(string[] weaknesses)
    {
        ProcedureVersion version = Defined.Kept;
        version = weaknesses.Contains("cumbersome") ? version with { Documents = [Defined.Paper, Defined.Paper with { Kind = DocumentKind.Copy }] } : version;
        return weaknesses.Contains("read in many ways") ? version with { TimeLimits = [Defined.Total, Defined.Step.Lasting(TimeLimit.WorkingDays(16))] } : version;
    }

    // Asked on Monday 3 March, to be answered within ten working days, by the 17th; on 10 April two answers differ where it is planted.
    private static InterpretationRegister Questions(string[] weaknesses)
    {
        bool isOpen = weaknesses.Contains("read in many ways");
        Interpretation Answer(string id, TextReading reading) =>
            new(id, Complaint, "Ban Tổ chức", LegalBasis.Citing("1-HD/TEST"), Day(isOpen ? "2025-04-01" : "2025-03-17"), new Validity(Day("2025-04-01"), null), reading) { QuestionId = "Q" };
        return new InterpretationRegister(
            new InterpretationRecords
            {
                Questions = [new("q", new InterpretationQuestion("Q", Complaint, Text("?"), Day("2025-03-03"), [Month, Days30]) { AnsweredBy = "office", AnswerWithin = TimeLimit.WorkingDays(10) }, Early)],
                Interpretations = All<Interpretation>(i => i.Id, isOpen ? [Answer("A", Month), Answer("B", Days30)] : [Answer("A", Month)]),
            },
            ProcedureCatalogue.Vietnam);
    }

    private static AdoptionFacts Adoption(string unit, int percent) => AdoptionFacts.Of(unit, "2025-Q1", Day("2025-03-31"), 100, 0, percent, 100, percent);

    private static CodeUseFacts Codes(string unit, string[] used, string[] shared) => CodeUseFacts.Of(unit, "procedures", shared.ToHashSet(StringComparer.Ordinal), used, On);

    // Five working days from Monday 8 September end on the 15th. One is decided in time; the other is twice sent back, and decided six weeks later.
    private static CaseFacts Case(string unit, string procedure, bool isLate)
    {
        CaseBuilder builder = new CaseBuilder().Then(new CaseReceived(CaseTime.On(Received), procedure, unit, "R-100") { AppointedAt = CaseTime.On(Day("2025-09-15")), Channel = "online" });
        builder = isLate
            ? builder.Then(new SupplementRequested(CaseBuilder.At("2025-09-09"), ["x"])).Then(new SupplementReceived(CaseBuilder.At("2025-09-10")))
                .Then(new SupplementRequested(CaseBuilder.At("2025-09-11"), ["y"])).Then(new SupplementReceived(CaseBuilder.At("2025-09-12")))
            : builder;
        LocalDate decided = isLate ? Day("2025-10-30") : Day("2025-09-12");
        builder = builder.Then(new StepStarted(CaseTime.On(decided), 1)).Then(new StepFinished(CaseTime.On(decided), 1))
            .Then(new CaseDecided(CaseTime.On(decided))).Then(new PartyNotified(CaseTime.On(decided), NoticeSubject.Result, "R-100"));
        var terms = new CaseTerms(Permit, WorkCalendar.VietnamStateAgencies) { System = OrganizationSystem.State };
        return CaseFacts.Of(builder.File, terms, YearEnd.AtMidnight()) with { CaseId = "H-" + unit };
    }

    private static IEnumerable<UnitChange> Changes(string[] weaknesses) =>
        new[] { Keen, Weak }.Where(u => u == Keen || !weaknesses.Contains("by old habit")).Select(u => new UnitChange(u, ChangeKind.Procedure, Day("2025-02-03"), "HP"));
}
