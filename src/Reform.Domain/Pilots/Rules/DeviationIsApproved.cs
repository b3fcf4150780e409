using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>A case is handled under a pilot only once Central approved the pilot (thí điểm sau khi được đồng ý).</summary>
public sealed class DeviationIsApproved() : ComplianceRule<PilotCaseFacts>(
    "CR-PIL-01",
    Severity.Critical,
    new BilingualText("Thí điểm khi chưa được đồng ý", "Pilot before approval"),
    LegalBasis.Programme72("đề xuất được thí điểm", "proposes pilots, which Central has to allow"))
{
    internal static readonly ReasonKind Never = new(
        "pilot_used_without_approval",
        "Hồ sơ được giải quyết theo thí điểm '{pilot}' mà Trung ương chưa đồng ý",
        "The case is handled under the pilot '{pilot}', which Central has not approved");

    internal static readonly ReasonKind TooEarly = new(
        "pilot_used_before_approval",
        "Hồ sơ tiếp nhận ngày {received} theo thí điểm '{pilot}', đến {approved} Trung ương mới đồng ý",
        "The case was received on {received} under the pilot '{pilot}', which Central approved on {approved} only");

    /// <inheritdoc/>
    protected override IEnumerable<Condition<PilotCaseFacts>> Conditions =>
    [
        new("approved", new BilingualText("Trung ương đã đồng ý", "Central approved it"), Where(f => f.ApprovedOn != null)),
        new("received_after_approval", new BilingualText("tiếp nhận từ ngày được đồng ý", "received from that day on"), Where(f => f.ApprovedOn == null || f.ReceivedOn >= f.ApprovedOn), Received),
    ];

    /// <inheritdoc/>
    protected override Specification<PilotCaseFacts> Requires => Where(f => f.ApprovedOn != null && f.ReceivedOn >= f.ApprovedOn);

    private static Fact<PilotCaseFacts> Received { get; } = new(
        "received_on", PilotCaseFacts.Subject.WordOf(nameof(PilotCaseFacts.ReceivedOn)), Specification.Where<PilotCaseFacts>(f => f.ApprovedOn == null || f.ReceivedOn != null));

    /// <inheritdoc/>
    protected override Reason Because(PilotCaseFacts subject) => subject is { ApprovedOn: LocalDate approved, ReceivedOn: LocalDate received }
        ? TooEarly.Because(Info.Basis, ("received", received), ("pilot", subject.PilotId), ("approved", approved))
        : Never.Because(Info.Basis, ("pilot", subject.PilotId));
}
