using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures.Rules;

/// <summary>Rules over questions, interpretations, review rounds, results and consultations.</summary>
public sealed class RegisterRuleTests
{
    private static readonly TextReading Month = new("month", new BilingualText("một tháng dương lịch", "one calendar month"));

    private static readonly TextReading Days30 =
        new("wd30", new BilingualText("30 ngày làm việc", "30 working days")) { Limit = TimeLimit.WorkingDays(30) };

    private static readonly InterpretationSubject Complaint = new("PTY-DSCC", "DSCC-FILE", "Điều 39.7");

    private static readonly ReviewRound Round = new(
        "R", BilingualText.Same("2025"), new Validity(Day("2025-01-01"), Day("2026-01-01")), Day("2025-03-31"), ["PTY-ADM"], ["u"]);

    // Asked on Monday 3 March 2025, to be answered within ten working days: by Monday the 17th.
    [Fact]
    public void A_question_is_answered_within_its_limit() => RuleTable.Check(
        new QuestionAnsweredInTime(),
        QuestionFacts.Subject,
        new(Asked(10, null, "2025-03-17"), Verdict.NotApplicable),
        new(Asked(10, null, "2025-03-18"), Verdict.Fail),
        new(Asked(10, "2025-03-17", "2025-04-01"), Verdict.Pass),
        new(Asked(10, "2025-03-18", "2025-04-01"), Verdict.Fail),
        new(Asked(10, "2025-03-18", "2025-03-17"), Verdict.NotApplicable),
        new(Asked(0, null, "2025-04-01"), Verdict.Unknown, "answer_due"),
        new(Asked(0, "2025-03-04", "2025-04-01"), Verdict.Unknown, "answer_due"));

    [Fact]
    public void Interpretations_in_force_give_one_result() => RuleTable.Check(
        new InterpretationsAgree(),
        InterpretedMatterFacts.Subject,
        new(Read("2025-06-01", Answer("A", Days30)), Verdict.NotApplicable),
        new(Read("2025-06-01", Answer("A", Days30), Answer("B", Days30)), Verdict.Pass),
        new(Read("2025-06-01", Answer("A", Days30), Answer("B", Month)), Verdict.Fail),
        new(Read("2025-05-31", Answer("A", Days30), Answer("B", Month) with { Validity = new Validity(Day("2025-06-01"), null) }), Verdict.NotApplicable),
        new(Read("2025-06-01", Answer("A", Days30), Answer("B", Month) with { Validity = new Validity(Day("2025-06-01"), null) }), Verdict.Fail),
        new(
            Read(
                "2025-06-01",
                Answer("A", Days30) with { IssuerLevel = OrganizationLevel.Central },
                Answer("B", Month) with { IssuerLevel = OrganizationLevel.Province }),
            Verdict.Fail));

    [Fact]
    public void The_reason_of_a_contradiction_says_how_it_stands() => Assert.EndsWith(
        "are in force: Interpretations in force differ, and not every issuer's level is recorded: A; B",
        new InterpretationsAgree().Judge(Read("2025-06-01", Answer("A", Days30), Answer("B", Month))).Reason!.Sentence.English,
        StringComparison.Ordinal);

    // Due on 31 March 2025. A round always has a due date: nothing can be missing.
    [Fact]
    public void A_unit_reviews_by_the_due_date() => RuleTable.Check(
        new ReviewedByDueDate(),
        ReviewFacts.Subject,
        new(Reviewed(null, "2025-03-31"), Verdict.NotApplicable),
        new(Reviewed(null, "2025-04-01"), Verdict.Fail),
        new(Reviewed("2025-03-31", "2025-04-01"), Verdict.Pass),
        new(Reviewed("2025-04-01", "2025-04-01"), Verdict.Fail),
        new(Reviewed("2025-04-02", "2025-04-01"), Verdict.Fail));

    [Fact]
    public void Since_when_a_review_is_missing_is_told_over_time()
    {
        ValueList<TimelineJudgement> judged = RuleTimeline.Judge(
            new ReviewedByDueDate(),
            new Validity(Day("2025-03-01"), Day("2025-05-01")),
            [Day("2025-04-01"), Day("2025-04-15")],
            on => Assert.Single(ReviewFacts.Of(Report("2025-04-15", on))));

        Assert.Equal(
            [(Day("2025-03-01"), Verdict.NotApplicable, null), (Day("2025-04-01"), Verdict.Fail, "procedure_not_reviewed"),
                (Day("2025-04-15"), Verdict.Fail, "procedure_reviewed_late")],
            judged.Select(j => (j.Period.From!.Value, j.Judgement.Verdict, j.Judgement.Reason?.Code)));
    }

    // A round is final with its last verdict.
    [Fact]
    public void A_final_result_is_announced() => RuleTable.Check(
        new ResultAnnounced(),
        ResultFacts.Subject,
        new(Result(null, "2025-04-01", false), Verdict.NotApplicable),
        new(Result("2025-03-31", "2025-03-30", false), Verdict.NotApplicable),
        new(Result("2025-03-31", "2025-03-31", false), Verdict.Fail),
        new(Result("2025-03-31", "2025-04-10", false, "2025-04-10"), Verdict.NotApplicable),
        new(Result("2025-03-31", "2025-04-11", false, "2025-04-10"), Verdict.Fail),
        new(Result("2025-03-31", "2025-04-05", true, "2025-04-10"), Verdict.Pass),
        new(Result("2025-03-31", "2025-04-05", true), Verdict.Pass),
        new(Result("2025-03-31", "2025-04-05", null), Verdict.Unknown, "announcement"),
        new(Result("2025-03-31", "2025-04-05", false) with { IsSecret = true }, Verdict.NotApplicable));

    [Fact]
    public void A_change_follows_a_consultation_where_one_is_required() => RuleTable.Check(
        new ConsultedBeforeChange(),
        ConsultationFacts.Subject,
        new(Change([Duty(true)]), Verdict.Fail),
        new(Change([Duty(true)], "2025-07-01"), Verdict.Pass),
        new(Change([Duty(true)], "2025-07-02"), Verdict.Fail),
        new(Change([Duty(true)], ".."), Verdict.Unknown, "consultation_dates"),
        new(Change([Duty(true)], "..", "2025-06-01"), Verdict.Pass),
        new(Change([Duty(false)]), Verdict.NotApplicable),
        new(Change([]), Verdict.Unknown, "consultation_duty"),
        new(Change([Duty(true) with { System = OrganizationSystem.State }]), Verdict.Unknown, "consultation_duty"),
        new(Change([Duty(true) with { ProcedureCode = "Q" }, Duty(false)]), Verdict.NotApplicable),
        new(Change([Duty(false) with { ProcedureCode = "P" }, Duty(true)]), Verdict.NotApplicable),
        new(Change([Duty(true) with { Validity = new Validity(null, Day("2025-07-01")) }]), Verdict.Unknown, "consultation_duty"),
        new(Change([Duty(true) with { Validity = new Validity(null, Day("2025-07-02")) }]), Verdict.Fail));

    private static QuestionFacts Asked(int days, string? answered, string on)
    {
        var question = new InterpretationQuestion("Q1", Complaint, new BilingualText("'Một tháng' là gì?", "What is 'one month'?"), Day("2025-03-03"), [Month, Days30])
        {
            AnsweredBy = "org-commission",
            AnswerWithin = days == 0 ? null : TimeLimit.WorkingDays(days),
        };
        Interpretation[] answers = answered is null ? [] : [Answer("A1", Days30) with { QuestionId = "Q1", IssuedOn = Day(answered) }];
        return Assert.Single(QuestionFacts.Of(Register([question], answers), Day(on), WorkCalendar.VietnamStateAgencies));
    }

    private static InterpretedMatterFacts Read(string on, params Interpretation[] answers) =>
        Assert.Single(InterpretedMatterFacts.Of(Register([], answers), Day(on)));

    private static Interpretation Answer(string id, TextReading reading) =>
        new(id, Complaint, "Ban Tổ chức", LegalBasis.Citing("1-HD/TEST"), Day("2025-04-01"), new Validity(Day("2025-04-01"), null), reading);

    private static InterpretationRegister Register(InterpretationQuestion[] questions, Interpretation[] answers) => new(
        new InterpretationRecords
        {
            Questions = questions.Select(q => new Recorded<InterpretationQuestion>(q.Id, q, Instant.MinValue)).ToValueList(),
            Interpretations = answers.Select(a => new Recorded<Interpretation>(a.Id, a, Instant.MinValue)).ToValueList(),
        },
        ProcedureCatalogue.Vietnam);

    private static ReviewFacts Reviewed(string? decided, string on) => Assert.Single(ReviewFacts.Of(Report(decided, Day(on))));

    private static ResultFacts Result(string? decided, string on, bool? announced, string? by = null) =>
        ResultFacts.Of(Report(decided, Day(on)), "u", announced, by is null ? null : Day(by));

    private static ReviewReport Report(string? decided, LocalDate on) => new ReviewRegister(
        new ReviewRecords
        {
            Rounds = [new Recorded<ReviewRound>("r", Round, Instant.MinValue)],
            Verdicts = decided is null
                ? []
                : [new Recorded<ReviewVerdict>("v", new ReviewVerdict("v", "R", "PTY-ADM", "u", ReviewOutcome.Keep, Day(decided), new BilingualText("còn phù hợp", "fits")), Instant.MinValue)],
        },
        ProcedureCatalogue.Vietnam).ReportOn("R", on, WorkCalendar.VietnamStateAgencies);

    private static ConsultationFacts Change(ConsultationDuty[] duties, params string[] ended)
    {
        var procedure = new Procedure(
            "P",
            BilingualText.Same("P"),
            OrganizationSystem.Party,
            [Defined.Kept with { Validity = new Validity(null, Day("2025-07-01")) }, Defined.Kept with { Validity = new Validity(Day("2025-07-01"), null) }]);
        return Assert.Single(ConsultationFacts.Of(
            procedure,
            [
                .. ended.Select(e => new ChangeConsultation("c" + e, "P", 2, e == ".." ? null : Day(e), "biên bản")),
                new ChangeConsultation("other", "P", 3, Day("2025-01-01"), "biên bản"),
                new ChangeConsultation("elsewhere", "Q", 2, Day("2025-01-01"), "biên bản"),
            ],
            duties));
    }

    private static ConsultationDuty Duty(bool isRequired) => new(isRequired, LegalBasis.Citing("1-QC/TEST"), default);

    private static LocalDate Day(string text) => RuleTable.Day(text);
}
