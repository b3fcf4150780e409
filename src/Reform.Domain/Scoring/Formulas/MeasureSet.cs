using System.Collections.Frozen;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The measures of one leaf of one unit, by name (các số đo của một tiêu chí).</summary>
/// <remarks>Immutable; equal when they hold the same measures.</remarks>
public sealed record MeasureSet
{
    private readonly FrozenDictionary<string, Measure> byName;

    /// <summary>Creates the set.</summary>
    /// <param name="measures">The measures; each name once.</param>
    /// <exception cref="RecordInputException">A name is blank or stands twice.</exception>
    public MeasureSet(IEnumerable<Measure> measures)
    {
        ArgumentNullException.ThrowIfNull(measures);
        All = measures.ToValueList();
        var problems = new RecordProblems();
        var seen = new Dictionary<string, Measure>(StringComparer.Ordinal);
        for (int i = 0; i < All.Count; i++)
        {
            string field = RecordProblems.At("measures", i) + ".name";
            if (string.IsNullOrWhiteSpace(All[i].Name))
            {
                problems.Add("blank", field, "không được để trống", "must not be blank");
            }
            else if (!seen.TryAdd(All[i].Name, All[i]))
            {
                problems.Add("duplicate_measure", field, "số đo '" + All[i].Name + "' bị lặp lại", "the measure '" + All[i].Name + "' stands twice");
            }
        }

        problems.ThrowIfAny();
        byName = seen.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>No measures.</summary>
    public static MeasureSet None { get; } = new([]);

    /// <summary>The measures, in their order.</summary>
    public ValueList<Measure> All { get; }

    /// <summary>The value of a measure.</summary>
    /// <param name="name">Its name.</param>
    /// <returns>The value, or null when there is none of that name.</returns>
    public MeasureValue? Find(string name) => byName.GetValueOrDefault(name)?.Value;

    /// <summary>Whether two sets hold the same measures, in order.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>True when they do.</returns>
    public bool Equals(MeasureSet? other) => other is not null && All.Equals(other.All);

    /// <inheritdoc/>
    public override int GetHashCode() => All.GetHashCode();
}

/// <summary>A raw measure with where it comes from (số đo gốc).</summary>
/// <param name="Name">The name by which formulas read it; for example "onTime".</param>
/// <param name="Value">The value.</param>
public sealed record Measure(string Name, MeasureValue Value)
{
    /// <summary>Where it comes from.</summary>
    public MeasureSource Source { get; init; }

    /// <summary>The facts that it was counted from, by their identifiers: cases, tasks, documents; and the evidence of a declared one.</summary>
    public ValueList<string> Facts { get; init; } = [];
}

/// <summary>Where a measure comes from (nguồn số liệu).</summary>
public enum MeasureSource
{
    /// <summary>Declared by the unit, with evidence.</summary>
    Declared = 0,

    /// <summary>The indicators of cases.</summary>
    Indicators = 1,

    /// <summary>The verdicts of rules.</summary>
    Rules = 2,

    /// <summary>The register of powers and grants.</summary>
    AuthorityRegister = 3,

    /// <summary>The tasks of programmes.</summary>
    Programme = 4,

    /// <summary>A sociological survey.</summary>
    Survey = 5,
}
