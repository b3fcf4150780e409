using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// What stands in a log before its traces (phần đầu nhật ký): given to a reader, it is filled before the first trace is there; given to
/// <see cref="XesWriter"/>, it is written. One for each log; not for use by many threads.
/// </summary>
public sealed class XesHead
{
    /// <summary>The extensions that the log declares, in order (phần mở rộng).</summary>
    public ValueList<XesExtension> Extensions { get; set; } = [];

    /// <summary>What the log promises of every trace or event, in order (thuộc tính chung).</summary>
    public ValueList<XesGlobal> Globals { get; set; } = [];

    /// <summary>The classifiers, in order (bộ phân loại).</summary>
    public ValueList<XesClassifier> Classifiers { get; set; } = [];

    /// <summary>The attributes of the log, in order (thuộc tính của nhật ký).</summary>
    public ValueList<XesAttribute> Attributes { get; set; } = [];
}

/// <summary>An extension that a log declares; what it does not state is null.</summary>
/// <param name="Name">Its name; for example "Concept".</param>
/// <param name="Prefix">What its keys begin with; for example "concept".</param>
/// <param name="Uri">Where it is defined; never fetched.</param>
public sealed record XesExtension(string? Name, string? Prefix, string? Uri);

/// <summary>Attributes that a log promises, with the values that stand there; they are no defaults.</summary>
/// <param name="Scope">"trace" or "event" as written; null: not stated.</param>
/// <param name="Attributes">The attributes, in order.</param>
public sealed record XesGlobal(string? Scope, ValueList<XesAttribute> Attributes);

/// <summary>Which keys tell events, or traces, apart; what it does not state is null.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Keys">The keys as written; those with spaces stand in single quotes.</param>
/// <param name="Scope">"trace" or "event" as written; null: not stated.</param>
public sealed record XesClassifier(string? Name, string? Keys, string? Scope = null);
