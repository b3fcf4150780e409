using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case does not end before it was received (kết thúc không trước tiếp nhận).</summary>
public sealed class EndNotBeforeReceipt() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-33",
    Severity.Error,
    new BilingualText("Kết thúc trước khi tiếp nhận", "Ended before receipt"),
    LegalBasis.Programme72("khách quan, minh bạch", "objective and transparent"))
{
    private static readonly ReasonKind Breach = new(
        "ended_before_receipt",
        "Kết thúc {ended}, trước khi tiếp nhận {received}",
        "Ended {ended}, before it was received {received}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => !c.IsOpen);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.End, CaseFact.Receipt];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => !c.IsEndedBeforeReceipt);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Info.Basis, ("ended", Told.Of(subject.EndedOn, subject.EndedAtSecond)), ("received", Told.Of(subject.ReceivedOn, subject.ReceivedAtSecond)));
}
