using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>One day of urging: finds the stages that are due, and writes one notice for each task and recipient.</summary>
internal sealed class UrgingDay(
    ProgrammeRegister register, TaskMatrix matrix, string senderId, UrgingPolicy policy, UrgingOutbox outbox, WorkCalendar calendar)
{
    private static readonly ReasonKind Before = new(
        "urging_before_due",
        "Nhiệm vụ '{task}' đến hạn ngày {due}, còn {days} ngày làm việc",
        "The task '{task}' is due on {due}, in {days} working day(s)");

    private static readonly ReasonKind OnDue = new(
        "urging_on_due", "Nhiệm vụ '{task}' đến hạn ngày {due}", "The task '{task}' is due on {due}");

    private static readonly ReasonKind Overdue = new(
        "urging_overdue",
        "Nhiệm vụ '{task}' quá hạn {days} ngày làm việc, hạn ngày {due}",
        "The task '{task}' is {days} working day(s) overdue; it was due on {due}");

    private static readonly ReasonKind ToHead = new(
        "urging_head",
        "Báo cáo người đứng đầu: nhiệm vụ '{task}' quá hạn {days} ngày làm việc, hạn ngày {due}",
        "For the head: the task '{task}' is {days} working day(s) overdue; it was due on {due}");

    private static readonly ReasonKind ToDirectLead = new(
        "urging_direct_lead",
        "Báo cáo người trực tiếp lãnh đạo, chỉ đạo: nhiệm vụ '{task}' quá hạn {days} ngày làm việc, hạn ngày {due}",
        "For whoever leads directly: the task '{task}' is {days} working day(s) overdue; it was due on {due}");

    private static readonly ReasonKind NoDue = new(
        "unurged_without_due", "Nhiệm vụ '{task}' chưa có hạn", "The task '{task}' has no due date");

    private static readonly ReasonKind NoLead = new(
        "unurged_without_lead", "Nhiệm vụ '{task}' chưa rõ đơn vị chủ trì", "Which unit leads the task '{task}' is not known");

    private static readonly ReasonKind NoDirectLead = new(
        "unurged_without_direct_lead",
        "Nhiệm vụ '{task}': không có người trực tiếp lãnh đạo chương trình vào ngày {on}",
        "The task '{task}': nobody leads the programme directly on {on}");

    private static readonly ReasonKind OutsideCalendar = new(
        "unurged_outside_calendar", "Nhiệm vụ '{task}': lịch làm việc không bao gồm các mốc đôn đốc", "The task '{task}': the calendar does not cover its stages");

    private readonly ResponsibilityChain chain = register.ResponsibilityOn(matrix.Programme.Id, matrix.On);

    public List<UrgingNotice> Sent { get; } = [];

    public List<UnurgedTask> Unurged { get; } = [];

    public void Urge()
    {
        foreach (ProgrammeTaskStatus task in matrix.Tasks.Where(t => t.IsOpen))
        {
            if (task.DueOn is not LocalDate due)
            {
                Unurged.Add(new UnurgedTask(task.Task.Id, NoDue.Because(null, ("task", task.Task.Id))));
                continue;
            }

            try
            {
                Urge(task, due);
            }
            catch (CalendarRangeException)
            {
                Unurged.Add(new UnurgedTask(task.Task.Id, OutsideCalendar.Because(null, ("task", task.Task.Id))));
            }
        }
    }

    private void Urge(ProgrammeTaskStatus task, LocalDate due)
    {
        var notices = new List<UrgingNotice>();
        var unurged = new List<UnurgedTask>();
        foreach (IGrouping<UrgingRecipient, UrgingStage> stages in policy.Stages.GroupBy(s => s.Recipient).OrderBy(g => g.Key))
        {
            List<UrgingStage> open = [.. stages.Where(s => IsDue(s, due, task.DueSince) && !outbox.IsSettled(new NoticeKey(task.Task.Id, due, s.Code)))];
            if (open.Count == 0)
            {
                continue;
            }

            if (WhyNot(stages.Key, task) is Reason why)
            {
                unurged.Add(new UnurgedTask(task.Task.Id, why));
                continue;
            }

            notices.Add(Notice(task, due, open));
        }

        // A task that the calendar does not cover to the end is not urged by halves.
        Sent.AddRange(notices);
        Unurged.AddRange(unurged.DistinctBy(u => u.Reason.Code));
    }

    private bool IsDue(UrgingStage stage, LocalDate due, LocalDate since)
    {
        LocalDate day = stage.DayFor(due, calendar);
        return day <= matrix.On && day >= since;
    }

    private Reason? WhyNot(UrgingRecipient recipient, ProgrammeTaskStatus task) => recipient == UrgingRecipient.DirectLead
        ? chain.DirectLeadId is null ? NoDirectLead.Because(null, ("task", task.Task.Id), ("on", matrix.On)) : null
        : task.Lead.UnitId is null ? NoLead.Because(null, ("task", task.Task.Id)) : null;

    private UrgingNotice Notice(ProgrammeTaskStatus task, LocalDate due, List<UrgingStage> open)
    {
        UrgingStage latest = open[^1];
        string? position = latest.Recipient switch
        {
            UrgingRecipient.Lead => null,
            UrgingRecipient.HeadOfLead => register.HeadPostOf(task.Lead.UnitId!, matrix.On),
            _ => chain.DirectLeadId,
        };
        return new UrgingNotice(
            new NoticeKey(task.Task.Id, due, latest.Code), matrix.Programme.Id, latest.Recipient, task.Lead.UnitId, position, senderId, matrix.On, TextOf(task, due, latest))
        {
            CopiedTo = latest.Recipient == UrgingRecipient.DirectLead && chain.HeadId is string head ? [head] : [],
            Covers = open[..^1].Select(s => s.Code).ToValueList(),
        };
    }

    // The words are of the day of sending, not of the stage: a notice that was caught up says how late the task is by now.
    private Reason TextOf(ProgrammeTaskStatus task, LocalDate due, UrgingStage stage)
    {
        ReasonValue id = task.Task.Id;
        if (matrix.On <= due)
        {
            int left = calendar.WorkingDaysBetween(matrix.On, due);
            return left == 0
                ? OnDue.Because(null, ("task", id), ("due", due))
                : Before.Because(null, ("task", id), ("due", due), ("days", left));
        }

        ReasonKind kind = stage.Recipient switch
        {
            UrgingRecipient.Lead => Overdue,
            UrgingRecipient.HeadOfLead => ToHead,
            _ => ToDirectLead,
        };
        return kind.Because(null, ("task", id), ("due", due), ("days", calendar.WorkingDaysBetween(due, matrix.On)));
    }
}
