using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <summary>Finds the placements that put a unit above itself on some date, or too deep, by what was known at some moment.</summary>
internal sealed class TreeCircles
{
    /// <summary>No tree of real bodies comes near it.</summary>
    public const int MaxDepth = 64;

    private readonly ILookup<string, KnownPiece<UnitPlacement>> above;

    private TreeCircles(IReadOnlyList<KnownPiece<UnitPlacement>> pieces) =>
        above = pieces.ToLookup(p => p.Fact.UnitId, StringComparer.Ordinal);

    public static IEnumerable<(KnownPiece<UnitPlacement> Piece, bool IsTooDeep)> In(IReadOnlyList<KnownPiece<UnitPlacement>> pieces)
    {
        var circles = new TreeCircles(pieces);
        foreach (KnownPiece<UnitPlacement> piece in pieces)
        {
            // A circle exists from the moment at which the last of its placements became known: looking from each at that moment finds it.
            Search search = circles.Up(piece, piece.Fact.ParentId, piece.Known.From, piece.Validity, [piece.Fact.UnitId]);
            if (search != Search.Nothing)
            {
                yield return (piece, search == Search.TooDeep);
            }
        }
    }

    private Search Up(KnownPiece<UnitPlacement> start, string unitId, Instant moment, Validity dates, HashSet<string> path)
    {
        if (string.Equals(unitId, start.Fact.UnitId, StringComparison.Ordinal))
        {
            return Search.Circle;
        }

        if (path.Count >= MaxDepth)
        {
            return Search.TooDeep;
        }

        // Somebody else's circle is reported there.
        if (!path.Add(unitId))
        {
            return Search.Nothing;
        }

        Search found = Search.Nothing;
        foreach (KnownPiece<UnitPlacement> next in above[unitId])
        {
            if (found == Search.Nothing && next.Known.Contains(moment) && next.Validity.Intersect(dates) is Validity rest)
            {
                found = Up(start, next.Fact.ParentId, moment, rest, path);
            }
        }

        path.Remove(unitId);
        return found;
    }

    private enum Search
    {
        Nothing,
        Circle,
        TooDeep,
    }
}
