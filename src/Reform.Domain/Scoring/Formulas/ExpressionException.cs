using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A text is no expression or condition (biểu thức sai): what is wrong, and where.</summary>
public sealed class ExpressionException : FormatException
{
    internal ExpressionException(int position, string vietnamese, string english)
        : base(english) => (Position, Problem) = (position, new BilingualText(vietnamese, english));

    /// <summary>The one-based character at which it goes wrong.</summary>
    public int Position { get; }

    /// <summary>What is wrong, with the place, in both languages.</summary>
    public BilingualText Problem { get; }
}
