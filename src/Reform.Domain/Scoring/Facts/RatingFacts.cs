using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A rating of a collective or a head that was decided, flat (kết quả xếp loại đã quyết định).</summary>
public sealed record RatingFacts
{
    /// <summary>What rules have to know of it.</summary>
    public static RuleSubject<RatingFacts> Subject { get; } = new(
        "rating", new BilingualText("kết quả xếp loại", "rating"), f => f.Id, f => f.DecidedOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(Rated)] = new("đối tượng", "subject"),
            [nameof(PeriodId)] = new("kỳ", "period"),
            [nameof(IsYearly)] = new("xếp loại năm", "is yearly"),
            [nameof(DecidedOn)] = new("ngày quyết định", "decided on"),
            [nameof(Level)] = new("mức", "level"),
            [nameof(CollectiveLevel)] = new("mức của tập thể", "level of the collective"),
            [nameof(PreviousLevel)] = new("mức kỳ trước", "level of the period before"),
            [nameof(DecidedTooEarly)] = new("số đối tượng phải xếp trước mà chưa xếp", "ratings that had to come first"),
            [nameof(HasReformCriterion)] = new("có tiêu chí cải cách hành chính", "has the reform criterion"),
        },
    };

    /// <summary>Its identifier; for example "2025/ward/head".</summary>
    public required string Id { get; init; }

    /// <summary>The unit that answers for it; null: not known.</summary>
    public string? UnitId { get; init; }

    /// <summary>Who is rated.</summary>
    public required RatingSubject Rated { get; init; }

    /// <summary>The period.</summary>
    public required string PeriodId { get; init; }

    /// <summary>Whether it is the rating of a year.</summary>
    public bool IsYearly { get; init; }

    /// <summary>When it was decided.</summary>
    public required LocalDate DecidedOn { get; init; }

    /// <summary>The level.</summary>
    public required RatingLevel Level { get; init; }

    /// <summary>The level of the collective that a head leads; null: not known.</summary>
    public RatingLevel? CollectiveLevel { get; init; }

    /// <summary>The level of the period before; null: not known.</summary>
    public RatingLevel? PreviousLevel { get; init; }

    /// <summary>How many ratings that have to come first were not decided yet; null: not known.</summary>
    public int? DecidedTooEarly { get; init; }

    /// <summary>Whether the reform criterion is in it; null: not known.</summary>
    public bool? HasReformCriterion { get; init; }

    /// <summary>Works the facts out of what was decided in a period.</summary>
    /// <param name="period">The period.</param>
    /// <param name="ratings">The ratings of the period, as they stand on the date of judgement.</param>
    /// <param name="before">Those of the period before.</param>
    /// <returns>The facts, in the order of the ratings.</returns>
    public static ValueList<RatingFacts> Of(EvaluationPeriod period, ValueList<RatingRecord> ratings, ValueList<RatingRecord> before)
    {
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(ratings);
        ArgumentNullException.ThrowIfNull(before);
        ILookup<string, RatingOrderBreach> early = RatingOrder.Check(ratings).ToLookup(b => b.RatingId, StringComparer.Ordinal);
        ILookup<(RatingSubject, string), RatingRecord> now = ratings.ToLookup(r => (r.Subject, r.UnitId));
        ILookup<(RatingSubject, string), RatingRecord> then = before.ToLookup(r => (r.Subject, r.UnitId));
        return ratings.Select(r => new RatingFacts
        {
            Id = r.Id,
            UnitId = r.UnitId,
            Rated = r.Subject,
            PeriodId = period.Id,
            IsYearly = period.IsYear,
            DecidedOn = r.DecidedOn,
            Level = r.Level,
            CollectiveLevel = r.Subject == RatingSubject.Head ? now[(RatingSubject.Collective, r.UnitId)].FirstOrDefault()?.Level : null,
            PreviousLevel = then[(r.Subject, r.UnitId)].FirstOrDefault()?.Level,
            DecidedTooEarly = early[r.Id].Count(),
            HasReformCriterion = r.HasReformCriterion,
        }).ToValueList();
    }
}
