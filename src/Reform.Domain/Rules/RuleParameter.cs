using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>A threshold of a rule (ngưỡng): a whole number that the law, or a programme, changes over time.</summary>
/// <param name="Name">The snake_case name, stable for programs; for example "target_percent".</param>
/// <param name="Label">The name as a clerk reads it.</param>
/// <param name="Tightening">Which way is stricter.</param>
/// <param name="Values">The values over time; the rule does not judge dates without one.</param>
public sealed record RuleParameter(string Name, BilingualText Label, Tightening Tightening, DatedValues<int> Values)
{
    /// <summary>A threshold with one value for all dates.</summary>
    /// <param name="name">The name.</param>
    /// <param name="label">The label.</param>
    /// <param name="tightening">Which way is stricter.</param>
    /// <param name="value">The value.</param>
    /// <param name="basis">Where the value comes from.</param>
    /// <returns>The parameter.</returns>
    public static RuleParameter Always(string name, BilingualText label, Tightening tightening, int value, LegalBasis basis) =>
        new(name, label, tightening, new DatedValues<int>([new Dated<int>(value, default, basis)]));

    internal RuleParameter Fixed(int value) =>
        this with { Values = new DatedValues<int>([new Dated<int>(value, default, Values.Entries[^1].Basis)]) };

    /// <summary>Whether a value is looser than another.</summary>
    /// <param name="value">The value.</param>
    /// <param name="than">The other.</param>
    /// <returns>True when it lets pass what the other does not.</returns>
    public bool IsLooser(int value, int than) => Tightening == Tightening.Lower ? value > than : value < than;
}

/// <summary>Which way a threshold becomes stricter (chiều siết chặt).</summary>
public enum Tightening
{
    /// <summary>A lower number is stricter: a limit of days.</summary>
    Lower = 0,

    /// <summary>A higher number is stricter: a target share.</summary>
    Higher = 1,
}

/// <summary>A threshold of its own that a unit set for itself (ngưỡng riêng của đơn vị): stricter than its superior's, never looser.</summary>
/// <param name="RuleCode">The rule.</param>
/// <param name="Parameter">The name of the threshold.</param>
/// <param name="UnitId">The unit.</param>
/// <param name="Value">The value.</param>
/// <param name="Validity">The dates on which it holds, [from, to).</param>
/// <param name="Basis">By which instrument.</param>
public sealed record UnitThreshold(string RuleCode, string Parameter, string UnitId, int Value, Validity Validity, LegalBasis Basis);
