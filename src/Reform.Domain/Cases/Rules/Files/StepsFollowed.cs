using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>No step is begun before the one that it follows is done, and none is left out of a decided case (đúng trình tự).</summary>
internal sealed class StepsFollowed(InForce law) : CaseFileRule(
    "CR-CAS-15",
    Severity.Error,
    new BilingualText("Sai trình tự bước", "Step order broken"),
    law)
{
    private static readonly ReasonKind OutOfOrder = new(
        "step_before_its_turn", "Bước {step} bắt đầu trước khi bước đứng trước hoàn thành", "Step {step} was begun before the one that it follows was done");

    private static readonly ReasonKind Skipped = new("step_skipped", "Đã quyết định nhưng bước {step} không được thực hiện", "Decided although step {step} was not done");

    /// <inheritdoc/>
    protected override Specification<CaseFacts> AppliesWhen => Where(c => c.StepsExpected > 0) & (IsDecided | Where(c => c.StepsRecorded > 0));

    /// <inheritdoc/>
    protected override IEnumerable<Fact<CaseFacts>> Needs => [Known(nameof(CaseFacts.StepsRecorded), c => c.StepsRecorded > 0)];

    /// <inheritdoc/>
    protected override Specification<CaseFacts> Requires => Where(c => c.FirstStepOutOfOrder == null && c.FirstStepMissing == null);

    /// <inheritdoc/>
    protected override Reason Because(CaseFacts subject) => subject.FirstStepOutOfOrder is int step
        ? OutOfOrder.Because(Info.Basis, ("step", step))
        : Skipped.Because(Info.Basis, ("step", Told(subject.FirstStepMissing)));

    /// <summary>The rule in each period in which a law says so.</summary>
    public static IEnumerable<ComplianceRule<CaseFacts>> InEveryPeriod => new[] { CaseLaw.Always(ProgrammeWords.StandardProcesses) }.Select(l => new StepsFollowed(l));
}
