using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>Nobody inspects the unit to which he or she belongs (người kiểm tra độc lập).</summary>
public sealed class InspectorsAreIndependent() : ComplianceRule<InspectionFacts>(
    "CR-INS-07",
    Severity.Error,
    new BilingualText("Người kiểm tra có xung đột", "Inspector conflict"),
    LegalBasis.Programme72("khách quan", "objective"))
{
    private static readonly Fact<InspectionFacts> UnitsKnown = new(
        "inspector_units",
        new BilingualText("đơn vị của từng người kiểm tra", "the unit of each inspector"),
        Specification.Where<InspectionFacts>(f => f.OwnInspectors > 0 || f.InspectorsOfUnknownUnit == 0));

    private static readonly ReasonKind Breach = new(
        "inspector_of_own_unit",
        "{count} người kiểm tra thuộc chính đơn vị được kiểm tra '{unit}'",
        "{count} inspector(s) belong to the inspected unit '{unit}'");

    /// <inheritdoc/>
    protected override Specification<InspectionFacts> AppliesWhen => Where(f => f.Inspectors > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<InspectionFacts>> Needs => [UnitsKnown];

    /// <inheritdoc/>
    protected override Specification<InspectionFacts> Requires => Where(f => f.OwnInspectors == 0);

    /// <inheritdoc/>
    protected override Reason Because(InspectionFacts subject) => Breach.Because(Info.Basis, ("count", subject.OwnInspectors), ("unit", subject.InspectedId));
}
