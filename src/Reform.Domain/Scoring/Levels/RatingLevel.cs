using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The level at which a collective or a head is classified (mức xếp loại). A greater value is a higher level.</summary>
public enum RatingLevel
{
    /// <summary>No rule matches, or a fact is missing (không xác định được mức): a person has to decide, and nothing is assumed.</summary>
    Indeterminate = 0,

    /// <summary>Tasks not completed (không hoàn thành nhiệm vụ).</summary>
    NotCompleted = 1,

    /// <summary>Tasks completed (hoàn thành nhiệm vụ).</summary>
    Completed = 2,

    /// <summary>Tasks completed well (hoàn thành tốt nhiệm vụ).</summary>
    Good = 3,

    /// <summary>Meets what excellence requires, before the cap (đủ điều kiện hoàn thành xuất sắc, chưa khống chế tỉ lệ).</summary>
    ExcellentCandidate = 4,

    /// <summary>Tasks completed excellently, within the cap (hoàn thành xuất sắc nhiệm vụ).</summary>
    Excellent = 5,
}

/// <summary>The names of the levels.</summary>
public static class RatingLevels
{
    private static readonly BilingualText[] Names =
    [
        new("không xác định được mức", "indeterminate"), new("không hoàn thành nhiệm vụ", "not completed"), new("hoàn thành nhiệm vụ", "completed"),
        new("hoàn thành tốt nhiệm vụ", "good"), new("đủ điều kiện hoàn thành xuất sắc, chưa khống chế tỉ lệ", "candidate for excellent, before the cap"),
        new("hoàn thành xuất sắc nhiệm vụ", "excellent"),
    ];

    /// <summary>The name of a level.</summary>
    /// <param name="level">The level.</param>
    /// <returns>The name in both languages.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no such level.</exception>
    public static BilingualText Name(this RatingLevel level) => Enum.IsDefined(level)
        ? Names[(int)level]
        : throw new ArgumentOutOfRangeException(nameof(level), level, "No such level.");
}
