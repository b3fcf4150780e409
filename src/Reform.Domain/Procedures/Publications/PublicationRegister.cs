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
    private readonly RecordIndex<Publication> posted;
    private readonly RecordIndex<ProcedureApplication> applied;
    private readonly Lazy<ValueList<Publication>> standing;

    /// <summary>Creates a register.</summary>
    /// <param name="records">The facts.</param>
    /// <param name="procedures">The procedures that they are about.</param>
    /// <exception cref="ProcedureInputException">The facts contradict themselves or the procedures; every problem is listed with its field.</exception>
    public PublicationRegister(PublicationRecords records, ProcedureCatalogue procedures)
        : this(records ?? throw new ArgumentNullException(nameof(records)), procedures, null)
    {
    }

    private PublicationRegister(PublicationRecords records, ProcedureCatalogue procedures, PublicationRegister? before)
    {
        ArgumentNullException.ThrowIfNull(procedures);
        AllRecords = records;
        this.procedures = procedures;
        var problems = new ProblemList();
        (int publications, int applications) = (before?.AllRecords.Publications.Count ?? 0, before?.AllRecords.Applications.Count ?? 0);
        posted = (before?.posted ?? RecordIndex<Publication>.Empty).With(
            records.Publications, publications, "publications", problems, p => p.Id, p => (p.UnitId, p.ProcedureCode));
        applied = (before?.applied ?? RecordIndex<ProcedureApplication>.Empty).With(
            records.Applications, applications, "applications", problems, a => a.Id, a => (a.UnitId, a.ProcedureCode));
        for (int i = publications; i < records.Publications.Count; i++)
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

        for (int i = applications; i < records.Applications.Count; i++)
        {
            if (records.Applications[i].Fact is ProcedureApplication application)
            {
                problems.CheckProcedure(procedures, application.ProcedureCode, ProblemList.At("applications", i) + ".procedure");
            }
        }

        problems.ThrowIfAny();
        standing = new(() => Recorded.StandingAt(AllRecords.Publications, Instant.MaxValue).Select(r => r.Fact!).ToValueList());
    }

    // What was known at a moment was a possible register then: it is not checked again.
    private PublicationRegister(PublicationRegister all, Instant knownAt)
    {
        (AllRecords, procedures, KnownAt) = (all.AllRecords, all.procedures, knownAt);
        ValueList<Recorded<Publication>> publications = Known(AllRecords.Publications, knownAt);
        posted = RecordIndex<Publication>.Empty.With(publications, 0, "publications", new ProblemList(), p => p.Id, p => (p.UnitId, p.ProcedureCode));
        applied = RecordIndex<ProcedureApplication>.Empty.With(
            Known(AllRecords.Applications, knownAt), 0, "applications", new ProblemList(), a => a.Id, a => (a.UnitId, a.ProcedureCode));
        standing = new(() => Recorded.StandingAt(publications, Instant.MaxValue).Select(r => r.Fact!).ToValueList());
    }

    /// <summary>Every record, those that were corrected too.</summary>
    public PublicationRecords AllRecords { get; }

    /// <summary>The moment of record that this register shows; null: everything that is recorded.</summary>
    public Instant? KnownAt { get; }

    /// <summary>The publications that stand, in the order in which they were recorded.</summary>
    public ValueList<Publication> Publications => standing.Value;

    /// <summary>The register as it stood at a moment.</summary>
    /// <param name="knownAt">The moment.</param>
    /// <returns>A register that answers the same questions.</returns>
    public PublicationRegister AsKnownAt(Instant knownAt) => new(this, knownAt);

    /// <summary>The register with further facts, of which alone it is checked whether they fit.</summary>
    /// <param name="more">What is recorded now; its rules are all that hold from now on, those of before included.</param>
    /// <returns>A new register; this one stays as it is.</returns>
    /// <exception cref="ProcedureInputException">They do not fit; the problems are those of the register of all facts.</exception>
    /// <exception cref="InvalidOperationException">This is a register as it was known at an earlier moment.</exception>
    public PublicationRegister With(PublicationRecords more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return KnownAt is not null
            ? throw new InvalidOperationException("Nothing can be added to a register as it was known at an earlier moment.")
            : new PublicationRegister(
                more with
                {
                    Publications = [.. AllRecords.Publications, .. more.Publications],
                    Applications = [.. AllRecords.Applications, .. more.Applications],
                },
                procedures,
                this);
    }

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
                unit, p, [.. posted[unit, p.Code]], [.. applied[unit, p.Code]], [.. deciding[(unit, p.Code)]]))).ToValueList());
    }

    private static ValueList<Recorded<T>> Known<T>(ValueList<Recorded<T>> records, Instant moment)
        where T : class => records.Where(r => r.RecordedAt <= moment).ToValueList();
}
