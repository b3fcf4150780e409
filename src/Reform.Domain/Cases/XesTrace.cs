using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A trace of an XES log: one case as its system wrote it (vết).</summary>
/// <param name="Line">The one-based line on which it begins.</param>
/// <param name="Attributes">Its own attributes, in file order; nested ones are left out.</param>
/// <param name="Events">Its events, in file order.</param>
public sealed record XesTrace(int Line, ValueList<XesAttribute> Attributes, ValueList<XesEvent> Events);

/// <summary>An event of an XES log (sự kiện).</summary>
/// <param name="Line">The one-based line on which it begins.</param>
/// <param name="Attributes">Its attributes, in file order; nested ones are left out.</param>
public sealed record XesEvent(int Line, ValueList<XesAttribute> Attributes);

/// <summary>An attribute of a trace or an event.</summary>
/// <param name="Key">The key; for example "time:timestamp".</param>
/// <param name="Value">The value as written, in Unicode normalization form C.</param>
/// <param name="Line">The one-based line on which it stands.</param>
public sealed record XesAttribute(string Key, string Value, int Line);
