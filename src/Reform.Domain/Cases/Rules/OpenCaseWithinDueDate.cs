using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>An open case has not passed its due date (hồ sơ chưa giải quyết còn trong hạn).</summary>
public sealed class OpenCaseWithinDueDate() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-05",
    Severity.Error,
    new BilingualText("Hồ sơ đang quá hạn", "Pending overdue"),
    LegalBasis.CivilCode("148"))
{
    private static readonly ReasonKind Breach = new(
        "pending_overdue",
        "Chưa giải quyết xong; hạn là ngày {due}, đến ngày {as_of} đã quá hạn {days} ngày",
        "Not finished; it was due on {due} and was {days} day(s) overdue on {as_of}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.IsOpen);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.DueDate, CaseFact.JudgementDate];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => (c.AsOf ?? c.LastEventOn) <= c.DueOn);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject)
    {
        LocalDate? on = subject.AsOf ?? subject.LastEventOn;
        return Breach.Because(
            Told.Basis(subject.LimitBasis, Info.Basis),
            ("due", Told.Of(subject.DueOn)), ("as_of", Told.Of(on)), ("days", Told.Days(subject.DueOn, on)));
    }
}
