using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <summary>That a unit stands directly under another (quan hệ trực thuộc) over a period. A unit without one on a date is a root.</summary>
/// <param name="UnitId">The unit below.</param>
/// <param name="ParentId">The unit directly above.</param>
/// <param name="Validity">The dates on which it stands there, [from, to); it ends by itself when one of the two units ends.</param>
public sealed record UnitPlacement(string UnitId, string ParentId, Validity Validity)
{
    /// <summary>The instrument, or null when it is not known.</summary>
    public LegalBasis? Basis { get; init; }
}
