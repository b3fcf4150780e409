using System.Globalization;
using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What cases are judged against: the mapping and the reference data that fit together; immutable, shared.</summary>
public sealed class CaseContext
{
    /// <summary>Creates a context.</summary>
    /// <param name="mapping">The mapping.</param>
    /// <param name="calendar">The work calendar, or null when limits are not recomputed.</param>
    /// <param name="procedures">The procedure catalogue, or null when the mapping's own steps are expected of every case.</param>
    /// <param name="organization">The organization register, or null when units go by their identifiers.</param>
    /// <param name="authority">The authority register, or null when authority is not judged.</param>
    /// <exception cref="InvalidDataFileException">
    /// The parts do not fit: procedures without a calendar, authority without procedures, or a decision whose power the authority
    /// register does not have. Every problem is listed.
    /// </exception>
    public CaseContext(
        LogMapping mapping,
        WorkCalendar? calendar = null,
        ProcedureCatalogue? procedures = null,
        OrganizationRegister? organization = null,
        AuthorityRegister? authority = null)
    {
        ArgumentNullException.ThrowIfNull(mapping);
        Mapping = mapping;
        Calendar = calendar;
        Procedures = procedures;
        Organization = organization;
        Authority = authority;
        List<DataProblem> problems = [.. Misfits()];
        if (problems.Count > 0)
        {
            throw new InvalidDataFileException(problems);
        }
    }

    /// <summary>The mapping.</summary>
    public LogMapping Mapping { get; }

    /// <summary>The work calendar.</summary>
    public WorkCalendar? Calendar { get; }

    /// <summary>The procedure catalogue.</summary>
    public ProcedureCatalogue? Procedures { get; }

    /// <summary>The organization register.</summary>
    public OrganizationRegister? Organization { get; }

    /// <summary>The authority register.</summary>
    public AuthorityRegister? Authority { get; }

    /// <summary>The name of a unit or a position.</summary>
    /// <param name="id">The identifier.</param>
    /// <returns>The name, or the identifier itself where the register has none.</returns>
    public BilingualText NameOf(string id) => Organization?.NameOf(id) ?? BilingualText.Same(id);

    private IEnumerable<DataProblem> Misfits()
    {
        if (Procedures is not null && Calendar is null)
        {
            yield return Problem("procedures", "", "cần lịch làm việc để tính thời hạn", "a work calendar is needed to compute their limits");
        }

        if (Authority is null)
        {
            yield break;
        }

        if (Procedures is null)
        {
            yield return Problem("authority", "", "cần danh mục quy trình để biết bước quyết định", "procedures are needed to know which step decides");
            yield break;
        }

        foreach (Procedure procedure in Procedures.Procedures)
        {
            foreach (ProcedureStep step in procedure.Versions.SelectMany(v => v.Steps))
            {
                if (step.PowerId is string power && Authority.FindPower(power) is null)
                {
                    yield return Problem(
                        "procedures",
                        procedure.Code + ".steps[" + step.Number.ToString(CultureInfo.InvariantCulture) + "].power",
                        "thẩm quyền '" + power + "' không có trong sổ thẩm quyền",
                        "the power '" + power + "' is not in the authority register");
                }
            }
        }
    }

    private static DataProblem Problem(string source, string field, string vietnamese, string english) =>
        new(source, null, field, new BilingualText(vietnamese, english));
}
