using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>An open task that is long overdue has been brought before the head of its lead and whoever leads the programme directly (báo cáo người đứng đầu).</summary>
/// <remarks>Ten working days are a choice of this library, no law; a unit may set fewer.</remarks>
public sealed class OverdueIsEscalated() : ComplianceRule<ProgrammeTaskFacts>(
    "CR-PRG-10",
    Severity.Error,
    new BilingualText("Chưa báo cáo người đứng đầu", "Not escalated"),
    Basis)
{
    private static readonly LegalBasis Basis = LegalBasis.Programme72("gắn trách nhiệm người đứng đầu", "the head is responsible");

    private static readonly ReasonKind Breach = new(
        "overdue_not_escalated",
        "Nhiệm vụ '{task}' quá hạn {days} ngày làm việc: {lacks}",
        "The task '{task}' is {days} working day(s) overdue: {lacks}");

    private static readonly RuleParameter Most = RuleParameter.Always(
        "most_overdue_working_days",
        new BilingualText("số ngày làm việc quá hạn mà chưa phải báo cáo lên", "the working days overdue without escalation"),
        Tightening.Lower,
        10,
        Basis);

    private static readonly BilingualText Head = new("chưa báo cáo người đứng đầu đơn vị chủ trì", "the head of the lead was not told");
    private static readonly BilingualText Direct = new(
        "chưa báo cáo người trực tiếp lãnh đạo, chỉ đạo", "whoever leads the programme directly was not told");

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Most];

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> AppliesWhen
    {
        get
        {
            int most = ValueOf(Most);
            return Where(f => f.Progress != TaskProgress.Done && f.Timeliness == TaskTimeliness.Overdue
                && (f.OverdueWorkingDays == null || f.OverdueWorkingDays > most));
        }
    }

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ProgrammeTaskFacts>> Needs =>
    [
        new Fact<ProgrammeTaskFacts>(
            "overdue_working_days",
            new BilingualText("số ngày làm việc quá hạn", "how many working days it is overdue"),
            Specification.Where<ProgrammeTaskFacts>(f => (f.HeadToldOn != null && f.DirectLeadToldOn != null) || f.OverdueWorkingDays != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> Requires => Where(f => f.HeadToldOn != null && f.DirectLeadToldOn != null);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<ProgrammeTaskFacts>> Conditions =>
    [
        new("head", Head, Where(f => f.HeadToldOn != null)), new("direct_lead", Direct, Where(f => f.DirectLeadToldOn != null)),
    ];

    /// <inheritdoc/>
    protected override Reason Because(ProgrammeTaskFacts subject) => Breach.Because(
        Info.Basis,
        ("task", subject.Id),
        ("days", subject.OverdueWorkingDays!.Value),
        ("lacks", Lacks.Joined((subject.HeadToldOn is null, Head), (subject.DirectLeadToldOn is null, Direct))));
}
