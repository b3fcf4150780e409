using Reform.Domain.Specifications;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A judgement with how it came about (giải thích kết luận): why the rule fired, or why it did not.</summary>
/// <param name="Judgement">The judgement.</param>
/// <param name="Trace">What was asked, and how it came out.</param>
public sealed record RuleExplanation(Judgement Judgement, RuleTrace Trace)
{
    /// <summary>The explanation as sentences for a clerk: one for each test that decided, with the values that it read.</summary>
    /// <typeparam name="T">The type of the objects.</typeparam>
    /// <param name="subject">Knows the names of the facts.</param>
    /// <returns>The sentences in their order.</returns>
    public ValueList<BilingualText> Sentences<T>(RuleSubject<T> subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        return ExplanationText.Of(this, subject.WordOf);
    }
}

/// <summary>What a rule asked of an object, and how it came out.</summary>
/// <param name="Applies">Whether the rule concerns the object.</param>
/// <param name="Missing">The facts without which nothing could be decided.</param>
/// <param name="Conditions">The conditions; empty where the rule does not concern the object, or nothing could be decided.</param>
public sealed record RuleTrace(ConditionTrace Applies, ValueList<MissingFact> Missing, ValueList<TracedCondition> Conditions)
{
    /// <summary>Every value that was read, each once, in the order of the paths.</summary>
    /// <returns>The values.</returns>
    public IEnumerable<TracedValue> ValuesRead()
    {
        var values = new SortedDictionary<string, TracedValue>(StringComparer.Ordinal);
        foreach (ConditionTrace trace in Conditions.Select(c => c.Trace).OfType<ConditionTrace>().Prepend(Applies))
        {
            Take(trace, values);
        }

        return values.Values;
    }

    private static void Take(ConditionTrace trace, SortedDictionary<string, TracedValue> values)
    {
        foreach (TracedValue value in trace.Values)
        {
            values.TryAdd(value.Path, value);
        }

        foreach (ConditionTrace part in trace.Parts)
        {
            Take(part, values);
        }
    }
}

/// <summary>One condition of a rule, and how it came out.</summary>
/// <param name="Name">Its snake_case name.</param>
/// <param name="Label">What it requires.</param>
/// <param name="Missing">The facts that it needs and that are missing.</param>
/// <param name="Trace">How it came out; null where facts are missing.</param>
public sealed record TracedCondition(string Name, BilingualText Label, ValueList<MissingFact> Missing, ConditionTrace? Trace);
