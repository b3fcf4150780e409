namespace Reform.Interop.Ardalis;

/// <summary>An Ardalis specification does more than select by conditions, so that no predicate can stand for it.</summary>
public sealed class NotAPredicateException : ArgumentException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="parts">What it does besides, by the words of its builder: Search, OrderBy, Skip, Take and so on.</param>
    /// <param name="parameterName">The argument.</param>
    public NotAPredicateException(IReadOnlyList<string> parts, string parameterName)
        : base("The specification does more than select by conditions: " + string.Join(", ", parts) + ".", parameterName) => Parts = parts;

    /// <summary>What it does besides, by the words of its builder.</summary>
    public IReadOnlyList<string> Parts { get; }
}
