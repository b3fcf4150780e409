using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A change makes no limit of the whole or of a step longer and adds no step and no document, unless a reason is recorded (sửa đổi không kéo dài).</summary>
public sealed class AmendmentDoesNotLengthen() : ComplianceRule<VersionChangeFacts>(
    "CR-PRC-08",
    Severity.Warning,
    new BilingualText("Sửa đổi không rút ngắn", "Amendment lengthens"),
    LegalBasis.Programme72("rút ngắn thời gian, rút ngắn thủ tục", "shorter time, shorter procedures"))
{
    private static readonly ReasonKind Breach = new(
        "amendment_lengthens",
        "Thủ tục '{procedure}' từ {from} đến {to} mà không ghi lý do: {signs}",
        "The procedure '{procedure}' from {from} to {to}, and no reason is recorded: {signs}");

    private static readonly BilingualText Steps = new("nhiều bước hơn", "more steps");
    private static readonly BilingualText Documents = new("nhiều giấy tờ hơn", "more documents");
    private static readonly BilingualText Limits = new("thời hạn dài hơn", "a longer limit");

    /// <inheritdoc/>
    protected override Specification<VersionChangeFacts> Requires => Conditions.Select(c => c.Holds).Aggregate((a, b) => a & b);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<VersionChangeFacts>> Conditions =>
    [
        new("no_more_steps", Steps, Where(f => f.HasReason || f.StepsAfter <= f.StepsBefore)),
        new(
            "no_more_documents",
            Documents,
            Where(f => f.HasReason || f.DocumentsAfter <= f.DocumentsBefore),
            new Fact<VersionChangeFacts>(
                "documents",
                new BilingualText("thành phần hồ sơ trước và sau", "the documents before and after"),
                Specification.Where<VersionChangeFacts>(f => f.HasReason || (f.DocumentsBefore != null && f.DocumentsAfter != null)))),
        new(
            "no_longer_limit",
            Limits,
            Where(f => f.HasReason || f.LimitsLonger == 0),
            new Fact<VersionChangeFacts>(
                "start_event",
                new BilingualText("cùng mốc tính của thời hạn (mốc đã đổi)", "one start event of the limits (it moved)"),
                Specification.Where<VersionChangeFacts>(f => f.HasReason || f.LimitsLonger > 0 || f.LimitsMoved == 0)),
            new Fact<VersionChangeFacts>(
                "comparable_limits",
                new BilingualText("thời hạn so sánh được", "limits that can be compared"),
                Specification.Where<VersionChangeFacts>(f => f.HasReason || f.LimitsLonger > 0 || f.LimitsNotComparable == 0))),
    ];

    /// <inheritdoc/>
    protected override Reason Because(VersionChangeFacts subject) => Breach.Because(
        Info.Basis,
        ("procedure", subject.ProcedureCode),
        ("from", subject.From),
        ("to", subject.To),
        ("signs", Phrases.Joined(
            (subject.StepsAfter > subject.StepsBefore, Steps),
            (subject.DocumentsAfter > subject.DocumentsBefore, Documents),
            (subject.LimitsLonger > 0, new BilingualText(Limits.Vietnamese + " '" + subject.FirstLonger + "'", Limits.English + " '" + subject.FirstLonger + "'")))));
}
