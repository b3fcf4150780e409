using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>At the decision every required document is there and still counts (giấy tờ đủ và còn giá trị).</summary>
internal sealed class DocumentsCountAtDecision(InForce law) : CaseFileRule(
    "CR-CAS-16",
    Severity.Error,
    new BilingualText("Thiếu hoặc hết hạn giấy tờ", "Missing or expired document at decision"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "documents_missing_or_expired", "Quyết định ngày {ended}, không đạt yêu cầu: {broken}", "Decided on {ended}; not met: {broken}");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen =>
        IsDecided & Where(c => c.DocumentsRequired == null || c.DocumentsRequired > 0 || c.PapersCount != null);

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => All(Conditions);

    /// <inheritdoc/>
    protected override IEnumerable<Condition<CaseFacts>> Conditions =>
    [
        new(
            "all_there",
            new BilingualText("đủ giấy tờ", "every document is there"),
            Where(c => c.DocumentsMissing == 0 || c.DocumentsRequired == 0),
            Known(nameof(CaseFacts.DocumentsMissing), c => c.DocumentsMissing != null || c.DocumentsRequired == 0)),
        new(
            "none_expired",
            new BilingualText("giấy tờ còn thời hạn", "none has expired"),
            Where(c => c.DocumentsExpired == 0 || c.DocumentsRequired == 0),
            Known(nameof(CaseFacts.DocumentsExpired), c => c.DocumentsExpired != null || c.DocumentsRequired == 0)),
        new(
            "papers_count",
            new BilingualText("giấy tờ còn giá trị khi dùng", "papers counted when they were used"),
            Where(c => c.PapersCount == null || c.PapersCount != ClockState.Broken),
            Known(nameof(CaseFacts.PapersCount), c => c.PapersCount == null || c.PapersCount != ClockState.Unknown)),
    ];

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("ended", Told(subject.EndedOn)), ("broken", Broken(subject)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => CaseLaw.Guidance06Or("5.4", ProgrammeWords.StandardProcesses).Select(l => new DocumentsCountAtDecision(l));
}
