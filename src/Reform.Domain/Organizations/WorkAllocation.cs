using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <summary>The field of work that a holder of a position looks after (phân công lĩnh vực phụ trách).</summary>
/// <param name="PersonId">The person.</param>
/// <param name="PositionId">The position by which the person looks after it.</param>
/// <param name="Field">The field, as questions about signatures write it.</param>
/// <param name="Validity">The dates on which it holds, [from, to).</param>
public sealed record WorkAllocation(string PersonId, string PositionId, string Field, Validity Validity)
{
    /// <summary>The instrument, or null when it is not known.</summary>
    public LegalBasis? Basis { get; init; }
}
