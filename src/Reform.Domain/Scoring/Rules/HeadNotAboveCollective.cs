using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A head is not rated above the collective (người đứng đầu không cao hơn tập thể). That the bound is law is from memory: a warning.</summary>
public sealed class HeadNotAboveCollective() : ComplianceRule<RatingFacts>(
    "CR-EVA-11",
    Severity.Warning,
    new BilingualText("Người đứng đầu cao hơn tập thể", "Head above collective"),
    LegalBasis.Programme72("tập thể, cá nhân người đứng đầu", "the collective and the head"))
{
    private static readonly ReasonKind Breach = new(
        "head_above_collective",
        "Người đứng đầu được xếp {level}, tập thể {collective}",
        "The head is rated {level}, the collective {collective}");

    /// <inheritdoc/>
    protected override Specification<RatingFacts> AppliesWhen => Where(f => f.Rated == RatingSubject.Head && f.Level != RatingLevel.Indeterminate);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<RatingFacts>> Needs =>
    [
        new("collective_level", new BilingualText("mức của tập thể", "the level of the collective"), Where(f => f.CollectiveLevel != null && f.CollectiveLevel != RatingLevel.Indeterminate)),
    ];

    /// <inheritdoc/>
    protected override Specification<RatingFacts> Requires => Where(f => f.Level <= f.CollectiveLevel);

    /// <inheritdoc/>
    protected override Reason Because(RatingFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("level", subject.Level.Name()), ("collective", subject.CollectiveLevel!.Value.Name()));
    }
}
