using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>A post in a unit (chức vụ, vị trí); who holds it is an <see cref="Appointment"/>.</summary>
/// <param name="Id">The identifier, unique among units and positions.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Name">The title of the post.</param>
public sealed record Position(string Id, string UnitId, BilingualText Name)
{
    /// <summary>What kind of title it is.</summary>
    public TitleKind Title { get; init; }

    /// <summary>The dates on which the post exists, [from, to); it ends at the latest with its unit.</summary>
    public Validity Validity { get; init; }

    /// <summary>Whether it is the post of the unit's head.</summary>
    public bool IsHead => Title.Rank() == TitleRank.Head;
}
