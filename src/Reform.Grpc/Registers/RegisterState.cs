using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;

namespace Reform.Grpc.Registers;

/// <summary>The registers at one moment of record. Immutable: a call looks at one state from its beginning to its end.</summary>
/// <param name="Organization">Units, positions and persons.</param>
/// <param name="Authority">Powers and grants, over that organization.</param>
/// <param name="Facts">The registers of the features, each in lists of its own.</param>
/// <param name="Revision">The place in the journal up to which it was read; 0: nothing is recorded.</param>
/// <param name="RecordedAt">When the last of it was entered.</param>
internal sealed record RegisterState(
    OrganizationRegister Organization, AuthorityRegister Authority, FactRegisters Facts, long Revision, Instant RecordedAt)
{
    /// <summary>Registers of which nothing is recorded.</summary>
    /// <param name="covers">The dates about which they know anything.</param>
    /// <param name="registers">The registers of the features.</param>
    public static RegisterState Empty(Validity covers, IEnumerable<FactRegister> registers)
    {
        var units = new OrganizationRegister(OrganizationRecords.None with { Covers = covers });
        return new RegisterState(
            units, new AuthorityRegister(AuthorityRecords.None with { Covers = covers }, units, null), FactRegisters.Of(registers, FactRecords.None, units), 0,
            Instant.MinValue);
    }

    /// <summary>The state that the whole journal gives; of this one only the kinds of registers are taken over.</summary>
    public RegisterState Read(OrganizationRecords organization, AuthorityRecords authority, FactRecords facts, long revision, Instant recordedAt)
    {
        var units = new OrganizationRegister(organization);
        return new RegisterState(units, new AuthorityRegister(authority, units, null), Facts.Of(facts, units), revision, recordedAt);
    }

    /// <summary>The state with later records.</summary>
    /// <exception cref="OrganizationInputException">The organization records do not fit.</exception>
    /// <exception cref="AuthorityInputException">The authority records do not fit, or the organization no longer fits them.</exception>
    /// <exception cref="FactConflictException">The records of a feature do not fit.</exception>
    public RegisterState With(OrganizationRecords units, AuthorityRecords powers, FactRecords facts, long revision, Instant recordedAt)
    {
        OrganizationRegister organization = Any(units) ? Organization.With(units) : Organization;
        AuthorityRegister authority = Any(units) ? Authority.WithOrganization(organization) : Authority;
        return new RegisterState(organization, Any(powers) ? authority.With(powers) : authority, Facts.With(facts, organization), revision, recordedAt);
    }

    /// <summary>The state as it was known at a moment that is not later than this one's.</summary>
    public RegisterState AsKnownAt(Instant knownAt, long revision)
    {
        OrganizationRegister units = Organization.AsKnownAt(knownAt);
        return new RegisterState(units, Authority.AsKnownAt(knownAt), Facts.AsKnownAt(knownAt, units), revision, knownAt);
    }

    private static bool Any(OrganizationRecords r) => r.Units.Count + r.Placements.Count + r.Positions.Count + r.Appointments.Count + r.Allocations.Count
        + r.Memberships.Count + r.Exclusions.Count + r.Relationships.Count + r.Successions.Count > 0;

    private static bool Any(AuthorityRecords r) => r.Powers.Count + r.Grants.Count + r.Events.Count > 0;
}
