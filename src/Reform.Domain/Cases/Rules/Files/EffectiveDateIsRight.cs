using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A decision takes effect on the day that the law sets: recognition at the end of the 12 months (ngày có hiệu lực).</summary>
internal sealed class EffectiveDateIsRight(InForce law) : CaseFileRule(
    "CR-CAS-22",
    Severity.Error,
    new BilingualText("Sai ngày hiệu lực", "Wrong effective date"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "effective_date_wrong", "Quyết định ngày {ended} ghi sai ngày có hiệu lực", "The decision of {ended} states a wrong day of effect");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => IsDecided & Where(c => c.EffectiveDate != null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.EffectiveDate), c => c.EffectiveDate != ClockState.Unknown)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.EffectiveDate != ClockState.Broken);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("ended", Told(subject.EndedOn)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.CharterOr("4.2.2", ProgrammeWords.StandardProcesses).Select(l => new EffectiveDateIsRight(l));
}
