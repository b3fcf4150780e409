using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Of the instruments that the limits of a version cite at least one is in force (căn cứ còn hiệu lực).</summary>
public sealed class BasisInForce() : ComplianceRule<ProcedureVersionFacts>(
    "CR-PRC-03",
    Severity.Error,
    new BilingualText("Căn cứ hết hiệu lực", "Basis not in force"),
    new LegalBasis(new BilingualText(
        "Hiệu lực nối tiếp của Quy định 232-QĐ/TW, 294-QĐ/TW, 20-QĐ/TW và 208-QĐ/TW",
        "Regulations 232-QĐ/TW, 294-QĐ/TW, 20-QĐ/TW and 208-QĐ/TW, each replacing the one before")))
{
    private static readonly ReasonKind Breach = new(
        "no_basis_in_force",
        "Ngày {on}, phiên bản {version} chỉ dẫn {count} văn bản, không văn bản nào còn hiệu lực",
        "On {on}, version {version} cites {count} instrument(s), none of which is in force");

    /// <inheritdoc/>
    protected override IEnumerable<Fact<ProcedureVersionFacts>> Needs =>
    [
        new Fact<ProcedureVersionFacts>(
            "instruments",
            new BilingualText("hiệu lực của văn bản mà các thời hạn dẫn chiếu", "the validity of the instruments that its limits cite"),
            Specification.Where<ProcedureVersionFacts>(v => v.Instruments > 0)),
    ];

    /// <inheritdoc/>
    protected override Specification<ProcedureVersionFacts> Requires => Where(v => v.InstrumentsInForce > 0);

    /// <inheritdoc/>
    protected override Reason Because(ProcedureVersionFacts subject) =>
        Breach.Because(Info.Basis, ("on", subject.On), ("version", subject.Id), ("count", subject.Instruments));
}
