using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>One thing that is wrong with facts or a question given to a register of procedures (lỗi dữ liệu đầu vào).</summary>
/// <param name="Code">The stable snake_case code; programs branch on it. For example "unknown_procedure".</param>
/// <param name="Field">The field, as a path from the argument; for example "questions[3].readings[0].limit".</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record ProcedureProblem(string Code, string Field, BilingualText Message);

/// <summary>Facts or a question that no register of interpretations, publications or reviews can take: nothing of them was taken in.</summary>
/// <remarks>
/// Carries every problem that was found. The codes: duplicate_id, duplicate_record, unknown_record, corrected_twice, corrected_before_recorded,
/// corrects_another_fact, empty_record, blank, unknown_procedure, unknown_version, unknown_limit, unknown_question, another_subject,
/// answered_before_asked, too_few_readings, effect_without_limit, two_effects, policy_twice, unknown_round, outside_round,
/// before_round, verdict_twice, merges_into_nothing, merges_into_itself, merges_in_a_circle, merges_into_abolished, target_without_merger.
/// </remarks>
public sealed class ProcedureInputException : ArgumentException
{
    /// <summary>Creates the error from one problem or more.</summary>
    /// <param name="problems">The problems, in the order of the facts; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public ProcedureInputException(IEnumerable<ProcedureProblem> problems)
        : this(problems.ToValueList())
    {
    }

    private ProcedureInputException(ValueList<ProcedureProblem> problems)
        : base(string.Join("\n", problems.Select(p => p.Field + ": " + p.Message.English)), problems.Count == 0 ? null : problems[0].Field)
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("An invalid input has at least one problem.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>Every problem; never empty.</summary>
    public ValueList<ProcedureProblem> Problems { get; }
}
