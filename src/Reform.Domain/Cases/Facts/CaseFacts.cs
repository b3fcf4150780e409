using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Pilots;

namespace Reform.Domain.Cases;

/// <summary>
/// All that rules and indicators ask of a case, flat (dữ kiện của hồ sơ): one value in each field, so that it is the same in memory and as a row
/// of a database. Computed once, from the events, the procedure, the calendar and the authority register. What is not known is null.
/// </summary>
public sealed partial record CaseFacts
{
    /// <summary>The identifier of the case.</summary>
    public required string CaseId { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The unit that received it: the one that its figures count for.</summary>
    public required string UnitId { get; init; }

    /// <summary>The unit that holds it, or held it last.</summary>
    public required string HolderUnitId { get; init; }

    /// <summary>The pseudonymous reference of who asks.</summary>
    public required string Requester { get; init; }

    /// <summary>How it came in.</summary>
    public string? Channel { get; init; }

    /// <summary>The territory that it concerns.</summary>
    public string? Territory { get; init; }

    /// <summary>Whether it is secret: left out of publication and of digital indicators.</summary>
    public bool IsSecret { get; init; }

    /// <summary>Whether the procedure that it is handled by is written down (quy trình đã thành văn); null: not known.</summary>
    public bool? IsProcedureWritten { get; init; }

    /// <summary>The version of the procedure that it is handled by (<see cref="Procedures.ProcedureVersion.Hash"/>); null: not known.</summary>
    public string? ProcedureVersion { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>Where it stands.</summary>
    public required CaseState State { get; init; }

    /// <summary>How the handling ended; null: it goes on.</summary>
    public CaseOutcome? Outcome { get; init; }

    /// <summary>The date of receipt.</summary>
    public required LocalDate ReceivedOn { get; init; }

    /// <summary>The date of the decision, refusal or withdrawal.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>The date on which the result was handed over.</summary>
    public LocalDate? ReturnedOn { get; init; }

    /// <summary>The appointed date that was printed on the slip.</summary>
    public LocalDate? AppointedOn { get; init; }

    /// <summary>The due date of the whole, as computed.</summary>
    public LocalDate? ComputedDueOn { get; init; }

    /// <summary>Why no due date can be computed: the code of the reason; null where there is one.</summary>
    public string? DueUnknownBecause { get; init; }

    /// <summary>
    /// The due date by every reading while a question about the limit is open, such as "month:2025-02-17 wd30:2025-03-05"; "?" where it cannot be
    /// computed. Null: the limit is read in one way.
    /// </summary>
    public string? DueReadings { get; init; }

    /// <summary>Whether the computed due date may still change.</summary>
    public bool IsDueProvisional { get; init; }

    /// <summary>Whether it is due at an instant, of a limit in hours or sessions; else at the end of the date.</summary>
    public bool IsDueInstant { get; init; }

    /// <summary>Whether it ended on the due date, but after the due instant.</summary>
    public bool EndedAfterDueInstant { get; init; }

    /// <summary>The version of the calendar that the due date rests on.</summary>
    public string? CalendarVersion { get; init; }

    /// <summary>How the limit of the whole stands.</summary>
    public ClockState WholeLimit { get; init; }

    /// <summary>Working days from the receipt to the end, or to the date of judgement; those when the clock stood still left out.</summary>
    public int? WorkingDaysUsed { get; init; }

    /// <summary>Working days during which the clock stood still.</summary>
    public int? WorkingDaysStopped { get; init; }

    /// <summary>Calendar days from the receipt to the end, or to the date of judgement.</summary>
    public required int CalendarDays { get; init; }

    /// <summary>The step that took the most time.</summary>
    public int? SlowestStep { get; init; }

    /// <summary>The unit that the most time is charged to.</summary>
    public string? SlowestUnitId { get; init; }

    /// <summary>The working days that each step took, by step, such as "1:3 2:5"; null where the calendar does not cover them, or none took any.</summary>
    public string? StepDays { get; init; }

    /// <summary>When completeness was first checked.</summary>
    public LocalDate? CheckedOn { get; init; }

    /// <summary>How often a supplement was asked for, those about papers that a supplement brought left out.</summary>
    public int SupplementRequests { get; init; }

    /// <summary>Whether paper was asked for although an electronic document was there.</summary>
    public bool AskedForPaper { get; init; }

    /// <summary>How often the case was suspended.</summary>
    public int Suspensions { get; init; }

    /// <summary>How many suspensions give no ground.</summary>
    public int SuspensionsWithoutGround { get; init; }

    /// <summary>How many extensions were granted.</summary>
    public int Extensions { get; init; }

    /// <summary>How many of them break the cap of the procedure, or came after the limit was over.</summary>
    public int ForbiddenExtensions { get; init; }

    /// <summary>How many extensions give no reason.</summary>
    public int ExtensionsWithoutReason { get; init; }

    /// <summary>Steps of the procedure that were done.</summary>
    public int StepsDone { get; init; }

    /// <summary>Steps of the procedure.</summary>
    public int StepsExpected { get; init; }

    /// <summary>The first step that was begun before the one it follows was done; null: none.</summary>
    public int? FirstStepOutOfOrder { get; init; }

    /// <summary>The first step that was never done although the case was decided; null: none, or it was not decided.</summary>
    public int? FirstStepMissing { get; init; }

    /// <summary>How often a step was done again.</summary>
    public int ReworkRuns { get; init; }

    /// <summary>How many other units were asked.</summary>
    public int Consultations { get; init; }

    /// <summary>Working days charged to consulted units.</summary>
    public int? LateConsultationDays { get; init; }

    /// <summary>Votes of a step that did not reach its threshold and were not followed by one that did, in a case that was decided.</summary>
    public int VotesBelowThreshold { get; init; }

    /// <summary>Steps that a collective decides, of a case that was decided, without any vote recorded.</summary>
    public int VotesMissing { get; init; }

    /// <summary>Whether the refusal gives a reason; null: it was not refused.</summary>
    public bool? RefusalHasReason { get; init; }

    /// <summary>Whether the refusal gives its basis; null: it was not refused.</summary>
    public bool? RefusalHasBasis { get; init; }

    /// <summary>When the requester or the cell was told the result.</summary>
    public LocalDate? ResultNotifiedOn { get; init; }

    /// <summary>When a delay was first announced with its reason.</summary>
    public LocalDate? DelayNotifiedOn { get; init; }

    /// <summary>How often the appointment was put off with an apology.</summary>
    public int Apologies { get; init; }

    /// <summary>How often the case was urged.</summary>
    public int Urgings { get; init; }

    /// <summary>The satisfaction answer, 1 to 5.</summary>
    public int? Satisfaction { get; init; }

    /// <summary>Required documents that were not received, of a case that records documents; null: it records none.</summary>
    public int? DocumentsMissing { get; init; }

    /// <summary>Required documents that no longer counted when the case was decided; null: it records none, or was not decided.</summary>
    public int? DocumentsExpired { get; init; }

    /// <summary>Limits of steps that were broken or are overdue.</summary>
    public int StepLimitsBroken { get; init; }

    /// <summary>Least waits that were not met.</summary>
    public int WaitsBroken { get; init; }

    /// <summary>Filing periods that were missed.</summary>
    public int FilingsLate { get; init; }

    /// <summary>Competences or papers whose time was over when they were used.</summary>
    public int Lapses { get; init; }

    /// <summary>Whether a day of effect was stated wrongly; null: none was stated.</summary>
    public bool? EffectiveDateIsWrong { get; init; }

    /// <summary>Limits whose state cannot be told.</summary>
    public int LimitsUnknown { get; init; }

    /// <summary>Whether who decided was competent; null: nobody is named, the power is not known, or nothing was decided.</summary>
    public AuthorityVerdict? DecisionAuthority { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="file">The case, as it stood at the moment (<see cref="CaseFile.AsOf"/>).</param>
    /// <param name="terms">By what its clocks run.</param>
    /// <param name="now">The moment of judgement, Vietnam civil time.</param>
    /// <param name="authority">The authority register; null: authority is not judged.</param>
    /// <param name="pilots">The register of pilots; null: whether the pilot of a version allows what is done is not known.</param>
    /// <returns>The facts.</returns>
    public static CaseFacts Of(CaseFile file, CaseTerms terms, LocalDateTime now, AuthorityRegister? authority = null, PilotRegister? pilots = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(terms);
        return new CaseFactsBuilder(file, terms, now, authority, pilots).Build();
    }
}

/// <summary>How the handling of a case ended (kết quả giải quyết).</summary>
public enum CaseOutcome
{
    /// <summary>Decided (quyết định).</summary>
    Decided = 0,

    /// <summary>Refused (từ chối).</summary>
    Refused = 1,

    /// <summary>Withdrawn (rút hồ sơ).</summary>
    Withdrawn = 2,
}

/// <summary>How a case stands by its due date (tình trạng theo hạn).</summary>
public enum Timeliness
{
    /// <summary>Resolved before its due date (giải quyết trước hạn).</summary>
    Early = 0,

    /// <summary>Resolved on its due date (giải quyết đúng hạn).</summary>
    OnTime = 1,

    /// <summary>Resolved after its due date (giải quyết trễ hạn).</summary>
    Late = 2,

    /// <summary>Pending, not past its due date (đang giải quyết, trong hạn).</summary>
    PendingWithin = 3,

    /// <summary>Pending, past its due date (đang giải quyết, quá hạn).</summary>
    PendingOverdue = 4,
}
