using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>A pilot goes to Central on a valid decision of the Standing Board, dated on or before that day (Ban Thường vụ quyết trước khi gửi).</summary>
public sealed class SentAfterBoardDecision() : ComplianceRule<PilotFacts>(
    "CR-PIL-02",
    Severity.Error,
    new BilingualText("Gửi khi Ban Thường vụ chưa quyết", "Sent without Board decision"),
    LegalBasis.Programme72("tham mưu BTV báo cáo Trung ương", "advises the Standing Board, which reports to Central"))
{
    private static readonly ReasonKind None = new(
        "pilot_sent_without_board",
        "Đề xuất gửi Trung ương ngày {sent} khi Ban Thường vụ chưa quyết định đồng ý",
        "The proposal went to Central on {sent}; by then the Standing Board had not agreed");

    private static readonly ReasonKind Invalid = new(
        "pilot_sent_on_invalid_decision",
        "Đề xuất gửi Trung ương ngày {sent} theo quyết định không hợp lệ của Ban Thường vụ ngày {agreed}",
        "The proposal went to Central on {sent} on an invalid decision of the Standing Board of {agreed}");

    private static readonly Fact<PilotFacts> ValidityKnown = new(
        "board_decision_validity",
        PilotFacts.Subject.WordOf(nameof(PilotFacts.IsBoardDecisionValid)),
        Specification.Where<PilotFacts>(f => f.BoardAgreedOn == null || f.IsBoardDecisionValid != null));

    /// <inheritdoc/>
    protected override Specification<PilotFacts> AppliesWhen => Where(f => f.SentOn != null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<PilotFacts>> Needs => [ValidityKnown];

    /// <inheritdoc/>
    protected override Specification<PilotFacts> Requires => Where(f => f.BoardAgreedOn != null && f.IsBoardDecisionValid == true);

    /// <inheritdoc/>
    protected override Reason Because(PilotFacts subject) => subject.BoardAgreedOn is NodaTime.LocalDate agreed
        ? Invalid.Because(Info.Basis, ("sent", subject.SentOn!.Value), ("agreed", agreed))
        : None.Because(Info.Basis, ("sent", subject.SentOn!.Value));
}
