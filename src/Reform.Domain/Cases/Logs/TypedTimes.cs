using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Gives the times of a table, where all is text, the type of a time: for export to tools that look for it.</summary>
public static class TypedTimes
{
    /// <summary>The traces with the attributes that the mapping takes for times as dates, where they can be read and have an offset or a zone for it.</summary>
    /// <param name="traces">The traces, walked once.</param>
    /// <param name="mapping">Which attributes are times, and how they are written.</param>
    /// <returns>The traces, lazily; what cannot be read stays as it is.</returns>
    public static IEnumerable<XesTrace> Of(IEnumerable<XesTrace> traces, LogMapping mapping)
    {
        ArgumentNullException.ThrowIfNull(traces);
        ArgumentNullException.ThrowIfNull(mapping);
        CaseAttributes names = mapping.Case;
        string?[] known = [names.Receipt, names.Deadline, names.PlannedEnd, names.End, mapping.Event.Time, mapping.Event.Due];
        Dictionary<string, TimePattern[]> patterns = known.OfType<string>().Distinct(StringComparer.Ordinal).ToDictionary(
            n => n,
            n => mapping.TimePatterns.Where(p => string.Equals(p.Attribute, n, StringComparison.Ordinal)).SelectMany(p => p.Patterns).Select(TimePattern.Of).ToArray(),
            StringComparer.Ordinal);
        var times = new TimeText(mapping.Zone, mapping.NaiveZone);
        return traces.Select(t => t with
        {
            Attributes = Typed(t.Attributes),
            Events = t.Events.Select(e => e with { Attributes = Typed(e.Attributes) }).ToValueList(),
        });

        ValueList<XesAttribute> Typed(ValueList<XesAttribute> attributes) => attributes.Select(a =>
            a.Type == XesType.Text && patterns.TryGetValue(a.Key, out TimePattern[]? own) && times.Read(a.Value, own).Time is { Instant: not null } time
                ? LoggedCaseExport.Time(a.Key, time, a.Line, mapping.Zone)
                : a).ToValueList();
    }
}
