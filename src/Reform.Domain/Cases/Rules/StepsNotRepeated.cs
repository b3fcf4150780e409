using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>No step is done twice (không lặp bước).</summary>
public sealed class StepsNotRepeated() : ComplianceRule<LoggedCaseFacts>(
    "CR-CAS-27",
    Severity.Warning,
    new BilingualText("Lặp bước", "Step repeated"),
    LegalBasis.Programme72("rút ngắn thủ tục", "shorter procedures"))
{
    private static readonly ReasonKind Breach = new(
        "step_repeated",
        "Bước làm nhiều hơn một lần: {steps}",
        "Done more than once: {steps}");

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> AppliesWhen => Where(c => c.HasSteps);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<LoggedCaseFacts>> Needs => [CaseFact.ActivitiesNotRepeated];

    /// <inheritdoc/>
    protected override Specification<LoggedCaseFacts> Requires => Where(c => c.RepeatedSteps == null);

    /// <inheritdoc/>
    protected override Reason Because(LoggedCaseFacts subject) => Breach.Because(Told.Basis(subject.ProcedureBasis, Info.Basis), ("steps", Told.Of(subject.RepeatedSteps)));
}
