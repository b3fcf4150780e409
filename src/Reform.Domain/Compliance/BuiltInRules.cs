using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>The rules that come with the library (bộ quy tắc có sẵn).</summary>
public static partial class BuiltInRules
{
    /// <summary>The books, each over one kind of object.</summary>
    internal static IEnumerable<RuleBook> Books =>
    [
        Cases, CaseFiles,
        ProcedureVersions, ProcedureLives, LevelLimits, Questions, Interpretations, VersionChanges, Reductions, Reviews, UnitVariants, ProcedureWork,
        Publications, Results, Consultations,
        UnitPlans, ProgrammeTasks, ReportDuties, SubmittedReports, TaskDifficulties, TaskConsultations,
        Decisions, Grants, GrantStates, Signatures, Units, Powers, Grantors, DelegationShares, LocalVariants,
        InspectionDuties, InspectionPlans, InspectionSelections, Inspections, Remedies, InspectionRotations,
        Pilots, PilotCases,
        DigitalAdoption, CodeUses, AutomatedProposals, ElectronicFilings, FlowDocuments,
        CriteriaSets, Evaluations, Ratings, PeerGroups, ScoreTrends,
    ];

    /// <summary>The rules over sets of cases, each in a book: a receipt of such a finding is judged again by it.</summary>
    internal static IEnumerable<RuleBook> SetBooks =>
    [
        new RuleBook<QueueFacts>(CaseSubjects.Queues, [QueueOrder.Rule]),
        new RuleBook<ShareFacts>(CaseSubjects.Shares, [OnTimeRate.Rule]),
        new RuleBook<StepTimeFacts>(CaseSubjects.StepTimes, [Bottlenecks.Rule]),
    ];

    /// <summary>The rules over cases; add one with <see cref="RuleBook{T}.With(ComplianceRule{T})"/>.</summary>
    public static RuleBook<LoggedCaseFacts> Cases { get; } = new(
        CaseSubjects.Logged,
    [
        .. ReceivedWithDueDate.InEveryPeriod,
        new RecordedDueDateIsRight(),
        .. AtMostOneSupplementRequest.InEveryPeriod,
        new OpenCaseWithinDueDate(),
        new DecidedByDueDate(),
        .. RefusalStatesReason.InEveryPeriod,
        new DeciderIsNotRequester(),
        new StepsInOrder(),
        new StepsNotRepeated(),
        new NoActivityOutsideProcedure(),
        new FourEyesKept(),
        new ResponsiblePersonNamed(),
        new NoEventAfterEnd(),
        new NoTestAccount(),
        new EndNotBeforeReceipt(),
        new PlannedEndByDueDate(),
        new EventsInTimeOrder(),
        new NoEventBeforeReceipt(),
        new UnitNamed(),
        new ProcedureIsCatalogued(),
        new DecidedBeforeGrantExpired(),
        new DecidedAfterGrantBegan(),
        new DecidedWithinScope(),
        new GrantorHeldPower(),
        new PowerMayBePassedOn(),
        new PowerWasGranted(),
    ]);

    /// <summary>The rules over cases of their own events, CR-CAS-01 to 26, and CR-PIL-01 and 03; those over sets of cases stand beside it.</summary>
    public static RuleBook<CaseFacts> CaseFiles { get; } = new(
        CaseSubjects.Flat,
    [
        .. SlipStatesDueDate.InEveryPeriod,
        .. GapsToldInTime.InEveryPeriod,
        .. SlipDueDateIsRight.InEveryPeriod,
        .. SupplementAskedOnce.InEveryPeriod,
        .. PendingWithinDueDate.InEveryPeriod,
        .. ResolvedByDueDate.InEveryPeriod,
        .. ExtensionIsValid.InEveryPeriod,
        .. LatenessIsAnsweredFor.InEveryPeriod,
        .. RefusalIsGrounded.InEveryPeriod,
        .. ResultIsNotified.InEveryPeriod,
        .. NoPaperAskedAgain.InEveryPeriod,
        .. DeciderIsUnrelated.InEveryPeriod,
        .. SuspensionIsGrounded.InEveryPeriod,
        .. StepsFollowed.InEveryPeriod,
        .. DocumentsCountAtDecision.InEveryPeriod,
        .. DelayIsAnnounced.InEveryPeriod,
        .. VotesReachThreshold.InEveryPeriod,
        .. LatenessIsApologisedFor.InEveryPeriod,
        .. NothingBlocks.InEveryPeriod,
        .. LeastWaitsMet.InEveryPeriod,
        .. EffectiveDateIsRight.InEveryPeriod,
        .. FiledWithinPeriod.InEveryPeriod,
        .. RefusedAsFiledLateRightly.InEveryPeriod,
        .. DecidedWhileCompetent.InEveryPeriod,
        .. PilotIsApproved.InEveryPeriod,
        .. HandledWithinPilot.InEveryPeriod,
    ]);

    /// <summary>CR-CAS-13: whether a unit resolves the cases of a procedure in the order of receipt; for review.</summary>
    public static SetRule<CaseFacts, QueueFacts> QueueOrder { get; } = new QueueOrder();

    /// <summary>CR-CAS-24: whether enough of the cases of a unit and procedure are resolved on time.</summary>
    public static ShareRule<CaseFacts> OnTimeRate { get; } = new OnTimeRate();

    /// <summary>CR-CAS-25: whether one step takes most of the time of late cases.</summary>
    public static SetRule<CaseFacts, StepTimeFacts> Bottlenecks { get; } = new Bottlenecks();

    /// <summary>The rules over sets of cases, in the order of their codes.</summary>
    public static ValueList<RuleInfo> CaseSets { get; } = [QueueOrder.Rule.Info, OnTimeRate.Rule.Info, Bottlenecks.Rule.Info];
}
