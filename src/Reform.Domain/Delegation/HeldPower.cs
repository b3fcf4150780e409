using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>A power that an actor holds on a date, by one chain (thẩm quyền đang có).</summary>
/// <param name="Power">The power.</param>
/// <param name="UnitId">The unit for whose affairs it is held; null: for every unit for which the chain allows it.</param>
/// <param name="Chain">The chain from the holder by law to the actor.</param>
/// <param name="Scopes">What limits it, from the top down; a case has to lie in every one of them. Empty: nothing does.</param>
/// <param name="Until">The first later date on which this chain no longer carries it; null: no end is known.</param>
public sealed record HeldPower(Power Power, string? UnitId, ValueList<AuthorityLink> Chain, ValueList<GrantScope> Scopes, LocalDate? Until);
