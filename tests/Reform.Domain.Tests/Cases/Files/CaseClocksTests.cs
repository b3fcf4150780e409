using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Cases.Files.CaseBuilder;

namespace Reform.Domain.Tests.Cases.Files;

/// <summary>The clocks of cases of real procedures: Regulations 232 and 294-QĐ/TW, Instruction 06-HD/BTCTW, Decree 297/2025/NĐ-CP.</summary>
public sealed class CaseClocksTests
{
    // CAL-03, CAL-04: 60 working days under 232-QĐ/TW, 45 under 294-QĐ/TW, by the date of the cell's resolution.
    [Theory]
    [InlineData("2025-01-10", "2025-01-15", "2025-04-17")]
    [InlineData("2025-07-10", "2025-07-15", "2025-09-18")]
    public void The_limit_in_force_when_it_starts_counts(string received, string resolved, string due)
    {
        LimitReading whole = Admission(received, resolved, resolved).Whole!;

        Assert.Equal((ClockState.Running, Day(due)), (whole.State, whole.On!.Value));
    }

    // CAL-05: 15 working days more, once; the second extension is refused by the cap and does not count.
    [Fact]
    public void An_extension_beyond_the_cap_does_not_count()
    {
        CaseBuilder file = Received("2025-07-10").Then(Resolution("2025-07-15"))
            .Then(new CaseExtended(At("2025-09-10"), TimeLimit.WorkingDays(15)))
            .Then(new CaseExtended(At("2025-09-20"), TimeLimit.WorkingDays(15)));

        LimitReading whole = Clocks(file, "PTY-ADM", "2025-09-25").Whole!;

        Assert.Equal(Day("2025-10-09"), whole.On);
        Assert.Equal("extension_beyond_number", Assert.Single(whole.RefusedExtensions).Code);
    }

    [Fact]
    public void A_limit_that_has_not_started_says_what_it_waits_for()
    {
        LimitReading whole = Clocks(Received("2025-07-10"), "PTY-ADM", "2025-07-20").Whole!;

        Assert.Equal((ClockState.NotStarted, "The event 'cell.resolution.date' is not recorded"), (whole.State, whole.Reason.Sentence.In(Language.English)));
    }

    // No instrument was read for 2010: the limit of today is not used in its place.
    [Fact]
    public void A_date_without_recorded_terms_is_unknown()
    {
        LimitReading whole = Admission("2015-01-05", "2015-01-12", "2015-02-02").Whole!;

        Assert.Equal((ClockState.Unknown, "limit_terms_unknown", null), (whole.State, whole.Reason.Code, whole.On));
    }

    // Admitted 10 October 2024: recognition takes effect on 10 October 2025 however late it is decided (294-QĐ/TW, 4.2.2).
    [Theory]
    [InlineData("2025-10-10", ClockState.Kept)]
    [InlineData("2025-12-01", ClockState.Broken)]
    public void Recognition_takes_effect_at_the_end_of_twelve_months(string stated, ClockState state)
    {
        CaseBuilder file = Received("2024-10-10", "PTY-REC")
            .Then(new DocumentRecorded(At("2024-10-10"), true, "Biên bản lễ kết nạp") { Milestone = "ceremony.date" })
            .Then(new CaseDecided(At("2025-12-01")) { EffectiveOn = Day(stated) });

        LimitReading effect = Clocks(file, "PTY-REC", "2025-12-05").Find("REC-EFF")!;

        Assert.Equal((state, Day("2025-10-10")), (effect.State, effect.On!.Value));
    }

    // HD 06, 4(c): the old committee decides within 30 working days of the decision to move; after that its decision is annulled.
    [Theory]
    [InlineData("2025-04-15", ClockState.Kept)]
    [InlineData("2025-04-16", ClockState.Broken)]
    public void Competence_lapses_by_time_alone(string decided, ClockState state)
    {
        CaseBuilder file = Received("2025-03-03", "PTY-MOV")
            .Then(new DocumentRecorded(At("2025-03-03"), true, "Quyết định chuyển") { Milestone = "move.decision.date" })
            .Then(new CaseDecided(At(decided)));

        LimitReading lapse = Clocks(file, "PTY-MOV", "2025-05-05").Find("MOV-VALID30")!;

        Assert.Equal((state, Day("2025-04-15")), (lapse.State, lapse.On!.Value));
    }

    // 8 working hours for the notice, 15 working days for the supplement, steps from the end of the one before (Decree 297/2025/NĐ-CP).
    [Fact]
    public void Every_clock_of_a_one_stop_case()
    {
        CaseBuilder file = Received("2026-03-02 17:30", "ST-KAR", "one-stop")
            .Then(new SupplementRequested(At("2026-03-03 16:00"), ["Bản vẽ"]))
            .Then(new SupplementReceived(At("2026-03-10 09:00")))
            .Then(new CompletenessChecked(At("2026-03-10 10:00"), true) { Milestone = "dossier.complete.and.paid" })
            .Then(new StepStarted(At("2026-03-10 10:00"), 2)).Then(new StepFinished(At("2026-03-13 10:00"), 2))
            .Then(new StepStarted(At("2026-03-13 10:00"), 3));

        CaseClocks clocks = Clocks(file, "ST-KAR", "2026-03-19");

        // Received after 17:00: the eight hours run from the opening on 3 March; seven and a half lie on that day.
        Assert.Equal((ClockState.Kept, Day("2026-03-04")), Of(clocks, "KAR-8H"));
        Assert.Equal((ClockState.Kept, Day("2026-03-24")), Of(clocks, "KAR-15"));
        Assert.Equal((ClockState.Kept, Day("2026-03-13")), Of(clocks, "KAR-3A"));
        Assert.Equal((ClockState.Overdue, Day("2026-03-18")), Of(clocks, "KAR-3B"));
        Assert.Equal((ClockState.Running, Day("2026-04-01")), Of(clocks, "KAR-16"));
    }

    // Sixteen working days again from Tuesday the 17th, not the rest of those from the 10th (which would end on 6 April).
    [Fact]
    public void A_supplement_starts_the_limit_again_where_the_procedure_says_so()
    {
        CaseBuilder file = Received("2026-03-10", "ST-KAR", "one-stop")
            .Then(new CompletenessChecked(At("2026-03-10 10:00"), true) { Milestone = "dossier.complete.and.paid" })
            .Then(new SupplementRequested(At("2026-03-12 16:00"), ["Bản vẽ"]))
            .Then(new SupplementReceived(At("2026-03-17 09:00")));

        Assert.Equal((ClockState.Running, Day("2026-04-08")), Of(Clocks(file, "ST-KAR", "2026-03-19"), "KAR-16"));
    }

    // A warning on the fifth working day: passed, it breaks nothing, and the desk shows it.
    [Fact]
    public void A_warning_warns_and_breaks_nothing()
    {
        CaseTerms terms = Terms("PTY-ADM", "2025-10-13");
        ProcedureTimeLimit total = terms.Version.TimeLimits.Single(l => l.Id == "ADM-TOTAL");
        var version = terms.Version with
        {
            TimeLimits = [.. terms.Version.TimeLimits, total with { Id = "warn", Scope = LimitScope.Warning, History = [], Terms = total.Terms with { Limit = TimeLimit.WorkingDays(5), Extension = null } }],
        };
        CaseFile file = Received("2025-10-13", "PTY-ADM").Then(Resolution("2025-10-20")).Then(new StepStarted(At("2025-10-21"), 6) { Assignee = "an" }).File;
        CaseTerms warned = terms with { Version = version };
        LocalDateTime now = Day("2025-10-28").At(new LocalTime(9, 0));

        Assert.Equal((ClockState.Overdue, Day("2025-10-27")), Of(CaseClocks.Of(file, warned, now), "warn"));
        Assert.Equal(CaseFacts.Of(file, terms, now) with { ProcedureVersion = version.Hash }, CaseFacts.Of(file, warned, now));
        Assert.Equal([(true, false)], Desk.Of([new CaseInTerms(file, warned)], "an", now).Select(i => (i.IsWarned, i.IsOverdue)));
    }

    [Fact]
    public void A_limit_of_the_place_goes_before_the_general_one()
    {
        CaseBuilder file = Received("2025-10-13", "PTY-REC").Then(Resolution("2025-10-20"));

        Assert.Equal("REC-TOTAL", Clocks(file, "PTY-REC", "2025-10-27").Whole!.Limit.Id);
        Assert.Equal("REC-HN15", Clocks(file, "PTY-REC", "2025-10-27", "Hà Nội").Whole!.Limit.Id);
    }

    [Fact]
    public void Without_the_level_there_is_no_one_limit()
    {
        CaseClocks clocks = Clocks(Received("2025-10-13", "PTY-QRY").Then(new CaseUrged(At("2025-10-20"))), "PTY-QRY", "2025-10-27");

        Assert.Null(clocks.Whole);
        Assert.Equal("several_total_limits", clocks.WholeUnknown!.Code);
    }

    // The clock stands still from the day after the request to the day of the supplement: Tuesday the 3rd to Tuesday the 10th.
    [Fact]
    public void Every_working_day_is_charged_once()
    {
        CaseBuilder file = Received("2026-03-02", unit: "one-stop")
            .Then(new SupplementRequested(At("2026-03-03"), ["x"])).Then(new SupplementReceived(At("2026-03-10")))
            .Then(new StepStarted(At("2026-03-11"), 1) { UnitId = "office" })
            .Then(new ConsultationRequested(At("2026-03-12"), "c1", "police") { Limit = TimeLimit.WorkingDays(2) })
            .Then(new ConsultationAnswered(At("2026-03-20"), "c1"))
            .Then(new StepFinished(At("2026-03-24"), 1));

        TimeLedger ledger = TimeLedger.Of(file.File, WorkCalendar.VietnamStateAgencies, Day("2026-03-26"));

        Assert.Equal(
            [
                new TimeCharge("one-stop", null, ChargeKind.Handling, 2),
                new TimeCharge("one-stop", null, ChargeKind.Stopped, 5),
                new TimeCharge("office", 1, ChargeKind.Handling, 5),
                new TimeCharge("police", 1, ChargeKind.LateConsultation, 4),
                new TimeCharge("office", null, ChargeKind.Handling, 2),
            ],
            ledger.Charges);
        Assert.Equal((13, 1, "office"), (ledger.WorkingDays, ledger.SlowestStep, ledger.SlowestUnit));
    }

    [Fact]
    public void The_slip_carries_official_time_due_and_calendar_version()
    {
        CaseFile file = Received("2026-03-02 17:30", "ST-DEATH", "one-stop").File;

        var slip = ReceiptSlip.Of(file, Terms("ST-DEATH", "2026-03-02"));

        Assert.Equal((Day("2026-03-02"), new LocalTime(17, 30)), (slip.ReceivedOn, slip.ReceivedAt!.Value));
        var karaoke = ReceiptSlip.Of(Received("2026-03-02 17:30", "ST-KAR", "one-stop").File, Terms("ST-KAR", "2026-03-02"));
        Assert.Equal((Day("2026-03-03"), null), (karaoke.ReceivedOn, karaoke.DueDate));
    }

    private static CaseClocks Admission(string received, string resolved, string now) =>
        Clocks(Received(received).Then(Resolution(resolved)), "PTY-ADM", now);

    private static DocumentRecorded Resolution(string at) => new(At(at), true, "Nghị quyết chi bộ") { Milestone = "cell.resolution.date" };

    private static CaseClocks Clocks(CaseBuilder file, string procedure, string now, string? place = null) =>
        CaseClocks.Of(file.File, Terms(procedure, now, place), Day(now).AtMidnight());

    private static CaseTerms Terms(string procedure, string on, string? place = null) =>
        CaseTerms.Of(ProcedureCatalogue.Vietnam.Find(procedure)!.InForceOn(Day(on))!, WorkCalendar.VietnamStateAgencies, place);

    private static (ClockState State, LocalDate On) Of(CaseClocks clocks, string limit) => (clocks.Find(limit)!.State, clocks.Find(limit)!.On!.Value);
}
