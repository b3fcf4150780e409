using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A finished case ended on its due date or before, by legal date; by a limit in hours, not after its due instant (giải quyết đúng hạn).</summary>
public sealed class DecidedByDueDate() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-06",
    Severity.Error,
    new BilingualText("Giải quyết quá hạn", "Resolved late"),
    LegalBasis.CivilCode("148"))
{
    private static readonly ReasonKind Breach = new(
        "resolved_late",
        "Trả kết quả ngày {ended}, sau hạn ngày {due}: chậm {days} ngày",
        "Ended on {ended}, after the due date {due}: {days} day(s) late");

    private static readonly ReasonKind BreachOfHours = new(
        "resolved_after_due_instant",
        "Trả kết quả lúc {ended}, sau hạn lúc {due}",
        "Ended at {ended}, after it was due at {due}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => !c.IsOpen);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.End, CaseFact.DueDate, CaseFact.EndTime];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.EndedOn <= c.DueOn && !c.EndedAfterDueInstant);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => subject.EndedAfterDueInstant
        ? BreachOfHours.Because(
            Told.Basis(subject.LimitBasis, Info.Basis), ("ended", Told.Of(subject.EndedOn, subject.EndedAtSecond)), ("due", Told.Of(subject.ComputedDueOn, subject.DueAtSecond)))
        : Breach.Because(
            Told.Basis(subject.LimitBasis, Info.Basis), ("ended", Told.Of(subject.EndedOn)), ("due", Told.Of(subject.DueOn)), ("days", Told.Days(subject.DueOn, subject.EndedOn)));
}
