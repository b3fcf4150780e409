using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <content>Questions, guidance and consultations.</content>
public sealed partial class ProgrammeRegister
{
    /// <summary>How the questions of a programme stand on a date.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date; what was asked or answered after it plays no part.</param>
    /// <param name="calendar">The work calendar over which answers are due.</param>
    /// <returns>The questions, in the order in which they were recorded.</returns>
    /// <exception cref="RecordInputException">There is no such programme (unknown_programme).</exception>
    public ValueList<GuidanceQuestionStatus> QuestionsOn(string programmeId, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        Get(programmeId);
        return Questions.Where(q => string.Equals(q.ProgrammeId, programmeId, StringComparison.Ordinal) && q.AskedOn <= on).Select(q =>
        {
            Guidance? answer = answersTo[q.Id].FirstOrDefault(g => g.IssuedOn <= on);
            LocalDate? due = Duties.DueOf(q.AnswerWithin, q.AskedOn, calendar);
            string? by = q.AnsweredBy ?? (Organization.Covers(q.AskedOn) ? HolderOf(programmeId, ProgrammeRoleKind.Coordinator, q.AskedOn) : null);
            return new GuidanceQuestionStatus(q, Duties.StateOf(due, answer?.IssuedOn, on), by, due, answer);
        }).ToValueList();
    }

    /// <summary>The guidance on a task by a date, that of its own accord and answers to questions about the task.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="on">The date.</param>
    /// <returns>The guidance, the oldest first.</returns>
    /// <exception cref="RecordInputException">There is no such task (unknown_task).</exception>
    public ValueList<Guidance> GuidanceOn(string taskId, LocalDate on)
    {
        string id = GetTask(taskId).Id;
        var asked = new HashSet<string>(Questions.Where(q => q.TaskIds.Contains(id)).Select(q => q.Id), StringComparer.Ordinal);
        return Guidance.Where(g => g.IssuedOn <= on && (g.TaskIds.Contains(id) || (g.QuestionId is string question && asked.Contains(question))))
            .OrderBy(g => g.IssuedOn).ToValueList();
    }

    /// <summary>How the consultations of a programme stand on a date.</summary>
    /// <param name="programmeId">The programme.</param>
    /// <param name="on">The date; what was asked or answered after it plays no part.</param>
    /// <param name="calendar">The work calendar over which opinions are due.</param>
    /// <returns>The consultations, task by task.</returns>
    /// <exception cref="RecordInputException">There is no such programme (unknown_programme).</exception>
    public ValueList<ConsultationStatus> ConsultationsOn(string programmeId, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return tasksOf[Get(programmeId).Id].SelectMany(t => ConsultationsOf(t.Id, on, calendar)).ToValueList();
    }

    /// <summary>Whose days the lateness of a task is made of: those of late opinions belong to whoever was asked, the rest to the lead.</summary>
    /// <param name="taskId">The task.</param>
    /// <param name="on">The date.</param>
    /// <param name="calendar">The work calendar.</param>
    /// <returns>The days; null when the task was not assigned by then.</returns>
    /// <exception cref="RecordInputException">There is no such task (unknown_task).</exception>
    public LatenessAttribution? LatenessOf(string taskId, LocalDate on, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        return StatusOf(taskId, on) is ProgrammeTaskStatus status
            ? ConsultationReader.Attribute(status, ConsultationsOf(taskId, status.ComparedOn, calendar), calendar)
            : null;
    }

    private IEnumerable<ConsultationStatus> ConsultationsOf(string taskId, LocalDate on, WorkCalendar calendar) =>
        consultationsOf[taskId].Where(c => c.AskedOn <= on).Select(c => ConsultationReader.Read(
            c, repliesTo[c.Id].FirstOrDefault(r => r.On <= on), on, calendar));
}
