using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Tests.Cases.Files;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>
/// Real texts that can be read in two ways. The instruments that answer are made up; the dates are counted by hand over the announced days
/// off: Tết 27-31 January 2025, Giỗ Tổ 7 April, National Day 1-2 September 2025.
/// </summary>
public sealed class InterpretationTests
{
    private static readonly InterpretationSubject Complaint = new("PTY-DSCC", "DSCC-FILE", "Điều 39.7");
    private static readonly TextReading Month = new("month", new BilingualText("một tháng dương lịch", "one calendar month"));

    private static readonly TextReading Days30 =
        new("wd30", new BilingualText("30 ngày làm việc", "30 working days")) { Limit = TimeLimit.WorkingDays(30) };

    private static readonly InterpretationQuestion AboutTheMonth = new(
        "Q1", Complaint, new BilingualText("'Một tháng' là gì?", "What is 'one month'?"), Day("2025-03-03"), [Month, Days30])
    {
        AnswerWithin = TimeLimit.WorkingDays(10),
    };

    // The Charter's "một tháng" (Art. 39.7) against the 30 working days of the press: across Tết the two ends lie 16 days apart.
    [Theory]
    [InlineData("2025-01-15", "2025-02-17", "2025-03-05")]
    [InlineData("2025-07-15", "2025-08-15", "2025-08-26")]
    public void While_a_question_is_open_both_due_dates_are_shown(string received, string month, string days)
    {
        InterpretedLimit read = Read(Of([AboutTheMonth]), "PTY-DSCC", "DSCC-FILE", received);
        DuesAsRead dues = read.Dues(On(received), WorkCalendar.VietnamStateAgencies);

        Assert.Equal(InterpretationStanding.OpenQuestion, read.Standing);
        Assert.Null(read.Settled);
        Assert.Equal([Day(month), Day(days)], dues.Dues.Select(d => d.DueOn!.Value));
        Assert.Null(dues.AgreedOn);
        Assert.Equal(
            "Reading '30 working days': 30 working day(s) from " + English(received) + ", due on " + English(days), dues.Dues[1].Reason.Sentence.English);
        Assert.Contains("một tháng dương lịch", dues.Dues[0].Reason.Sentence.Vietnamese, StringComparison.Ordinal);
        Assert.Contains(read.Reasons, r => r.Code == "interpretation_question_open");

        // Rules: yes or no only where both readings agree.
        Assert.True(dues.IsInTime(Day(month)));
        Assert.Null(dues.IsInTime(Day(month).PlusDays(1)));
        Assert.Null(dues.IsInTime(Day(days)));
        Assert.False(dues.IsInTime(Day(days).PlusDays(1)));
    }

    [Fact]
    public void An_interpretation_settles_the_dates_on_which_it_is_in_force_and_no_others()
    {
        InterpretationRegister register = Of([AboutTheMonth], Answer("A1", Days30, "2025-05-01", "2025-09-01"));

        Assert.Equal(InterpretationStanding.OpenQuestion, Standing("2025-04-30"));
        Assert.Equal(InterpretationStanding.Interpreted, Standing("2025-05-01"));
        Assert.Equal(InterpretationStanding.Interpreted, Standing("2025-08-31"));
        Assert.Equal(InterpretationStanding.OpenQuestion, Standing("2025-09-01"));
        InterpretedLimit read = Read(register, "PTY-DSCC", "DSCC-FILE", "2025-07-15");
        DueAsRead due = Assert.Single(read.Dues(On("2025-07-15"), WorkCalendar.VietnamStateAgencies).Dues);
        Assert.Equal(Day("2025-08-26"), due.DueOn);
        Assert.Equal(LegalBasis.Citing("1-HD/TEST"), due.Reason.Basis);
        Assert.Equal(TimeLimit.WorkingDays(30), read.Settled!.Terms!.Limit);

        InterpretationStanding Standing(string on) => Read(register, "PTY-DSCC", "DSCC-FILE", on).Standing;
    }

    [Fact]
    public void Without_a_question_the_text_stands()
    {
        InterpretedLimit read = Read(Of([]), "PTY-DSCC", "DSCC-FILE", "2025-07-15");

        Assert.Equal((InterpretationStanding.AsWritten, TimeLimit.Months(1)), (read.Standing, read.Settled!.Terms!.Limit!));
        Assert.Equal("limit_history_not_recorded", Assert.Single(read.Reasons).Code);
    }

    // Guidance 02 of Hà Nội prints a total of 15 working days beside the central 30, and an inner step of 25 that fits only the latter.
    [Fact]
    public void A_reading_can_say_which_of_two_limits_holds()
    {
        var question = new InterpretationQuestion(
            "Q2",
            new InterpretationSubject("PTY-REC", "REC-TOTAL"),
            BilingualText.Same("15 hay 30?"),
            Day("2025-07-01"),
            [new TextReading("central", BilingualText.Same("30")), new TextReading("city", BilingualText.Same("15")) { PrevailingLimitId = "REC-HN15" }]);
        InterpretationRegister register = Of([question]);
        DuesAsRead dues = Read(register, "PTY-REC", "REC-TOTAL", "2025-07-15").Dues(On("2025-07-15"), WorkCalendar.VietnamStateAgencies);
        LocalDate inner = Read(register, "PTY-REC", "REC-S25", "2025-07-15").Dues(On("2025-07-15"), WorkCalendar.VietnamStateAgencies).AgreedOn!.Value;

        Assert.Equal([Day("2025-08-26"), Day("2025-08-05")], dues.Dues.Select(d => d.DueOn!.Value));
        Assert.Equal(Day("2025-08-19"), inner);
        Assert.Equal([true, false], dues.Dues.Select(d => inner <= d.DueOn));
    }

    // Do the 45 working days of admission run from the cell's resolution or from the receipt by the superior?
    [Fact]
    public void A_reading_can_move_the_start_and_needs_the_date_of_its_own_event()
    {
        var question = new InterpretationQuestion(
            "Q3",
            new InterpretationSubject("PTY-ADM", "ADM-TOTAL"),
            BilingualText.Same("45 từ ngày nào?"),
            Day("2025-07-01"),
            [new TextReading("resolution", BilingualText.Same("a")), new TextReading("receipt", BilingualText.Same("b")) { StartEvent = "superior.received" }]);
        InterpretedLimit read = Read(Of([question]), "PTY-ADM", "ADM-TOTAL", "2025-07-15");
        DuesAsRead both = read.Dues(e => Day(e == "superior.received" ? "2025-07-22" : "2025-07-15"), WorkCalendar.VietnamStateAgencies);
        DuesAsRead one = read.Dues(e => e == "superior.received" ? null : Day("2025-07-15"), WorkCalendar.VietnamStateAgencies);

        Assert.Equal([Day("2025-09-18"), Day("2025-09-25")], both.Dues.Select(d => d.DueOn!.Value));
        Assert.Equal([Day("2025-09-18"), null], one.Dues.Select(d => d.DueOn));
        Assert.Equal("due_as_read_without_start", one.Dues[1].Reason.Code);
        Assert.Null(one.IsInTime(Day("2025-12-31")));
    }

    // 15 February 2025 is a Saturday: rolled it is Monday the 17th.
    [Fact]
    public void A_reading_can_choose_how_is_counted_and_readings_may_agree()
    {
        InterpretationQuestion question = AboutTheMonth with { Readings = [Month, Month with { Id = "stay", Policies = [RollPolicy.Stay] }] };
        InterpretedLimit saturday = Read(Of([question]), "PTY-DSCC", "DSCC-FILE", "2025-01-15");
        InterpretedLimit friday = Read(Of([question]), "PTY-DSCC", "DSCC-FILE", "2025-07-15");

        Assert.Equal(
            [Day("2025-02-17"), Day("2025-02-15")],
            saturday.Dues(On("2025-01-15"), WorkCalendar.VietnamStateAgencies).Dues.Select(d => d.DueOn!.Value));
        Assert.Equal(Day("2025-08-15"), friday.Dues(On("2025-07-15"), WorkCalendar.VietnamStateAgencies).AgreedOn);
    }

    public static TheoryData<OrganizationLevel?, OrganizationLevel?, InterpretationStanding, string> Ranks => new()
    {
        { OrganizationLevel.Central, OrganizationLevel.Province, InterpretationStanding.HigherRankPrevails, "interpretation_of_higher_level_prevails" },
        { OrganizationLevel.Central, OrganizationLevel.Central, InterpretationStanding.Conflicting, "interpretations_of_one_level_differ" },
        { OrganizationLevel.Central, null, InterpretationStanding.Conflicting, "interpretations_without_level_differ" },
        { null, null, InterpretationStanding.Conflicting, "interpretations_without_level_differ" },
    };

    [Theory]
    [MemberData(nameof(Ranks))]
    public void Of_two_that_differ_the_higher_prevails_if_both_ranks_are_recorded(
        OrganizationLevel? first, OrganizationLevel? second, InterpretationStanding standing, string code)
    {
        InterpretationRegister register = Of(
            [AboutTheMonth],
            Answer("A1", Days30, "2025-05-01") with { IssuerLevel = first },
            Answer("A2", Month, "2025-06-01") with { IssuerLevel = second });
        InterpretedLimit read = Read(register, "PTY-DSCC", "DSCC-FILE", "2025-07-15");

        Assert.Equal(standing, read.Standing);
        Assert.Equal(code, read.Reasons[0].Code);
        Assert.Equal(standing == InterpretationStanding.Conflicting ? null : TimeLimit.WorkingDays(30), read.Settled?.Terms?.Limit);
        Assert.Equal(standing == InterpretationStanding.Conflicting ? 2 : 1, read.Readings.Count);
        Assert.Equal([code], register.DifferencesOn(Day("2025-07-15")).Select(r => r.Code));
        Assert.Empty(register.DifferencesOn(Day("2025-05-31")));
    }

    [Fact]
    public void Two_that_come_to_the_same_are_no_conflict()
    {
        InterpretationRegister register = Of(
            [AboutTheMonth], Answer("A1", Days30, "2025-05-01"), Answer("A2", Days30 with { Id = "other", Meaning = BilingualText.Same("30") }, "2025-06-01"));

        Assert.Equal(InterpretationStanding.Interpreted, Read(register, "PTY-DSCC", "DSCC-FILE", "2025-07-15").Standing);
    }

    // 10 working days from Monday 3 March 2025: Monday the 17th.
    [Theory]
    [InlineData(null, "2025-03-17", QuestionState.Open, false)]
    [InlineData(null, "2025-03-18", QuestionState.OpenPastLimit, true)]
    [InlineData("2025-03-17", "2025-04-01", QuestionState.AnsweredInTime, false)]
    [InlineData("2025-03-18", "2025-04-01", QuestionState.AnsweredLate, true)]
    [InlineData("2025-03-18", "2025-03-17", QuestionState.Open, false)]
    public void A_question_open_past_its_limit_or_answered_late_is_a_finding(string? issued, string on, QuestionState state, bool isFinding)
    {
        Interpretation[] answers = issued is null ? [] : [Answer("A1", Days30, "2025-05-01") with { IssuedOn = Day(issued) }];
        QuestionStatus status = Assert.Single(Of([AboutTheMonth], answers).QuestionsOn(Day(on), WorkCalendar.VietnamStateAgencies));

        Assert.Equal((state, Day("2025-03-17"), isFinding), (status.State, status.DueOn!.Value, status.IsFinding));
    }

    [Fact]
    public void A_question_without_a_limit_has_an_unknown_due_date_and_one_not_yet_asked_is_left_out()
    {
        InterpretationRegister register = Of([AboutTheMonth with { AnswerWithin = null }]);

        Assert.Equal(QuestionState.OpenWithoutDue, Assert.Single(register.QuestionsOn(Day("2030-01-01"), WorkCalendar.VietnamStateAgencies)).State);
        Assert.Empty(register.QuestionsOn(Day("2025-03-02"), WorkCalendar.VietnamStateAgencies));
    }

    // The same case, read by the clocks of cases: 45 working days from 15 July 2025, and 45 days by an interpretation (29 August, a Friday).
    [Fact]
    public void The_clocks_of_cases_follow_the_interpretation_in_force()
    {
        ProcedureVersion version = ProcedureCatalogue.Vietnam.Find("PTY-ADM")!.InForceOn(Day("2025-07-15"))!;
        var reading = new TextReading("days", BilingualText.Same("45 ngày")) { Limit = TimeLimit.CalendarDays(45) };
        var answer = new Interpretation(
            "A9", new InterpretationSubject("PTY-ADM", "ADM-TOTAL"), "Test", LegalBasis.Citing("9-HD/TEST"), Day("2025-07-01"), default, reading);
        (ProcedureVersion read, ValueList<InterpretedLimit> unsettled) = Of([], answer).VersionAsRead("PTY-ADM", version, Day("2025-07-15"));
        CaseFile file = CaseBuilder.Received("2025-07-10")
            .Then(new DocumentRecorded(CaseBuilder.At("2025-07-15"), true, "Nghị quyết chi bộ") { Milestone = "cell.resolution.date" }).File;

        Assert.Equal(Day("2025-09-18"), DueOf(version));
        Assert.Equal(Day("2025-08-29"), DueOf(read));
        Assert.Empty(unsettled);

        LocalDate DueOf(ProcedureVersion terms) =>
            CaseClocks.Of(file, CaseTerms.Of(terms, WorkCalendar.VietnamStateAgencies), Day("2025-07-20").AtMidnight()).Whole!.On!.Value;
    }

    [Fact]
    public void What_is_not_settled_stays_as_written_and_is_listed()
    {
        ProcedureVersion version = ProcedureCatalogue.Vietnam.Find("PTY-DSCC")!.InForceOn(Day("2025-07-15"))!;
        (ProcedureVersion read, ValueList<InterpretedLimit> unsettled) = Of([AboutTheMonth]).VersionAsRead("PTY-DSCC", version, Day("2025-07-15"));

        Assert.Equal(version, read);
        Assert.Equal("DSCC-FILE", Assert.Single(unsettled).Limit.Id);
    }

    [Fact]
    public void A_later_record_changes_no_earlier_answer()
    {
        Instant first = Instant.FromUtc(2025, 3, 3, 0, 0);
        Instant later = Instant.FromUtc(2025, 6, 1, 0, 0);
        var records = new InterpretationRecords
        {
            Questions = [new Recorded<InterpretationQuestion>("q", AboutTheMonth, first)],
            Interpretations = [new Recorded<Interpretation>("i", Answer("A1", Days30, "2025-01-01"), later)],
        };
        var register = new InterpretationRegister(records, ProcedureCatalogue.Vietnam);

        Assert.Equal(InterpretationStanding.AsWritten, At(first - Duration.Epsilon));
        Assert.Equal(InterpretationStanding.OpenQuestion, At(first));
        Assert.Equal(InterpretationStanding.OpenQuestion, At(later - Duration.Epsilon));
        Assert.Equal(InterpretationStanding.Interpreted, At(later));

        InterpretationStanding At(Instant known) => Read(register.AsKnownAt(known), "PTY-DSCC", "DSCC-FILE", "2025-07-15").Standing;
    }

    [Fact]
    public void A_date_without_terms_is_not_recorded_whatever_the_readings()
    {
        InterpretedLimit read = Read(Of([]), "PTY-REC", "REC-TOTAL", "2025-03-01");

        Assert.Equal((InterpretationStanding.NotRecorded, null), (read.Standing, read.Settled));
        Assert.Equal("due_as_read_without_terms", read.Dues(On("2025-03-01"), WorkCalendar.VietnamStateAgencies).Dues[0].Reason.Code);
    }

    private static Interpretation Answer(string id, TextReading reading, string from, string? to = null) => new(
        id,
        Complaint,
        "Test",
        LegalBasis.Citing("1-HD/TEST"),
        Day("2025-04-01"),
        new Validity(Day(from), to is null ? null : Day(to)),
        reading)
    {
        QuestionId = "Q1",
    };

    private static InterpretationRegister Of(InterpretationQuestion[] questions, params Interpretation[] answers) => new(
        new InterpretationRecords
        {
            Questions = questions.Select(q => new Recorded<InterpretationQuestion>(q.Id, q, Instant.MinValue)).ToValueList(),
            Interpretations = answers.Select(a => new Recorded<Interpretation>(a.Id, a, Instant.MinValue)).ToValueList(),
        },
        ProcedureCatalogue.Vietnam);

    private static InterpretedLimit Read(InterpretationRegister register, string procedure, string limit, string on) =>
        register.Read(procedure, ProcedureCatalogue.Vietnam.Find(procedure)!.InForceOn(Day(on))!, limit, Day(on));

    private static Func<string, LocalDate?> On(string date) => _ => Day(date);

    private static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    private static string English(string date) => LocalDatePattern.CreateWithInvariantCulture("d MMMM uuuu").Format(Day(date));
}
