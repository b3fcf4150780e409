using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Reads how a task stands from its events.</summary>
/// <param name="organization">The units and who took over from whom.</param>
internal sealed class TaskStatusReader(OrganizationRegister organization)
{
    /// <summary>The status on a date, or null when the task is not assigned yet.</summary>
    /// <param name="task">The task.</param>
    /// <param name="programme">Its programme.</param>
    /// <param name="events">Its events, in the order of their days, those of one day as they were recorded.</param>
    /// <param name="on">The date.</param>
    public ProgrammeTaskStatus? Read(ProgrammeTask task, Programme programme, IEnumerable<TaskEvent> events, LocalDate on)
    {
        LocalDate assigned = task.AssignedOn ?? programme.IssuedOn;
        if (assigned > on)
        {
            return null;
        }

        var state = new State(task, assigned);
        foreach (TaskEvent happened in events.TakeWhile(e => e.On <= on))
        {
            state.Apply(happened);
        }

        return state.At(on, LeadOf(task, state.AssignedTo, on));
    }

    private TaskLead LeadOf(ProgrammeTask task, string? assignedTo, LocalDate on)
    {
        if (assignedTo is null)
        {
            return new TaskLead(LeadState.None, null, null);
        }

        if (organization.FindUnit(assignedTo) is not OrganizationUnit unit || unit.Validity.StartsAfter(on) || !organization.Covers(on))
        {
            return new TaskLead(LeadState.Unknown, null, assignedTo);
        }

        SuccessionAnswer answer = organization.SuccessorsOf(assignedTo, on, task.Function, task.Territory);
        return answer.Outcome switch
        {
            SuccessionOutcome.StillThere => new TaskLead(LeadState.AsAssigned, assignedTo, assignedTo),
            SuccessionOutcome.Succeeded => new TaskLead(LeadState.Succeeded, answer.Successor, assignedTo),

            // A unit that goes on keeps what it was not clearly relieved of.
            SuccessionOutcome.Ambiguous when organization.ExistsOn(assignedTo, on) => new TaskLead(LeadState.AsAssigned, assignedTo, assignedTo),
            _ => new TaskLead(LeadState.Orphaned, null, assignedTo),
        };
    }

    private sealed class State(ProgrammeTask task, LocalDate assigned)
    {
        private readonly List<TaskRedating> redatings = [];
        private readonly Dictionary<string, LocalDate> reached = new(StringComparer.Ordinal);
        private readonly LocalDate assignedOn = assigned;
        private bool isBegun;
        private int percent;
        private LocalDate? due = task.DueOn;
        private LocalDate dueSince = assigned;
        private TaskCompleted? completed;
        private LocalDate? dueAtCompletion;
        private LocalDate dueSinceAtCompletion;
        private LocalDate? confirmed;
        private LocalDate? carriedOver;

        public string? AssignedTo { get; private set; } = task.LeadId;

        public void Apply(TaskEvent happened)
        {
            switch (happened)
            {
                case TaskProgressed progressed:
                    percent = progressed.Percent;
                    isBegun |= progressed.Percent > 0;
                    break;
                case TaskMilestoneReached milestone:
                    isBegun = true;
                    reached.TryAdd(milestone.MilestoneId, milestone.On);
                    break;
                case TaskRedated redated:
                    Redate(redated.On, redated.NewDueOn);
                    break;
                case TaskCompleted done:
                    (completed, dueAtCompletion, dueSinceAtCompletion, confirmed) = (done, due, dueSince, null);
                    break;
                case TaskConfirmed yes when completed is not null:
                    confirmed = yes.On;
                    break;
                case TaskReturned:
                    (completed, confirmed, isBegun) = (null, null, true);
                    break;
                case TaskCarriedOver carried:
                    carriedOver ??= carried.On;
                    if (carried.NewDueOn is LocalDate later)
                    {
                        (due, dueSince) = (later, carried.On);
                    }

                    break;
                case TaskTakenOver taken:
                    AssignedTo = taken.UnitId;
                    break;
                default:
                    break;
            }
        }

        public ProgrammeTaskStatus At(LocalDate on, TaskLead lead)
        {
            LocalDate? inForce = completed is null ? due : dueAtCompletion;
            LocalDate compared = completed?.On ?? on;
            TaskTimeliness timeliness = inForce is not LocalDate day ? TaskTimeliness.NoDue
                : compared > day ? TaskTimeliness.Overdue : TaskTimeliness.InTime;
            TaskProgress progress = completed is not null ? TaskProgress.Done : isBegun ? TaskProgress.InProgress : TaskProgress.NotStarted;
            return new ProgrammeTaskStatus(
                task, on, progress, completed is null ? percent : 100, timeliness, assignedOn, inForce, completed is null ? dueSince : dueSinceAtCompletion, lead)
            {
                CompletedOn = completed?.On,
                Evidence = completed?.Evidence ?? [],
                ConfirmedOn = confirmed,
                Redatings = redatings.ToValueList(),
                Milestones = task.Milestones.Select(m => Milestone(m, on)).ToValueList(),
                CarriedOverOn = carriedOver,
            };
        }

        private MilestoneStatus Milestone(TaskMilestone milestone, LocalDate on)
        {
            LocalDate? day = reached.TryGetValue(milestone.Id, out LocalDate own) ? own : completed?.On;
            return new MilestoneStatus(milestone, Duties.StateOf(milestone.DueOn, day, on), day);
        }

        private void Redate(LocalDate on, LocalDate to)
        {
            redatings.Add(new TaskRedating(on, due, to));
            (due, dueSince) = (to, on);
        }
    }
}
