using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>One thing that is wrong with facts or a question given to a register of programmes (lỗi dữ liệu đầu vào).</summary>
/// <param name="Code">The stable snake_case code; programs branch on it. For example "two_leads".</param>
/// <param name="Field">The field, as a path from the argument; for example "tasks[3].participants[1].role".</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record ProgrammeProblem(string Code, string Field, BilingualText Message);

/// <summary>Facts or a question that no register of programmes can take: nothing of them was taken in.</summary>
/// <remarks>
/// Carries every problem that was found. The codes: duplicate_id, duplicate_record, unknown_record, corrected_twice, corrected_before_recorded,
/// corrects_another_fact, empty_record, blank, unknown_programme, unknown_unit, unknown_position, unknown_task, unknown_goal, unknown_group,
/// unknown_duty, unknown_question, unknown_consultation, unknown_closing, unknown_milestone, unknown_period, ends_before_it_begins, duty_too_long, two_leads, participant_twice,
/// role_twice, not_a_position, before_programme, before_assignment, before_question, before_consultation, not_completed, not_the_assigner,
/// percent_out_of_range, asks_itself, not_coordinator, another_programme, stage_out_of_range, escalates_early, no_stage, cursor_out_of_range,
/// unit_not_there, programme_not_running, date_outside_register.
/// </remarks>
public sealed class ProgrammeInputException : ArgumentException
{
    /// <summary>Creates the error from one problem or more.</summary>
    /// <param name="problems">The problems, in the order of the facts; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public ProgrammeInputException(IEnumerable<ProgrammeProblem> problems)
        : this(problems.ToValueList())
    {
    }

    private ProgrammeInputException(ValueList<ProgrammeProblem> problems)
        : base(string.Join("\n", problems.Select(p => p.Field + ": " + p.Message.English)), problems.Count == 0 ? null : problems[0].Field)
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("An invalid input has at least one problem.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>Every problem; never empty.</summary>
    public ValueList<ProgrammeProblem> Problems { get; }

    internal static ProgrammeInputException Of(string code, string field, string vietnamese, string english) =>
        new([new ProgrammeProblem(code, field, new BilingualText(vietnamese, english))]);
}
