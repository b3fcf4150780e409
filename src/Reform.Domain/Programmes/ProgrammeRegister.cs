using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>
/// Programmes, their tasks, the plans of units, and what happened under them (sổ chương trình); immutable, shared. It answers for any date, by
/// what was known at any moment.
/// </summary>
/// <remarks>
/// Two times: what happened after the date of a question plays no part in the answer; what was recorded after the moment of
/// <see cref="AsKnownAt"/> does not either, so that a late correction changes only what is asked as known later.
/// </remarks>
public sealed partial class ProgrammeRegister
{
    private readonly ILookup<string, ProgrammeTask> tasksOf;
    private readonly ILookup<string, TaskEvent> eventsOf;
    private readonly ILookup<string, UnitPlan> plansOf;
    private readonly ILookup<string, TaskConsultation> consultationsOf;
    private readonly ILookup<string, ConsultationReply> repliesTo;
    private readonly ILookup<string, Guidance> answersTo;
    private readonly ILookup<(string ProgrammeId, string DutyId, LocalDate From, string UnitId), ProgrammeReport> reportsOf;

    /// <summary>Creates a register.</summary>
    /// <param name="records">The records.</param>
    /// <param name="organization">The units and positions that they are about, and who took over from whom.</param>
    /// <exception cref="RecordInputException">The facts contradict each other or the units; every problem is listed with its field.</exception>
    public ProgrammeRegister(ProgrammeRecords records, OrganizationRegister organization)
        : this(records, organization, null) => ProgrammeChecks.ThrowIfAny(records, organization);

    private ProgrammeRegister(ProgrammeRecords records, OrganizationRegister organization, Instant? knownAt)
    {
        ArgumentNullException.ThrowIfNull(records);
        ArgumentNullException.ThrowIfNull(organization);
        (AllRecords, AllUnits, KnownAt) = (records, organization, knownAt);
        Organization = knownAt is Instant moment ? organization.AsKnownAt(moment) : organization;
        ProgrammeRecords standing = records.StandingAt(knownAt ?? Instant.MaxValue);
        Programmes = Facts(standing.Programmes);
        var known = new HashSet<string>(Programmes.Select(p => p.Id), StringComparer.Ordinal);
        Tasks = Facts(standing.Tasks).Where(t => known.Contains(t.ProgrammeId)).ToValueList();
        var knownTasks = new HashSet<string>(Tasks.Select(t => t.Id), StringComparer.Ordinal);
        Roles = Facts(standing.Roles).Where(r => known.Contains(r.ProgrammeId)).ToValueList();
        Plans = Facts(standing.Plans).Where(p => known.Contains(p.ProgrammeId)).ToValueList();
        Events = Facts(standing.Events).Where(e => knownTasks.Contains(e.TaskId)).ToValueList();
        Reports = Facts(standing.Reports).Where(r => known.Contains(r.ProgrammeId)).ToValueList();
        Questions = Facts(standing.Questions).Where(q => known.Contains(q.ProgrammeId)).ToValueList();
        Guidance = Facts(standing.Guidance).Where(g => known.Contains(g.ProgrammeId)).ToValueList();
        Consultations = Facts(standing.Consultations).Where(c => knownTasks.Contains(c.TaskId)).ToValueList();
        Replies = Facts(standing.Replies);
        Closings = standing.Closings.Where(c => known.Contains(c.Fact!.ProgrammeId)).ToValueList();
        tasksOf = Tasks.ToLookup(t => t.ProgrammeId, StringComparer.Ordinal);
        eventsOf = Events.OrderBy(e => e.On).ToLookup(e => e.TaskId, StringComparer.Ordinal);
        plansOf = Plans.OrderBy(p => p.IssuedOn).ToLookup(p => p.ProgrammeId, StringComparer.Ordinal);
        consultationsOf = Consultations.ToLookup(c => c.TaskId, StringComparer.Ordinal);
        repliesTo = Replies.OrderBy(r => r.On).ToLookup(r => r.ConsultationId, StringComparer.Ordinal);
        answersTo = Guidance.Where(g => g.QuestionId is not null).OrderBy(g => g.IssuedOn).ToLookup(g => g.QuestionId!, StringComparer.Ordinal);
        reportsOf = Reports.OrderBy(r => r.SubmittedOn).ToLookup(r => (r.ProgrammeId, r.DutyId, r.PeriodFrom, r.UnitId));
    }

    /// <summary>Every record, those that were corrected too.</summary>
    public ProgrammeRecords AllRecords { get; }

    /// <summary>The moment of record that this register shows; null: everything that is recorded.</summary>
    public Instant? KnownAt { get; }

    /// <summary>The units and positions, as known at <see cref="KnownAt"/>.</summary>
    public OrganizationRegister Organization { get; }

    /// <summary>The programmes that stand, in the order in which they were recorded; so are the other lists.</summary>
    public ValueList<Programme> Programmes { get; }

    /// <summary>Who has which part in them.</summary>
    public ValueList<ProgrammeRole> Roles { get; }

    /// <summary>The tasks.</summary>
    public ValueList<ProgrammeTask> Tasks { get; }

    /// <summary>The plans.</summary>
    public ValueList<UnitPlan> Plans { get; }

    /// <summary>What happened to tasks.</summary>
    public ValueList<TaskEvent> Events { get; }

    /// <summary>The reports.</summary>
    public ValueList<ProgrammeReport> Reports { get; }

    /// <summary>The questions.</summary>
    public ValueList<GuidanceQuestion> Questions { get; }

    /// <summary>The guidance.</summary>
    public ValueList<Guidance> Guidance { get; }

    /// <summary>The consultations.</summary>
    public ValueList<TaskConsultation> Consultations { get; }

    /// <summary>The opinions that came.</summary>
    public ValueList<ConsultationReply> Replies { get; }

    /// <summary>The closings of summaries, with the moments at which they were entered.</summary>
    public ValueList<Recorded<SummaryClosing>> Closings { get; }

    private OrganizationRegister AllUnits { get; }

    /// <summary>The register as it stood at a moment, the units as they were known then.</summary>
    /// <param name="knownAt">The moment.</param>
    /// <returns>A register that answers the same questions.</returns>
    public ProgrammeRegister AsKnownAt(Instant knownAt) => new(AllRecords, AllUnits, knownAt);

    /// <summary>The register with later records; nothing that is recorded changes.</summary>
    /// <param name="more">What is added.</param>
    /// <returns>A new register; this one stays as it is.</returns>
    /// <exception cref="RecordInputException">
    /// The records do not fit; every problem is listed with its field, as a path from all records, and nothing is added.
    /// </exception>
    /// <exception cref="InvalidOperationException">This register shows an earlier moment, to which nothing can be added.</exception>
    public ProgrammeRegister With(ProgrammeRecords more) => KnownAt is null
        ? new ProgrammeRegister(AllRecords.With(more), AllUnits)
        : throw new InvalidOperationException("Nothing can be added to a register as it was known at an earlier moment.");

    /// <summary>The register over other units: who took over from whom was recorded since.</summary>
    /// <param name="organization">The units and positions.</param>
    /// <returns>A new register.</returns>
    /// <exception cref="RecordInputException">The facts do not fit the units.</exception>
    public ProgrammeRegister Over(OrganizationRegister organization) => new(AllRecords, organization);

    /// <summary>Finds a programme.</summary>
    /// <param name="id">Its identifier.</param>
    /// <returns>The programme, or null.</returns>
    public Programme? Find(string id) => Programmes.FirstOrDefault(p => string.Equals(p.Id, id, StringComparison.Ordinal));

    /// <summary>The tasks of a programme.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <returns>The tasks, in the order in which they were recorded.</returns>
    public ValueList<ProgrammeTask> TasksOf(string programmeId) => tasksOf[programmeId].ToValueList();

    /// <summary>What the programme and its tasks leave open, before anything happens: no lead, no output, no due date, no goal, no clause.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <returns>The findings; first those of the programme, then task by task.</returns>
    /// <exception cref="RecordInputException">There is no such programme (unknown_programme).</exception>
    public ValueList<ProgrammeFinding> Review(string programmeId) => ProgrammeReview.Of(Get(programmeId), TasksOf(programmeId)).ToValueList();

    private static ValueList<T> Facts<T>(ValueList<Recorded<T>> records)
        where T : class => records.Select(r => r.Fact!).ToValueList();

    private static T Given<T>(T argument)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(argument);
        return argument;
    }

    private Programme Get(string programmeId) => Find(programmeId) ?? throw RecordInputException.Of(
        "unknown_programme", "programme", "không có chương trình '" + programmeId + "'", "there is no programme '" + programmeId + "'");

    private ProgrammeTask GetTask(string taskId) => Tasks.FirstOrDefault(t => string.Equals(t.Id, taskId, StringComparison.Ordinal))
        ?? throw RecordInputException.Of("unknown_task", "task", "không có nhiệm vụ '" + taskId + "'", "there is no task '" + taskId + "'");

    private bool ExistsOn(string unitId, LocalDate on) => Organization.FindUnit(unitId) is OrganizationUnit unit && unit.Validity.Contains(on);
}
