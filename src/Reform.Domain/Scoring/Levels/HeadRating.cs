using Reform.Domain.Explanations;

namespace Reform.Domain.Scoring;

/// <summary>The level of a head, bounded by that of the collective (xếp loại người đứng đầu). The bound is from memory, not read in a regulation.</summary>
/// <param name="Level">The level; null: refused.</param>
/// <param name="Why">Why it is this one, or why it is refused.</param>
public sealed record HeadRating(RatingLevel? Level, Reason Why)
{
    private static readonly ReasonKind AsProposed = new("head_as_proposed", "Người đứng đầu được xếp mức đề xuất: {level}", "The head has the level proposed: {level}");

    private static readonly ReasonKind Limited = new(
        "head_not_above_collective",
        "Mức đề xuất của người đứng đầu ({proposed}) cao hơn mức của tập thể: hạ xuống {level}",
        "The level proposed for the head ({proposed}) is above that of the collective: lowered to {level}");

    private static readonly ReasonKind NotRated = new(
        "collective_not_rated", "Tập thể chưa được xếp loại: chưa xếp loại người đứng đầu", "The collective is not rated yet: the head is not rated");

    /// <summary>Whether the head is not rated.</summary>
    public bool IsRefused => Level is null;

    /// <summary>Bounds the level proposed for a head.</summary>
    /// <param name="collective">The level of the collective; null or indeterminate: it is not rated yet, and the head's is refused.</param>
    /// <param name="proposed">The level proposed.</param>
    /// <returns>The level, or the refusal.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A level is undefined, or the one proposed is indeterminate.</exception>
    public static HeadRating Of(RatingLevel? collective, RatingLevel proposed)
    {
        if (!Enum.IsDefined(proposed) || proposed == RatingLevel.Indeterminate)
        {
            throw new ArgumentOutOfRangeException(nameof(proposed), proposed, "No level that can be proposed.");
        }

        return collective switch
        {
            null or RatingLevel.Indeterminate => new HeadRating(null, NotRated.Because(null)),
            RatingLevel level when proposed > level => new HeadRating(
                level, Limited.Because(null, ("proposed", proposed.Name()), ("level", level.Name()))),
            _ => new HeadRating(proposed, AsProposed.Because(null, ("level", proposed.Name()))),
        };
    }
}
