using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A task that could not be urged, or not fully (nhiệm vụ chưa đôn đốc được).</summary>
/// <param name="TaskId">The task.</param>
/// <param name="Reason">Why.</param>
public sealed record UnurgedTask(string TaskId, Reason Reason);

/// <summary>What urging a programme on a day comes to (một lượt đôn đốc).</summary>
/// <param name="ProgrammeId">The programme.</param>
/// <param name="On">The day.</param>
/// <param name="Refusal">Why the unit may not urge; null: it may.</param>
/// <param name="Sent">The notices that are new, in the order of the tasks, those of one task from the lead upwards.</param>
/// <param name="Unurged">The open tasks that nobody could be urged about as the policy says.</param>
/// <param name="Outbox">The outbox with them.</param>
public sealed record UrgingRun(
    string ProgrammeId, LocalDate On, Reason? Refusal, ValueList<UrgingNotice> Sent, ValueList<UnurgedTask> Unurged, UrgingOutbox Outbox)
{
    private static readonly ReasonKind NotCoordinator = new(
        "urging_not_coordinator",
        "'{unit}' không phải đơn vị theo dõi, đôn đốc chương trình '{programme}' vào ngày {on}",
        "'{unit}' does not coordinate the programme '{programme}' on {on}, and may not urge");

    private static readonly ReasonKind NotBegun = new(
        "urging_not_begun", "Chương trình '{programme}' chưa thực hiện vào ngày {on}", "The programme '{programme}' does not run yet on {on}");

    /// <summary>Urges the open tasks of a programme on a day (đôn đốc).</summary>
    /// <remarks>
    /// Of the stages whose day has come and that are not settled, each recipient of a task gets one notice, that of the latest stage; it names the
    /// earlier ones, which are settled with it. So a second run sends nothing, and a run after missed days sends one notice for each task and
    /// recipient, however many days were missed. A stage whose day lies before the task was assigned, or before its due date was set, is not sent.
    /// Open tasks are urged after the programme too.
    /// </remarks>
    /// <param name="register">The programmes, as a rule all that is recorded.</param>
    /// <param name="programmeId">The programme.</param>
    /// <param name="senderId">The unit that urges: only the coordinator of that day may.</param>
    /// <param name="on">The day.</param>
    /// <param name="policy">When and whom to urge.</param>
    /// <param name="outbox">What was sent before.</param>
    /// <param name="calendar">The work calendar of the coordinator.</param>
    /// <returns>The run; when the unit may not urge, that is an answer, and nothing is sent.</returns>
    /// <exception cref="RecordInputException">
    /// There is no such programme (unknown_programme), or the register of units does not cover the day (date_outside_register).
    /// </exception>
    public static UrgingRun Of(
        ProgrammeRegister register, string programmeId, string senderId, LocalDate on, UrgingPolicy policy, UrgingOutbox outbox, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(register);
        ArgumentNullException.ThrowIfNull(senderId);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(outbox);
        ArgumentNullException.ThrowIfNull(calendar);
        TaskMatrix matrix = register.MatrixOn(programmeId, on);
        if (matrix.State == ProgrammeState.NotBegun)
        {
            return Refused(NotBegun.Because(null, ("programme", programmeId), ("on", on)));
        }

        if (!string.Equals(register.HolderOf(programmeId, ProgrammeRoleKind.Coordinator, on), senderId, StringComparison.Ordinal))
        {
            return Refused(NotCoordinator.Because(null, ("unit", senderId), ("programme", programmeId), ("on", on)));
        }

        var run = new UrgingDay(register, matrix, senderId, policy, outbox, calendar);
        run.Urge();
        return new UrgingRun(programmeId, on, null, run.Sent.ToValueList(), run.Unurged.ToValueList(), outbox.With(run.Sent));

        UrgingRun Refused(Reason why) => new(programmeId, on, why, [], [], outbox);
    }
}
