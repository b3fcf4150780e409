using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>What is posted of the version in force shows the body that decides, a grant included (công khai đúng cơ quan giải quyết).</summary>
public sealed class RightDecidingBodyShown() : ComplianceRule<PublicationFacts>(
    "CR-PUB-04",
    Severity.Warning,
    new BilingualText("Công khai sai cơ quan giải quyết", "Wrong deciding body shown"),
    LegalBasis.Programme72("công khai, minh bạch", "public, transparent"))
{
    private static readonly ReasonKind Breach = new(
        "wrong_deciding_body_posted",
        "Đơn vị '{unit}', thủ tục '{procedure}': {first}",
        "The unit '{unit}', the procedure '{procedure}': {first}");

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> AppliesWhen => Where(f =>
        f.State == PublicationState.PublishedInTime || f.State == PublicationState.PublishedLate || f.State == PublicationState.PublishedTimeUnknown);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<PublicationFacts>> Needs =>
    [
        new Fact<PublicationFacts>(
            "deciding_body_shown",
            new BilingualText("cơ quan giải quyết ghi trên mọi bản công khai", "the deciding body that each posting shows"),
            Specification.Where<PublicationFacts>(f => f.WrongBodies > 0 || f.BodiesUnknown == 0)),
    ];

    /// <inheritdoc/>
    protected override Specification<PublicationFacts> Requires => Where(f => f.WrongBodies == 0);

    /// <inheritdoc/>
    protected override Reason Because(PublicationFacts subject) => Breach.Because(
        Info.Basis,
        ("unit", subject.UnitId),
        ("procedure", subject.ProcedureCode),
        ("first", new BilingualText(subject.WrongBodyVietnamese!, subject.WrongBodyEnglish!)));
}
