using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Counts what is odd in a log that can still be judged (chất lượng dữ liệu). One for each reading; not for use by many threads.</summary>
public sealed class DataQuality
{
    private const int MaxLines = 10;
    private const int MaxKinds = 1000;
    private const int MaxFieldLength = 200;
    private readonly Dictionary<(string Code, string Field), Entry> entries = [];

    /// <summary>The findings so far, by code and field.</summary>
    public ValueList<DataQualityFinding> Findings => entries
        .OrderBy(e => e.Key.Code, StringComparer.Ordinal).ThenBy(e => e.Key.Field, StringComparer.Ordinal)
        .Select(e => new DataQualityFinding(e.Key.Code, e.Key.Field, e.Value.Message, e.Value.Count, e.Value.Lines.ToValueList()))
        .ToValueList();

    /// <summary>Counts one more oddity; for readers of logs.</summary>
    /// <param name="code">The snake_case code, stable for programs.</param>
    /// <param name="field">The attribute or element concerned; may be empty.</param>
    /// <param name="line">The one-based line of the log.</param>
    /// <param name="message">What is odd, and what was done about it.</param>
    public void Report(string code, string field, int line, BilingualText message)
    {
        // Fields come from the log: long ones are cut, and past a bound findings of one code are counted together, without their field.
        if (field.Length > MaxFieldLength)
        {
            field = field[..(char.IsHighSurrogate(field[MaxFieldLength - 1]) ? MaxFieldLength - 1 : MaxFieldLength)] + "…";
        }

        if (entries.Count >= MaxKinds && !entries.ContainsKey((code, field)))
        {
            field = "";
        }

        if (!entries.TryGetValue((code, field), out Entry? entry))
        {
            entries.Add((code, field), entry = new Entry(message));
        }

        entry.Count++;
        if (entry.Lines.Count < MaxLines)
        {
            entry.Lines.Add(line);
        }
    }

    private sealed class Entry(BilingualText message)
    {
        public BilingualText Message { get; } = message;

        public long Count { get; set; }

        public List<int> Lines { get; } = [];
    }
}

/// <summary>One kind of oddity of a log, counted.</summary>
/// <param name="Code">The snake_case code, stable for programs.</param>
/// <param name="Field">The attribute or element concerned; may be empty.</param>
/// <param name="Message">What is odd, and what was done about it.</param>
/// <param name="Count">How often it was met.</param>
/// <param name="Lines">The lines of the first ten.</param>
public sealed record DataQualityFinding(string Code, string Field, BilingualText Message, long Count, ValueList<int> Lines);
