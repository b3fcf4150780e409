using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <content>Who has which part in a programme.</content>
public sealed partial class ProgrammeRegister
{
    /// <summary>Who has a part in a programme on a date.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="kind">Which part.</param>
    /// <param name="on">The date.</param>
    /// <returns>The unit, or for the direct lead the position; null when nobody has it, or the unit does not exist on that date.</returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme), or the register of units does not cover the date (date_outside_register).
    /// </exception>
    public string? HolderOf(string programmeId, ProgrammeRoleKind kind, LocalDate on)
    {
        Programme programme = Get(programmeId);
        RequireCovered(on);
        return Roles.FirstOrDefault(r => r.Kind == kind && string.Equals(r.ProgrammeId, programme.Id, StringComparison.Ordinal)
            && r.Validity.Contains(on) && Organization.UnitOf(r.HolderId) is OrganizationUnit unit && unit.Validity.Contains(on))?.HolderId;
    }

    /// <summary>Who answers for a programme on a date: the head of its issuer, who stays accountable, and whoever leads it directly.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date.</param>
    /// <returns>The positions; what is not known is null.</returns>
    /// <exception cref="RecordInputException">As for <see cref="HolderOf"/>.</exception>
    public ResponsibilityChain ResponsibilityOn(string programmeId, LocalDate on) => new(
        programmeId, on, HeadPostOf(Get(programmeId).IssuerId, on), HolderOf(programmeId, ProgrammeRoleKind.DirectLead, on));

    /// <summary>The units that a programme binds and that exist on a date.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date.</param>
    /// <returns>The units, in the order of the programme.</returns>
    /// <exception cref="RecordInputException">As for <see cref="HolderOf"/>.</exception>
    public ValueList<string> SubjectsOn(string programmeId, LocalDate on)
    {
        Programme programme = Get(programmeId);
        RequireCovered(on);
        return programme.Subjects.Select(s => s.UnitId).Where(u => ExistsOn(u, on)).ToValueList();
    }

    /// <summary>The post of the head of a unit on a date, held or vacant.</summary>
    internal string? HeadPostOf(string unitId, LocalDate on) => Organization.Positions.FirstOrDefault(p =>
        p.IsHead && string.Equals(p.UnitId, unitId, StringComparison.Ordinal) && p.Validity.Contains(on) && ExistsOn(unitId, on))?.Id;

    // Outside of it, nobody having a part and no unit being bound would be a guess.
    private void RequireCovered(LocalDate on)
    {
        if (!Organization.Covers(on))
        {
            throw RecordInputException.Of(
                "date_outside_register",
                "on",
                "sổ đơn vị không bao gồm ngày này; chỉ gồm " + Organization.AllRecords.Covers,
                "the register of units does not cover this date, only " + Organization.AllRecords.Covers);
        }
    }
}
