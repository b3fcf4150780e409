using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case has an official time of receipt and a due date (giấy tiếp nhận và hẹn trả kết quả).</summary>
internal sealed class ReceivedWithDueDate(InForce law) : LoggedCaseRule(
    "CR-CAS-01",
    Severity.Error,
    new BilingualText("Không có giấy tiếp nhận, hẹn trả", "No receipt with due date"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "no_receipt_or_due_date",
        "Hồ sơ thiếu {missing}",
        "The case lacks {missing}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen =>
        Where(c => c.LogHasReceipts || c.LogHasDeadlines);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.ReadableReceipt, CaseFact.ReadableDeadline];

    // Only what the log records at all can be absent from a case.
    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires =>
        Where(c => !(c.LogHasReceipts && c.ReceivedOn == null) && !(c.LogHasDeadlines && c.RecordedDueOn == null));

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject)
    {
        bool lacksReceipt = subject.LogHasReceipts && subject.ReceivedOn is null;
        bool lacksDeadline = subject.LogHasDeadlines && subject.RecordedDueOn is null;
        var receipt = new BilingualText("thời điểm tiếp nhận", "the time of receipt");
        var deadline = new BilingualText("hạn trả kết quả", "the due date");
        BilingualText missing = !lacksReceipt ? deadline
            : !lacksDeadline ? receipt
            : new BilingualText(receipt.Vietnamese + ", " + deadline.Vietnamese, receipt.English + " and " + deadline.English);
        return Breach.Because(Info.Basis, ("missing", missing));
    }

    /// <summary>The rule in each period in which a law says so, as over case files.</summary>
    public static IEnumerable<ComplianceRule<LoggedCaseFacts>> InEveryPeriod => CaseLaw.Slip.Select(l => new ReceivedWithDueDate(l));
}
