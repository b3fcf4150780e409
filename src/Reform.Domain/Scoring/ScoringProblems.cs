using System.Globalization;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Collects what is wrong.</summary>
internal sealed class ScoringProblems
{
    private readonly List<ScoringProblem> problems = [];

    public int Count => problems.Count;

    public static string At(string list, int index) => list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    public void Add(string code, string field, string vietnamese, string english) => Add(code, field, new BilingualText(vietnamese, english));

    public void Add(string code, string field, BilingualText message) => problems.Add(new ScoringProblem(code, field, message));

    public void ThrowIfAny()
    {
        if (problems.Count > 0)
        {
            throw new ScoringInputException(problems);
        }
    }
}
