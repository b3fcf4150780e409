using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The recorded due date is the one that the procedure's time limit gives (hạn trả ghi đúng).</summary>
public sealed class RecordedDueDateIsRight() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-03",
    Severity.Error,
    new BilingualText("Hạn ghi sai", "Wrong due date recorded"),
    LegalBasis.Programme72("khoa học", "sound and orderly"))
{
    private static readonly ReasonKind Breach = new(
        "wrong_due_date",
        "Hạn ghi là ngày {recorded}; theo thời hạn {amount} {unit} kể từ ngày tiếp nhận {received} phải là ngày {computed} ({basis})",
        "The recorded due date is {recorded}; {amount} {unit} from the receipt on {received} give {computed} ({basis})");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.IsCatalogued);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs =>
    [
        CaseFact.Receipt, CaseFact.RecordedDeadline, CaseFact.LimitInForce, CaseFact.ReceiptTime, CaseFact.CalendarCoverage, CaseFact.EventDate,
    ];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.RecordedDueOn == c.ComputedDueOn);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject)
    {
        LegalBasis basis = Told.Basis(subject.LimitBasis, Info.Basis);
        return Breach.Because(
            basis,
            ("recorded", Told.Of(subject.RecordedDueOn)),
            ("amount", Told.Of(subject.LimitAmount)),
            ("unit", subject.LimitUnit is TimeUnit unit ? TimeUnits.NameOf(unit) : Told.Of((string?)null)),
            ("received", Told.Of(subject.ReceivedOn)),
            ("computed", Told.Of(subject.ComputedDueOn)),
            ("basis", basis.Citation));
    }
}
