using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>What units post, and what they apply (sổ công khai thủ tục); immutable, shared; as known at any moment.</summary>
public sealed class PublicationRegister
{
    private readonly ProcedureCatalogue procedures;
    private readonly ILookup<(string Unit, string Procedure), Publication> posted;
    private readonly ILookup<(string Unit, string Procedure), ProcedureApplication> applied;

    /// <summary>Creates a register.</summary>
    /// <param name="records">The facts.</param>
    /// <param name="procedures">The procedures that they are about.</param>
    /// <exception cref="ProcedureInputException">The facts contradict themselves or the procedures; every problem is listed with its field.</exception>
    public PublicationRegister(PublicationRecords records, ProcedureCatalogue procedures)
        : this(records, procedures, null)
    {
        var problems = new ProblemList();
        problems.CheckRecords(records.Publications, "publications", p => p.Id);
        problems.CheckRecords(records.Applications, "applications", a => a.Id);
        for (int i = 0; i < records.Publications.Count; i++)
        {
            if (records.Publications[i].Fact is Publication publication)
            {
                string field = ProblemList.At("publications", i);
                Procedure? procedure = problems.CheckProcedure(procedures, publication.ProcedureCode, field + ".procedure");
                if (procedure is not null && (publication.Version < 1 || publication.Version > procedure.Versions.Count))
                {
                    problems.Add("unknown_version", field + ".version", "thủ tục không có phiên bản này", "the procedure has no such version");
                }
            }
        }

        for (int i = 0; i < records.Applications.Count; i++)
        {
            if (records.Applications[i].Fact is ProcedureApplication application)
            {
                problems.CheckProcedure(procedures, application.ProcedureCode, ProblemList.At("applications", i) + ".procedure");
            }
        }

        problems.ThrowIfAny();
    }

    private PublicationRegister(PublicationRecords records, ProcedureCatalogue procedures, Instant? knownAt)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(procedures);
        AllRecords = records;
        KnownAt = knownAt;
        this.procedures = procedures;
        Instant moment = knownAt ?? Instant.MaxValue;
        Publications = Recorded.StandingAt(records.Publications, moment).Select(r => r.Fact!).ToValueList();
        posted = Publications.ToLookup(p => (p.UnitId, p.ProcedureCode));
        applied = Recorded.StandingAt(records.Applications, moment).Select(r => r.Fact!).ToLookup(a => (a.UnitId, a.ProcedureCode));
    }

    /// <summary>Every record, those that were corrected too.</summary>
    public PublicationRecords AllRecords { get; }

    /// <summary>The moment of record that this register shows; null: everything that is recorded.</summary>
    public Instant? KnownAt { get; }

    /// <summary>The publications that stand, in the order in which they were recorded.</summary>
    public ValueList<Publication> Publications { get; }

    /// <summary>The register as it stood at a moment.</summary>
    /// <param name="knownAt">The moment.</param>
    /// <returns>A register that answers the same questions.</returns>
    public PublicationRegister AsKnownAt(Instant knownAt) => new(AllRecords, procedures, knownAt);

    /// <summary>Units against procedures on a date.</summary>
    /// <param name="on">The date; what was posted after it plays no part.</param>
    /// <param name="unitIds">The units; one that the organization does not have is unknown, not refused.</param>
    /// <param name="procedureCodes">The procedures.</param>
    /// <param name="organization">The units; it is asked as this register is: as known at <see cref="KnownAt"/>.</param>
    /// <param name="calendar">The work calendar over which posting is due.</param>
    /// <param name="deciders">Who decides instead of the body that the version states, for this date; null: nobody.</param>
    /// <returns>A cell for every pair.</returns>
    /// <exception cref="ProcedureInputException">A procedure is not known; the field is "procedures[i]".</exception>
    public PublicationMatrix MatrixOn(
        LocalDate on,
        IEnumerable<string> unitIds,
        IEnumerable<string> procedureCodes,
        OrganizationRegister organization,
        WorkCalendar calendar,
        IEnumerable<EffectiveDecider>? deciders = null)
    {
        ArgumentNullException.ThrowIfNull(unitIds);
        ArgumentNullException.ThrowIfNull(procedureCodes);
        ArgumentNullException.ThrowIfNull(organization);
        ArgumentNullException.ThrowIfNull(calendar);
        var problems = new ProblemList();
        List<Procedure> asked =
            [.. procedureCodes.Select((c, i) => problems.CheckProcedure(procedures, c, ProblemList.At("procedures", i))).OfType<Procedure>()];
        problems.ThrowIfAny();
        var judge = new PublicationJudge(on, KnownAt is Instant known ? organization.AsKnownAt(known) : organization, calendar, AllRecords.Rules);
        ILookup<(string, string), EffectiveDecider> deciding =
            (deciders ?? []).Where(d => d.Validity.Contains(on)).ToLookup(d => (d.UnitId, d.ProcedureCode));
        return new PublicationMatrix(
            on,
            unitIds.SelectMany(unit => asked.Select(p => judge.Cell(
                unit, p, [.. posted[(unit, p.Code)]], [.. applied[(unit, p.Code)]], [.. deciding[(unit, p.Code)]]))).ToValueList());
    }
}
