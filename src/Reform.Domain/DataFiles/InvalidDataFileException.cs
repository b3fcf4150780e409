using Reform.Domain.Values;

namespace Reform.Domain.DataFiles;

/// <summary>A data file or an event log cannot be used. Carries every problem that was found, each with its place.</summary>
public sealed class InvalidDataFileException : Exception
{
    /// <summary>Creates the error from one problem or more.</summary>
    /// <param name="problems">The problems in the order of the file; at least one.</param>
    /// <exception cref="ArgumentException"><paramref name="problems"/> is empty.</exception>
    public InvalidDataFileException(IEnumerable<DataProblem> problems)
        : this(problems.ToValueList())
    {
    }

    private InvalidDataFileException(ValueList<DataProblem> problems)
        : base(string.Join("\n", problems.Select(p => p.In(Language.English))))
    {
        if (problems.Count == 0)
        {
            throw new ArgumentException("An invalid file has at least one problem.", nameof(problems));
        }

        Problems = problems;
    }

    /// <summary>Every problem, in the order of the file; never empty.</summary>
    public ValueList<DataProblem> Problems { get; }
}
