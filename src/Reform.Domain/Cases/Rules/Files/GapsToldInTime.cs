using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Who files is told within 8 working hours that something is missing; within one working day of a complex file (kiểm tra tính đầy đủ).</summary>
internal sealed class GapsToldInTime(InForce law) : CaseFileRule(
    "CR-CAS-02",
    Severity.Error,
    new BilingualText("Chậm kiểm tra tính đầy đủ", "Late completeness check"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "gaps_told_late",
        "Thông báo hồ sơ chưa đầy đủ ngày {told}, muộn hơn hạn ngày {due}",
        "Told on {told} that something is missing; it was due by {due}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.GapsToldOn != null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.GapsToldLate), c => c.GapsToldLate != null)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.GapsToldLate == false);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("told", Told(subject.GapsToldOn)), ("due", Told(subject.GapsDueOn)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.PartyProcedures("14(3)") }.Select(l => new GapsToldInTime(l));
}
