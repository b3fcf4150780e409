using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The evaluation of a unit in a period as it stands on a date, flat (tình trạng đánh giá đơn vị).</summary>
public sealed record EvaluationFacts
{
    /// <summary>What rules have to know of it.</summary>
    public static RuleSubject<EvaluationFacts> Subject { get; } = new(
        "evaluation", new BilingualText("việc đánh giá đơn vị trong kỳ", "evaluation of a unit in a period"), f => f.Id, f => f.PeriodTo, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị được đánh giá", "evaluated unit"),
            [nameof(PeriodId)] = new("kỳ", "period"),
            [nameof(PeriodFrom)] = new("kỳ từ ngày", "period from"),
            [nameof(PeriodTo)] = new("kỳ đến ngày", "period to"),
            [nameof(On)] = new("ngày xem xét", "date of judgement"),
            [nameof(SetFrom)] = new("bộ tiêu chí áp dụng từ", "criteria set from"),
            [nameof(SetUntil)] = new("bộ tiêu chí hết áp dụng từ", "criteria set until"),
            [nameof(SelfScoreDueOn)] = new("hạn tự chấm", "self-score due on"),
            [nameof(SelfScoredOn)] = new("ngày tự chấm", "self-scored on"),
            [nameof(IsAppraised)] = new("đã thẩm định", "is appraised"),
            [nameof(AppraiserUnitId)] = new("đơn vị thẩm định", "appraising unit"),
            [nameof(ChangesWithoutReason)] = new("số điểm sửa không lý do", "changes without a reason"),
            [nameof(LeavesWithoutEvidence)] = new("số tiêu chí có điểm không có tài liệu", "leaves with points that nothing shows"),
            [nameof(FormalismSignals)] = new("số dấu hiệu hình thức", "signs of formalism"),
            [nameof(HasResult)] = new("đã có kết quả", "has a result"),
            [nameof(ResultDueOn)] = new("hạn có kết quả", "result due on"),
            [nameof(Level)] = new("mức xếp loại", "level"),
            [nameof(IsPublished)] = new("đã công bố", "is published"),
            [nameof(DiffersFromDecided)] = new("khác với kết quả đã quyết định", "differs from what was decided"),
        },
    };

    /// <summary>Its identifier; for example "2025/ward".</summary>
    public required string Id { get; init; }

    /// <summary>The unit that is evaluated.</summary>
    public required string UnitId { get; init; }

    /// <summary>The period.</summary>
    public required string PeriodId { get; init; }

    /// <summary>Its first day.</summary>
    public required LocalDate PeriodFrom { get; init; }

    /// <summary>Its last day.</summary>
    public required LocalDate PeriodTo { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The first day of the criteria set that was used; null: not known.</summary>
    public LocalDate? SetFrom { get; init; }

    /// <summary>The first day on which that set no longer applies; null: no end.</summary>
    public LocalDate? SetUntil { get; init; }

    /// <summary>By when the self-score is due; null: not set.</summary>
    public LocalDate? SelfScoreDueOn { get; init; }

    /// <summary>When the unit scored itself; null: not by the date of judgement.</summary>
    public LocalDate? SelfScoredOn { get; init; }

    /// <summary>Whether it is appraised.</summary>
    public bool IsAppraised { get; init; }

    /// <summary>The unit of whoever appraised; null: not known.</summary>
    public string? AppraiserUnitId { get; init; }

    /// <summary>How many points were changed without a reason; null: not known.</summary>
    public int? ChangesWithoutReason { get; init; }

    /// <summary>How many leaves have points that nothing shows; null: not known.</summary>
    public int? LeavesWithoutEvidence { get; init; }

    /// <summary>How many other signs of formalism were found; null: nobody looked.</summary>
    public int? FormalismSignals { get; init; }

    /// <summary>Whether there is a result.</summary>
    public bool HasResult { get; init; }

    /// <summary>By when a result is due; null: not set.</summary>
    public LocalDate? ResultDueOn { get; init; }

    /// <summary>The level; null: not classified yet.</summary>
    public RatingLevel? Level { get; init; }

    /// <summary>Whether the result is published.</summary>
    public bool IsPublished { get; init; }

    /// <summary>Whether what is shown differs from the version that was last decided; null: not known.</summary>
    public bool? DiffersFromDecided { get; init; }
}
