using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A procedure and a unit of a review round on a date, flat (tình trạng rà soát của đơn vị).</summary>
public sealed record ReviewFacts
{
    /// <summary>What rules have to know of reviews: judged by the rules of the day on which they are due.</summary>
    public static RuleSubject<ReviewFacts> Subject { get; } = new(
        "review", new BilingualText("việc rà soát thủ tục", "review of a procedure by a unit"), f => f.Id, f => f.DueOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(RoundId)] = new("đợt rà soát", "round"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(UnitId)] = new("đơn vị rà soát", "reviewing unit"),
            [nameof(On)] = new("ngày đánh giá", "date of judgement"),
            [nameof(DueOn)] = new("hạn rà soát", "verdict due on"),
            [nameof(DecidedOn)] = new("ngày kết luận", "decided on"),
            [nameof(State)] = new("tình trạng", "state"),
        },
    };

    /// <summary>The round, the procedure and the unit; for example "2025/PTY-ADM/ward".</summary>
    public required string Id { get; init; }

    /// <summary>The round.</summary>
    public required string RoundId { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The unit that reviews.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate On { get; init; }

    /// <summary>By when the verdict is due.</summary>
    public required LocalDate DueOn { get; init; }

    /// <summary>When the unit decided; null: not by the date of judgement.</summary>
    public LocalDate? DecidedOn { get; init; }

    /// <summary>How the review stands.</summary>
    public ReviewState State { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="report">A round on a date.</param>
    /// <returns>The facts of each procedure and unit, in the order of the report.</returns>
    public static ValueList<ReviewFacts> Of(ReviewReport report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return report.Items.Select(i => new ReviewFacts
        {
            Id = report.Round.Id + "/" + i.ProcedureCode + "/" + i.UnitId,
            RoundId = report.Round.Id,
            ProcedureCode = i.ProcedureCode,
            UnitId = i.UnitId,
            On = report.On,
            DueOn = report.Round.DueOn,
            DecidedOn = i.Verdict?.DecidedOn,
            State = i.State,
        }).ToValueList();
    }
}
