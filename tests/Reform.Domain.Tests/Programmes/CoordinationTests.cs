using CsCheck;
using NodaTime;
using Reform.Domain.Programmes;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Programmes.TestProgrammes;

namespace Reform.Domain.Tests.Programmes;

/// <summary>Questions, guidance and consultations: who waits for whom, and who answers for it.</summary>
public sealed class CoordinationTests
{
    private static readonly ProgrammeTask Task1 = Task("a", "propaganda", "2024-10-31", With("peoples-committee"), With("front"));

    // Asked on Monday 7 October 2024, five working days: by Monday the 14th.
    [Theory]
    [InlineData("2024-10-14", null, DutyState.Pending)]
    [InlineData("2024-10-15", null, DutyState.Missing)]
    [InlineData("2024-10-15", "2024-10-14", DutyState.DoneInTime)]
    [InlineData("2024-10-15", "2024-10-15", DutyState.DoneLate)]
    [InlineData("2024-10-14", "2024-10-15", DutyState.Pending)]
    public void E03_A_question_that_waits_past_its_limit_is_listed(string on, string? answered, DutyState expected)
    {
        var question = new GuidanceQuestion("q", Id, "propaganda", Day("2024-10-07"), Text("?")) { TaskIds = ["a"], AnswerWithin = WorkingDays(5) };
        var register = new ProgrammeRegister(
            Records(Task1) with
            {
                Questions = [At("q", question)],
                Guidance = answered is null ? [] : [At("g", new Guidance("g", Id, "office", Day(answered), Text("!")) { QuestionId = "q" })],
            },
            City);

        GuidanceQuestionStatus status = Assert.Single(register.QuestionsOn(Id, Day(on), Calendar));
        Assert.Equal((expected, "office", Day("2024-10-14")), (status.State, status.AnsweringUnitId, status.DueOn));
        Assert.Equal(expected is DutyState.Missing or DutyState.DoneLate, status.IsLate);
        Assert.Equal(status.Answer is null ? [] : ["g"], register.GuidanceOn("a", Day(on)).Select(g => g.Id));
    }

    [Fact]
    public void A_question_without_a_limit_is_never_called_late()
    {
        var register = new ProgrammeRegister(
            Records(Task1) with { Questions = [At("q", new GuidanceQuestion("q", Id, "propaganda", Day("2024-10-07"), Text("?")))] }, City);
        Assert.Equal(DutyState.PendingWithoutDue, Assert.Single(register.QuestionsOn(Id, Day("2025-10-07"), Calendar)).State);
    }

    [Theory]
    [InlineData(SilenceRule.NotStated, ConsultationOutcome.Waiting)]
    [InlineData(SilenceRule.MustWait, ConsultationOutcome.Waiting)]
    [InlineData(SilenceRule.CountsAsAgreement, ConsultationOutcome.AgreedBySilence)]
    [InlineData(SilenceRule.GoesOnWithout, ConsultationOutcome.WentOnWithout)]
    public void Silence_means_what_the_consultation_says(SilenceRule rule, ConsultationOutcome outcome)
    {
        ProgrammeRegister register = Consulting([Asked("c", "front", "2024-10-07", rule)]);
        Assert.Equal(ConsultationOutcome.Waiting, Status(Day("2024-10-14")).Outcome);
        ConsultationStatus late = Status(Day("2024-10-16"));
        Assert.Equal((DutyState.Missing, outcome, 2, "front"), (late.State, late.Outcome, late.LateWorkingDays, late.ChargedId));
        Assert.NotEqual(late.Reason.Sentence.Vietnamese, late.Reason.Sentence.English);

        ConsultationStatus Status(LocalDate on) => Assert.Single(register.ConsultationsOn(Id, on, Calendar));
    }

    // Due on Thursday 31 October, done on Thursday 14 November: ten working days late. The Front had to reply by Monday 14 October and did on Friday
    // 18 October: four working days. The lead answers for six.
    [Fact]
    public void E15_A_late_opinion_is_charged_to_whoever_was_asked_and_not_to_the_lead()
    {
        ProgrammeRegister register = Consulting(
            [Asked("c", "front", "2024-10-07", SilenceRule.MustWait)],
            [new ConsultationReply("x", "c", Day("2024-10-18"), false)],
            new TaskCompleted("e", "a", Day("2024-11-14"), ["1"]));

        LatenessAttribution late = register.LatenessOf("a", Day("2024-12-01"), Calendar)!;
        Assert.Equal((10, 6), (late.OverdueWorkingDays, late.LeadWorkingDays));
        Assert.Equal([new LatenessCharge("front", 4)], late.Charges);
        Assert.Equal(
            (DutyState.DoneLate, ConsultationOutcome.Disagreed, "front"),
            register.ConsultationsOn(Id, Day("2024-12-01"), Calendar).Select(c => (c.State, c.Outcome, c.ChargedId)).Single());
    }

    [Fact]
    public void A_lead_that_may_go_on_answers_for_all_of_its_delay()
    {
        ProgrammeRegister register = Consulting([Asked("c", "front", "2024-10-07", SilenceRule.GoesOnWithout)], []);
        LatenessAttribution late = register.LatenessOf("a", Day("2024-11-14"), Calendar)!;
        Assert.Equal((10, 10), (late.OverdueWorkingDays, late.LeadWorkingDays));
        Assert.Empty(late.Charges);
    }

    // A State body that is consulted answers on the same terms as a Party one.
    [Fact]
    public void E16_Bodies_outside_the_Party_are_consulted_on_the_same_terms()
    {
        TaskConsultation party = Asked("c1", "office", "2024-10-07", SilenceRule.MustWait), state = Asked("c2", "peoples-committee", "2024-10-07", SilenceRule.MustWait);
        ValueList<ConsultationStatus> both = Consulting([party, state]).ConsultationsOn(Id, Day("2024-10-16"), Calendar);
        Assert.Equal((both[0].State, both[0].DueOn, both[0].LateWorkingDays), (both[1].State, both[1].DueOn, both[1].LateWorkingDays));
        Assert.Equal(["office", "peoples-committee"], both.Select(c => c.ChargedId));
    }

    // Against a walk through the days: each working day after the due date belongs to somebody, none twice.
    [Fact]
    public void Days_are_charged_as_a_walk_through_them_counts() => Gen.Select(
        Gen.Select(Gen.Int[0, 20], Gen.Int[1, 15], Gen.Int[0, 60], Gen.Int[0, 3], Gen.Int[0, 1]).List[0, 4], Gen.Int[1, 60]).Sample((asked, day) =>
    {
        LocalDate due = Day("2024-10-31"), on = due.PlusDays(day);
        TaskConsultation[] consultations =
        [
            .. asked.Select((a, i) => Asked("c" + i, a.Item5 == 0 ? "front" : "office", "2024-10-01", (SilenceRule)a.Item4) with
            {
                AskedOn = Day("2024-10-01").PlusDays(a.Item1),
                ReplyWithin = WorkingDays(a.Item2),
            }),
        ];
        ConsultationReply[] replies = [.. asked.Select((a, i) => new ConsultationReply("r" + i, "c" + i, consultations[i].AskedOn.PlusDays(a.Item3), true))];
        LatenessAttribution late = Consulting(consultations, replies).LatenessOf("a", on, Calendar)!;

        int overdue = 0;
        var waited = new HashSet<LocalDate>();
        var of = new Dictionary<string, HashSet<LocalDate>> { ["front"] = [], ["office"] = [] };
        for (LocalDate d = Day("2024-10-01"); d <= on; d = d.PlusDays(1))
        {
            overdue += d > due && Calendar.IsWorkingDay(d) ? 1 : 0;
            for (int i = 0; i < asked.Count; i++)
            {
                LocalDate limit = Calendar.WorkingDayAfter(consultations[i].AskedOn, asked[i].Item2);
                if (asked[i].Item4 is 0 or 3 && d > limit && d <= replies[i].On && Calendar.IsWorkingDay(d))
                {
                    waited.Add(d);
                    of[consultations[i].ConsultedId].Add(d);
                }
            }
        }

        Assert.Equal(overdue, late.OverdueWorkingDays);
        Assert.Equal(Math.Max(0, overdue - (overdue == 0 ? 0 : waited.Count)), late.LeadWorkingDays);
        Assert.Equal(
            overdue == 0 ? [] : of.Where(u => u.Value.Count > 0).Select(u => new LatenessCharge(u.Key, u.Value.Count)).OrderBy(c => c.UnitId),
            late.Charges.OrderBy(c => c.UnitId));
    });

    [Fact]
    public void Nobody_consults_itself_or_replies_before_it_is_asked() => Assert.Equal(
        ["consultations[0].consulted: asks_itself", "replies[0].on: before_consultation"],
        Refused(Records(Task1) with
        {
            Consultations = [At("c", Asked("c", "propaganda", "2024-10-07", SilenceRule.MustWait))],
            Replies = [At("r", new ConsultationReply("r", "c", Day("2024-10-06"), true))],
        }));

    private static TaskConsultation Asked(string id, string unit, string on, SilenceRule silence) =>
        new(id, "a", "propaganda", unit, Day(on)) { ReplyWithin = WorkingDays(5), Silence = silence };

    private static ProgrammeRegister Consulting(TaskConsultation[] asked, ConsultationReply[]? replies = null, params TaskEvent[] events) => new(
        Records(Task1) with
        {
            Consultations = All(c => c.Id, asked),
            Replies = All(r => r.Id, replies ?? []),
            Events = All(e => e.Id, events),
        },
        City);
}
