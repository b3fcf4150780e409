using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;


/// <summary>
/// A Party committee, or an advisory body of one, has working regulations in force, of which its superior was informed (có quy chế làm việc).
/// </summary>
public sealed class WorkingRegulationInForce() : ComplianceRule<UnitFacts>(
    "CR-DLG-22", Severity.Warning, DelegationTitles.NoWorkingRegulation, Law.Basis)
{
    private static readonly DelegationLaw Law = DelegationLaw.Regulation294("9.1.2");

    private static readonly ReasonKind None = new(
        "no_working_regulation", "{unit} không có quy chế làm việc còn hiệu lực", "{unit} has no working regulations in force");

    private static readonly ReasonKind NotInformed = new(
        "superior_not_informed",
        "Quy chế làm việc của {unit} chưa được báo cáo cấp trên",
        "The superior was not informed of the working regulations of {unit}");

    /// <inheritdoc/>
    protected override Validity Validity => Law.Validity;

    /// <inheritdoc/>
    protected override Specification<UnitFacts> AppliesWhen => Where(u => u.Exists
        && (u.Kind == BodyKind.PartyCommittee || u.Kind == BodyKind.CommitteeOffice || u.Kind == BodyKind.OrganizationCommission || u.Kind == BodyKind.AdvisoryBody));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<UnitFacts>> Needs =>
    [
        new("working_regulation", new BilingualText("quy chế làm việc", "the working regulations"), Where(u => u.HasWorkingRegulation != null)),
        new(
            "superior_informed",
            new BilingualText("việc báo cáo cấp trên về quy chế làm việc", "whether the superior was informed"),
            Where(u => u.HasWorkingRegulation != true || u.IsSuperiorInformed != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<UnitFacts> Requires => Where(u => u.HasWorkingRegulation == true && u.IsSuperiorInformed == true);

    /// <inheritdoc/>
    protected override Reason Because(UnitFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return (subject.HasWorkingRegulation == true ? NotInformed : None).Because(Info.Basis, ("unit", subject.UnitId));
    }
}
