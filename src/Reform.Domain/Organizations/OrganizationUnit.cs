using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>A body or office that acts (cơ quan, tổ chức, đơn vị).</summary>
/// <param name="Id">The identifier, unique among units and positions.</param>
/// <param name="Name">The name.</param>
/// <param name="ParentId">The unit directly above, or null at the top.</param>
/// <param name="Kind">What kind of unit it is, in the words of the register; for example "party_committee".</param>
/// <param name="Validity">The dates on which it exists, [from, to).</param>
public sealed record OrganizationUnit(string Id, BilingualText Name, string? ParentId, string Kind, Validity Validity);

/// <summary>A post in a unit (chức vụ, vị trí); who holds it is not recorded here.</summary>
/// <param name="Id">The identifier, unique among units and positions.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Name">The title of the post.</param>
public sealed record Position(string Id, string UnitId, BilingualText Name);
