using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The events of a case stand in the order of their times (ghi theo trình tự thời gian).</summary>
public sealed class EventsInTimeOrder() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-35",
    Severity.Info,
    new BilingualText("Sự kiện ghi không theo thời gian", "Events not in time order"),
    LegalBasis.Programme72("khách quan, minh bạch", "objective and transparent"))
{
    private static readonly ReasonKind Breach = new(
        "events_not_in_time_order",
        "Sự kiện '{activity}' ở dòng {line} sớm hơn sự kiện ghi trước nó",
        "The event '{activity}' on line {line} is earlier than the one recorded before it");

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.TimesInOrder];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.FirstUnorderedLine == null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) =>
        Breach.Because(Info.Basis, ("activity", subject.FirstUnorderedActivity ?? "?"), ("line", Told.Of(subject.FirstUnorderedLine)));
}
