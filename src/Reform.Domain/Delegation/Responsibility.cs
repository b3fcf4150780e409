namespace Reform.Domain.Delegation;

/// <summary>Who answers for what was done with a power (trách nhiệm).</summary>
/// <remarks>
/// Under a mandate and a commission the grantor answers for the result; under decentralisation, devolution and conferral the recipient.
/// Whoever acts without competence, or outside what was granted, answers alone.
/// </remarks>
/// <param name="ResultId">Who answers for the result (chịu trách nhiệm về kết quả).</param>
/// <param name="HandlingId">Who answers for the handling: the actor (chịu trách nhiệm về việc giải quyết).</param>
/// <param name="ConditionsId">Who has to provide staff and budget and to monitor: who decentralised the power; null: nobody did.</param>
public sealed record Responsibility(string ResultId, string HandlingId, string? ConditionsId)
{
    /// <summary>
    /// The person behind <see cref="ResultId"/> on the date (người đứng đầu chịu trách nhiệm): the head of the unit, the holder of the position,
    /// or the person itself. Null where none is known.
    /// </summary>
    public string? PersonId { get; init; }
}
