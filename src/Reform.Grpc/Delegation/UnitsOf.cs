using Reform.Domain.Organizations;

namespace Reform.Grpc.Delegation;

/// <summary>To which units an actor belongs.</summary>
internal static class UnitsOf
{
    /// <summary>A unit itself, the unit of a position, or those of the positions that a person has ever held; none for who is unknown.</summary>
    public static IReadOnlyCollection<string> Actor(OrganizationRegister organization, string actorId) =>
        organization.UnitOf(actorId) is OrganizationUnit unit
            ? [unit.Id]
            : [.. organization.Appointments.Where(a => a.PersonId == actorId)
                .Select(a => organization.FindPosition(a.PositionId)!.UnitId).Distinct(StringComparer.Ordinal)];
}
