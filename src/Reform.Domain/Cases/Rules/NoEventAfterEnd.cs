using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Nothing is done in a case after the date of its end (không phát sinh sau khi kết thúc).</summary>
public sealed class NoEventAfterEnd() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-31",
    Severity.Warning,
    new BilingualText("Có hoạt động sau khi kết thúc", "Event after the end"),
    LegalBasis.Programme72("khách quan, minh bạch", "objective and transparent"))
{
    private static readonly ReasonKind Breach = new(
        "event_after_end",
        "Hoạt động cuối cùng ngày {last}, sau ngày kết thúc {ended}",
        "The last event is of {last}, after the end on {ended}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => !c.IsOpen);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.End, CaseFact.TimesUpToEnd];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.LastEventOn == null || c.LastEventOn <= c.EndedOn);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis, ("last", Told.Of(subject.LastEventOn)), ("ended", Told.Of(subject.EndedOn)));
}
