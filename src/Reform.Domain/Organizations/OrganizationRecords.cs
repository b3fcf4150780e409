using System.Globalization;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Everything that was entered in an organization register, with its record times (toàn bộ dữ kiện đã ghi nhận); it only grows.</summary>
public sealed record OrganizationRecords
{
    /// <summary>No records.</summary>
    public static OrganizationRecords None { get; } = new();

    /// <summary>The dates about which the register knows anything, [from, to); open unless said otherwise.</summary>
    public Validity Covers { get; init; }

    /// <summary>The units. That a unit ends is entered as a correction of its record.</summary>
    public ValueList<Recorded<OrganizationUnit>> Units { get; init; } = [];

    /// <summary>Which unit stands under which.</summary>
    public ValueList<Recorded<UnitPlacement>> Placements { get; init; } = [];

    /// <summary>The positions.</summary>
    public ValueList<Recorded<Position>> Positions { get; init; } = [];

    /// <summary>Who holds them.</summary>
    public ValueList<Recorded<Appointment>> Appointments { get; init; } = [];

    /// <summary>What their holders look after.</summary>
    public ValueList<Recorded<WorkAllocation>> Allocations { get; init; } = [];

    /// <summary>The members of collective bodies.</summary>
    public ValueList<Recorded<Membership>> Memberships { get; init; } = [];

    /// <summary>The members that do not count in a vote.</summary>
    public ValueList<Recorded<MembershipExclusion>> Exclusions { get; init; } = [];

    /// <summary>The ties that make a conflict of interest.</summary>
    public ValueList<Recorded<Relationship>> Relationships { get; init; } = [];

    /// <summary>Who took over from whom.</summary>
    public ValueList<Recorded<SuccessionLink>> Successions { get; init; } = [];

    /// <summary>Facts without record times: known since ever.</summary>
    /// <param name="units">The units; a unit's record has the identifier "units/…".</param>
    /// <param name="positions">The positions; a position's record has the identifier "positions/…".</param>
    /// <param name="placements">Which unit stands under which; records of this and every further list are named by list and place, as "placements[3]".</param>
    /// <param name="appointments">Who holds which position.</param>
    /// <param name="allocations">What holders of positions look after.</param>
    /// <param name="memberships">The members of collective bodies.</param>
    /// <param name="exclusions">The members that do not count in a vote.</param>
    /// <param name="relationships">The ties that make a conflict of interest.</param>
    /// <param name="successions">Who took over from whom.</param>
    /// <returns>The records.</returns>
    public static OrganizationRecords Of(
        IEnumerable<OrganizationUnit> units,
        IEnumerable<Position>? positions = null,
        IEnumerable<UnitPlacement>? placements = null,
        IEnumerable<Appointment>? appointments = null,
        IEnumerable<WorkAllocation>? allocations = null,
        IEnumerable<Membership>? memberships = null,
        IEnumerable<MembershipExclusion>? exclusions = null,
        IEnumerable<Relationship>? relationships = null,
        IEnumerable<SuccessionLink>? successions = null)
    {
        ArgumentNullException.ThrowIfNull(units);
        return new OrganizationRecords
        {
            Units = units.Select(u => new Recorded<OrganizationUnit>("units/" + u.Id, u, Instant.MinValue)).ToValueList(),
            Positions = (positions ?? []).Select(p => new Recorded<Position>("positions/" + p.Id, p, Instant.MinValue)).ToValueList(),
            Placements = SinceEver("placements", placements),
            Appointments = SinceEver("appointments", appointments),
            Allocations = SinceEver("allocations", allocations),
            Memberships = SinceEver("memberships", memberships),
            Exclusions = SinceEver("exclusions", exclusions),
            Relationships = SinceEver("relationships", relationships),
            Successions = SinceEver("successions", successions),
        };
    }

    /// <summary>These records and later ones.</summary>
    /// <param name="more">What is added; its <see cref="Covers"/> is not looked at.</param>
    /// <returns>New records; these stay as they are.</returns>
    public OrganizationRecords With(OrganizationRecords more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return this with
        {
            Units = [.. Units, .. more.Units],
            Placements = [.. Placements, .. more.Placements],
            Positions = [.. Positions, .. more.Positions],
            Appointments = [.. Appointments, .. more.Appointments],
            Allocations = [.. Allocations, .. more.Allocations],
            Memberships = [.. Memberships, .. more.Memberships],
            Exclusions = [.. Exclusions, .. more.Exclusions],
            Relationships = [.. Relationships, .. more.Relationships],
            Successions = [.. Successions, .. more.Successions],
        };
    }

    internal OrganizationRecords StandingAt(Instant knownAt) => this with
    {
        Units = Recorded.StandingAt(Units, knownAt),
        Placements = Recorded.StandingAt(Placements, knownAt),
        Positions = Recorded.StandingAt(Positions, knownAt),
        Appointments = Recorded.StandingAt(Appointments, knownAt),
        Allocations = Recorded.StandingAt(Allocations, knownAt),
        Memberships = Recorded.StandingAt(Memberships, knownAt),
        Exclusions = Recorded.StandingAt(Exclusions, knownAt),
        Relationships = Recorded.StandingAt(Relationships, knownAt),
        Successions = Recorded.StandingAt(Successions, knownAt),
    };

    private static ValueList<Recorded<T>> SinceEver<T>(string list, IEnumerable<T>? facts)
        where T : class => (facts ?? [])
            .Select((f, i) => new Recorded<T>(list + "[" + i.ToString(CultureInfo.InvariantCulture) + "]", f, Instant.MinValue)).ToValueList();
}
