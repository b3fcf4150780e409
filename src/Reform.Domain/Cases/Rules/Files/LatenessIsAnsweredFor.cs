using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Of a late case the reason is stated, or those responsible are reviewed in time (kiểm điểm trách nhiệm).</summary>
internal sealed class LatenessIsAnsweredFor(InForce law) : CaseFileRule(
    "CR-CAS-08",
    Severity.Error,
    new BilingualText("Quá hạn không lý do, chưa kiểm điểm", "Late without reason, no responsibility review"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "lateness_not_answered_for",
        "Quá hạn ngày {due} không nêu lý do; không kiểm điểm trách nhiệm trong {most} ngày làm việc",
        "Late since {due} without a reason, and not reviewed within {most} working days");

    private static readonly RuleParameter Limit = RuleParameter.Always(
        "review_within_working_days",
        new BilingualText("số ngày làm việc để kiểm điểm, kể từ hạn", "working days for the review, from the due date"),
        Tightening.Lower,
        30,
        CaseLaw.Policy("kiểm điểm trong 30 ngày làm việc", "reviewed within 30 working days"));

    /// <inheritdoc/>
    protected override IEnumerable<RuleParameter> Parameters => [Limit];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => MayBeLate;

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs =>
    [
        TimelinessKnown,
        Known(nameof(CaseFacts.WorkingDaysSinceDue), c => c.Timeliness == null || c.DelayNotifiedOn != null || c.WorkingDaysSinceDue != null),
    ];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires
    {
        get
        {
            int most = ValueOf(Limit);
            return Where(c => c.DelayNotifiedOn != null || c.WorkingDaysToReview <= most || c.WorkingDaysSinceDue <= most);
        }
    }

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("due", Told(subject.DueOn)), ("most", ValueOf(Limit)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.CharterOr("4.3.1", ProgrammeWords.Discipline).Select(l => new LatenessIsAnsweredFor(l));
}
