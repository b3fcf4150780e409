using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Who decides does it before the competence has lapsed by time (thẩm quyền hết theo thời gian).</summary>
internal sealed class DecidedWhileCompetent(InForce law) : CaseFileRule(
    "CR-CAS-26",
    Severity.Critical,
    new BilingualText("Quyết định sau khi hết thẩm quyền theo thời gian", "Decision after competence lapsed by time"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "decided_after_lapse", "Quyết định ngày {ended}, sau khi thẩm quyền đã hết theo thời gian", "Decided on {ended}, after the competence had lapsed by time");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => IsDecided & Where(c => c.Competence != null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.Competence), c => c.Competence != ClockState.Unknown)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.Competence != ClockState.Broken);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("ended", Told(subject.EndedOn)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.Guidance06("3.9 c") }.Select(l => new DecidedWhileCompetent(l));
}
