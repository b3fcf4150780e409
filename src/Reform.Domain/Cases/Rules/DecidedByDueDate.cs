using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A finished case ended on its due date or before, by legal date (giải quyết đúng hạn).</summary>
public sealed class DecidedByDueDate() : ComplianceRule<CaseFacts>(
    "CR-CAS-06",
    Severity.Error,
    new BilingualText("Giải quyết quá hạn", "Resolved late"),
    LegalBasis.CivilCode("148"))
{
    private static readonly ReasonKind Breach = new(
        "resolved_late",
        "Trả kết quả ngày {ended}, sau hạn ngày {due}: chậm {days} ngày",
        "Ended on {ended}, after the due date {due}: {days} day(s) late");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => !c.File.IsOpen);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [CaseFact.End, CaseFact.DueDate];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.EndedOn <= c.DueOn);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject)
    {
        LocalDate due = subject.DueOn!.Value;
        LocalDate ended = subject.EndedOn!.Value;
        return Breach.Because(
            subject.LimitInForce?.Basis ?? Info.Basis, ("ended", ended), ("due", due), ("days", Period.DaysBetween(due, ended)));
    }
}
