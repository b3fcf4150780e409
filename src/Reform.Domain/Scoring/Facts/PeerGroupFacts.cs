using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The levels of a peer group in a period, flat (cơ cấu xếp loại của nhóm).</summary>
public sealed record PeerGroupFacts
{
    /// <summary>What rules have to know of it.</summary>
    public static RuleSubject<PeerGroupFacts> Subject { get; } = new(
        "peer_group", new BilingualText("nhóm đối tượng cùng loại", "peer group"), f => f.Id, f => f.DecidedOn, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(UnitId)] = new("đơn vị quyết định", "deciding unit"),
            [nameof(DecidedOn)] = new("ngày quyết định", "decided on"),
            [nameof(Excellent)] = new("số xuất sắc", "excellent"),
            [nameof(BaseSize)] = new("cơ số khống chế", "base of the cap"),
            [nameof(Base)] = new("cách tính cơ số", "kind of base"),
            [nameof(IsOutstanding)] = new("nhóm có thành tích nổi trội", "outstanding group"),
        },
    };

    /// <summary>Its identifier; for example "2025/xa-phuong".</summary>
    public required string Id { get; init; }

    /// <summary>The unit that decides; null: not known.</summary>
    public string? UnitId { get; init; }

    /// <summary>When the list was decided.</summary>
    public required LocalDate DecidedOn { get; init; }

    /// <summary>How many are excellent; null: not known.</summary>
    public int? Excellent { get; init; }

    /// <summary>The number of which the share is taken, by the base that was chosen; null: not known.</summary>
    public int? BaseSize { get; init; }

    /// <summary>Which base was chosen.</summary>
    public CapBase Base { get; init; }

    /// <summary>Whether the group has the higher share for outstanding results.</summary>
    public bool IsOutstanding { get; init; }

    /// <summary>Works the facts out of a list as it was decided.</summary>
    /// <param name="id">The identifier.</param>
    /// <param name="unitId">The unit that decides; null: not known.</param>
    /// <param name="decidedOn">When.</param>
    /// <param name="levels">The final level of each unit of the group.</param>
    /// <param name="demoted">How many of those rated good met what excellence requires.</param>
    /// <param name="capBase">Which base was chosen.</param>
    /// <param name="isOutstanding">Whether the group has the higher share.</param>
    /// <returns>The facts.</returns>
    public static PeerGroupFacts Of(
        string id, string? unitId, LocalDate decidedOn, ValueList<RatingLevel> levels, int demoted, CapBase capBase, bool isOutstanding)
    {
        ArgumentNullException.ThrowIfNull(levels);
        int excellent = levels.Count(l => l == RatingLevel.Excellent);
        int good = levels.Count(l => l == RatingLevel.Good);
        return new PeerGroupFacts
        {
            Id = id,
            UnitId = unitId,
            DecidedOn = decidedOn,
            Excellent = excellent,
            Base = capBase,
            IsOutstanding = isOutstanding,
            BaseSize = capBase switch
            {
                CapBase.AfterDemotion => good,
                CapBase.BeforeDemotion => good - demoted,
                CapBase.GoodOrBetter => good + excellent,
                _ => levels.Count,
            },
        };
    }
}
