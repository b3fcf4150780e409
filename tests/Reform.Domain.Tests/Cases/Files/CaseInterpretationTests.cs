using System.Globalization;
using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Simulation;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Files.CaseBuilder;

namespace Reform.Domain.Tests.Cases.Files;

/// <summary>
/// Cases whose limits can be read in several ways. The 45 working days of PTY-ADM from 15 July 2025 end on 18 September (National Day off), 60 on
/// 9 October; the questions about them are made up.
/// </summary>
public sealed class CaseInterpretationTests
{
    private const string Code = "PTY-ADM";
    private const string Total = "ADM-TOTAL";
    private const string Other = "ADM-S25";
    private static readonly Procedure Admission = ProcedureCatalogue.Vietnam.Find(Code)!;
    private static readonly TextReading Written = new("wd45", BilingualText.Same("45 ngày làm việc"));
    private static readonly TextReading Sixty = new("wd60", BilingualText.Same("60 ngày làm việc")) { Limit = TimeLimit.WorkingDays(60) };
    private static readonly TextReading FromReceipt = new("receipt", BilingualText.Same("từ ngày nhận")) { StartEvent = "receipt.time" };
    private static readonly InterpretationQuestion Question = new("Q", new InterpretationSubject(Code, Total), BilingualText.Same("?"), Day("2025-07-01"), [Written, Sixty]);

    [Fact]
    public void While_a_question_is_open_both_readings_stand_and_what_they_agree_on_is_known()
    {
        InterpretationRegister register = Register([Question]);
        LimitReading whole = Clocks(register, "2025-09-18").Whole!;
        Assert.Equal((InterpretationStanding.OpenQuestion, ClockState.Running, null, true), (whole.Standing, whole.State, whole.On, whole.IsProvisional));
        Assert.Equal([("wd45", Day("2025-09-18")), ("wd60", Day("2025-10-09"))], whole.Alternatives.Select(a => (a.ReadAs!.Id, a.On!.Value)));
        Assert.Equal("The limit 'ADM-TOTAL' is read in several ways, and none is settled: wd45:2025-09-18; wd60:2025-10-09", whole.Reason.Sentence.English);
        Assert.Contains(whole.Interpreting, r => r.Code == "interpretation_question_open");
        Assert.Equal((ClockState.Unknown, ClockState.Overdue), (Clocks(register, "2025-09-19").Whole!.State, Clocks(register, "2025-10-10").Whole!.State));

        // In time by both, by one, by none.
        Assert.Equal((null, Timeliness.Early), Judged(register, "2025-09-17"));
        Assert.Equal((null, null), Judged(register, "2025-09-18"));
        Assert.Equal((null, null), Judged(register, "2025-10-09"));
        Assert.Equal((null, Timeliness.Late), Judged(register, "2025-10-10"));

        CaseFacts facts = CaseFacts.Of(File("2025-09-30"), Terms(register), Day("2025-12-31").AtMidnight());
        Assert.Equal(("wd45:2025-09-18 wd60:2025-10-09", "limit_readings_differ", null, null), (facts.DueReadings, facts.DueUnknownBecause, facts.DueOn, facts.WorkingDaysLate));
        Assert.Equal((Timeliness.Late, null), (CaseFacts.Of(File("2025-09-30"), Terms(null), Day("2025-12-31").AtMidnight()).Timeliness, CaseFacts.Of(File("2025-09-30"), Terms(null), Day("2025-12-31").AtMidnight()).DueReadings));
    }

    // What was printed on the slip settles no question of law.
    [Fact]
    public void The_appointed_date_does_not_settle_it()
    {
        CaseFile file = new CaseBuilder().Then(new CaseReceived(At("2025-07-10"), Code, "cell", "R-1") { AppointedAt = At("2025-09-18") })
            .Then(Resolution("2025-07-15")).Then(new CaseDecided(At("2025-09-30"))).File;
        CaseFacts facts = CaseFacts.Of(file, Terms(Register([Question])), Day("2025-12-31").AtMidnight());
        Assert.Equal((Day("2025-09-18"), null, null), (facts.AppointedOn!.Value, facts.DueOn, facts.Timeliness));
    }

    // The date that governs is that of the resolution, 15 July, not that of the receipt.
    [Theory]
    [InlineData("2025-07-15", null, InterpretationStanding.Interpreted, "2025-10-09")]
    [InlineData("2025-07-16", null, InterpretationStanding.OpenQuestion, null)]
    [InlineData("2025-07-01", "2025-07-16", InterpretationStanding.Interpreted, "2025-10-09")]
    [InlineData("2025-07-01", "2025-07-15", InterpretationStanding.OpenQuestion, null)]
    public void The_interpretation_in_force_on_the_date_of_the_start_event_counts(string from, string? to, InterpretationStanding standing, string? due)
    {
        Interpretation answer = Answer(Sixty, from, to);
        LimitReading whole = Clocks(Register([Question], answer), "2025-09-30").Whole!;
        Assert.Equal((standing, due), (whole.Standing, whole.On is LocalDate on ? Iso(on) : null));
        Assert.Equal(due is null ? null : answer, whole.Interpretation);
    }

    [Fact]
    public void What_was_not_known_yet_does_not_count()
    {
        Instant asked = Instant.FromUtc(2025, 8, 1, 0, 0), answered = Instant.FromUtc(2025, 9, 1, 0, 0);
        var register = new InterpretationRegister(
            new InterpretationRecords
            {
                Questions = [new Recorded<InterpretationQuestion>("q", Question, asked)],
                Interpretations = [new Recorded<Interpretation>("a", Answer(Sixty, "2025-07-01"), answered)],
            },
            ProcedureCatalogue.Vietnam);
        InterpretationStanding At(Instant moment) => Clocks(register.AsKnownAt(moment), "2025-09-30").Whole!.Standing;
        Assert.Equal(
            [InterpretationStanding.AsWritten, InterpretationStanding.OpenQuestion, InterpretationStanding.OpenQuestion, InterpretationStanding.Interpreted],
            [At(asked.Minus(Duration.Epsilon)), At(asked), At(answered.Minus(Duration.Epsilon)), At(answered)]);
    }

    [Fact]
    public void A_desk_and_the_requester_see_every_date()
    {
        CaseFile file = Received("2025-07-10").Then(Resolution("2025-07-15")).Then(new StepStarted(CaseBuilder.At("2025-07-16"), 7) { Assignee = "expert" }).File;
        CaseTerms terms = Terms(Register([Question]));
        DeskItem item = Assert.Single(Desk.Of([new CaseInTerms(file, terms)], "expert", Day("2025-09-30").AtMidnight()));
        Assert.Equal((Day("2025-09-18"), true, false), (item.DueOn!.Value, item.IsDueInDoubt, item.IsOverdue));
        Assert.True(Assert.Single(Desk.Of([new CaseInTerms(file, terms)], "expert", Day("2025-10-10").AtMidnight())).IsOverdue);
        RequesterView view = RequesterView.Of(file, Admission.Name, terms, Day("2025-09-30").AtMidnight())!;
        Assert.Equal((null, null), (view.DueOn, view.LateBecause));
        Assert.Equal([("45 ngày làm việc", Day("2025-09-18")), ("60 ngày làm việc", Day("2025-10-09"))], view.DueReadings.Select(r => (r.Meaning.Vietnamese, r.DueOn!.Value)));
        Assert.Empty(RequesterView.Of(file, Admission.Name, Terms(Register([Question], Answer(Sixty, "2025-01-01"))), Day("2025-09-30").AtMidnight())!.DueReadings);
    }

    // The register's own engine is the reference: it knows nothing of cases.
    [Fact]
    public void Clocks_read_limits_as_the_register_explains_them()
    {
        Gen<LocalDate> date = Gen.Int[0, 200].Select(d => Day("2025-04-01").PlusDays(d));
        TextReading[] possible =
        [
            Written, Sixty, FromReceipt, new TextReading("months", BilingualText.Same("2 tháng")) { Limit = TimeLimit.Months(2) },
            new TextReading("stay", BilingualText.Same("không dời")) { Policies = [RollPolicy.Stay], Limit = TimeLimit.CalendarDays(60) },
            new TextReading("other", BilingualText.Same("như thời hạn khác")) { PrevailingLimitId = Other },
        ];
        Gen<TextReading> reading = Gen.Int[0, possible.Length - 1].Select(i => possible[i]);
        Gen<Interpretation[]> answers = Gen.Select(reading, date, Gen.Int[1, 120]).Select(a => Answer(a.Item1, Iso(a.Item2), Iso(a.Item2.PlusDays(a.Item3)))).Array[0, 3];
        Gen.Select(reading, reading, answers, date, Gen.Int[0, 20], Gen.Bool).Where(x => x.Item1.Id != x.Item2.Id).Sample(
            (one, other, all, received, later, asks) =>
            {
                InterpretationRegister register = Register(
                    asks ? [Question with { AskedOn = Day("2024-01-01"), Readings = [one, other] }] : [], [.. all.Select((a, i) => a with { Id = "A" + i })]);
                LocalDate resolved = received.PlusDays(later);
                CaseFile file = Received(Iso(received)).Then(Resolution(Iso(resolved))).File;
                LimitReading whole = CaseClocks.Of(file, Terms(register), Day("2026-03-01").AtMidnight()).Whole!;
                InterpretedLimit expected = register.Read(Code, Admission.Versions[0], Total, resolved, Terms(null).Policy);
                DuesAsRead dues = expected.Dues(e => e == "receipt.time" ? received : e == "cell.resolution.date" ? resolved : null, WorkCalendar.VietnamStateAgencies);
                Assert.Equal(expected.Standing, whole.Standing);
                Assert.Equal(dues.AgreedOn, whole.On);
                Assert.Equal(dues.Dues.Count == 1 ? [] : dues.Dues.Select(d => d.DueOn), whole.Alternatives.Select(a => a.On));
            });
    }

    // A reading from the receipt, and one from the resolution: the monitor sees what the clocks see after every event.
    [Fact]
    public void A_monitor_follows_every_reading()
    {
        foreach (InterpretationRegister register in (InterpretationRegister[])[
            Register([Question with { Readings = [Written, FromReceipt] }]), Register([Question]), Register([], Answer(FromReceipt, "2025-01-01"))])
        {
            CaseTerms terms = Terms(register);
            CaseBuilder file = Received("2025-07-10").Then(new StepStarted(CaseBuilder.At("2025-07-11"), 1)).Then(Resolution("2025-07-15"))
                .Then(new SupplementRequested(CaseBuilder.At("2025-07-20"), ["x"])).Then(new SupplementReceived(CaseBuilder.At("2025-07-25"))).Then(new CaseDecided(CaseBuilder.At("2025-09-22")));
            var monitor = new CaseMonitor(terms);
            for (int i = 0; i < file.Records.Count; i++)
            {
                monitor.Take(file.Records[i]);
                Assert.Equal(CaseClocks.Of(CaseFile.From("H-1", file.Records.Take(i + 1)), terms, monitor.Now!.Value).Readings, monitor.Readings);
            }
        }
    }

    // Where it is settled that a month is a month, no other reading of it stands beside.
    [Fact]
    public void A_settled_month_is_no_thirty_working_days()
    {
        CaseReceived receipt = new(CaseBuilder.At("2025-02-20"), "PTY-DSCC", "insp", "R-1") { Milestone = "complaint.date", Earlier = [new EarlierEvent("decision.received.date", Day("2025-01-15"))] };
        CaseFile file = CaseFile.From("H-1", new Recorded<CaseEvent>("r1", receipt, Instant.FromUtc(2025, 2, 20, 0, 0)));
        CaseTerms terms = CaseTerms.Of(ProcedureCatalogue.Vietnam.Find("PTY-DSCC")!.Versions[0], WorkCalendar.VietnamStateAgencies);
        CaseFacts written = CaseFacts.Of(file, terms, Day("2025-03-01").AtMidnight());
        Assert.Equal((ClockState.Broken, ClockState.Kept), (written.FilingPeriod, written.FilingPeriodOtherwise));
        var month = new Interpretation(
            "A", new InterpretationSubject("PTY-DSCC", "DSCC-FILE"), "UBKTTW", LegalBasis.Citing("1-HD"), Day("2025-01-01"), default, new TextReading("month", BilingualText.Same("một tháng")));
        CaseFacts settled = CaseFacts.Of(file, terms.ReadBy(Register([], month), "PTY-DSCC"), Day("2025-03-01").AtMidnight());
        Assert.Equal((ClockState.Broken, ClockState.Broken), (settled.FilingPeriod, settled.FilingPeriodOtherwise));
    }

    // What is assumed goes before how the text is read.
    [Fact]
    public void An_assumed_limit_stands_whatever_was_interpreted()
    {
        CaseTerms terms = Terms(Register([], Answer(Sixty, "2025-01-01")));
        SimulatedCase one = Simulator.Of(new CaseInTerms(File("2025-09-30"), terms), new Assumption { Limit = TimeLimit.WorkingDays(45) }, Day("2025-12-31").AtMidnight());
        Assert.Equal((Day("2025-10-09"), Day("2025-09-18")), (one.Before.DueOn!.Value, one.After.DueOn!.Value));
    }

    private static (LocalDate? DueOn, Timeliness? Timeliness) Judged(InterpretationRegister register, string decided)
    {
        CaseFacts facts = CaseFacts.Of(File(decided), Terms(register), Day("2025-12-31").AtMidnight());
        return (facts.DueOn, facts.Timeliness);
    }

    private static CaseClocks Clocks(InterpretationRegister register, string now) => CaseClocks.Of(File(null), Terms(register), Day(now).AtMidnight());

    private static CaseFile File(string? decided)
    {
        CaseBuilder file = Received("2025-07-10").Then(Resolution("2025-07-15"));
        return (decided is null ? file : file.Then(new CaseDecided(CaseBuilder.At(decided)))).File;
    }

    private static DocumentRecorded Resolution(string at) => new(CaseBuilder.At(at), true, "Nghị quyết chi bộ") { Milestone = "cell.resolution.date" };

    private static CaseTerms Terms(InterpretationRegister? register)
    {
        CaseTerms terms = CaseTerms.Of(Admission.Versions[0], WorkCalendar.VietnamStateAgencies);
        return register is null ? terms : terms.ReadBy(register, Code);
    }

    private static Interpretation Answer(TextReading reading, string from, string? to = null) => new(
        "A", new InterpretationSubject(Code, Total), "Ban Tổ chức", LegalBasis.Citing("1-HD/TEST"), Day("2025-07-02"),
        new Validity(Day(from), to is null ? null : Day(to)), reading);

    private static InterpretationRegister Register(InterpretationQuestion[] questions, params Interpretation[] answers) => new(
        new InterpretationRecords
        {
            Questions = questions.Select((q, i) => new Recorded<InterpretationQuestion>("q" + i.ToString(CultureInfo.InvariantCulture), q, Instant.MinValue)).ToValueList(),
            Interpretations = answers.Select((a, i) => new Recorded<Interpretation>("a" + i.ToString(CultureInfo.InvariantCulture), a, Instant.MinValue)).ToValueList(),
        },
        ProcedureCatalogue.Vietnam);

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);
}
