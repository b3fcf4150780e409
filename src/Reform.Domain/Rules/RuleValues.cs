using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>The thresholds with which a rule judges: one number for each of its parameters.</summary>
public sealed record RuleValues
{
    private readonly ValueList<(string Name, int Value)> values;

    internal RuleValues(IEnumerable<(string Name, int Value)> values) =>
        this.values = values.OrderBy(v => v.Name, StringComparer.Ordinal).ToValueList();

    /// <summary>No thresholds.</summary>
    public static RuleValues None { get; } = new([]);

    /// <summary>The names with their values, in the order of the names.</summary>
    public IEnumerable<(string Name, int Value)> All => values;

    /// <summary>The value of a threshold.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentException">There is none of that name.</exception>
    public int this[string name] => TryGet(name, out int value) ? value : throw new ArgumentException("There is no threshold '" + name + "'.", nameof(name));

    /// <summary>Whether there is a threshold of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>True when there is.</returns>
    public bool TryGet(string name, out int value)
    {
        foreach ((string known, int its) in values.AsSpan())
        {
            if (string.Equals(known, name, StringComparison.Ordinal))
            {
                value = its;
                return true;
            }
        }

        value = 0;
        return false;
    }

    /// <summary>The thresholds with one changed or added.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="value">Its value.</param>
    /// <returns>New values.</returns>
    public RuleValues With(string name, int value) => new(values.Where(v => v.Name != name).Append((name, value)));
}
