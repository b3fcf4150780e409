using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>The Office takes part in a plan to inspect the reform (phối hợp với Văn phòng).</summary>
public sealed class OfficeTakesPart() : ComplianceRule<InspectionPlanFacts>(
    "CR-INS-03",
    Severity.Warning,
    new BilingualText("Thiếu phối hợp Văn phòng", "Office not involved"),
    LegalBasis.Programme72("Ủy ban Kiểm tra phối hợp với Văn phòng", "the Inspection Commission together with the Office"))
{
    private static readonly Fact<InspectionPlanFacts> OfficeKnown = new(
        "has_office", InspectionPlanFacts.Subject.WordOf(nameof(InspectionPlanFacts.HasOffice)), Specification.Where<InspectionPlanFacts>(f => f.HasOffice != null));

    private static readonly ReasonKind Breach = new(
        "inspection_without_office",
        "Kế hoạch '{plan}' không có Văn phòng phối hợp",
        "The plan '{plan}' is made without the Office");

    /// <inheritdoc/>
    protected override IEnumerable<Fact<InspectionPlanFacts>> Needs => [OfficeKnown];

    /// <inheritdoc/>
    protected override Specification<InspectionPlanFacts> Requires => Where(f => f.HasOffice == true);

    /// <inheritdoc/>
    protected override Reason Because(InspectionPlanFacts subject) => Breach.Because(Info.Basis, ("plan", subject.Id));
}
