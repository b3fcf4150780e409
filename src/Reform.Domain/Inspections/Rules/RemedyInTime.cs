using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>What a unit was reminded of is confirmed to be mended by its due date (khắc phục đúng hạn); before it, nothing is overdue.</summary>
public sealed class RemedyInTime() : ComplianceRule<RemedyFacts>(
    "CR-INS-06",
    Severity.Error,
    new BilingualText("Chưa khắc phục", "Remedy overdue"),
    LegalBasis.Programme72("phê bình, nhắc nhở", "criticises and reminds"))
{
    private static readonly ReasonKind Missing = new(
        "remedy_missing",
        "Chưa xác nhận khắc phục, hạn ngày {due}",
        "No remedy is confirmed, which was due on {due}");

    private static readonly ReasonKind Late = new(
        "remedy_late",
        "Xác nhận khắc phục ngày {confirmed}, sau hạn {due}",
        "The remedy was confirmed on {confirmed}, after {due}");

    /// <inheritdoc/>
    protected override Specification<RemedyFacts> AppliesWhen => Where(f => f.ConfirmedOn != null || f.AsOf > f.RemedyDueOn);

    /// <inheritdoc/>
    protected override Specification<RemedyFacts> Requires => Where(f => f.ConfirmedOn <= f.RemedyDueOn);

    /// <inheritdoc/>
    protected override Reason Because(RemedyFacts subject) => subject.ConfirmedOn is LocalDate confirmed
        ? Late.Because(Info.Basis, ("confirmed", confirmed), ("due", subject.RemedyDueOn))
        : Missing.Because(Info.Basis, ("due", subject.RemedyDueOn));
}
