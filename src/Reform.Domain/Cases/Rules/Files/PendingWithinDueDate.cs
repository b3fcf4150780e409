using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A pending case is not past its due date, as computed anew (hồ sơ chưa giải quyết còn trong hạn).</summary>
internal sealed class PendingWithinDueDate(InForce law) : CaseFileRule(
    "CR-CAS-05",
    Severity.Error,
    new BilingualText("Hồ sơ đang quá hạn", "Pending overdue"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "case_pending_overdue",
        "Chưa giải quyết xong; hạn là ngày {due}, đến ngày {as_of} đã quá hạn {days} ngày",
        "Not finished; it was due on {due} and was {days} day(s) overdue on {as_of}");

    // What is decided but has to be handed over within the limit is pending until it is.
    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.EndedOn == null || c.AwaitsHandOver);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [TimelinessKnown];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.Timeliness != Timeliness.PendingOverdue && (!c.AwaitsHandOver || c.WholeLimit != ClockState.Overdue));

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(
        Info.Basis, ("due", Told(subject.DueOn)), ("as_of", subject.AsOf), ("days", Told(subject.DueOn is LocalDate due ? Period.DaysBetween(due, subject.AsOf) : null)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.CivilPeriods }.Select(l => new PendingWithinDueDate(l));
}
