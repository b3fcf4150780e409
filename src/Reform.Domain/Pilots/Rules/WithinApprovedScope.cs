using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>What is handled under an approved pilot lies within what was approved: procedure, unit and dates (trong phạm vi thí điểm).</summary>
public sealed class WithinApprovedScope() : ComplianceRule<PilotCaseFacts>(
    "CR-PIL-03",
    Severity.Critical,
    new BilingualText("Thí điểm ngoài phạm vi, hết hạn", "Pilot out of scope or ended"),
    LegalBasis.Programme72("đề xuất được thí điểm", "proposes pilots, which Central has to allow"))
{
    internal static readonly ReasonKind Breach = new(
        "pilot_used_outside_scope",
        "Hồ sơ theo thí điểm '{pilot}' không thuộc phạm vi được đồng ý: {broken}",
        "The case under the pilot '{pilot}' is not within what was approved: {broken}");

    private static readonly Fact<PilotCaseFacts> Received = new(
        "received_on", PilotCaseFacts.Subject.WordOf(nameof(PilotCaseFacts.ReceivedOn)), Specification.Where<PilotCaseFacts>(f => f.ReceivedOn != null));

    private static readonly Fact<PilotCaseFacts> Last = new(
        "last_on", PilotCaseFacts.Subject.WordOf(nameof(PilotCaseFacts.LastOn)), Specification.Where<PilotCaseFacts>(f => f.LastOn != null));

    /// <inheritdoc/>
    protected override Specification<PilotCaseFacts> AppliesWhen => Where(f => f.ApprovedOn != null);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<PilotCaseFacts>> Conditions =>
    [
        new("procedure", new BilingualText("thủ tục ngoài phạm vi", "another procedure"), Where(f => f.IsProcedureCovered)),
        new("unit", new BilingualText("đơn vị ngoài phạm vi", "another unit"), Where(f => f.IsUnitCovered)),
        new("begun", new BilingualText("trước thời gian thí điểm", "before its period"), Where(f => f.From == null || f.ReceivedOn >= f.From), Received),
        new("not_over", new BilingualText("sau khi thí điểm kết thúc", "after its end"), Where(f => f.Until == null || f.LastOn < f.Until), Last),
    ];

    /// <inheritdoc/>
    protected override Specification<PilotCaseFacts> Requires => Conditions.Select(c => c.Holds).Aggregate((a, b) => a & b);

    /// <inheritdoc/>
    protected override Reason Because(PilotCaseFacts subject) => Breach.Because(Info.Basis, ("pilot", subject.PilotId), ("broken", Broken(subject)));
}
