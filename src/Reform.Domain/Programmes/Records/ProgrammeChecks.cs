using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Looks for what makes records of programmes contradict themselves or the units: the programmes, their roles, tasks and plans.</summary>
internal sealed class ProgrammeChecks
{
    private const int MostYears = 50;

    private readonly ProgrammeRecords records;
    private readonly OrganizationRegister organization;
    private readonly ProgrammeProblems problems;
    private readonly ILookup<string, (Programme Fact, Instant RecordedAt)> programmes;
    private readonly ILookup<string, (ProgrammeTask Fact, Instant RecordedAt)> tasks;

    private ProgrammeChecks(ProgrammeRecords records, OrganizationRegister organization)
    {
        (this.records, this.organization) = (records, organization);
        problems = new ProgrammeProblems(organization);
        programmes = ById(records.Programmes, p => p.Id);
        tasks = ById(records.Tasks, t => t.Id);
    }

    public static void ThrowIfAny(ProgrammeRecords records, OrganizationRegister organization)
    {
        var checks = new ProgrammeChecks(records, organization);
        checks.problems.Check(records.Programmes, "programmes", p => p.Id, checks.Check);
        checks.problems.Check(records.Roles, "roles", r => r.Id, checks.Check);
        checks.CheckRolesOnce();
        checks.problems.Check(records.Tasks, "tasks", t => t.Id, checks.Check);
        checks.problems.Check(records.Plans, "plans", p => p.Id, checks.Check);
        new ProgressChecks(records, organization, checks.problems, checks.programmes, checks.tasks).Run();
        checks.problems.ThrowIfAny();
    }

    internal static ILookup<string, (T Fact, Instant RecordedAt)> ById<T>(ValueList<Recorded<T>> records, Func<T, string> idOf)
        where T : class => records.Where(r => r.Fact is not null).ToLookup(r => idOf(r.Fact!), r => (r.Fact!, r.RecordedAt), StringComparer.Ordinal);

    private void Check(Programme programme, Instant at, string field)
    {
        problems.CheckText(programme.Number, field + ".number");
        problems.CheckUnit(programme.IssuerId, field + ".issuer");
        problems.CheckOrder(programme.FirstDay, programme.LastDay, "ends_before_it_begins", field + ".last_day");
        problems.CheckOnce(programme.Goals.Select(g => g.Id), "duplicate_id", field + ".goals");
        problems.CheckOnce(programme.Groups.Select(g => g.Code), "duplicate_id", field + ".groups");
        problems.CheckOnce(programme.Subjects.Select(s => s.UnitId), "duplicate_id", field + ".subjects");
        problems.CheckOnce(programme.Themes.Select(t => t.Id), "duplicate_id", field + ".themes");
        problems.CheckOnce(programme.ReportingDuties.Select(d => d.Id), "duplicate_id", field + ".reporting_duties");
        var groups = new HashSet<string>(programme.Groups.Select(g => g.Code), StringComparer.Ordinal);
        foreach ((int i, ProgrammeSubject subject) in programme.Subjects.Index())
        {
            string place = field + "." + ProgrammeProblems.At("subjects", i);
            problems.CheckUnit(subject.UnitId, place + ".unit");
            if (!groups.Contains(subject.GroupCode))
            {
                problems.Add(
                    "unknown_group", place + ".group", "không có nhóm '" + subject.GroupCode + "'", "there is no group '" + subject.GroupCode + "'");
            }
        }

        foreach ((int i, PeriodTheme theme) in programme.Themes.Index())
        {
            string place = field + "." + ProgrammeProblems.At("themes", i);
            problems.CheckOrder(theme.From, theme.To, "ends_before_it_begins", place + ".last_day");
            foreach ((int j, ProgrammeTarget target) in theme.Targets.Index().Where(t => t.Item.UnitId is not null))
            {
                problems.CheckUnit(target.UnitId!, place + "." + ProgrammeProblems.At("targets", j) + ".unit");
            }
        }

        foreach ((int i, ReportingDuty duty) in programme.ReportingDuties.Index())
        {
            string place = field + "." + ProgrammeProblems.At("reporting_duties", i) + ".last_day";
            problems.CheckOrder(duty.From, duty.To, "ends_before_it_begins", place);
            if (duty.To.Year - duty.From.Year > MostYears)
            {
                problems.Add("duty_too_long", place, "chế độ báo cáo kéo dài quá 50 năm", "a duty to report lasts at most 50 years");
            }
        }
    }

    private void Check(ProgrammeRole role, Instant at, string field)
    {
        problems.Known(programmes, role.ProgrammeId, at, "unknown_programme", field + ".programme");
        if (role.Kind == ProgrammeRoleKind.DirectLead)
        {
            if (organization.FindPosition(role.HolderId) is null)
            {
                problems.Add(
                    "not_a_position",
                    field + ".holder",
                    "người trực tiếp lãnh đạo được ghi bằng chức vụ; không có chức vụ '" + role.HolderId + "'",
                    "who leads directly is named by position; there is no position '" + role.HolderId + "'");
            }
        }
        else
        {
            problems.CheckUnit(role.HolderId, field + ".holder");
        }
    }

    // Of each part a programme has one holder at a time, at every moment of record.
    private void CheckRolesOnce()
    {
        foreach (var group in KnownPieces.Of(records.Roles, r => r.Validity).GroupBy(r => (r.Fact.ProgrammeId, r.Fact.Kind)))
        {
            foreach ((KnownPiece<ProgrammeRole> later, _) in KnownPieces.Overlapping(group))
            {
                problems.Add(
                    "role_twice",
                    ProgrammeProblems.At("roles", later.Index),
                    "vai trò này đã có người giữ trong cùng thời gian",
                    "somebody else has this part at the same time");
            }
        }
    }

    private void Check(ProgrammeTask task, Instant at, string field)
    {
        Programme? programme = problems.Known(programmes, task.ProgrammeId, at, "unknown_programme", field + ".programme");
        problems.CheckOnce(task.Participants.Select(p => p.UnitId), "participant_twice", field + ".participants");
        problems.CheckOnce(task.Milestones.Select(m => m.Id), "duplicate_id", field + ".milestones");
        bool hasLead = false;
        foreach ((int i, TaskParticipant participant) in task.Participants.Index())
        {
            string place = field + "." + ProgrammeProblems.At("participants", i);
            problems.CheckUnit(participant.UnitId, place + ".unit");
            if (participant.Role == ParticipantRole.Lead && hasLead)
            {
                problems.Add("two_leads", place + ".role", "nhiệm vụ đã có đơn vị chủ trì", "the task has a lead already");
            }

            hasLead |= participant.Role == ParticipantRole.Lead;
        }

        if (task.AssignedBy is string assigner)
        {
            problems.CheckUnit(assigner, field + ".assigned_by");
        }

        if (programme is not null && task.GoalId is string goal && programme.Goals.All(g => !string.Equals(g.Id, goal, StringComparison.Ordinal)))
        {
            problems.Add("unknown_goal", field + ".goal", "chương trình không có mục tiêu '" + goal + "'", "the programme has no goal '" + goal + "'");
        }

        if (programme is not null && task.AssignedOn is LocalDate assigned)
        {
            problems.CheckOrder(programme.IssuedOn, assigned, "before_programme", field + ".assigned_on");
        }
    }

    private void Check(UnitPlan plan, Instant at, string field)
    {
        Programme? programme = problems.Known(programmes, plan.ProgrammeId, at, "unknown_programme", field + ".programme");
        problems.CheckUnit(plan.UnitId, field + ".unit");
        problems.CheckOnce(plan.Items.Select(i => i.Id), "duplicate_id", field + ".items");
        if (programme is not null)
        {
            problems.CheckOrder(programme.IssuedOn, plan.IssuedOn, "before_programme", field + ".issued_on");
        }

        foreach ((int i, PlanItem item) in plan.Items.Index())
        {
            string place = field + "." + ProgrammeProblems.At("items", i);
            if (item.TaskId is string id
                && problems.Known(tasks, id, at, "unknown_task", place + ".task") is ProgrammeTask task
                && !string.Equals(task.ProgrammeId, plan.ProgrammeId, StringComparison.Ordinal))
            {
                problems.Add("another_programme", place + ".task", "nhiệm vụ thuộc chương trình khác", "the task is of another programme");
            }

            if (item.ResponsibleId is string responsible)
            {
                problems.CheckHolder(responsible, place + ".responsible");
            }
        }
    }
}
