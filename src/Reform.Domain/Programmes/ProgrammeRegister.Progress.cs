using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <content>How tasks, plans and reports stand.</content>
public sealed partial class ProgrammeRegister
{
    /// <summary>A programme on a date, task by task (bảng theo dõi).</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date; what happened after it plays no part.</param>
    /// <returns>The tasks that were assigned by then, each with how it stands.</returns>
    /// <exception cref="RecordInputException">There is no such programme (unknown_programme).</exception>
    public TaskMatrix MatrixOn(string programmeId, LocalDate on)
    {
        Programme programme = Get(programmeId);
        var reader = new TaskStatusReader(Organization);
        return new TaskMatrix(
            programme, on, tasksOf[programmeId].Select(t => reader.Read(t, programme, eventsOf[t.Id], on)).OfType<ProgrammeTaskStatus>().ToValueList());
    }

    /// <summary>How a task stands on a date.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="on">The date.</param>
    /// <returns>The status, or null when it was not assigned by then.</returns>
    /// <exception cref="RecordInputException">There is no such task (unknown_task).</exception>
    public ProgrammeTaskStatus? StatusOf(string taskId, LocalDate on)
    {
        ProgrammeTask task = GetTask(taskId);
        return new TaskStatusReader(Organization).Read(task, Get(task.ProgrammeId), eventsOf[taskId], on);
    }

    /// <summary>Which of the units that a programme binds have issued their plan by a date, and in time.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date.</param>
    /// <returns>A row for every unit that exists on the date, in the order of the programme.</returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme), or the register of units does not cover a date that it takes (date_outside_register).
    /// </exception>
    public ValueList<PlanStatus> PlansOn(string programmeId, LocalDate on)
    {
        Programme programme = Get(programmeId);
        return SubjectsOn(programmeId, on).Select(unit =>
        {
            UnitPlan? plan = PlansBy(programmeId, unit, on).FirstOrDefault();
            LocalDate? due = Organization.FindUnit(unit)!.Validity.From > programme.PlansDueOn ? null : programme.PlansDueOn;
            return new PlanStatus(unit, Duties.StateOf(due, plan?.IssuedOn, on), due, plan);
        }).ToValueList();
    }

    /// <summary>The tasks of a programme against the latest plans of units on a date (bảng đối chiếu nhiệm vụ × đơn vị).</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date.</param>
    /// <returns>A cell for every task that was assigned by then and every unit that is bound or has a part.</returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme), or the register of units does not cover a date that it takes (date_outside_register).
    /// </exception>
    public PlanMatrix PlanMatrixOn(string programmeId, LocalDate on)
    {
        ValueList<ProgrammeTaskStatus> tasks = MatrixOn(programmeId, on).Tasks;
        ValueList<string> units = SubjectsOn(programmeId, on)
            .Concat(tasks.SelectMany(t => t.Task.Participants).Select(p => p.UnitId).Where(u => ExistsOn(u, on)))
            .Concat(plansOf[programmeId].Where(p => p.IssuedOn <= on).Select(p => p.UnitId).Where(u => ExistsOn(u, on)))
            .Distinct(StringComparer.Ordinal).ToValueList();
        Dictionary<string, UnitPlan?> plans = units.ToDictionary(u => u, u => PlansBy(programmeId, u, on).LastOrDefault(), StringComparer.Ordinal);
        return new PlanMatrix(programmeId, on, tasks.Select(t => t.Task.Id).ToValueList(), units, tasks.SelectMany(t => units.Select(u =>
        {
            // Whoever leads on that date by succession leads in the plans too.
            ParticipantRole? role = string.Equals(t.Lead.UnitId, u, StringComparison.Ordinal) ? ParticipantRole.Lead : t.Task.RoleOf(u);
            PlanItem? item = plans[u]?.Items.FirstOrDefault(i => string.Equals(i.TaskId, t.Task.Id, StringComparison.Ordinal));
            return new PlanCell(t.Task.Id, u, role, PlanMatrix.StateOf(t.DueOn, role, plans[u], item), item);
        })).ToValueList());
    }

    /// <summary>How the reports of a programme stand on a date.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date.</param>
    /// <param name="calendar">The work calendar over which reports are due.</param>
    /// <returns>
    /// A row for each duty, each of its periods that has begun, and each unit that is bound and existed on the last day of the period, or on the
    /// date while it runs.
    /// </returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme), or the register of units does not cover a date that it takes (date_outside_register).
    /// </exception>
    public ValueList<ReportStatus> ReportsOn(string programmeId, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var rows = new List<ReportStatus>();
        foreach (ReportingDuty duty in Get(programmeId).ReportingDuties)
        {
            foreach (ReportingPeriod period in duty.Periods.Where(p => p.From <= on))
            {
                LocalDate? due = Duties.DueOf(duty.DueWithin, period.To, calendar);
                foreach (string unit in SubjectsOn(programmeId, LocalDate.Min(period.To, on)))
                {
                    ProgrammeReport? report = reportsOf[(programmeId, duty.Id, period.From, unit)].FirstOrDefault(r => r.SubmittedOn <= on);
                    rows.Add(new ReportStatus(duty, period, unit, StateOf(period, due, report, on), due, report));
                }
            }
        }

        return rows.ToValueList();
    }

    /// <summary>How many of the units that a programme binds take part (độ bao phủ).</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date.</param>
    /// <param name="calendar">The work calendar over which reports are due.</param>
    /// <param name="published">The units that publish, as the register of publication says; null: not asked.</param>
    /// <returns>The units, and those that lack a plan, a report that is due, or publication.</returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme), or the register of units does not cover a date that it takes (date_outside_register).
    /// </exception>
    public ProgrammeCoverage CoverageOn(string programmeId, LocalDate on, WorkCalendar calendar, IReadOnlyCollection<string>? published = null)
    {
        ValueList<string> units = SubjectsOn(programmeId, on);
        ValueList<ReportStatus> due = ReportsOn(programmeId, on, calendar)
            .Where(r => r.State is DutyState.Missing or DutyState.DoneInTime or DutyState.DoneLate or DutyState.DoneWithoutDue).ToValueList();
        var missing = new HashSet<string>(due.Where(r => r.State == DutyState.Missing).Select(r => r.UnitId), StringComparer.Ordinal);
        return new ProgrammeCoverage(
            on,
            units,
            PlansOn(programmeId, on).Where(p => p.Plan is null).Select(p => p.UnitId).ToValueList(),
            due.Count == 0 ? null : units.Where(missing.Contains).ToValueList(),
            published is null ? null : units.Where(u => !published.Contains(u, StringComparer.Ordinal)).ToValueList());
    }

    // A report on a period that still runs is early, not missing; without a due date nothing is missing.
    private static DutyState StateOf(ReportingPeriod period, LocalDate? due, ProgrammeReport? report, LocalDate on) =>
        report is null && on <= period.To ? DutyState.Pending : Duties.StateOf(due, report?.SubmittedOn, on);

    /// <summary>In how many latest plans each task stands, those of units that have ended since included.</summary>
    internal Dictionary<string, int> PlansHolding(string programmeId, LocalDate on) => plansOf[programmeId].Where(p => p.IssuedOn <= on)
        .GroupBy(p => p.UnitId, StringComparer.Ordinal)
        .SelectMany(g => g.Last().Items.Select(i => i.TaskId).OfType<string>().Distinct(StringComparer.Ordinal))
        .GroupBy(t => t, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);

    private IEnumerable<UnitPlan> PlansBy(string programmeId, string unitId, LocalDate on) =>
        plansOf[programmeId].Where(p => string.Equals(p.UnitId, unitId, StringComparison.Ordinal) && p.IssuedOn <= on);
}
