using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>By what the clocks of a case run (căn cứ tính thời gian của hồ sơ): the version of its procedure, the calendar, the policies.</summary>
/// <param name="Version">The version of the procedure that the case is handled by.</param>
/// <param name="Calendar">The work calendar of the agency, as it is to be applied.</param>
public sealed record CaseTerms(ProcedureVersion Version, WorkCalendar Calendar)
{
    /// <summary>The policies; <see cref="Of"/> takes from the version what it says of the cut-off hour and of supplements.</summary>
    public DeadlinePolicy Policy { get; init; } = DeadlinePolicy.Default;

    /// <summary>The level or territory whose limits bind, where limits differ by it (<see cref="ProcedureTimeLimit.AppliesTo"/>); null: not said.</summary>
    public string? Place { get; init; }

    /// <summary>The system that the procedure belongs to (hệ thống Đảng, Nhà nước); null: not said.</summary>
    public OrganizationSystem? System { get; init; }

    /// <summary>The power that the deciding step takes (thẩm quyền quyết định), as the version says; null: not said, and authority is not judged.</summary>
    public string? DecisionPowerId { get; init; } = Version.DecidingStep?.PowerId;

    /// <summary>The levels at which an open limit is due soon; empty: it never is.</summary>
    public ValueList<WarningLevel> WarningLevels { get; init; } = [];

    /// <summary>The instruments that limits cite; one that is not here is cited by its identifier.</summary>
    public ValueList<ProcedureSource> Sources { get; init; } = [];

    /// <summary>The limits that bind: those that bind everywhere, and those of the place.</summary>
    internal IEnumerable<ProcedureTimeLimit> Limits => Version.TimeLimits.Where(l => l.AppliesTo is null || IsHere(l));

    /// <summary>The terms of a case, with the cut-off hour of its procedure and what it says of supplements, where it states them.</summary>
    /// <param name="version">The version of the procedure.</param>
    /// <param name="calendar">The work calendar of the agency.</param>
    /// <param name="place">The level or territory; null: not said.</param>
    /// <returns>The terms.</returns>
    public static CaseTerms Of(ProcedureVersion version, WorkCalendar calendar, string? place = null)
    {
        var terms = new CaseTerms(version, calendar) { Place = place };
        LocalTime? cutOff = terms.Limits.FirstOrDefault(l => l.Scope == LimitScope.CutOff)?.Terms.CutOff;
        DeadlinePolicy policy = DeadlinePolicy.Default with { Supplement = version.Supplement ?? DeadlinePolicy.Default.Supplement };
        return terms with
        {
            Policy = cutOff is LocalTime hour ? policy with { Intake = IntakePolicy.NextOpeningAfterCutOffOrDayOff(hour) } : policy,
        };
    }

    internal bool IsHere(ProcedureTimeLimit limit) => limit.AppliesTo is not null && string.Equals(limit.AppliesTo, Place, StringComparison.Ordinal);

    internal LegalBasis BasisOf(string sourceId, string? place)
    {
        string number = Sources.FirstOrDefault(s => string.Equals(s.Id, sourceId, StringComparison.Ordinal))?.Number ?? sourceId;
        return LegalBasis.Citing(place is null ? number : number + ", " + place);
    }
}
