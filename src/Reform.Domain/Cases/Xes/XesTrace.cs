using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A trace of an event log: one case as its system wrote it (vết). Logs in other formats come in this shape too.</summary>
/// <param name="Line">The one-based line on which it begins.</param>
/// <param name="Attributes">Its own attributes, in file order.</param>
/// <param name="Events">Its events, in file order.</param>
public sealed record XesTrace(int Line, ValueList<XesAttribute> Attributes, ValueList<XesEvent> Events);

/// <summary>An event of an event log (sự kiện).</summary>
/// <param name="Line">The one-based line on which it begins.</param>
/// <param name="Attributes">Its attributes, in file order.</param>
public sealed record XesEvent(int Line, ValueList<XesAttribute> Attributes);

/// <summary>An attribute of a trace, of an event or of another attribute; a value, for a log has millions of them.</summary>
/// <param name="Key">The key; for example "time:timestamp".</param>
/// <param name="Value">The value as written, in Unicode normalization form C; empty for a list.</param>
/// <param name="Line">The one-based line on which it stands.</param>
public readonly record struct XesAttribute(string Key, string Value, int Line)
{
    // Of millions of attributes hardly one has anything within it: those that have none bear no place for it.
    private readonly Within? within;

    /// <summary>What the log calls the value; it need not be one.</summary>
    public XesType Type { get; init; } = XesType.Text;

    /// <summary>The attributes of this attribute, in file order.</summary>
    public ValueList<XesAttribute> Nested
    {
        get => within?.Nested ?? [];
        init => within = Within.Of(value, Items);
    }

    /// <summary>The items of a list, in file order; keys may come again. Empty for every other type.</summary>
    public ValueList<XesAttribute> Items
    {
        get => within?.Items ?? [];
        init => within = Within.Of(Nested, value);
    }

    private sealed record Within(ValueList<XesAttribute> Nested, ValueList<XesAttribute> Items)
    {
        public static Within? Of(ValueList<XesAttribute> nested, ValueList<XesAttribute> items) =>
            nested.Count + items.Count == 0 ? null : new Within(nested, items);
    }
}

/// <summary>The type of an attribute, as XES has them.</summary>
public enum XesType
{
    /// <summary>A text ("string").</summary>
    Text = 0,

    /// <summary>A point in time ("date").</summary>
    Date = 1,

    /// <summary>A whole number ("int").</summary>
    WholeNumber = 2,

    /// <summary>A number ("float").</summary>
    Real = 3,

    /// <summary>"true" or "false" ("boolean").</summary>
    Truth = 4,

    /// <summary>A UUID ("id").</summary>
    Id = 5,

    /// <summary>An ordered list ("list").</summary>
    List = 6,

    /// <summary>A set of attributes ("container"), which some tools write; the standard does not have it.</summary>
    Container = 7,
}
