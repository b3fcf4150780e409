using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The versions of a published result (các phiên bản kết quả): a re-rating adds one with its reason, and nothing is overwritten. Immutable.</summary>
public sealed record ResultHistory
{
    private ResultHistory(ValueList<ResultVersion> versions) => Versions = versions;

    /// <summary>The versions, the first published one first.</summary>
    public ValueList<ResultVersion> Versions { get; }

    /// <summary>The version that stands.</summary>
    public ResultVersion Current => Versions[^1];

    /// <summary>Publishes a result.</summary>
    /// <param name="score">The score.</param>
    /// <param name="level">The level.</param>
    /// <param name="on">The day.</param>
    /// <param name="decidedBy">The unit that decided.</param>
    /// <returns>A history of one version.</returns>
    public static ResultHistory Publish(UnitScore score, RatingLevel level, LocalDate on, string decidedBy)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        return new ResultHistory([new ResultVersion(1, score, level, on, decidedBy, null)]);
    }

    /// <summary>Rates anew because an earlier result was wrong.</summary>
    /// <param name="score">The corrected score, of the same unit.</param>
    /// <param name="level">The corrected level.</param>
    /// <param name="on">The day; not before the version that stands.</param>
    /// <param name="decidedBy">The unit that decided.</param>
    /// <param name="reason">Why; not absent.</param>
    /// <returns>The history with one more version.</returns>
    /// <exception cref="RecordInputException">The reason is absent, the score is of another unit, or the day is too early.</exception>
    public ResultHistory ReRate(UnitScore score, RatingLevel level, LocalDate on, string decidedBy, BilingualText? reason)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentException.ThrowIfNullOrWhiteSpace(decidedBy);
        var problems = new RecordProblems();
        if (reason is null)
        {
            problems.Add("no_reason", "reason", "đánh giá lại phải nêu lý do", "a re-rating needs a reason");
        }

        if (!string.Equals(score.UnitId, Current.Score.UnitId, StringComparison.Ordinal))
        {
            problems.Add("another_unit", "score.unitId", "điểm của đơn vị khác", "the score is of another unit");
        }

        if (on < Current.On)
        {
            problems.Add("out_of_order", "on", "trước ngày công bố phiên bản đang có", "before the version that stands");
        }

        problems.ThrowIfAny();
        return new ResultHistory([.. Versions, new ResultVersion(Versions.Count + 1, score, level, on, decidedBy, reason)]);
    }

    /// <summary>The version that stood on a day.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The version, or null before the first.</returns>
    public ResultVersion? AsOf(LocalDate day) => Versions.LastOrDefault(v => v.On <= day);
}

/// <summary>One version of a result (phiên bản kết quả).</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="Score">The score.</param>
/// <param name="Level">The level.</param>
/// <param name="On">When it was decided.</param>
/// <param name="DecidedBy">The unit that decided.</param>
/// <param name="Reason">Why it was rated anew; null for the first.</param>
public sealed record ResultVersion(int Number, UnitScore Score, RatingLevel Level, LocalDate On, string DecidedBy, BilingualText? Reason);
