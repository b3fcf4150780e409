using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A first step with its day (việc cần làm đầu tiên, có hạn).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Text">What to do.</param>
/// <param name="DueOn">By when.</param>
public sealed record ChecklistItem(string Id, BilingualText Text, LocalDate DueOn);

/// <summary>A complete beginning for a unit that does not know where to begin (bộ khởi đầu cho đơn vị).</summary>
/// <param name="Plan">A draft of its plan: every task in which it leads or coordinates, and the activities of the templates; each with output, due date and who is responsible.</param>
/// <param name="Checklist">The first steps, by their days.</param>
/// <param name="ProcedureCodes">The procedures to begin with; empty: the templates name none for such a body.</param>
/// <param name="WhyTheseProcedures">Why to begin with them; null: none are named.</param>
public sealed record StarterKit(
    UnitPlan Plan, ValueList<ChecklistItem> Checklist, ValueList<string> ProcedureCodes, BilingualText? WhyTheseProcedures)
{
    private static readonly BilingualText Result = new("báo cáo kết quả", "a report of the result");

    /// <summary>Drafts the beginning of a unit.</summary>
    /// <remarks>
    /// A task without an output gets a report of the result, one without a due date, or due before the start, the last day of the programme. No
    /// day lies after the last day of the programme.
    /// </remarks>
    /// <param name="register">The programmes.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="unitId">The unit.</param>
    /// <param name="on">The day of the start, which the draft bears as its day of issue.</param>
    /// <param name="calendar">The work calendar of the unit.</param>
    /// <param name="templates">The templates; null: <see cref="StarterTemplates.Standard"/>.</param>
    /// <returns>The draft; the unit issues it, or changes it first.</returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme) or unit (unknown_unit), the unit does not exist on that day (unit_not_there), or the programme
    /// does not run on it (programme_not_running).
    /// </exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover a day.</exception>
    public static StarterKit For(
        ProgrammeRegister register, string programmeId, string unitId, LocalDate on, WorkCalendar calendar, StarterTemplates? templates = null)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(unitId);
        ArgumentNullException.ThrowIfNull(calendar);
        TaskMatrix matrix = register.MatrixOn(programmeId, on);
        OrganizationUnit unit = register.Organization.FindUnit(unitId)
            ?? throw RecordInputException.Of("unknown_unit", "unit", "sổ đơn vị không có '" + unitId + "'", "the register has no unit '" + unitId + "'");
        if (!unit.Validity.Contains(on))
        {
            throw RecordInputException.Of("unit_not_there", "unit", "đơn vị không tồn tại vào ngày này", "the unit does not exist on this date");
        }

        if (matrix.State != ProgrammeState.Running)
        {
            throw RecordInputException.Of(
                "programme_not_running", "on", "chương trình không thực hiện vào ngày này", "the programme does not run on this date");
        }

        StarterTemplates all = templates ?? StarterTemplates.Standard;
        LocalDate last = matrix.Programme.LastDay;
        LocalDate Within(int days) => LocalDate.Min(calendar.WorkingDayAfter(on, days), last);
        string responsible = register.HeadPostOf(unitId, on) ?? unitId;
        StarterProcedures? first = all.Catalogue.FirstOrDefault(c => c.Kinds.Contains(unit.Kind)) ?? all.Catalogue.FirstOrDefault(c => c.Kinds.Count == 0);
        ValueList<PlanItem> items =
        [
            .. matrix.Tasks.Where(t => t.IsOpen && RoleOf(t, unitId) is ParticipantRole.Lead or ParticipantRole.Coordinate).Select(t =>
                new PlanItem("task/" + t.Task.Id, t.Task.Title)
                {
                    TaskId = t.Task.Id,
                    Output = t.Task.Output ?? Result,
                    DueOn = t.DueOn >= on ? t.DueOn : last,
                    ResponsibleId = responsible,
                }),
            .. all.Activities.Select(a => new PlanItem("activity/" + a.Id, a.Activity)
            {
                Output = a.Output,
                DueOn = Within(a.WithinWorkingDays),
                ResponsibleId = responsible,
            }),
        ];
        return new StarterKit(
            new UnitPlan(programmeId + "/" + unitId + "/" + LocalDatePattern.Iso.Format(on), programmeId, unitId, on, items),
            all.Checklist.Select(s => new ChecklistItem(s.Id, s.Text, Within(s.WithinWorkingDays))).ToValueList(),
            first?.ProcedureCodes ?? [],
            first?.Why);
    }

    private static ParticipantRole? RoleOf(ProgrammeTaskStatus status, string unitId) =>
        string.Equals(status.Lead.UnitId, unitId, StringComparison.Ordinal) ? ParticipantRole.Lead : status.Task.RoleOf(unitId);
}
