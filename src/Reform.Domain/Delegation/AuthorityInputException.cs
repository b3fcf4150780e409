using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>One thing that is wrong with facts or a question given to an authority register (lỗi dữ liệu đầu vào).</summary>
/// <param name="Code">The stable snake_case code; programs branch on it. For example "unknown_power".</param>
/// <param name="Field">The field, as a path from the argument; for example "grants[3].parent".</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record AuthorityProblem(string Code, string Field, BilingualText Message);

/// <summary>Facts or a question that no register can be built from, or asked: nothing of them was taken in.</summary>
/// <remarks>
/// Carries every problem that was found. The codes: unknown_power, unknown_unit, unknown_actor, unknown_grant, unknown_parent,
/// unknown_record, duplicate_id, parent_cycle, outside_grantor_scope, event_before_grant, revocation_before_grant, date_outside_register,
/// dates_out_of_order, corrected_twice, corrected_before_recorded, corrects_another_fact, empty_record.
/// </remarks>
public sealed class AuthorityInputException : ArgumentException
{
    /// <summary>Creates the error from one problem or more.</summary>
    /// <param name="problems">The problems, in the order of the facts; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public AuthorityInputException(IEnumerable<AuthorityProblem> problems)
        : this(problems.ToValueList())
    {
    }

    private AuthorityInputException(ValueList<AuthorityProblem> problems)
        : base(string.Join("\n", problems.Select(p => p.Field + ": " + p.Message.English)), problems.Count == 0 ? null : problems[0].Field)
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("An invalid input has at least one problem.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>Every problem; never empty.</summary>
    public ValueList<AuthorityProblem> Problems { get; }

    internal static AuthorityInputException Of(string code, string field, string vietnamese, string english) =>
        new([new AuthorityProblem(code, field, new BilingualText(vietnamese, english))]);
}
