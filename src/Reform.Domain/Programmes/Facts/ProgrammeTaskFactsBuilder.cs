using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Makes tasks flat, for rules (dữ kiện nhiệm vụ).</summary>
public static class ProgrammeTaskFactsBuilder
{
    /// <summary>Works out the facts of the tasks of a programme on a date.</summary>
    /// <param name="register">The programmes, as known at the moment that the caller chose.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date of judgement; what happened or was sent after it plays no part.</param>
    /// <param name="outbox">The notices that were sent.</param>
    /// <param name="calendar">The work calendar over which days are counted.</param>
    /// <returns>The facts of each task that was assigned by then, in the order in which they were recorded.</returns>
    /// <exception cref="RecordInputException">There is no such programme (unknown_programme).</exception>
    public static ValueList<ProgrammeTaskFacts> Of(
        ProgrammeRegister register, string programmeId, LocalDate on, UrgingOutbox outbox, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(calendar);
        TaskMatrix matrix = register.MatrixOn(programmeId, on);
        Dictionary<string, int> planned = register.PlansHolding(programmeId, on);
        return matrix.Tasks.Select(t => Of(t, matrix.Programme, planned.GetValueOrDefault(t.Task.Id), outbox, calendar)).ToValueList();
    }

    /// <summary>Works out the facts of a task as somebody drafted it, before a register takes it: one with two leads can be judged too.</summary>
    /// <param name="task">The task.</param>
    /// <param name="programme">Its programme.</param>
    /// <param name="on">The date of judgement.</param>
    /// <returns>The facts; nothing has happened to it, and it is in no plan.</returns>
    public static ProgrammeTaskFacts OfDraft(ProgrammeTask task, Programme programme, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(programme);
        return new ProgrammeTaskFacts
        {
            Id = task.Id,
            ProgrammeId = programme.Id,
            On = on,
            UnitId = task.LeadId,
            LeadState = task.LeadId is null ? LeadState.None : LeadState.AsAssigned,
            Leads = task.Participants.Count(p => p.Role == ParticipantRole.Lead),
            HasOutput = task.Output is not null,
            HasDue = task.DueOn is not null,
            DueOn = task.DueOn,
            PlansDueOn = programme.PlansDueOn,
            Timeliness = task.DueOn is not LocalDate due ? TaskTimeliness.NoDue : on > due ? TaskTimeliness.Overdue : TaskTimeliness.InTime,
            ProgrammeEndsOn = programme.LastDay,
        };
    }

    private static ProgrammeTaskFacts Of(ProgrammeTaskStatus status, Programme programme, int plans, UrgingOutbox outbox, WorkCalendar calendar)
    {
        ValueList<UrgingNotice> sent = status.DueOn is LocalDate due ? outbox.About(status.Task.Id, due, status.On) : [];
        return OfDraft(status.Task, programme, status.On) with
        {
            UnitId = status.Lead.UnitId ?? status.Lead.AssignedTo,
            Leads = status.Lead.AssignedTo is null ? 0 : 1,
            LeadState = status.Lead.State,
            HasDue = status.DueOn is not null,
            DueOn = status.DueOn,
            Plans = plans,
            Progress = status.Progress,
            Timeliness = status.Timeliness,
            CompletedOn = status.CompletedOn,
            Evidence = status.Evidence.Count,
            ConfirmedOn = status.ConfirmedOn,
            OverdueWorkingDays = status.Timeliness == TaskTimeliness.Overdue ? Duties.WorkingDays(status.DueOn!.Value, status.ComparedOn, calendar) : 0,
            UrgedOn = Last(sent.Where(n => n.SentOn >= status.DueOn)),
            HeadToldOn = Last(sent.Where(n => n.Recipient == UrgingRecipient.HeadOfLead)),
            DirectLeadToldOn = Last(sent.Where(n => n.Recipient == UrgingRecipient.DirectLead)),
            Redatings = status.Redatings.Count(r => r.IsDelay),
            RedatingsAfterExpiry = status.Redatings.Count(r => r.IsAfterExpiry),
            CarriedOverOn = status.CarriedOverOn,
        };
    }

    private static LocalDate? Last(IEnumerable<UrgingNotice> notices) => notices.Select(n => (LocalDate?)n.SentOn).Max();
}
