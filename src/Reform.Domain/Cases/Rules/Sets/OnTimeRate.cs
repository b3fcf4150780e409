using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// Of the cases of a unit and procedure that were resolved, or are overdue, a target share was resolved on time (tỉ lệ đúng hạn): CR-CAS-24.
/// What is pending and in time counts for neither side.
/// </summary>
internal sealed class OnTimeRate() : ShareRule<CaseFacts>(
    new ShareTarget(
        "CR-CAS-24",
        Severity.Warning,
        new BilingualText("Tỉ lệ đúng hạn dưới mục tiêu", "On-time rate below target"),
        new LegalBasis(new BilingualText("Quyết định 766/QĐ-TTg", "Decision 766/QĐ-TTg")),
        new RuleParameter(
            "target_percent",
            new BilingualText("chỉ tiêu đúng hạn (%)", "on-time target (%)"),
            Tightening.Higher,
            new DatedValues<int>([new Dated<int>(
                95, new Validity(new LocalDate(2022, 6, 23), null), CaseLaw.Policy("chỉ tiêu đúng hạn 95%", "an on-time target of 95%"))]))),
    c => CaseSetKey.Of(c))
{
    /// <inheritdoc/>
    public override Specification<CaseFacts> Among { get; } = Specification.Where<CaseFacts>(c =>
        !c.IsSecret && (c.Outcome == null || c.Outcome != CaseOutcome.Withdrawn)
        && (c.Timeliness == null || c.Timeliness == Timeliness.PendingOverdue
            || (c.Outcome != null && (!c.AwaitsHandOver || c.WholeLimit == ClockState.Overdue))));

    /// <inheritdoc/>
    public override Specification<CaseFacts> Counted { get; } = Specification.Where<CaseFacts>(c =>
        (c.Timeliness == Timeliness.Early || c.Timeliness == Timeliness.OnTime) && c.WholeLimit != ClockState.Broken && !c.AwaitsHandOver);

    /// <inheritdoc/>
    public override Specification<CaseFacts> Untold { get; } = Specification.Where<CaseFacts>(c => c.Timeliness == null);
}
