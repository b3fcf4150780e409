using Grpc.Core;
using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Grpc.Access;

/// <summary>That a caller has a role for a unit and everything below it.</summary>
/// <param name="Role">The role.</param>
/// <param name="UnitId">The unit; null: everything.</param>
internal sealed record RoleHolding(AccessRole Role, string? UnitId);

/// <summary>Who calls, and what the caller may do.</summary>
internal sealed record Caller(string Id, ValueList<RoleHolding> Holdings)
{
    private static readonly object Key = new();

    /// <summary>The caller of a call that was let through.</summary>
    public static Caller Of(ServerCallContext context) => (Caller)context.GetHttpContext().Items[Key]!;

    public void Attach(HttpContext context) => context.Items[Key] = this;

    /// <summary>Whether the caller has a role for whom a call concerns. A unit that the register does not have is nobody's.</summary>
    public bool May(AccessRole role, Concern concern, OrganizationRegister organization, LocalDate today)
    {
        List<RoleHolding> held = [.. Holdings.Where(h => h.Role == role || role == AccessRole.Reader)];
        if (held.Exists(h => h.UnitId is null))
        {
            return true;
        }

        bool MayFor(string unit) => Above(unit, organization, today).Any(a => held.Exists(h => h.UnitId == a));
        return !concern.IsEverything && held.Count > 0 && concern.Sets.All(s => s.Any(MayFor));
    }

    // The unit and those above it: as they stand today, before the unit's life on its first day, after it on its last.
    private static IEnumerable<string> Above(string unitId, OrganizationRegister organization, LocalDate today)
    {
        if (organization.FindUnit(unitId) is not OrganizationUnit unit)
        {
            yield break;
        }

        LocalDate on = unit.Validity.StartsAfter(today) ? unit.Validity.From!.Value
            : unit.Validity.EndedBy(today) ? unit.Validity.To!.Value.PlusDays(-1) : today;
        if (!organization.Covers(on))
        {
            yield break;
        }

        for (string? at = unitId; at is not null; at = organization.ParentOf(at, on))
        {
            yield return at;
        }
    }
}
