using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>Whether an actor may decide: the facts that the answer depends on.</summary>
/// <param name="ActorId">The unit or position that acts.</param>
/// <param name="PowerId">The power.</param>
/// <param name="On">The legal date of the act.</param>
/// <param name="Territory">The territory of the case.</param>
/// <param name="ProcedureCode">The code of its procedure.</param>
public sealed record AuthorityQuestion(string ActorId, string PowerId, LocalDate On, string Territory, string ProcedureCode);
