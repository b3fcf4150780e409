using Reform.Domain.Values;

namespace Reform.Domain.Specifications;

/// <summary>How a condition came out for one candidate, part by part (vết của điều kiện).</summary>
/// <param name="Kind">How its parts make it up.</param>
/// <param name="Holds">Whether it holds; null: it was not asked, because what stands before it had decided.</param>
/// <param name="Text">The condition as text, captured values included; for example "(EndedOn ≤ DueOn)".</param>
/// <param name="Values">What it read of the candidate, each path once; empty for what has parts, or was not asked.</param>
/// <param name="Parts">Its parts, in their order; empty for a test.</param>
public sealed record ConditionTrace(
    TraceKind Kind, bool? Holds, string Text, ValueList<TracedValue> Values, ValueList<ConditionTrace> Parts)
{
    /// <summary>The tests that decided it: those of a broken "and" that do not hold, those of a kept "or" that do, and so on downwards.</summary>
    /// <returns>The tests, in their order; empty where it was not asked.</returns>
    public IEnumerable<ConditionTrace> Deciding() => Holds is null ? []
        : Parts.Count == 0 ? [this]
        : Kind == TraceKind.Not ? Parts[0].Deciding()
        : Parts.Where(p => p.Holds == Holds).SelectMany(p => p.Deciding());
}

/// <summary>A value that a condition read.</summary>
/// <param name="Path">The path of members from the candidate; for example "DueOn", "File.Deadline".</param>
/// <param name="Value">The value; null also where a member on the way is null.</param>
public sealed record TracedValue(string Path, object? Value)
{
    /// <summary>The value as text, without the machine's culture; "null" where there is none.</summary>
    public string Text => ConditionText.OfValue(Value);
}

/// <summary>How the parts of a condition make it up.</summary>
public enum TraceKind
{
    /// <summary>A test without parts.</summary>
    Test = 0,

    /// <summary>All parts have to hold (và).</summary>
    All = 1,

    /// <summary>One part has to hold (hoặc).</summary>
    Any = 2,

    /// <summary>Its one part must not hold (không).</summary>
    Not = 3,
}
