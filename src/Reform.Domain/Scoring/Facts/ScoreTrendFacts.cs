using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A comparison of a unit's results that was made or published, flat (so sánh kết quả giữa hai kỳ).</summary>
public sealed record ScoreTrendFacts
{
    /// <summary>What rules have to know of it.</summary>
    public static RuleSubject<ScoreTrendFacts> Subject { get; } = new(
        "score_trend", new BilingualText("so sánh kết quả giữa hai kỳ", "comparison of results"), f => f.Id, f => f.ComparedOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(ComparedOn)] = new("ngày so sánh", "compared on"),
            [nameof(SetsMatch)] = new("hai bộ tiêu chí tương thích", "criteria match"),
        },
    };

    /// <summary>Its identifier; for example "ward/2024-2025".</summary>
    public required string Id { get; init; }

    /// <summary>The unit that answers for it; null: not known.</summary>
    public string? UnitId { get; init; }

    /// <summary>When it was made.</summary>
    public required LocalDate ComparedOn { get; init; }

    /// <summary>Whether the criteria of the two periods match, or one says that they may be compared; null: not known.</summary>
    public bool? SetsMatch { get; init; }
}
