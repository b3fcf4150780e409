using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>
/// All that rules ask of a version of a procedure, flat (dữ kiện của phiên bản thủ tục): what its review, the comparison of its limits and
/// its burden come to on a date. What is not known is null.
/// </summary>
public sealed record ProcedureVersionFacts
{
    /// <summary>What rules have to know of versions: judged by the rules of the date of judgement.</summary>
    public static RuleSubject<ProcedureVersionFacts> Subject { get; } = new(
        "procedure_version", new BilingualText("phiên bản thủ tục", "version of a procedure"), v => v.Id, v => v.On, v => v.UnitId)
    {
        Words = ProcedureVersionWords.All,
    };

    /// <summary>The code of the procedure with the number of the version; for example "PTY-ADM/1".</summary>
    public required string Id { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The number of the version, from 1 on.</summary>
    public required int Version { get; init; }

    /// <summary>The date of judgement: the limits and instruments are those of this day.</summary>
    public required LocalDate On { get; init; }

    /// <summary>The unit that answers for the procedure; null: not said.</summary>
    public string? UnitId { get; init; }

    /// <summary>The system.</summary>
    public OrganizationSystem System { get; init; }

    /// <summary>Whether it is written down somewhere.</summary>
    public bool IsWritten { get; init; }

    /// <summary>How many steps it has.</summary>
    public int Steps { get; init; }

    /// <summary>How many steps name no unit in charge.</summary>
    public int StepsWithoutUnit { get; init; }

    /// <summary>How many steps state no output.</summary>
    public int StepsWithoutOutput { get; init; }

    /// <summary>How often a unit handles the file again after another one had it.</summary>
    public int UnitsTwice { get; init; }

    /// <summary>Whether a step says who decides, and how.</summary>
    public bool HasDecision { get; init; }

    /// <summary>Whether it says what comes out.</summary>
    public bool HasResult { get; init; }

    /// <summary>Whether it cites what it rests on.</summary>
    public bool HasBasis { get; init; }

    /// <summary>Whether it has a limit of the whole, or says that there is none.</summary>
    public bool SaysLimit { get; init; }

    /// <summary>How many documents are required; null: not recorded.</summary>
    public int? Documents { get; init; }

    /// <summary>How many of them are required twice.</summary>
    public int DuplicateDocuments { get; init; }

    /// <summary>How many of them the unit itself issues.</summary>
    public int OwnDocuments { get; init; }

    /// <summary>Of how many of them it is not recorded who issues them.</summary>
    public int DocumentsWithoutIssuer { get; init; }

    /// <summary>How many of them count for a recorded time only.</summary>
    public int DocumentsThatLapse { get; init; }

    /// <summary>How many of them lapse before the decision is due, issued on the day of receipt.</summary>
    public int DocumentsThatExpire { get; init; }

    /// <summary>When the longest limit of the whole ends that starts on the date; null: none in days, or outside the calendar.</summary>
    public LocalDate? DecisionDueOn { get; init; }

    /// <summary>How many instruments its limits cite whose validity is recorded.</summary>
    public int Instruments { get; init; }

    /// <summary>How many of them are in force on the date.</summary>
    public int InstrumentsInForce { get; init; }

    /// <summary>How many limits cite an instrument that is not in force.</summary>
    public int LimitsOutOfForce { get; init; }

    /// <summary>How many limits of steps, and sums of them, stand beside a limit of the whole from the same event.</summary>
    public int InnerLimits { get; init; }

    /// <summary>How many of them are longer than the whole.</summary>
    public int InnerLimitsTooLong { get; init; }

    /// <summary>How many of them cannot be compared with the whole: another unit, or no terms recorded for the date.</summary>
    public int InnerLimitsNotComparable { get; init; }

    /// <summary>What is too long first, in Vietnamese; null: nothing.</summary>
    public string? TooLongVietnamese { get; init; }

    /// <summary>The same in English.</summary>
    public string? TooLongEnglish { get; init; }

    /// <summary>The burden score.</summary>
    public int Burden { get; init; }

    /// <summary>Whether something is not recorded, so that the score is too low.</summary>
    public bool IsBurdenPartial { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="version">One of its versions.</param>
    /// <param name="sources">The instruments that it cites.</param>
    /// <param name="on">The date of judgement.</param>
    /// <param name="calendar">The work calendar of the agency.</param>
    /// <param name="unitId">The unit that answers for the procedure; null: not said.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="ArgumentException">The procedure has no such version.</exception>
    public static ProcedureVersionFacts Of(
        Procedure procedure, ProcedureVersion version, ProcedureCatalogue sources, LocalDate on, WorkCalendar calendar, string? unitId = null)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        ArgumentNullException.ThrowIfNull(version);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentNullException.ThrowIfNull(calendar);
        return new ProcedureVersionFactsBuilder(procedure, version, sources, on, calendar).Build(unitId);
    }
}
