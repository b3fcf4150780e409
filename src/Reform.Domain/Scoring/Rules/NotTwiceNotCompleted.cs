using Reform.Domain.Explanations;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Whoever was not completed in two periods running is put before the competent body (hai kỳ liền không hoàn thành): a list for people; nothing follows by itself.</summary>
public sealed class NotTwiceNotCompleted() : ComplianceRule<RatingFacts>(
    "CR-EVA-10",
    Severity.Warning,
    new BilingualText("Hai kỳ liền không hoàn thành", "Two periods not completed"),
    ReformCriterion.Consequence)
{
    private static readonly ReasonKind Breach = new(
        "not_completed_twice",
        "Không hoàn thành nhiệm vụ hai kỳ liền, đến kỳ {period}: con người quyết định",
        "Not completed in two periods running, up to {period}: people decide");

    /// <inheritdoc/>
    protected override bool IsForReview => true;

    /// <inheritdoc/>
    protected override Specification<RatingFacts> AppliesWhen => Where(f => f.Level == RatingLevel.NotCompleted);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<RatingFacts>> Needs =>
    [
        new("previous_level", new BilingualText("mức của kỳ trước", "the level of the period before"), Where(f => f.PreviousLevel != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<RatingFacts> Requires => Where(f => f.PreviousLevel != RatingLevel.NotCompleted);

    /// <inheritdoc/>
    protected override Reason Because(RatingFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("period", subject.PeriodId));
    }
}
