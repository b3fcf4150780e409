using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <content>Who holds which position, who is a member, who is tied to whom.</content>
public sealed partial class OrganizationRegister
{
    /// <summary>Who heads a unit on a date, or is in charge of it (người đứng đầu).</summary>
    /// <remarks>A standing board, or standing members, without a head's post of their own are headed by the head of the committee above.</remarks>
    /// <param name="unitId">The unit.</param>
    /// <param name="on">The date.</param>
    /// <returns>The appointment, whose mode says whether the person is acting or only in charge; null when the post is vacant or there is none.</returns>
    /// <exception cref="OrganizationInputException">The unit is unknown, or the register does not cover the date.</exception>
    public Appointment? HeadOf(string unitId, LocalDate on)
    {
        RequireCovered(on);
        OrganizationUnit unit = Unit(unitId);
        List<Position> posts = [.. view.PositionsIn[unit.Id].Where(p => p.IsHead)];
        if (posts.Count == 0 && unit.Kind is BodyKind.StandingBoard or BodyKind.StandingMembers && view.PlacementOf(unit.Id, on) is UnitPlacement within)
        {
            return HeadOf(within.ParentId, on);
        }

        return posts.SelectMany(p => view.AppointmentsTo[p.Id]).FirstOrDefault(a => a.Validity.Contains(on));
    }

    /// <summary>Who holds a position on a date.</summary>
    /// <param name="positionId">The position.</param>
    /// <param name="on">The date.</param>
    /// <returns>The appointments, in the order of the register; empty when the position is vacant.</returns>
    /// <exception cref="OrganizationInputException">The position is unknown, or the register does not cover the date.</exception>
    public ValueList<Appointment> HoldersOf(string positionId, LocalDate on)
    {
        RequireCovered(on);
        return view.AppointmentsTo[Post(positionId).Id].Where(a => a.Validity.Contains(on)).ToValueList();
    }

    /// <summary>Which positions a person holds on a date.</summary>
    /// <param name="personId">The person.</param>
    /// <param name="on">The date.</param>
    /// <returns>The appointments, in the order of the register.</returns>
    /// <exception cref="OrganizationInputException">No fact is about the person, or the register does not cover the date.</exception>
    public ValueList<Appointment> PositionsOf(string personId, LocalDate on)
    {
        RequireCovered(on);
        RequirePerson(personId);
        return view.AppointmentsOf[personId].Where(a => a.Validity.Contains(on)).ToValueList();
    }

    /// <summary>What a person looks after on a date (lĩnh vực được phân công).</summary>
    /// <param name="personId">The person.</param>
    /// <param name="on">The date.</param>
    /// <returns>The allocations, in the order of the register.</returns>
    /// <exception cref="OrganizationInputException">No fact is about the person, or the register does not cover the date.</exception>
    public ValueList<WorkAllocation> AllocationsOf(string personId, LocalDate on)
    {
        RequireCovered(on);
        RequirePerson(personId);
        return view.AllocationsOf[personId].Where(a => a.Validity.Contains(on)).ToValueList();
    }

    /// <summary>The members of a collective body on a date: the incumbents (thành viên đương nhiệm).</summary>
    /// <param name="unitId">The body.</param>
    /// <param name="on">The date.</param>
    /// <returns>The persons, in the order of the register.</returns>
    /// <exception cref="OrganizationInputException">The unit is unknown or no collective, or the register does not cover the date.</exception>
    public ValueList<string> MembersOf(string unitId, LocalDate on)
    {
        RequireCovered(on);
        return Unit(unitId).IsCollective
            ? view.MembershipsIn[unitId].Where(m => m.Validity.Contains(on)).Select(m => m.PersonId).ToValueList()
            : throw OrganizationInputException.Of(
                "not_a_collective", "unit", "'" + unitId + "' không làm việc theo chế độ tập thể", "'" + unitId + "' is no collective");
    }

    /// <summary>The members that a vote is counted against: the incumbents without those who are excluded (Regulation 294-QĐ/TW, 9.3.3).</summary>
    /// <param name="unitId">The body.</param>
    /// <param name="on">The date of the vote.</param>
    /// <param name="present">Those who are present: one on temporary transfer who is there counts all the same; null: nobody of them is.</param>
    /// <returns>The voting base.</returns>
    /// <exception cref="OrganizationInputException">The unit is unknown or no collective, or the register does not cover the date.</exception>
    public VotingBase VotingBaseOf(string unitId, LocalDate on, IEnumerable<string>? present = null)
    {
        ValueList<string> members = MembersOf(unitId, on);
        var there = new HashSet<string>(present ?? [], StringComparer.Ordinal);
        ValueList<MembershipExclusion> excluded = view.ExclusionsIn[unitId]
            .Where(e => e.Validity.Contains(on) && members.Contains(e.PersonId))
            .Where(e => e.Cause != ExclusionCause.TemporaryTransfer || !there.Contains(e.PersonId))
            .ToValueList();
        HashSet<string> left = new(excluded.Select(e => e.PersonId), StringComparer.Ordinal);
        return new VotingBase(unitId, on, members.Where(m => !left.Contains(m)).ToValueList(), excluded);
    }

    /// <summary>The ties of a person, or to an organisation, on a date.</summary>
    /// <param name="personId">The person or organisation.</param>
    /// <param name="on">The date.</param>
    /// <returns>The ties, from either side, in the order of the register.</returns>
    /// <exception cref="OrganizationInputException">No fact is about the person or organisation, or the register does not cover the date.</exception>
    public ValueList<Relationship> RelationshipsOf(string personId, LocalDate on)
    {
        RequireCovered(on);
        ArgumentNullException.ThrowIfNull(personId);
        if (!view.RelationshipsOf.Contains(personId))
        {
            RequirePerson(personId);
        }

        return view.RelationshipsOf[personId].Where(r => r.Validity.Contains(on)).ToValueList();
    }

    /// <summary>The ties by which a person has an interest of their own in a case (xung đột lợi ích).</summary>
    /// <param name="personId">The person who would decide.</param>
    /// <param name="concerned">The persons and organisations whom the case concerns.</param>
    /// <param name="on">The date.</param>
    /// <returns>The ties to any of them; empty when there is none. That the person is concerned in person is no tie.</returns>
    /// <exception cref="OrganizationInputException">The register does not cover the date.</exception>
    public ValueList<Relationship> ConflictsOf(string personId, IEnumerable<string> concerned, LocalDate on)
    {
        RequireCovered(on);
        ArgumentNullException.ThrowIfNull(personId);
        ArgumentNullException.ThrowIfNull(concerned);
        HashSet<string> all = new(concerned, StringComparer.Ordinal);
        return view.RelationshipsOf[personId]
            .Where(r => r.Validity.Contains(on))
            .Where(r => all.Contains(string.Equals(r.PersonId, personId, StringComparison.Ordinal) ? r.OtherId : r.PersonId))
            .ToValueList();
    }
}
