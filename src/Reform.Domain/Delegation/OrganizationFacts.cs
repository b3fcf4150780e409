using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What the engine asks of an organization register: who exists when, and who acts for whom. Without a register, everybody exists.</summary>
internal sealed class OrganizationFacts(OrganizationRegister? register)
{
    private readonly Dictionary<string, Position> positions =
        (register?.Positions ?? []).ToDictionary(p => p.Id, StringComparer.Ordinal);

    public OrganizationRegister? Register => register;

    public bool Knows(string id) => register is null || register.FindUnit(id) is not null || positions.ContainsKey(id);

    /// <summary>Whether there is a unit, a position or a person of this name, as a grant says what its grantee is.</summary>
    public bool KnowsAs(GranteeKind kind, string id) => register is null || kind switch
    {
        GranteeKind.Unit => register.FindUnit(id) is not null,
        GranteeKind.Position => positions.ContainsKey(id),
        _ => true,
    };

    public bool KnowsUnit(string id) => register is null || register.FindUnit(id) is not null;

    /// <summary>The days on which a unit exists, or the unit of a position; for anyone else, always.</summary>
    public IntervalSet LifeOf(string id) =>
        UnitOf(id) is string unit && register!.FindUnit(unit) is OrganizationUnit found ? IntervalSet.Of(found.Validity) : IntervalSet.Always;

    /// <summary>The unit itself, or the unit of a position; null when neither is known.</summary>
    public string? UnitOf(string id) =>
        register is null ? null : positions.TryGetValue(id, out Position? position) ? position.UnitId : register.FindUnit(id)?.Id;

    public BilingualText? NameOf(string id) => register?.NameOf(id);
}
