using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A result of an evaluation, an inspection or a review round and whether its subjects were told, flat (kết quả phải công bố).</summary>
public sealed record ResultFacts
{
    /// <summary>What rules have to know of results: judged by the rules of the day on which they became final.</summary>
    public static RuleSubject<ResultFacts> Subject { get; } = new(
        "result", new BilingualText("kết quả phải công bố", "result to be announced"), f => f.Id, f => f.FinalOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị phải công bố", "unit that announces"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(FinalOn)] = new("ngày có kết quả cuối cùng", "final on"),
            [nameof(AnnounceBy)] = new("hạn công bố", "to be announced by"),
            [nameof(IsAnnounced)] = new("đã công bố", "announced"),
            [nameof(IsSecret)] = new("kết quả mật", "secret"),
        },
    };

    /// <summary>The result; for example "review/2025".</summary>
    public required string Id { get; init; }

    /// <summary>The unit that has to announce it.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>When it became final; null: it is not.</summary>
    public LocalDate? FinalOn { get; init; }

    /// <summary>By when it has to be announced; null: at once.</summary>
    public LocalDate? AnnounceBy { get; init; }

    /// <summary>Whether it was announced to its subjects; null: not recorded.</summary>
    public bool? IsAnnounced { get; init; }

    /// <summary>Whether it is secret and announced to nobody.</summary>
    public bool IsSecret { get; init; }

    /// <summary>The result of a review round: final on the day of the last verdict, once every procedure has one of every unit.</summary>
    /// <param name="report">The round on a date.</param>
    /// <param name="unitId">The unit that announces it.</param>
    /// <param name="isAnnounced">Whether it was announced by that date; null: not recorded.</param>
    /// <param name="announceBy">By when it has to be announced; null: at once.</param>
    /// <returns>The facts.</returns>
    public static ResultFacts Of(ReviewReport report, string unitId, bool? isAnnounced, LocalDate? announceBy = null)
    {
        ArgumentNullException.ThrowIfNull(report);
        ArgumentNullException.ThrowIfNull(unitId);
        return new ResultFacts
        {
            Id = "review/" + report.Round.Id,
            UnitId = unitId,
            AsOf = report.On,
            FinalOn = report.Items.All(i => i.Verdict is not null) ? report.Items.Select(i => (LocalDate?)i.Verdict!.DecidedOn).Max() : null,
            AnnounceBy = announceBy,
            IsAnnounced = isAnnounced,
        };
    }
}
