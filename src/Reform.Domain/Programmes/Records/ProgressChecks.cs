using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Looks for what makes records of progress and coordination contradict themselves, the tasks or the units.</summary>
internal sealed class ProgressChecks(
    ProgrammeRecords records,
    OrganizationRegister organization,
    ProgrammeProblems problems,
    ILookup<string, (Programme Fact, Instant RecordedAt)> programmes,
    ILookup<string, (ProgrammeTask Fact, Instant RecordedAt)> tasks)
{
    private readonly ILookup<string, (GuidanceQuestion Fact, Instant RecordedAt)> questions = ProgrammeChecks.ById(records.Questions, q => q.Id);
    private readonly ILookup<string, (TaskConsultation Fact, Instant RecordedAt)> consultations = ProgrammeChecks.ById(records.Consultations, c => c.Id);

    public void Run()
    {
        problems.Check(records.Events, "events", e => e.Id, Check);
        problems.Check(records.Reports, "reports", r => r.Id, Check);
        problems.Check(records.Questions, "questions", q => q.Id, Check);
        problems.Check(records.Guidance, "guidance", g => g.Id, Check);
        problems.Check(records.Consultations, "consultations", c => c.Id, Check);
        problems.Check(records.Replies, "replies", r => r.Id, Check);
        problems.Check(records.Closings, "closings", c => c.Id, Check);
    }

    private void Check(TaskEvent happened, Instant at, string field)
    {
        if (problems.Known(tasks, happened.TaskId, at, "unknown_task", field + ".task") is not ProgrammeTask task)
        {
            return;
        }

        Programme? programme = programmes[task.ProgrammeId].LastOrDefault(p => p.RecordedAt <= at).Fact;
        if ((task.AssignedOn ?? programme?.IssuedOn) is LocalDate assigned)
        {
            problems.CheckOrder(assigned, happened.On, "before_assignment", field + ".on");
        }

        switch (happened)
        {
            case TaskProgressed { Percent: < 0 or > 100 }:
                problems.Add("percent_out_of_range", field + ".percent", "tiến độ từ 0 đến 100", "progress is from 0 to 100");
                break;
            case TaskMilestoneReached reached when task.Milestones.All(m => !string.Equals(m.Id, reached.MilestoneId, StringComparison.Ordinal)):
                problems.Add(
                    "unknown_milestone",
                    field + ".milestone",
                    "nhiệm vụ không có mốc '" + reached.MilestoneId + "'",
                    "the task has no milestone '" + reached.MilestoneId + "'");
                break;
            case TaskTakenOver taken:
                problems.CheckUnit(taken.UnitId, field + ".unit");
                break;
            case TaskCarriedOver carried:
                problems.CheckText(carried.Decision, field + ".decision");
                break;
            case TaskConfirmed confirmed:
                CheckConfirmation(confirmed, task.AssignedBy ?? programme?.IssuerId, field);
                break;
            default:
                break;
        }
    }

    private void CheckConfirmation(TaskConfirmed confirmed, string? assigner, string field)
    {
        problems.CheckUnit(confirmed.ByUnitId, field + ".by");
        if (records.Events.All(e => e.Fact is not TaskCompleted done
            || !string.Equals(done.TaskId, confirmed.TaskId, StringComparison.Ordinal) || done.On > confirmed.On))
        {
            problems.Add("not_completed", field + ".on", "nhiệm vụ chưa được báo cáo hoàn thành", "the task was not reported as done by then");
        }

        if (assigner is not null && !string.Equals(assigner, confirmed.ByUnitId, StringComparison.Ordinal) && !Succeeds(confirmed.ByUnitId, assigner, confirmed.On))
        {
            problems.Add(
                "not_the_assigner",
                field + ".by",
                "chỉ đơn vị giao nhiệm vụ ('" + assigner + "') hoặc đơn vị kế thừa được xác nhận",
                "only the unit that assigned the task ('" + assigner + "'), or its successor, confirms it");
        }
    }

    private bool Succeeds(string unitId, string before, LocalDate on) =>
        organization.FindUnit(before) is OrganizationUnit unit && organization.Covers(on) && !unit.Validity.StartsAfter(on)
        && string.Equals(organization.SuccessorsOf(before, on).Successor, unitId, StringComparison.Ordinal);

    private void Check(ProgrammeReport report, Instant at, string field)
    {
        problems.CheckUnit(report.UnitId, field + ".unit");
        if (problems.Known(programmes, report.ProgrammeId, at, "unknown_programme", field + ".programme") is not Programme programme)
        {
            return;
        }

        if (programme.ReportingDuties.FirstOrDefault(d => string.Equals(d.Id, report.DutyId, StringComparison.Ordinal)) is not ReportingDuty duty)
        {
            problems.Add(
                "unknown_duty",
                field + ".duty",
                "chương trình không có chế độ báo cáo '" + report.DutyId + "'",
                "the programme has no duty '" + report.DutyId + "'");
        }
        else if (duty.From > duty.To || duty.Periods.All(p => p.From != report.PeriodFrom))
        {
            problems.Add("unknown_period", field + ".period_from", "không có kỳ báo cáo bắt đầu ngày này", "no period of the duty begins on this date");
        }
    }

    private void Check(GuidanceQuestion question, Instant at, string field)
    {
        problems.Known(programmes, question.ProgrammeId, at, "unknown_programme", field + ".programme");
        problems.CheckUnit(question.AskedBy, field + ".asked_by");
        CheckTasks(question.TaskIds, question.ProgrammeId, at, field);
        if (question.AnsweredBy is string answers)
        {
            problems.CheckUnit(answers, field + ".answered_by");
        }
    }

    private void Check(Guidance guidance, Instant at, string field)
    {
        problems.Known(programmes, guidance.ProgrammeId, at, "unknown_programme", field + ".programme");
        problems.CheckUnit(guidance.IssuedBy, field + ".issued_by");
        CheckTasks(guidance.TaskIds, guidance.ProgrammeId, at, field);
        if (guidance.QuestionId is string id && problems.Known(questions, id, at, "unknown_question", field + ".question") is GuidanceQuestion question)
        {
            problems.CheckOrder(question.AskedOn, guidance.IssuedOn, "before_question", field + ".issued_on");
        }
    }

    private void CheckTasks(ValueList<string> ids, string programmeId, Instant at, string field)
    {
        foreach ((int i, string id) in ids.Index())
        {
            string place = field + "." + ProgrammeProblems.At("tasks", i);
            if (problems.Known(tasks, id, at, "unknown_task", place) is ProgrammeTask task
                && !string.Equals(task.ProgrammeId, programmeId, StringComparison.Ordinal))
            {
                problems.Add("another_programme", place, "nhiệm vụ thuộc chương trình khác", "the task is of another programme");
            }
        }
    }

    private void Check(TaskConsultation asked, Instant at, string field)
    {
        problems.Known(tasks, asked.TaskId, at, "unknown_task", field + ".task");
        problems.CheckUnit(asked.AskedBy, field + ".asked_by");
        problems.CheckUnit(asked.ConsultedId, field + ".consulted");
        if (string.Equals(asked.AskedBy, asked.ConsultedId, StringComparison.Ordinal))
        {
            problems.Add("asks_itself", field + ".consulted", "đơn vị không lấy ý kiến của chính mình", "a unit does not consult itself");
        }
    }

    private void Check(ConsultationReply reply, Instant at, string field)
    {
        if (problems.Known(consultations, reply.ConsultationId, at, "unknown_consultation", field + ".consultation") is TaskConsultation asked)
        {
            problems.CheckOrder(asked.AskedOn, reply.On, "before_consultation", field + ".on");
        }
    }

    private void Check(SummaryClosing closing, Instant at, string field)
    {
        problems.Known(programmes, closing.ProgrammeId, at, "unknown_programme", field + ".programme");
        problems.CheckOrder(closing.Period.From, closing.Period.To, "ends_before_it_begins", field + ".last_day");
        bool mayClose = Recorded.StandingAt(records.Roles, at).Any(r => r.Fact is ProgrammeRole { Kind: ProgrammeRoleKind.Coordinator } role
            && string.Equals(role.ProgrammeId, closing.ProgrammeId, StringComparison.Ordinal)
            && string.Equals(role.HolderId, closing.ClosedBy, StringComparison.Ordinal)
            && role.Validity.Contains(closing.ClosedOn));
        if (!mayClose)
        {
            problems.Add(
                "not_coordinator",
                field + ".closed_by",
                "chỉ đơn vị theo dõi, tổng hợp chương trình được chốt số liệu",
                "only the unit that coordinates the programme on that day closes a summary");
        }
    }
}
