using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Pilots;

/// <summary>A pilot on a date, flat (thí điểm).</summary>
public sealed record PilotFacts
{
    /// <summary>What rules have to know of pilots: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<PilotFacts> Subject { get; } = new(
        "pilot", new BilingualText("thí điểm", "pilot"), f => f.Id, f => f.AsOf, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị đề xuất", "proposing unit"),
            [nameof(AsOf)] = new("ngày đánh giá", "date of judgement"),
            [nameof(State)] = new("trạng thái", "state"),
            [nameof(SentOn)] = new("ngày gửi Trung ương", "sent to Central on"),
            [nameof(BoardAgreedOn)] = new("ngày Ban Thường vụ đồng ý", "Board agreed on"),
            [nameof(IsBoardDecisionValid)] = new("quyết định của Ban Thường vụ hợp lệ", "decision of the Board is valid"),
            [nameof(EndedOn)] = new("ngày kết thúc", "ended on"),
            [nameof(DaysSinceEnd)] = new("số ngày từ khi kết thúc", "days since its end"),
            [nameof(EvaluatedOn)] = new("ngày tổng kết", "evaluated on"),
            [nameof(CitesGap)] = new("có nêu nội dung chưa được quy định", "says what is not regulated"),
            [nameof(CentralRules)] = new("số quy định của Trung ương về nội dung", "Central rules on the matter"),
            [nameof(FirstCentralRule)] = new("quy định của Trung ương", "Central rule"),
        },
    };

    /// <summary>The pilot.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that proposes it.</summary>
    public required string UnitId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>How it stands.</summary>
    public PilotState State { get; init; }

    /// <summary>When it was sent to Central; null: it was not.</summary>
    public LocalDate? SentOn { get; init; }

    /// <summary>When the Board agreed, by the day of sending; null: it did not.</summary>
    public LocalDate? BoardAgreedOn { get; init; }

    /// <summary>Whether that decision is valid; null: not recorded, or there is none.</summary>
    public bool? IsBoardDecisionValid { get; init; }

    /// <summary>The first day on which it was over; null: it is not.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>Calendar days from that day to the date of judgement; null: it is not over.</summary>
    public int? DaysSinceEnd { get; init; }

    /// <summary>When it was evaluated; null: not by the date of judgement.</summary>
    public LocalDate? EvaluatedOn { get; init; }

    /// <summary>Whether the proposal says what Central rules lack.</summary>
    public bool CitesGap { get; init; }

    /// <summary>How many Central rules in force on the day of the draft cover the matter; null: nobody examined it.</summary>
    public int? CentralRules { get; init; }

    /// <summary>The number of the first of them.</summary>
    public string? FirstCentralRule { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="standing">A pilot on a date.</param>
    /// <returns>The facts.</returns>
    public static PilotFacts Of(PilotStanding standing)
    {
        ArgumentNullException.ThrowIfNull(standing);
        PilotProposal proposal = standing.Proposal;
        ValueList<CentralRule>? covered = proposal.CoveredBy?.Where(r => r.Validity.Contains(proposal.DraftedOn)).ToValueList();
        return new PilotFacts
        {
            Id = proposal.Id,
            UnitId = proposal.UnitId,
            AsOf = standing.On,
            State = standing.State,
            SentOn = standing.Sent?.On,
            BoardAgreedOn = standing.BoardBeforeSending?.On,
            IsBoardDecisionValid = standing.BoardBeforeSending?.IsValid,
            EndedOn = standing.EndedOn,
            DaysSinceEnd = standing.EndedOn is LocalDate ended ? Period.DaysBetween(ended, standing.On) : null,
            EvaluatedOn = standing.Evaluation?.On,
            CitesGap = proposal.Gap is not null,
            CentralRules = covered?.Count,
            FirstCentralRule = covered is { Count: > 0 } ? covered[0].Number : null,
        };
    }
}
