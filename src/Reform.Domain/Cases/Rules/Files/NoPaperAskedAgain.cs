using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Paper is not asked for where a valid electronic document is there (không yêu cầu nộp lại bản giấy).</summary>
internal sealed class NoPaperAskedAgain(InForce law) : CaseFileRule(
    "CR-CAS-11",
    Severity.Error,
    new BilingualText("Yêu cầu nộp lại bản giấy", "Paper re-submission demanded"),
    law)
{
    private static readonly ReasonKind Breach = new(
        "paper_asked_again",
        "Yêu cầu nộp bản giấy dù đã có văn bản điện tử hợp lệ (hồ sơ tiếp nhận ngày {received})",
        "Paper was asked for although a valid electronic document is there (received on {received})");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => !c.AskedForPaper);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => Breach.Because(Info.Basis, ("received", subject.ReceivedOn));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.BeforePartyProcedures(ProgrammeWords.EmptyDesks), CaseLaw.PartyProcedures("4(7)") }.Select(l => new NoPaperAskedAgain(l));
}
