using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Nothing is done in a case before it was received (không xử lý trước khi tiếp nhận).</summary>
public sealed class NoEventBeforeReceipt() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-36",
    Severity.Warning,
    new BilingualText("Có hoạt động trước khi tiếp nhận", "Event before the receipt"),
    LegalBasis.Programme72("khách quan, minh bạch", "objective and transparent"))
{
    private static readonly ReasonKind Breach = new(
        "event_before_receipt",
        "Sự kiện '{activity}' {at}, trước khi tiếp nhận {received}",
        "The event '{activity}' of {at} lies before the receipt, {received}");

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.Receipt, CaseFact.TimesFromReceipt];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.EventBeforeReceiptOn == null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(
        Info.Basis,
        ("activity", subject.EventBeforeReceiptActivity ?? "?"),
        ("at", Told.Of(subject.EventBeforeReceiptOn, subject.EventBeforeReceiptAtSecond)),
        ("received", Told.Of(subject.ReceivedOn, subject.ReceivedAtSecond)));
}
