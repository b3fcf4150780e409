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

    /// <summary>The questions and official interpretations by which the limits are read, as far as they are known; null: as written.</summary>
    public InterpretationRegister? Interpretations { get; private init; }

    /// <summary>The length of the whole whatever the procedure says; null: as it says. What is assumed goes before how a text is read.</summary>
    internal TimeLimit? WholeLength { get; init; }

    private string ProcedureCode { get; init; } = "";

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
        return terms with { Policy = With(DeadlinePolicy.Default, IntakeOf(terms), version.Supplement) };
    }

    /// <summary>
    /// The terms where limits are read as official interpretations say: each by the one in force on the date of its start event; while a question
    /// has no answer in force, by every reading.
    /// </summary>
    /// <param name="register">The register, as known at the moment that matters (<see cref="InterpretationRegister.AsKnownAt"/>).</param>
    /// <param name="procedureCode">The code of the procedure.</param>
    /// <returns>The terms; these when the register says nothing about the procedure.</returns>
    public CaseTerms ReadBy(InterpretationRegister register, string procedureCode)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(procedureCode);
        bool isAbout = register.QuestionsAbout.Contains(procedureCode) || register.InterpretationsOf.Contains(procedureCode);
        return this with { Interpretations = isAbout ? register : null, ProcedureCode = isAbout ? procedureCode : "" };
    }

    /// <summary>How a limit has to be read on a date; null: as written.</summary>
    internal InterpretedLimit? ReadOn(ProcedureTimeLimit limit, LocalDate on) => Interpretations is null ? null
        : new LimitInterpreter(Interpretations, ProcedureCode, Version, Policy).Read(limit, on) is { Standing: not InterpretationStanding.AsWritten } read ? read
        : null;

    /// <summary>
    /// The policies under another version: the cut-off hour and the regime of supplements are what that version states, or else the default; those
    /// of this version go with it. What neither states stays.
    /// </summary>
    internal DeadlinePolicy PolicyUnder(ProcedureVersion other)
    {
        DeadlinePolicy apart = Policy with
        {
            Intake = IntakeOf(this) is null ? Policy.Intake : DeadlinePolicy.Default.Intake,
            Supplement = Version.Supplement is null ? Policy.Supplement : DeadlinePolicy.Default.Supplement,
        };
        return With(apart, IntakeOf(this with { Version = other }), other.Supplement);
    }

    private static DeadlinePolicy With(DeadlinePolicy policy, IntakePolicy? intake, SupplementRegime? supplement) =>
        policy with { Intake = intake ?? policy.Intake, Supplement = supplement ?? policy.Supplement };

    private static IntakePolicy? IntakeOf(CaseTerms terms) =>
        terms.Limits.FirstOrDefault(l => l.Scope == LimitScope.CutOff)?.Terms.CutOff is LocalTime hour ? IntakePolicy.NextOpeningAfterCutOffOrDayOff(hour) : null;

    internal bool IsHere(ProcedureTimeLimit limit) => limit.AppliesTo is not null && string.Equals(limit.AppliesTo, Place, StringComparison.Ordinal);

    internal LegalBasis BasisOf(string sourceId, string? place)
    {
        string number = Sources.FirstOrDefault(s => string.Equals(s.Id, sourceId, StringComparison.Ordinal))?.Number ?? sourceId;
        return LegalBasis.Citing(place is null ? number : number + ", " + place);
    }
}
