using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case was resolved by its due date, as computed anew (giải quyết đúng hạn).</summary>
internal sealed class ResolvedByDueDate(InForce law) : CaseFileRule(
    "CR-CAS-06",
    Severity.Error,
    new BilingualText("Giải quyết quá hạn", "Resolved late"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "case_resolved_late",
        "Hạn là ngày {due}; giải quyết xong sau hạn {days} ngày làm việc",
        "It was due on {due} and resolved {days} working day(s) later");

    private static readonly ReasonKind BreachOfUnknownLength = new(
        "case_resolved_late_unknown_length", "Giải quyết xong sau hạn ngày {due}", "Resolved after it was due on {due}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => IsResolved & Where(c => !c.AwaitsHandOver);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [TimelinessKnown];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.Timeliness != Timeliness.Late && c.WholeLimit != ClockState.Broken);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => subject.WorkingDaysLate is int days
        ? Breach.Because(Info.Basis, ("due", Told(subject.DueOn)), ("days", days))
        : BreachOfUnknownLength.Because(Info.Basis, ("due", Told(subject.DueOn)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.CivilPeriods }.Select(l => new ResolvedByDueDate(l));
}
