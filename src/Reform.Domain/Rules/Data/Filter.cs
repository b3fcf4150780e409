using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>
/// A condition over flat facts, written as text (biểu thức lọc): a subset of the filter language AIP-160. It can name the stored facts of the
/// object and nothing else.
/// </summary>
/// <remarks>
/// <c>comparison</c> is <c>fact sign value</c> with = != &lt; &lt;= &gt; &gt;=, where the value is a whole number, true, false, a date
/// (2025-07-01), a text in quotation marks, the name of a member of an enumeration in snake_case, or another fact; or <c>fact:*</c>: the fact
/// is known. Comparisons are joined by AND, OR (which binds more tightly, as AIP-160 has it) and NOT or -, with parentheses. A comparison
/// with a fact that is not known does not hold, but for !=, which does as in the programming language. At most 4,096 characters, 100 comparisons,
/// 20 levels.
/// </remarks>
/// <typeparam name="T">The type of the objects: flat facts.</typeparam>
public sealed class Filter<T>
{
    private Filter(string text, ValueList<FilterPart<T>> parts) => (Text, Parts) = (text, parts);

    /// <summary>The filter as it was given.</summary>
    public string Text { get; }

    /// <summary>The condition; it has captured values, no constants, and translates to SQL.</summary>
    public Specification<T> Specification => Parts.Select(p => p.Condition).Aggregate((a, b) => a & b);

    /// <summary>What is joined by AND at the top, one after another.</summary>
    internal ValueList<FilterPart<T>> Parts { get; }

    /// <summary>Reads a filter.</summary>
    /// <param name="text">The filter; not blank.</param>
    /// <returns>The filter.</returns>
    /// <exception cref="FilterException">It is refused: not of the language, names no fact, compares what cannot be compared, or is too large.</exception>
    public static Filter<T> Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return new Filter<T>(text, new FilterParser<T>(text).Parse());
    }
}

/// <summary>A part of a filter: its condition, and the facts that may be unknown and that it compares.</summary>
internal sealed record FilterPart<T>(string Text, Specification<T> Condition, ValueList<string> Nullable);
