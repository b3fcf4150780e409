using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A task that is reported as done has evidence of its output, and whoever assigned it has confirmed it (hoàn thành có sản phẩm, có xác nhận).</summary>
public sealed class CompletionIsShown() : ComplianceRule<ProgrammeTaskFacts>(
    "CR-PRG-09",
    Severity.Error,
    new BilingualText("Hoàn thành không có sản phẩm", "Completed without output"),
    LegalBasis.Programme72("tránh hình thức", "no formalism"))
{
    private static readonly ReasonKind Breach = new(
        "completion_not_shown",
        "Nhiệm vụ '{task}' báo cáo hoàn thành ngày {done}: {lacks}",
        "The task '{task}' was reported as done on {done}: {lacks}");

    private static readonly BilingualText Evidence = new("không có tài liệu kiểm chứng", "no evidence");
    private static readonly BilingualText Confirmation = new("chưa được đơn vị giao xác nhận", "not confirmed by whoever assigned it");

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> AppliesWhen => Where(f => f.Progress == TaskProgress.Done);

    /// <inheritdoc/>
    protected override Specification<ProgrammeTaskFacts> Requires => Where(f => f.Evidence > 0 && f.ConfirmedOn != null);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<ProgrammeTaskFacts>> Conditions =>
    [
        new("evidence", Evidence, Where(f => f.Evidence > 0)), new("confirmation", Confirmation, Where(f => f.ConfirmedOn != null)),
    ];

    /// <inheritdoc/>
    protected override Reason Because(ProgrammeTaskFacts subject) => Breach.Because(
        Info.Basis,
        ("task", subject.Id),
        ("done", subject.CompletedOn!.Value),
        ("lacks", Lacks.Joined((subject.Evidence == 0, Evidence), (subject.ConfirmedOn is null, Confirmation))));
}
