using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>An extension states its reason and is granted in time, within its cap, by the body that decides (gia hạn hợp lệ).</summary>
internal sealed class ExtensionIsValid(InForce law) : CaseFileRule(
    "CR-CAS-07",
    Severity.Error,
    new BilingualText("Gia hạn không hợp lệ", "Invalid extension"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "extension_invalid", "Gia hạn {count} lần, không đạt yêu cầu: {broken}", "Extended {count} time(s); not met: {broken}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.Extensions > 0);

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => All(Conditions);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<CaseFacts>> Conditions =>
    [
        new("has_reason", new BilingualText("có nêu lý do", "it states its reason"), Where(c => c.ExtensionsWithoutReason == 0)),
        new(
            "in_time",
            new BilingualText("gia hạn trước khi hết hạn", "it is granted before the limit expires"),
            Where(c => c.ExtensionsAfterExpiry == 0),
            Known(nameof(CaseFacts.ExtensionsAfterExpiry), c => c.ExtensionsAfterExpiry != null)),
        new(
            "within_cap",
            new BilingualText("trong số lần và thời gian cho phép", "it is within the number and length allowed"),
            Where(c => c.ExtensionsOverCap == 0),
            Known(nameof(CaseFacts.ExtensionsOverCap), c => c.ExtensionsOverCap != null)),
        new(
            "by_deciding_body",
            new BilingualText("do cơ quan có thẩm quyền gia hạn", "it is granted by the competent body"),
            Where(c => c.ExtensionsByWrongBody == 0),
            Known(nameof(CaseFacts.ExtensionsByWrongBody), c => c.ExtensionsByWrongBody != null)),
    ];

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("count", subject.Extensions), ("broken", Broken(subject)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.CharterOr("4.3.1", ProgrammeWords.StandardProcesses).Select(l => new ExtensionIsValid(l));
}
