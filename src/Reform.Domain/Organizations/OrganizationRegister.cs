using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>
/// The units, their tree, the positions and who holds them, the members of collective bodies, and who took over from whom (sổ đơn vị, chức
/// vụ); immutable, shared. It answers for any date, by what was known at any moment.
/// </summary>
/// <remarks>
/// Two times: <em>valid time</em> in legal dates, in every fact; <em>record time</em> in instants, in the records. What is about a unit or a
/// position ends with it: a placement, an appointment or a membership never outlives the unit, whatever its own end.
/// </remarks>
public sealed partial class OrganizationRegister
{
    private readonly OrganizationView view;

    /// <summary>Creates a register of units and positions without record times, each unit a root.</summary>
    /// <param name="units">The units.</param>
    /// <param name="positions">The positions.</param>
    /// <exception cref="OrganizationInputException">The facts contradict each other; every problem is listed with its field.</exception>
    public OrganizationRegister(IEnumerable<OrganizationUnit> units, IEnumerable<Position> positions)
        : this(OrganizationRecords.Of(units, positions))
    {
    }

    /// <summary>Creates a register of recorded facts.</summary>
    /// <param name="records">The records.</param>
    /// <exception cref="OrganizationInputException">
    /// The facts contradict each other at some moment of record: an identifier that is unknown or stands twice, two parents or two heads at
    /// once, a unit above itself, a fact that begins when its unit does not exist, a succession into a unit that does not exist yet. Every
    /// problem is listed with its field, and no register comes to be.
    /// </exception>
    public OrganizationRegister(OrganizationRecords records)
        : this(records, OrganizationRecords.None)
    {
    }

    private OrganizationRegister(OrganizationRecords records, OrganizationRecords known)
        : this(records, (Instant?)null)
    {
        List<OrganizationProblem> problems = OrganizationValidation.Of(records, known);
        if (problems.Count > 0)
        {
            throw new OrganizationInputException(problems);
        }
    }

    private OrganizationRegister(OrganizationRecords records, Instant? knownAt)
    {
        ArgumentNullException.ThrowIfNull(records);
        AllRecords = records;
        KnownAt = knownAt;
        view = new OrganizationView(records.StandingAt(knownAt ?? Instant.MaxValue));
    }

    /// <summary>The units that stand, alive or not, in the order in which they were recorded.</summary>
    public ValueList<OrganizationUnit> Units => view.Units;

    /// <summary>The placements, each cut to the life of its two units.</summary>
    public ValueList<UnitPlacement> Placements => view.Placements;

    /// <summary>The positions that stand, in the order in which they were recorded.</summary>
    public ValueList<Position> Positions => view.Positions;

    /// <summary>The appointments, each cut to the life of its position.</summary>
    public ValueList<Appointment> Appointments => view.Appointments;

    /// <summary>What holders of positions look after, each cut to the life of its position.</summary>
    public ValueList<WorkAllocation> Allocations => view.Allocations;

    /// <summary>The memberships, each cut to the life of its unit.</summary>
    public ValueList<Membership> Memberships => view.Memberships;

    /// <summary>The exclusions from voting, each cut to the life of its unit.</summary>
    public ValueList<MembershipExclusion> Exclusions => view.Exclusions;

    /// <summary>The ties that make a conflict of interest.</summary>
    public ValueList<Relationship> Relationships => view.Relationships;

    /// <summary>The succession links that stand, in the order in which they were recorded.</summary>
    public ValueList<SuccessionLink> Successions => view.Successions;

    /// <summary>Every record, those that were corrected too, also those entered after <see cref="KnownAt"/>.</summary>
    public OrganizationRecords AllRecords { get; }

    /// <summary>The moment of record that this register shows; null: everything that is recorded.</summary>
    public Instant? KnownAt { get; }

    /// <summary>Whether the register knows anything about a date.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True when it lies among the dates that the records cover.</returns>
    public bool Covers(LocalDate date) => AllRecords.Covers.Contains(date);

    /// <summary>Finds a unit.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The unit, or null when the register does not have it.</returns>
    public OrganizationUnit? FindUnit(string id) => view.UnitById.GetValueOrDefault(id);

    /// <summary>Finds a position.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The position, or null when the register does not have it.</returns>
    public Position? FindPosition(string id) => view.PositionById.GetValueOrDefault(id);

    /// <summary>Whether any fact is about a person.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>True when the person holds or held a position, is or was a member, or has a tie.</returns>
    public bool KnowsPerson(string id) => view.Persons.Contains(id);

    /// <summary>The unit of an identifier.</summary>
    /// <param name="id">A unit or a position.</param>
    /// <returns>The unit itself, or the unit of the position; null when the register has neither.</returns>
    public OrganizationUnit? UnitOf(string id) => FindUnit(FindPosition(id)?.UnitId ?? id);

    /// <summary>Finds the name of a unit or a position.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The name (for a position, with its unit), or null when the register does not have it.</returns>
    public BilingualText? NameOf(string id)
    {
        if (FindUnit(id) is OrganizationUnit unit)
        {
            return unit.Name;
        }

        if (FindPosition(id) is not Position position)
        {
            return null;
        }

        BilingualText of = view.UnitById[position.UnitId].Name;
        return new BilingualText(position.Name.Vietnamese + ", " + of.Vietnamese, position.Name.English + ", " + of.English);
    }

    /// <summary>The register as it stood at a moment: what had been recorded by then and not been corrected by then.</summary>
    /// <remarks>A fact about a unit or a position that was not known then is not known either.</remarks>
    /// <param name="knownAt">The moment.</param>
    /// <returns>A register that answers the same questions.</returns>
    public OrganizationRegister AsKnownAt(Instant knownAt) => new(AllRecords, knownAt);

    /// <summary>The register with later records; nothing that is recorded changes.</summary>
    /// <param name="more">What is added.</param>
    /// <returns>A new register; this one stays as it is.</returns>
    /// <exception cref="OrganizationInputException">
    /// The records do not fit; every problem is listed with its field, as a path from <paramref name="more"/>, and nothing is added.
    /// </exception>
    /// <exception cref="InvalidOperationException">This register shows an earlier moment, to which nothing can be added.</exception>
    public OrganizationRegister With(OrganizationRecords more) => KnownAt is null
        ? new OrganizationRegister(AllRecords.With(more), AllRecords)
        : throw new InvalidOperationException("Nothing can be added to a register as it was known at an earlier moment.");

    private OrganizationUnit Unit(string unitId, string field = "unit")
    {
        ArgumentNullException.ThrowIfNull(unitId);
        return FindUnit(unitId) ?? throw OrganizationInputException.Of(
            "unknown_unit", field, "không có đơn vị '" + unitId + "'", "there is no unit '" + unitId + "'");
    }

    private Position Post(string positionId)
    {
        ArgumentNullException.ThrowIfNull(positionId);
        return FindPosition(positionId) ?? throw OrganizationInputException.Of(
            "unknown_position", "position", "không có chức vụ '" + positionId + "'", "there is no position '" + positionId + "'");
    }

    private void RequireCovered(LocalDate date, string field = "on")
    {
        if (!Covers(date))
        {
            throw OrganizationInputException.Of(
                "date_outside_register",
                field,
                "sổ đơn vị không bao gồm ngày này; chỉ gồm " + AllRecords.Covers,
                "the register does not cover this date, only " + AllRecords.Covers);
        }
    }

    private void RequirePerson(string personId, string field = "person")
    {
        ArgumentNullException.ThrowIfNull(personId);
        if (!KnowsPerson(personId))
        {
            throw OrganizationInputException.Of(
                "unknown_person", field, "không có người '" + personId + "'", "there is no person '" + personId + "'");
        }
    }
}
