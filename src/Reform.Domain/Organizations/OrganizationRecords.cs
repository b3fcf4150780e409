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

    /// <summary>A fact without a record time: known since ever.</summary>
    /// <typeparam name="T">What is recorded.</typeparam>
    /// <param name="list">What to call the list; the record is named after it and its place, as "placements[3]".</param>
    /// <param name="facts">The facts.</param>
    /// <returns>The records, in the order given.</returns>
    public static ValueList<Recorded<T>> SinceEver<T>(string list, IEnumerable<T> facts)
        where T : class
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(list);
        ArgumentNullException.ThrowIfNull(facts);
        return facts.Select((f, i) => new Recorded<T>(list + "[" + i.ToString(CultureInfo.InvariantCulture) + "]", f, Instant.MinValue)).ToValueList();
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
}
