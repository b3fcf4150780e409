using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A unit has a verdict about each procedure of a review round at its due date (rà soát đúng hạn); before it, one without a verdict is not judged.</summary>
public sealed class ReviewedByDueDate() : ComplianceRule<ReviewFacts>(
    "CR-PRC-09",
    Severity.Warning,
    new BilingualText("Chưa rà soát", "Not reviewed"),
    LegalBasis.Programme72("rà soát", "reviewed"))
{
    private static readonly ReasonKind None = new(
        "procedure_not_reviewed",
        "Đơn vị '{unit}' chưa rà soát thủ tục '{procedure}', hạn ngày {due}",
        "The unit '{unit}' has no verdict about the procedure '{procedure}', which was due on {due}");

    private static readonly ReasonKind Late = new(
        "procedure_reviewed_late",
        "Đơn vị '{unit}' rà soát thủ tục '{procedure}' ngày {decided}, sau hạn {due}",
        "The unit '{unit}' decided about the procedure '{procedure}' on {decided}, after {due}");

    /// <inheritdoc/>
    protected override Specification<ReviewFacts> AppliesWhen => Where(f => f.State != ReviewState.Pending);

    /// <inheritdoc/>
    protected override Specification<ReviewFacts> Requires => Where(f => f.State == ReviewState.ReviewedInTime);

    /// <inheritdoc/>
    protected override Reason Because(ReviewFacts subject) => subject.DecidedOn is LocalDate decided
        ? Late.Because(Info.Basis, ("unit", subject.UnitId), ("procedure", subject.ProcedureCode), ("decided", decided), ("due", subject.DueOn))
        : None.Because(Info.Basis, ("unit", subject.UnitId), ("procedure", subject.ProcedureCode), ("due", subject.DueOn));
}
