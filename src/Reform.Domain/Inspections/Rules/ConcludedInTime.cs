using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>An inspection is concluded within its limit once the work at the unit is over (kết luận đúng hạn).</summary>
public sealed class ConcludedInTime() : ComplianceRule<InspectionFacts>(
    "CR-INS-04",
    Severity.Warning,
    new BilingualText("Kết luận chậm", "Conclusion late"),
    LegalBasis.Programme72("kịp thời", "in time"))
{
    private static readonly Fact<InspectionFacts> ConcludeByKnown = new(
        "conclude_by", InspectionFacts.Subject.WordOf(nameof(InspectionFacts.ConcludeBy)), Specification.Where<InspectionFacts>(f => f.ConcludeBy != null));

    private static readonly ReasonKind Missing = new(
        "inspection_not_concluded",
        "Kiểm tra kết thúc ngày {ended}, chưa có kết luận, hạn ngày {due}",
        "The inspection ended on {ended} and has no conclusion, which was due on {due}");

    private static readonly ReasonKind Late = new(
        "inspection_concluded_late",
        "Kết luận ngày {concluded}, sau hạn {due}",
        "Concluded on {concluded}, after {due}");

    /// <inheritdoc/>
    protected override Specification<InspectionFacts> AppliesWhen =>
        Where(f => f.EndedOn != null && (f.ConcludedOn != null || f.ConcludeBy == null || f.AsOf > f.ConcludeBy));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<InspectionFacts>> Needs => [ConcludeByKnown];

    /// <inheritdoc/>
    protected override Specification<InspectionFacts> Requires => Where(f => f.ConcludedOn <= f.ConcludeBy);

    /// <inheritdoc/>
    protected override Reason Because(InspectionFacts subject) => subject.ConcludedOn is LocalDate concluded
        ? Late.Because(Info.Basis, ("concluded", concluded), ("due", subject.ConcludeBy!.Value))
        : Missing.Because(Info.Basis, ("ended", subject.EndedOn!.Value), ("due", subject.ConcludeBy!.Value));
}
