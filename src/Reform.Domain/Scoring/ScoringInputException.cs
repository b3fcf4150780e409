using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>One thing that is wrong with a criteria set, a measure, a score or a request (lỗi dữ liệu chấm điểm).</summary>
/// <param name="Code">The stable snake_case code; programs branch on it. For example "maxima_do_not_sum".</param>
/// <param name="Field">The field, as a path from the argument; for example "criteria[0].children[2].max".</param>
/// <param name="Message">What is wrong, in both languages.</param>
public sealed record ScoringProblem(string Code, string Field, BilingualText Message);

/// <summary>A criteria set, measures, a score or a step of the appraisal that cannot be taken: nothing of it was taken in. Carries every problem.</summary>
public sealed class ScoringInputException : ArgumentException
{
    /// <summary>Creates the error from one problem or more.</summary>
    /// <param name="problems">The problems, in the order of the data; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public ScoringInputException(IEnumerable<ScoringProblem> problems)
        : this(problems.ToValueList())
    {
    }

    private ScoringInputException(ValueList<ScoringProblem> problems)
        : base(string.Join("\n", problems.Select(p => p.Field + ": " + p.Message.English)), problems.Count == 0 ? null : problems[0].Field)
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("An invalid input has at least one problem.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>Every problem; never empty.</summary>
    public ValueList<ScoringProblem> Problems { get; }

    internal static ScoringInputException Because(string code, string field, string vietnamese, string english) =>
        new([new ScoringProblem(code, field, new BilingualText(vietnamese, english))]);
}
