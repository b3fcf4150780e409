using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;

namespace Reform.Domain.Tests.Cases.Rules.Files;

/// <summary>The facts of a case in which nothing is wrong and nothing is missing; its rules are those of 8 September 2025.</summary>
internal static class FileFacts
{
    public static CaseFacts Sound { get; } = new()
    {
        CaseId = "H-1",
        ProcedureCode = "P-1",
        UnitId = "u1",
        HolderUnitId = "u1",
        Requester = "R-100",
        AsOf = new LocalDate(2025, 10, 31),
        State = CaseState.Closed,
        Outcome = CaseOutcome.Decided,
        ReceivedOn = new LocalDate(2025, 9, 8),
        EndedOn = new LocalDate(2025, 9, 22),
        ReturnedOn = new LocalDate(2025, 9, 23),
        ResultNotifiedOn = new LocalDate(2025, 9, 22),
        CalendarDays = 14,
        AppointedOn = new LocalDate(2025, 9, 22),
        ComputedDueOn = new LocalDate(2025, 9, 22),
        DueOn = new LocalDate(2025, 9, 22),
        SlipDueOn = new LocalDate(2025, 9, 22),
        AppointmentDiffers = false,
        WholeLimit = ClockState.Kept,
        Timeliness = Timeliness.OnTime,
        WorkingDaysLate = 0,
        WorkingDaysSinceDue = 29,
        System = OrganizationSystem.State,
        DecidedBy = "board-1",
        StepsDone = 3,
        StepsExpected = 3,
        StepsRecorded = 3,
        VotesExpected = 1,
        DocumentsRequired = 2,
        DocumentsMissing = 0,
        DocumentsExpired = 0,
        ExtensionsAfterExpiry = 0,
        ExtensionsOverCap = 0,
        ExtensionsByWrongBody = 0,
        BlockingConditions = 0,
        LeastWaits = ClockState.Kept,
        FilingPeriod = ClockState.Kept,
        FilingPeriodOtherwise = ClockState.Kept,
        PapersCount = ClockState.Kept,
        Competence = ClockState.Kept,
        EffectiveDate = ClockState.Kept,
    };

    /// <summary>The same case, pending and overdue since 22 September 2025.</summary>
    public static CaseFacts Overdue { get; } = Sound with
    {
        State = CaseState.InProgress,
        Outcome = null,
        EndedOn = null,
        ReturnedOn = null,
        ResultNotifiedOn = null,
        DecidedBy = null,
        WholeLimit = ClockState.Overdue,
        Timeliness = Timeliness.PendingOverdue,
        WorkingDaysLate = 29,
    };

    public static CaseFacts Late { get; } = Sound with
    {
        EndedOn = new LocalDate(2025, 9, 23),
        WholeLimit = ClockState.Broken,
        Timeliness = Timeliness.Late,
        WorkingDaysLate = 1,
    };

    public static CaseFacts Refused { get; } = Sound with
    {
        State = CaseState.Refused,
        Outcome = CaseOutcome.Refused,
        RefusalHasReason = true,
        RefusalHasBasis = true,
    };

    /// <summary>The same case under a pilot that allows it.</summary>
    public static CaseFacts Piloted { get; } = Sound with
    {
        PilotId = "P-1",
        PilotApprovedOn = new LocalDate(2025, 1, 2),
        PilotFrom = new LocalDate(2025, 2, 3),
        PilotUntil = new LocalDate(2026, 2, 3),
        IsProcedureInPilot = true,
        IsUnitInPilot = true,
    };

    public static Judgement Judge(string code, CaseFacts facts) => BuiltInRules.CaseFiles.Judge(facts).Judged.Single(j => j.Rule.Code == code);
}
