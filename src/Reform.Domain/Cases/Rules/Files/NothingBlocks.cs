using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A member is not transferred while an inspection or complaint stands against it (điều kiện ngăn việc chuyển sinh hoạt).</summary>
internal sealed class NothingBlocks(InForce law) : CaseFileRule(
    "CR-CAS-20",
    Severity.Error,
    new BilingualText("Có điều kiện ngăn", "Blocking condition ignored"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "blocking_condition_ignored",
        "Quyết định ngày {ended} dù còn {count} điều kiện ngăn",
        "Decided on {ended} although {count} thing(s) stood against it");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => IsDecided & Where(c => c.ProcedureCode == CaseLaw.OfficialTransfer || c.BlockingConditions > 0);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.BlockingConditions), c => c.BlockingConditions != null)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.BlockingConditions == 0);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) =>
        Breach.Because(Info.Basis, ("ended", Told(subject.EndedOn)), ("count", Told(subject.BlockingConditions)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.Charter("6.3.1 đ") }.Select(l => new NothingBlocks(l));
}
