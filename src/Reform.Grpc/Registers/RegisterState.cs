using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;

namespace Reform.Grpc.Registers;

/// <summary>The registers at one moment of record. Immutable: a call looks at one state from its beginning to its end.</summary>
/// <param name="Organization">Units, positions and persons.</param>
/// <param name="Authority">Powers and grants, over that organization.</param>
/// <param name="LazyProcedures">Procedures and the registers over them; put together when they are first asked for.</param>
/// <param name="Revision">The place in the journal up to which it was read; 0: nothing is recorded.</param>
/// <param name="RecordedAt">When the last of it was entered.</param>
internal sealed record RegisterState(
    OrganizationRegister Organization, AuthorityRegister Authority, Lazy<ProcedureRegisters> LazyProcedures, long Revision, Instant RecordedAt)
{
    /// <summary>Procedures and the registers over them.</summary>
    public ProcedureRegisters Procedures => LazyProcedures.Value;

    /// <summary>Criteria sets, measures, appraisals and results.</summary>
    public ScoringRegisters Scoring => LazyScoring.Value;

    /// <summary>The same; those of an earlier moment are put together when they are first asked for.</summary>
    public Lazy<ScoringRegisters> LazyScoring { get; init; } = new(ScoringRegisters.Empty);

    /// <summary>Registers of which nothing is recorded.</summary>
    /// <param name="covers">The dates about which they know anything.</param>
    public static RegisterState Empty(Validity covers) =>
        Of(OrganizationRecords.None with { Covers = covers }, AuthorityRecords.None with { Covers = covers }, ProcedureRecords.None, ScoringRecords.None, 0, Instant.MinValue);

    public static RegisterState Of(
        OrganizationRecords organization, AuthorityRecords authority, ProcedureRecords procedures, ScoringRecords scoring, long revision, Instant recordedAt)
    {
        var units = new OrganizationRegister(organization);
        return new RegisterState(units, new AuthorityRegister(authority, units, null), new(() => ProcedureRegisters.Of(procedures)), revision, recordedAt)
        {
            LazyScoring = new(ScoringRegisters.Empty.With(scoring)),
        };
    }

    /// <summary>The state with later records.</summary>
    /// <exception cref="OrganizationInputException">The organization records do not fit.</exception>
    /// <exception cref="AuthorityInputException">The authority records do not fit, or the organization no longer fits them.</exception>
    /// <exception cref="Domain.Procedures.ProcedureInputException">The procedure records do not fit.</exception>
    /// <exception cref="Domain.Scoring.ScoringInputException">The scoring records do not fit.</exception>
    public RegisterState With(
        OrganizationRecords units, AuthorityRecords powers, ProcedureRecords procedures, ScoringRecords scoring, long revision, Instant recordedAt)
    {
        OrganizationRegister organization = Any(units) ? Organization.With(units) : Organization;
        AuthorityRegister authority = Any(units) ? Authority.WithOrganization(organization) : Authority;
        Lazy<ProcedureRegisters> after = LazyProcedures;
        if (procedures.HasAny)
        {
            ProcedureRegisters fitting = Procedures.With(procedures);
            after = new(() => fitting);
        }

        return new RegisterState(organization, Any(powers) ? authority.With(powers) : authority, after, revision, recordedAt)
        {
            LazyScoring = scoring.All.Count == 0 ? LazyScoring : new(Scoring.With(scoring)),
        };
    }

    /// <summary>The state as it was known at a moment that is not later than this one's.</summary>
    public RegisterState AsKnownAt(Instant knownAt, long revision) =>
        new(Organization.AsKnownAt(knownAt), Authority.AsKnownAt(knownAt), new(() => Procedures.AsKnownAt(knownAt)), revision, knownAt)
        {
            LazyScoring = new(() => Scoring.AsKnownAt(knownAt)),
        };

    private static bool Any(OrganizationRecords r) => r.Units.Count + r.Placements.Count + r.Positions.Count + r.Appointments.Count + r.Allocations.Count
        + r.Memberships.Count + r.Exclusions.Count + r.Relationships.Count + r.Successions.Count > 0;

    private static bool Any(AuthorityRecords r) => r.Powers.Count + r.Grants.Count + r.Events.Count > 0;
}
