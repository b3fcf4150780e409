using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>What ratings put before people (danh sách để con người quyết định): whom to commend, whom to remind, about whom to decide. Nothing follows by itself.</summary>
/// <param name="Commend">Whose last rating is good or better.</param>
/// <param name="Remind">Whose last rating is "not completed".</param>
/// <param name="ForDecision">Who was rated "not completed" in the last two periods running: the competent body decides.</param>
public sealed record RatingLists(ValueList<RatingListEntry> Commend, ValueList<RatingListEntry> Remind, ValueList<RatingListEntry> ForDecision)
{
    private static readonly ReasonKind Well = new("rated_well", "Kỳ {period}: {level}", "Period {period}: {level}");

    private static readonly ReasonKind Badly = new("rated_not_completed", "Kỳ {period}: không hoàn thành nhiệm vụ", "Period {period}: not completed");

    private static readonly ReasonKind Twice = new(
        "not_completed_twice",
        "Không hoàn thành nhiệm vụ hai kỳ liền: {first} và {second}; con người quyết định, không có hệ quả tự động",
        "Not completed in two periods running: {first} and {second}; people decide, nothing follows by itself");

    /// <summary>Makes the lists.</summary>
    /// <param name="ratings">The ratings of a subject in each period; a period without a rating has none.</param>
    /// <returns>The lists, in the order of the subjects.</returns>
    public static RatingLists Of(ValueList<SubjectRatings> ratings)
    {
        ArgumentNullException.ThrowIfNull(ratings);
        return new RatingLists(
            Entries(ratings, r => r.Last is { Level: >= RatingLevel.Good } last ? Well.Because(null, ("period", last.PeriodId), ("level", last.Level.Name())) : null),
            Entries(ratings, r => r.Last is { Level: RatingLevel.NotCompleted } last ? Badly.Because(null, ("period", last.PeriodId)) : null),
            Entries(ratings, r => r.Periods is [.., { Level: RatingLevel.NotCompleted } first, { Level: RatingLevel.NotCompleted } second]
                ? Twice.Because(ReformCriterion.Consequence, ("first", first.PeriodId), ("second", second.PeriodId))
                : null));
    }

    private static ValueList<RatingListEntry> Entries(ValueList<SubjectRatings> ratings, Func<SubjectRatings, Reason?> why) => ratings
        .Select(r => (r, why(r)))
        .Where(p => p.Item2 is not null)
        .Select(p => new RatingListEntry(p.r.SubjectId, p.r.Subject, p.Item2!))
        .ToValueList();
}

/// <summary>The ratings of one subject over consecutive periods (kết quả các kỳ liên tiếp), the earliest first.</summary>
/// <param name="SubjectId">The unit, or the position of the head; never a name.</param>
/// <param name="Subject">Who is rated.</param>
/// <param name="Periods">The periods, each with its level; one that was not rated is indeterminate.</param>
public sealed record SubjectRatings(string SubjectId, RatingSubject Subject, ValueList<PeriodRating> Periods)
{
    internal PeriodRating? Last => Periods.Count > 0 ? Periods[^1] : null;
}

/// <summary>The level of a period.</summary>
/// <param name="PeriodId">The period.</param>
/// <param name="Level">The level.</param>
public sealed record PeriodRating(string PeriodId, RatingLevel Level);

/// <summary>Someone on a list, and why.</summary>
/// <param name="SubjectId">The unit or position.</param>
/// <param name="Subject">Who it is.</param>
/// <param name="Why">Why it is listed.</param>
public sealed record RatingListEntry(string SubjectId, RatingSubject Subject, Reason Why);
