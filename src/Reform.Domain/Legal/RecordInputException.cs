using Reform.Domain.Values;

namespace Reform.Domain.Legal;

/// <summary>One thing that is wrong with records, criteria, measures, or a question about them (lỗi dữ liệu đầu vào).</summary>
/// <param name="Code">The stable snake_case code; programs branch on it. For example "duplicate_id".</param>
/// <param name="Field">The field, as a path from the argument; for example "plans[3].selections[0].unit".</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record RecordProblem(string Code, string Field, BilingualText Message);

/// <summary>What cannot be taken – records, a criteria set, measures, a step of an appraisal – or a question that cannot be asked: nothing of it was taken in.</summary>
/// <remarks>
/// Carries every problem that was found. The codes of every register: duplicate_id, duplicate_record, unknown_record, corrected_twice,
/// corrected_before_recorded, corrects_another_fact, empty_record, blank. Each register names its own beside them; whatever is not known
/// begins with "unknown_", a date of which the units are not known is date_outside_register.
/// </remarks>
public sealed class RecordInputException : ArgumentException
{
    /// <summary>Creates the error from one problem or more.</summary>
    /// <param name="problems">The problems, in the order of the facts; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public RecordInputException(IEnumerable<RecordProblem> problems)
        : this(problems.ToValueList())
    {
    }

    private RecordInputException(ValueList<RecordProblem> problems)
        : base(string.Join("\n", problems.Select(p => p.Field + ": " + p.Message.English)), problems.Count == 0 ? null : problems[0].Field)
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("An invalid input has at least one problem.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>Every problem; never empty.</summary>
    public ValueList<RecordProblem> Problems { get; }

    internal static RecordInputException Of(string code, string field, string vietnamese, string english) =>
        new([new RecordProblem(code, field, new BilingualText(vietnamese, english))]);
}
