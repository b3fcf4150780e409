using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The collective is rated before its head, a unit before its Party organisation, lower before upper (xếp loại đúng thứ tự).</summary>
public sealed class RatedInOrder() : ComplianceRule<RatingFacts>(
    "CR-EVA-08",
    Severity.Error,
    new BilingualText("Sai thứ tự", "Order violated"),
    LegalBasis.QualityRating("12"))
{
    private static readonly ReasonKind Breach = new(
        "rated_out_of_order",
        "Xếp loại ngày {decided}, khi {count} đối tượng phải xếp trước chưa được xếp",
        "Rated on {decided}, when {count} that had to come first were not rated");

    /// <inheritdoc/>
    protected override Validity Validity => new(RatingOrder.InForceFrom, null);

    /// <inheritdoc/>
    protected override IEnumerable<Fact<RatingFacts>> Needs =>
    [
        new("order", new BilingualText("các kết quả phải có trước", "the ratings that come first"), Where(f => f.DecidedTooEarly != null)),
    ];

    /// <inheritdoc/>
    protected override Specification<RatingFacts> Requires => Where(f => f.DecidedTooEarly == 0);

    /// <inheritdoc/>
    protected override Reason Because(RatingFacts subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return Breach.Because(Info.Basis, ("decided", subject.DecidedOn), ("count", subject.DecidedTooEarly!.Value));
    }
}
