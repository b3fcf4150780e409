using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The slip states the date that the limit gives (hạn trả ghi đúng); what stops or lengthens the clock later does not make it wrong.</summary>
internal sealed class SlipDueDateIsRight(InForce law) : CaseFileRule(
    "CR-CAS-03",
    Severity.Error,
    new BilingualText("Hạn ghi sai", "Wrong due date recorded"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "slip_due_date_wrong",
        "Giấy hẹn ghi ngày {stated}; theo thời hạn phải là ngày {right}",
        "The slip states {stated}; by the limit it is {right}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.AppointedOn != null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.SlipDueOn), c => c.AppointmentDiffers != null)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.AppointmentDiffers == false);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("stated", Told(subject.AppointedOn)), ("right", Told(subject.SlipDueOn)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.Always(ProgrammeWords.Sound) }.Select(l => new SlipDueDateIsRight(l));
}
