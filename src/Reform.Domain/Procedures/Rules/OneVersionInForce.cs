using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>On every day of the life of a procedure exactly one version is in force (mỗi ngày một phiên bản có hiệu lực).</summary>
public sealed class OneVersionInForce() : ComplianceRule<VersionsInForceFacts>(
    "CR-PRC-10",
    Severity.Critical,
    new BilingualText("Trùng hoặc đứt hiệu lực", "Overlap or gap"),
    LegalBasis.Programme72("ban hành thống nhất", "issued uniformly"))
{
    private static readonly ReasonKind Breach = new(
        "versions_in_force",
        "Ngày {on}, thủ tục '{procedure}' có {count} phiên bản có hiệu lực",
        "On {on}, {count} versions of the procedure '{procedure}' are in force");

    /// <inheritdoc/>
    protected override Specification<VersionsInForceFacts> AppliesWhen => Where(f => f.IsInLife);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<VersionsInForceFacts>> Needs =>
    [
        new Fact<VersionsInForceFacts>(
            "version_starts",
            new BilingualText("ngày bắt đầu hiệu lực của các phiên bản", "when the versions begin"),
            Specification.Where<VersionsInForceFacts>(f => f.AreStartsRecorded)),
    ];

    /// <inheritdoc/>
    protected override Specification<VersionsInForceFacts> Requires => Where(f => f.InForce == 1);

    /// <inheritdoc/>
    protected override Reason Because(VersionsInForceFacts subject) => Breach.Because(Info.Basis, ("on", subject.On), ("procedure", subject.Id), ("count", subject.InForce));
}
