using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using static Reform.Domain.Tests.Cases.Rules.Files.FileFacts;

namespace Reform.Domain.Tests.Cases.Rules.Files;

/// <summary>Every rule over case files, CR-CAS-01 to CR-CAS-26 and those over pilots, on both sides of each bound, where it does not apply, and where facts are missing.</summary>
public sealed class FileRuleBoundTests
{
    private static readonly LocalDate Due = new(2025, 9, 22);

    public static IEnumerable<FileRuleRow> All =>
    [
        new("CR-CAS-01", "a slip with its date", Sound, Verdict.Pass),
        new("CR-CAS-01", "a slip without", Sound with { AppointedOn = null }, Verdict.Fail),
        new("CR-CAS-01", "no limit of the whole", Sound with { AppointedOn = null, SlipDueOn = null, DueUnknownBecause = "no_total_limit" }, Verdict.NotApplicable),
        new("CR-CAS-01", "the date cannot be computed", Sound with { AppointedOn = null, SlipDueOn = null, DueUnknownBecause = "outside_calendar" }, Verdict.Unknown, "slip_due_on"),
        new("CR-CAS-01", "the day before the one-stop decree", Sound with { AppointedOn = null, ReceivedOn = new(2018, 6, 20) }, Verdict.NotApplicable),
        new("CR-CAS-01", "its first day", Sound with { AppointedOn = null, ReceivedOn = new(2018, 6, 21) }, Verdict.Fail),
        new("CR-CAS-02", "told in time", Sound with { GapsToldOn = Due, GapsToldLate = false }, Verdict.Pass),
        new("CR-CAS-02", "told late", Sound with { GapsToldOn = Due, GapsDueOn = new(2025, 9, 9), GapsToldLate = true }, Verdict.Fail),
        new("CR-CAS-02", "nothing was missing", Sound, Verdict.NotApplicable),
        new("CR-CAS-02", "the hour is not known", Sound with { GapsToldOn = Due }, Verdict.Unknown, "gaps_told_late"),
        new("CR-CAS-02", "the day before Regulation 338", Late with { GapsToldOn = Due, GapsDueOn = Due, GapsToldLate = true, ReceivedOn = new(2025, 7, 8) }, Verdict.NotApplicable),
        new("CR-CAS-02", "its first day", Late with { GapsToldOn = Due, GapsDueOn = Due, GapsToldLate = true, ReceivedOn = new(2025, 7, 9) }, Verdict.Fail),
        new("CR-CAS-03", "the right date", Sound, Verdict.Pass),
        new("CR-CAS-03", "another date", Sound with { AppointedOn = new(2025, 9, 23), AppointmentDiffers = true }, Verdict.Fail),
        new("CR-CAS-03", "no date", Sound with { AppointedOn = null, AppointmentDiffers = null }, Verdict.NotApplicable),
        new("CR-CAS-03", "no right date", Sound with { SlipDueOn = null, AppointmentDiffers = null }, Verdict.Unknown, "slip_due_on"),
        new("CR-CAS-04", "once", Sound with { SupplementRequests = 1 }, Verdict.Pass),
        new("CR-CAS-04", "twice", Sound with { SupplementRequests = 2 }, Verdict.Fail),
        new("CR-CAS-04", "never", Sound, Verdict.NotApplicable),
        new("CR-CAS-05", "pending in time", Overdue with { Timeliness = Timeliness.PendingWithin, WholeLimit = ClockState.Running }, Verdict.Pass),
        new("CR-CAS-05", "stopped", Overdue with { Timeliness = Timeliness.PendingWithin, WholeLimit = ClockState.Stopped }, Verdict.Pass),
        new("CR-CAS-05", "pending and overdue", Overdue, Verdict.Fail),
        new("CR-CAS-05", "decided and not handed over in time", Sound with { AwaitsHandOver = true, WholeLimit = ClockState.Overdue }, Verdict.Fail),
        new("CR-CAS-05", "ended", Sound, Verdict.NotApplicable),
        new("CR-CAS-05", "no due date", Overdue with { Timeliness = null, DueOn = null }, Verdict.Unknown, "timeliness"),
        new("CR-CAS-06", "on the due date", Sound, Verdict.Pass),
        new("CR-CAS-06", "the day after", Late, Verdict.Fail),
        new("CR-CAS-06", "handed over late", Sound with { WholeLimit = ClockState.Broken, WorkingDaysLate = 1 }, Verdict.Fail),
        new("CR-CAS-06", "late by days that nobody can count", Late with { WorkingDaysLate = null }, Verdict.Fail),
        new("CR-CAS-06", "pending", Overdue, Verdict.NotApplicable),
        new("CR-CAS-06", "withdrawn", Late with { Outcome = CaseOutcome.Withdrawn }, Verdict.NotApplicable),
        new("CR-CAS-06", "no due date", Sound with { Timeliness = null, DueOn = null }, Verdict.Unknown, "timeliness"),
        new("CR-CAS-07", "a valid extension", Sound with { Extensions = 1 }, Verdict.Pass),
        new("CR-CAS-07", "without reason", Sound with { Extensions = 1, ExtensionsWithoutReason = 1 }, Verdict.Fail),
        new("CR-CAS-07", "after expiry", Sound with { Extensions = 1, ExtensionsAfterExpiry = 1 }, Verdict.Fail),
        new("CR-CAS-07", "over the cap", Sound with { Extensions = 1, ExtensionsOverCap = 1 }, Verdict.Fail),
        new("CR-CAS-07", "by the wrong body", Sound with { Extensions = 1, ExtensionsByWrongBody = 1 }, Verdict.Fail),
        new("CR-CAS-07", "without reason, the rest not known", Sound with { Extensions = 1, ExtensionsWithoutReason = 1, ExtensionsOverCap = null }, Verdict.Fail),
        new("CR-CAS-07", "none", Sound, Verdict.NotApplicable),
        new("CR-CAS-07", "no due date", Sound with { Extensions = 1, ExtensionsAfterExpiry = null }, Verdict.Unknown, "extensions_after_expiry"),
        new("CR-CAS-07", "no cap", Sound with { Extensions = 1, ExtensionsOverCap = null }, Verdict.Unknown, "extensions_over_cap"),
        new("CR-CAS-07", "no authority", Sound with { Extensions = 1, ExtensionsByWrongBody = null }, Verdict.Unknown, "extensions_by_wrong_body"),
        new("CR-CAS-08", "30 working days after the due date", Overdue with { WorkingDaysSinceDue = 30 }, Verdict.Pass),
        new("CR-CAS-08", "31", Overdue with { WorkingDaysSinceDue = 31 }, Verdict.Fail),
        new("CR-CAS-08", "reviewed on day 30", Overdue with { WorkingDaysSinceDue = 99, ReviewedOn = new(2025, 11, 3), WorkingDaysToReview = 30 }, Verdict.Pass),
        new("CR-CAS-08", "reviewed on day 31", Overdue with { WorkingDaysSinceDue = 99, ReviewedOn = new(2025, 11, 4), WorkingDaysToReview = 31 }, Verdict.Fail),
        new("CR-CAS-08", "the reason was stated", Late with { WorkingDaysSinceDue = 99, DelayNotifiedOn = Due }, Verdict.Pass),
        new("CR-CAS-08", "handed over late", Sound with { WholeLimit = ClockState.Broken, WorkingDaysSinceDue = 31 }, Verdict.Fail),
        new("CR-CAS-08", "not late", Sound, Verdict.NotApplicable),
        new("CR-CAS-08", "withdrawn", Late with { Outcome = CaseOutcome.Withdrawn, WorkingDaysSinceDue = 99 }, Verdict.NotApplicable),
        new("CR-CAS-08", "no due date", Overdue with { Timeliness = null, WorkingDaysSinceDue = null }, Verdict.Unknown, "timeliness"),
        new("CR-CAS-08", "the calendar ends", Overdue with { WorkingDaysSinceDue = null }, Verdict.Unknown, "working_days_since_due"),
        new("CR-CAS-09", "with reason and basis", Refused, Verdict.Pass),
        new("CR-CAS-09", "without reason", Refused with { RefusalHasReason = false }, Verdict.Fail),
        new("CR-CAS-09", "without basis", Refused with { RefusalHasBasis = false }, Verdict.Fail),
        new("CR-CAS-09", "without basis, the reason not known", Refused with { RefusalHasReason = null, RefusalHasBasis = false }, Verdict.Fail),
        new("CR-CAS-09", "decided", Sound, Verdict.NotApplicable),
        new("CR-CAS-09", "the reason is not known", Refused with { RefusalHasReason = null }, Verdict.Unknown, "refusal_has_reason"),
        new("CR-CAS-10", "told", Sound with { ReturnedOn = null }, Verdict.Pass),
        new("CR-CAS-10", "handed over", Refused with { ResultNotifiedOn = null }, Verdict.Pass),
        new("CR-CAS-10", "nobody told", Refused with { ResultNotifiedOn = null, ReturnedOn = null }, Verdict.Fail),
        new("CR-CAS-10", "nobody told on the day after", Sound with { ResultNotifiedOn = null, ReturnedOn = null, AsOf = Due.PlusDays(1) }, Verdict.Fail),
        new("CR-CAS-10", "nobody told on the day itself", Sound with { ResultNotifiedOn = null, ReturnedOn = null, AsOf = Due }, Verdict.NotApplicable),
        new("CR-CAS-10", "withdrawn", Sound with { Outcome = CaseOutcome.Withdrawn, ResultNotifiedOn = null, ReturnedOn = null }, Verdict.NotApplicable),
        new("CR-CAS-11", "no paper asked for", Sound, Verdict.Pass),
        new("CR-CAS-11", "paper asked for", Sound with { AskedForPaper = true }, Verdict.Fail),
        new("CR-CAS-11", "paper asked for before Regulation 338", Sound with { AskedForPaper = true, ReceivedOn = new(2025, 7, 8) }, Verdict.Fail),
        new("CR-CAS-12", "another person", Sound, Verdict.Pass),
        new("CR-CAS-12", "the requester", Sound with { DecidedBy = "R-100" }, Verdict.Fail),
        new("CR-CAS-12", "a relation declared, who it was not said", Refused with { DecidedBy = null, DeclaredRelation = "spouse" }, Verdict.Fail),
        new("CR-CAS-12", "pending", Overdue, Verdict.NotApplicable),
        new("CR-CAS-12", "who it was is not said", Sound with { DecidedBy = null }, Verdict.Unknown, "decided_by"),
        new("CR-CAS-14", "grounded, resumed in time", Sound with { Suspensions = 1 }, Verdict.Pass),
        new("CR-CAS-14", "without ground", Sound with { Suspensions = 1, SuspensionsWithoutGround = 1 }, Verdict.Fail),
        new("CR-CAS-14", "without end", Sound with { Suspensions = 1, SuspensionsWithoutEnd = 1 }, Verdict.Fail),
        new("CR-CAS-14", "too long", Sound with { Suspensions = 2, SuspensionsTooLong = 1, SuspensionsUnlimited = 1 }, Verdict.Fail),
        new("CR-CAS-14", "none", Sound, Verdict.NotApplicable),
        new("CR-CAS-14", "no limit is known", Sound with { Suspensions = 1, SuspensionsUnlimited = 1 }, Verdict.Unknown, "suspensions_unlimited"),
        new("CR-CAS-15", "in order", Sound, Verdict.Pass),
        new("CR-CAS-15", "out of order", Overdue with { FirstStepOutOfOrder = 2 }, Verdict.Fail),
        new("CR-CAS-15", "skipped", Sound with { FirstStepMissing = 3 }, Verdict.Fail),
        new("CR-CAS-15", "no steps", Sound with { StepsExpected = 0 }, Verdict.NotApplicable),
        new("CR-CAS-15", "nothing begun yet", Overdue with { StepsRecorded = 0 }, Verdict.NotApplicable),
        new("CR-CAS-15", "no step was recorded", Sound with { StepsRecorded = 0, FirstStepMissing = 1 }, Verdict.Unknown, "steps_recorded"),
        new("CR-CAS-16", "all there", Sound, Verdict.Pass),
        new("CR-CAS-16", "one missing", Sound with { DocumentsMissing = 1 }, Verdict.Fail),
        new("CR-CAS-16", "one expired", Sound with { DocumentsExpired = 1 }, Verdict.Fail),
        new("CR-CAS-16", "a paper lapsed before its use", Sound with { PapersCount = ClockState.Broken, DocumentsMissing = null }, Verdict.Fail),
        new("CR-CAS-16", "none is required, a paper counted", Sound with { DocumentsRequired = 0, DocumentsMissing = null, DocumentsExpired = null }, Verdict.Pass),
        new("CR-CAS-16", "none is required", Sound with { DocumentsRequired = 0, PapersCount = null }, Verdict.NotApplicable),
        new("CR-CAS-16", "refused", Refused, Verdict.NotApplicable),
        new("CR-CAS-16", "documents not recorded", Sound with { DocumentsMissing = null }, Verdict.Unknown, "documents_missing"),
        new("CR-CAS-16", "no date of issue", Sound with { DocumentsExpired = null }, Verdict.Unknown, "documents_expired"),
        new("CR-CAS-16", "when it began to count is not known", Sound with { PapersCount = ClockState.Unknown }, Verdict.Unknown, "papers_count"),
        new("CR-CAS-17", "told on the due date", Overdue with { ProcedureCode = "PTY-QRY", DelayNotifiedOn = Due }, Verdict.Pass),
        new("CR-CAS-17", "told the day after", Late with { ProcedureCode = "PTY-QRY", DelayNotifiedOn = Due.PlusDays(1) }, Verdict.Fail),
        new("CR-CAS-17", "not told", Late with { ProcedureCode = "PTY-QRY" }, Verdict.Fail),
        new("CR-CAS-17", "not late", Sound with { ProcedureCode = "PTY-QRY" }, Verdict.NotApplicable),
        new("CR-CAS-17", "no reply to a question", Late, Verdict.NotApplicable),
        new("CR-CAS-17", "after Regulation 294", Late with { ProcedureCode = "PTY-QRY", ReceivedOn = new(2026, 4, 8) }, Verdict.NotApplicable),
        new("CR-CAS-17", "its last day", Late with { ProcedureCode = "PTY-QRY", ReceivedOn = new(2026, 4, 7) }, Verdict.Fail),
        new("CR-CAS-17", "no due date", Overdue with { ProcedureCode = "PTY-QRY", Timeliness = null }, Verdict.Unknown, "timeliness"),
        new("CR-CAS-18", "enough votes", Sound, Verdict.Pass),
        new("CR-CAS-18", "too few", Sound with { VotesBelowThreshold = 1, VotesMissing = 1 }, Verdict.Fail),
        new("CR-CAS-18", "no collective", Sound with { VotesExpected = 0 }, Verdict.NotApplicable),
        new("CR-CAS-18", "not decided", Overdue, Verdict.NotApplicable),
        new("CR-CAS-18", "no vote recorded", Sound with { VotesMissing = 1 }, Verdict.Unknown, "votes_missing"),
        new("CR-CAS-19", "late, one apology", Late with { Apologies = 1 }, Verdict.Pass),
        new("CR-CAS-19", "late, no apology", Late, Verdict.Fail),
        new("CR-CAS-19", "in time, two apologies", Sound with { Apologies = 2 }, Verdict.Fail),
        new("CR-CAS-19", "in time", Sound, Verdict.NotApplicable),
        new("CR-CAS-19", "of the Party", Late with { System = OrganizationSystem.Party }, Verdict.NotApplicable),
        new("CR-CAS-19", "which system is not said", Late with { System = null }, Verdict.Unknown, "system"),
        new("CR-CAS-19", "no due date", Overdue with { Timeliness = null }, Verdict.Unknown, "timeliness"),
        new("CR-CAS-20", "nothing stands against it", Sound with { ProcedureCode = "PTY-TRO" }, Verdict.Pass),
        new("CR-CAS-20", "an inspection is under way", Sound with { ProcedureCode = "PTY-TRO", BlockingConditions = 1 }, Verdict.Fail),
        new("CR-CAS-20", "of another procedure", Sound with { BlockingConditions = 1 }, Verdict.Fail),
        new("CR-CAS-20", "not decided", Overdue with { ProcedureCode = "PTY-TRO", BlockingConditions = 1 }, Verdict.NotApplicable),
        new("CR-CAS-20", "nobody looked", Sound with { ProcedureCode = "PTY-TRO", BlockingConditions = null }, Verdict.Unknown, "blocking_conditions"),
        new("CR-CAS-21", "waited", Sound, Verdict.Pass),
        new("CR-CAS-21", "too early", Sound with { LeastWaits = ClockState.Broken }, Verdict.Fail),
        new("CR-CAS-21", "still waiting", Overdue with { LeastWaits = ClockState.Running }, Verdict.NotApplicable),
        new("CR-CAS-21", "no wait", Sound with { LeastWaits = null }, Verdict.NotApplicable),
        new("CR-CAS-21", "from when is not known", Sound with { LeastWaits = ClockState.Unknown }, Verdict.Unknown, "least_waits"),
        new("CR-CAS-22", "the right day", Sound, Verdict.Pass),
        new("CR-CAS-22", "another day", Sound with { EffectiveDate = ClockState.Broken }, Verdict.Fail),
        new("CR-CAS-22", "nothing is said", Sound with { EffectiveDate = null }, Verdict.NotApplicable),
        new("CR-CAS-22", "no day is stated", Sound with { EffectiveDate = ClockState.Unknown }, Verdict.Unknown, "effective_date"),
        new("CR-CAS-23", "in time", Sound, Verdict.Pass),
        new("CR-CAS-23", "too late", Sound with { FilingPeriod = ClockState.Broken, FilingPeriodOtherwise = ClockState.Broken }, Verdict.Fail),
        new("CR-CAS-23", "no period", Sound with { FilingPeriod = null, FilingPeriodOtherwise = null }, Verdict.NotApplicable),
        new("CR-CAS-23", "refused for it", Refused with { RefusedAsFiledLate = true }, Verdict.NotApplicable),
        new("CR-CAS-23", "in time by one reading", Sound with { FilingPeriod = ClockState.Broken }, Verdict.Unknown, "filing_period_otherwise"),
        new("CR-CAS-23", "from when is not known", Sound with { FilingPeriod = ClockState.Unknown, FilingPeriodOtherwise = ClockState.Unknown }, Verdict.Unknown, "filing_period"),
        new("CR-CAS-23B", "refused and too late", Refused with { RefusedAsFiledLate = true, FilingPeriod = ClockState.Broken, FilingPeriodOtherwise = ClockState.Broken }, Verdict.Pass),
        new("CR-CAS-23B", "refused and in time", Refused with { RefusedAsFiledLate = true }, Verdict.Fail),
        new("CR-CAS-23B", "refused for something else", Refused, Verdict.NotApplicable),
        new("CR-CAS-23B", "in time by one reading", Refused with { RefusedAsFiledLate = true, FilingPeriod = ClockState.Broken }, Verdict.Unknown, "filing_period_otherwise"),
        new("CR-CAS-23B", "no period is known", Refused with { RefusedAsFiledLate = true, FilingPeriod = null, FilingPeriodOtherwise = null }, Verdict.Unknown, "filing_period"),
        new("CR-CAS-26", "competent", Sound, Verdict.Pass),
        new("CR-CAS-26", "lapsed", Sound with { Competence = ClockState.Broken }, Verdict.Fail),
        new("CR-CAS-26", "no term", Sound with { Competence = null }, Verdict.NotApplicable),
        new("CR-CAS-26", "not decided", Overdue with { Competence = ClockState.Overdue }, Verdict.NotApplicable),
        new("CR-CAS-26", "from when is not known", Sound with { Competence = ClockState.Unknown }, Verdict.Unknown, "competence"),
        new("CR-CAS-26", "after Guidance 06", Sound with { Competence = ClockState.Broken, ReceivedOn = new(2026, 5, 19) }, Verdict.NotApplicable),
        new("CR-CAS-26", "its last day", Sound with { Competence = ClockState.Broken, ReceivedOn = new(2026, 5, 18) }, Verdict.Fail),
        new("CR-PIL-01", "received on the day of approval", Piloted with { PilotApprovedOn = new(2025, 9, 8) }, Verdict.Pass),
        new("CR-PIL-01", "received the day before", Piloted with { PilotApprovedOn = new(2025, 9, 9) }, Verdict.Fail),
        new("CR-PIL-01", "never approved", Piloted with { PilotApprovedOn = null, IsProcedureInPilot = false, IsUnitInPilot = false }, Verdict.Fail),
        new("CR-PIL-01", "under no pilot", Sound, Verdict.NotApplicable),
        new("CR-PIL-01", "the register was not asked", Sound with { PilotId = "P-1" }, Verdict.Unknown, "pilot_approved_on"),
        new("CR-PIL-03", "received on the first day, ended on the last", Piloted with { PilotFrom = new(2025, 9, 8), PilotUntil = new(2025, 9, 23) }, Verdict.Pass),
        new("CR-PIL-03", "received the day before the first", Piloted with { PilotFrom = new(2025, 9, 9) }, Verdict.Fail),
        new("CR-PIL-03", "ended the day after the last", Piloted with { PilotUntil = new(2025, 9, 22) }, Verdict.Fail),
        new("CR-PIL-03", "open on the last day", Piloted with { EndedOn = null, Outcome = null, PilotUntil = new(2025, 11, 1) }, Verdict.Pass),
        new("CR-PIL-03", "open on the day after", Piloted with { EndedOn = null, Outcome = null, PilotUntil = new(2025, 10, 31) }, Verdict.Fail),
        new("CR-PIL-03", "another procedure", Piloted with { IsProcedureInPilot = false }, Verdict.Fail),
        new("CR-PIL-03", "another unit", Piloted with { IsUnitInPilot = false }, Verdict.Fail),
        new("CR-PIL-03", "never approved: that is CR-PIL-01", Piloted with { PilotApprovedOn = null, IsProcedureInPilot = false, IsUnitInPilot = false }, Verdict.NotApplicable),
        new("CR-PIL-03", "under no pilot", Sound, Verdict.NotApplicable),
        new("CR-PIL-03", "the register was not asked", Sound with { PilotId = "P-1" }, Verdict.Unknown, "pilot_approved_on"),
    ];

    public static TheoryData<FileRuleRow> Rows => new(All);

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_rule_judges_on_both_sides(FileRuleRow row)
    {
        ArgumentNullException.ThrowIfNull(row);
        Judgement judgement = Judge(row.Code, row.Facts);

        Assert.Equal(row.Verdict, judgement.Verdict);
        if (row.Missing is not null)
        {
            Assert.Contains(judgement.Missing, m => m.Name == row.Missing && m.Label.Vietnamese != m.Label.English);
        }

        if (row.Verdict is Verdict.Fail or Verdict.Unknown)
        {
            Assert.NotEqual(judgement.Reason!.Sentence.Vietnamese, judgement.Reason.Sentence.English);
            Assert.DoesNotContain('{', judgement.Reason.Sentence.Vietnamese + judgement.Reason.Sentence.English);
            Assert.NotNull(judgement.Reason.Basis);
        }
    }

    [Fact]
    public void A_sound_case_breaks_no_rule()
    {
        Judgements judgements = BuiltInRules.CaseFiles.Judge(Sound);

        Assert.Empty(judgements.Failures);
        Assert.DoesNotContain(judgements.Judged, j => j.Verdict is Verdict.Fail or Verdict.Unknown);
    }

    // Rules 05 and 06 go by the computed due date; that the slip hides the lateness is told beside them.
    [Fact]
    public void A_wrong_date_on_the_slip_hides_no_lateness()
    {
        CaseFacts hidden = Late with { AppointedOn = new LocalDate(2025, 10, 6), AppointmentDiffers = true };

        Assert.Equal((Verdict.Fail, Verdict.Fail), (Judge("CR-CAS-03", hidden).Verdict, Judge("CR-CAS-06", hidden).Verdict));
    }

    [Fact]
    public void A_reason_names_all_that_is_broken_and_the_law_of_the_day()
    {
        CaseFacts extended = Sound with { Extensions = 1, ExtensionsWithoutReason = 1, ExtensionsAfterExpiry = 1 };

        Judgement judgement = Judge("CR-CAS-07", extended);

        Assert.Equal(
            "Extended 1 time(s); not met: it states its reason; it is granted before the limit expires", judgement.Reason!.Sentence.English);
        Assert.Equal("Quy định 294-QĐ/TW, khoản 4.3.1", judgement.Reason.Basis!.Citation.Vietnamese);
        Assert.Contains("Chương trình số 72", Judge("CR-CAS-07", extended with { ReceivedOn = new(2026, 4, 8) }).Reason!.Basis!.Citation.Vietnamese, StringComparison.Ordinal);
    }
}

/// <summary>A line of the table: facts and what a rule says of them.</summary>
public sealed record FileRuleRow(string Code, string What, CaseFacts Facts, Verdict Verdict, string? Missing = null)
{
    public override string ToString() => Code + " " + What;
}
