using Reform.Domain.Legal;
using Reform.Domain.Scoring;
using Reform.Domain.Values;

namespace Reform.Grpc.Scoring;

/// <summary>What a rating of a head or a Party organisation has to fit with when it is entered: the result of the unit comes first, and bounds the head's.</summary>
internal static class RatingChecks
{
    /// <exception cref="RecordInputException">It does not fit.</exception>
    public static void Check(DecidedRating rating, ScoringPeriod period, string recordId)
    {
        var problems = new List<RecordProblem>();
        void Add(string code, string field, string vietnamese, string english) => problems.Add(new RecordProblem(code, field, new BilingualText(vietnamese, english)));
        if (period.Ratings.Any(o => o.Key != recordId && o.Value.Subject == rating.Subject && o.Value.UnitId == rating.UnitId))
        {
            Add("rated_twice", "subject", "đã có kết quả xếp loại trong kỳ này", "has another rating in this period");
        }

        ResultVersion? collective = period.Units.GetValueOrDefault(rating.UnitId)?.History?.AsOf(rating.DecidedOn);
        if (collective is null or { Level: RatingLevel.Indeterminate })
        {
            Add(
                "collective_not_rated", "unit", "tập thể chưa được xếp loại đến ngày quyết định",
                "the unit had no result by that day: the collective is rated before its head");
        }
        else if (rating.Subject == RatingSubject.Head && HeadRating.Of(collective.Level, rating.Level) is { Level: RatingLevel most } bounded && most != rating.Level)
        {
            problems.Add(new RecordProblem("head_above_collective", "level", bounded.Why.Sentence));
        }

        if (problems.Count > 0)
        {
            throw new RecordInputException(problems);
        }
    }
}
