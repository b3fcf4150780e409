using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>When a programme is over, its open tasks are carried over by decision (hết chương trình, nhiệm vụ còn lại được chuyển tiếp).</summary>
public sealed class NothingLeftOpenAtEnd() : ComplianceRule<ProgrammeTaskFacts>(
    "CR-PRG-12",
    Severity.Warning,
    new BilingualText("Hết chương trình còn nhiệm vụ mở", "Open at programme end"),
    LegalBasis.Programme72("đến năm 2025", "until 2025"))
{
    private static readonly ReasonKind Breach = new(
        "task_open_at_end",
        "Chương trình kết thúc ngày {end}, nhiệm vụ '{task}' chưa hoàn thành và chưa có quyết định chuyển tiếp",
        "The programme ended on {end}; the task '{task}' is not done, and no decision carries it over");

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> AppliesWhen => Where(f => f.Progress != TaskProgress.Done && f.On > f.ProgrammeEndsOn);

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> Requires => Where(f => f.CarriedOverOn != null);

    /// <inheritdoc/>
    protected override Reason Because(ProgrammeTaskFacts subject) => Breach.Because(Info.Basis, ("end", subject.ProgrammeEndsOn), ("task", subject.Id));
}
