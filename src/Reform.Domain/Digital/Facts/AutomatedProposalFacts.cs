using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Digital;

/// <summary>What a system proposed and what became of it, flat (đề xuất của hệ thống trí tuệ nhân tạo).</summary>
public sealed record AutomatedProposalFacts
{
    /// <summary>What rules have to know of these: judged by the rules of the day on which they were made.</summary>
    public static RuleSubject<AutomatedProposalFacts> Subject { get; } = new(
        "automated_proposal", new BilingualText("đề xuất của hệ thống", "automated proposal"), f => f.Id, f => f.ProposedOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị", "unit"),
            [nameof(ProposedOn)] = new("ngày đề xuất", "proposed on"),
            [nameof(IsAdopted)] = new("đã áp dụng", "adopted"),
            [nameof(HasHumanDecision)] = new("có người quyết định", "a person decided"),
        },
    };

    /// <summary>The proposal.</summary>
    public required string Id { get; init; }

    /// <summary>The unit that uses it.</summary>
    public required string UnitId { get; init; }

    /// <summary>When it was made; null: not known.</summary>
    public LocalDate? ProposedOn { get; init; }

    /// <summary>Whether it was adopted; null: not recorded.</summary>
    public bool? IsAdopted { get; init; }

    /// <summary>Whether the decision of a person about it is recorded; null: not known.</summary>
    public bool? HasHumanDecision { get; init; }
}
