using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>A good conclusion leads to a proposal to commend within its limit (kịp thời biểu dương); people decide about it.</summary>
public sealed class GoodWorkCommended() : ComplianceRule<InspectionFacts>(
    "CR-INS-05",
    Severity.Info,
    new BilingualText("Làm tốt chưa biểu dương", "Good, not commended"),
    LegalBasis.Programme72("kịp thời động viên, khen thưởng", "in time encourages and commends"))
{
    private static readonly Fact<InspectionFacts> CommendByKnown = new(
        "commend_by", InspectionFacts.Subject.WordOf(nameof(InspectionFacts.CommendBy)), Specification.Where<InspectionFacts>(f => f.CommendBy != null));

    private static readonly ReasonKind Missing = new(
        "good_not_commended",
        "Kết luận tốt ngày {concluded}, chưa đề nghị biểu dương, hạn ngày {due}",
        "A good conclusion of {concluded} led to no proposal to commend, which was due on {due}");

    private static readonly ReasonKind Late = new(
        "good_commended_late",
        "Đề nghị biểu dương ngày {commended}, sau hạn {due}",
        "The commendation was proposed on {commended}, after {due}");

    /// <inheritdoc/>
    protected override Specification<InspectionFacts> AppliesWhen =>
        Where(f => f.Rating == InspectionRating.Good && (f.CommendedOn != null || f.CommendBy == null || f.AsOf > f.CommendBy));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<InspectionFacts>> Needs => [CommendByKnown];

    /// <inheritdoc/>
    protected override Specification<InspectionFacts> Requires => Where(f => f.CommendedOn <= f.CommendBy);

    /// <inheritdoc/>
    protected override Reason Because(InspectionFacts subject) => subject.CommendedOn is LocalDate commended
        ? Late.Because(Info.Basis, ("commended", commended), ("due", subject.CommendBy!.Value))
        : Missing.Because(Info.Basis, ("concluded", subject.ConcludedOn is LocalDate on ? on : subject.AsOf), ("due", subject.CommendBy!.Value));
}
