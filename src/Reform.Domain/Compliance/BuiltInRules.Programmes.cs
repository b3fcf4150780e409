using Reform.Domain.Programmes;
using Reform.Domain.Rules;

namespace Reform.Domain.Compliance;

/// <content>The rules over programmes, one book for each kind of subject.</content>
public static partial class BuiltInRules
{
    /// <summary>The rules over plans of units (kế hoạch của đơn vị).</summary>
    public static RuleBook<UnitPlanFacts> UnitPlans { get; } = new(UnitPlanFacts.Subject, [new PlanIssuedByDueDate()]);

    /// <summary>The rules over tasks of programmes (nhiệm vụ).</summary>
    public static RuleBook<ProgrammeTaskFacts> ProgrammeTasks { get; } = new(
        ProgrammeTaskFacts.Subject,
        [
            new TaskStandsInPlan(), new TaskIsSpecific(), new TaskHasOneLead(), new OverdueTaskIsUrged(), new CompletionIsShown(), new OverdueIsEscalated(),
            new TaskHasOwner(), new NothingLeftOpenAtEnd(), new DueDateKept(),
        ]);

    /// <summary>The rules over duties to report (nghĩa vụ báo cáo).</summary>
    public static RuleBook<ReportDutyFacts> ReportDuties { get; } = new(ReportDutyFacts.Subject, [new ReportIsSubmitted()]);

    /// <summary>The rules over reports that came (báo cáo đã gửi).</summary>
    public static RuleBook<SubmittedReportFacts> SubmittedReports { get; } = new(SubmittedReportFacts.Subject, [new ReportIsInTime()]);

    /// <summary>The rules over results by difficulty (kết quả theo độ khó).</summary>
    public static RuleBook<EasyFirstFacts> TaskDifficulties { get; } = new(EasyFirstFacts.Subject, [new HardTasksAreDoneToo()]);

    /// <summary>The rules over consultations about tasks (lấy ý kiến phối hợp).</summary>
    public static RuleBook<TaskConsultationFacts> TaskConsultations { get; } = new(TaskConsultationFacts.Subject, [new ConsultationAnsweredInTime()]);

    /// <summary>What each rule over programmes is, in every period.</summary>
    public static IEnumerable<RuleInfo> OverProgrammes =>
    [
        .. InfosOf(UnitPlans), .. InfosOf(ProgrammeTasks), .. InfosOf(ReportDuties), .. InfosOf(SubmittedReports), .. InfosOf(TaskDifficulties),
        .. InfosOf(TaskConsultations),
    ];
}
