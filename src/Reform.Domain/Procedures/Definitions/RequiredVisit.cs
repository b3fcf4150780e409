using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A visit that the requester has to make (lượt đi lại): to hand in papers, to be heard, to fetch the result.</summary>
/// <param name="Purpose">What for.</param>
public sealed record RequiredVisit(BilingualText Purpose)
{
    /// <summary>The number of the step at which the requester has to appear; null: at none of the recorded ones.</summary>
    public int? Step { get; init; }

    /// <summary>The channels of filing with which the visit has to be made; empty: whatever the channel.</summary>
    public ValueList<string> Channels { get; init; } = [];
}
