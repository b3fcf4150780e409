using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>One combination of facts, with what each condition makes of it.</summary>
internal sealed class LevelPoint(LevelSample[] samples)
{
    public bool Holds(ScoreCondition condition) => Array.Exists(samples, s => s.True.Contains(condition));

    public bool HasNoTasks => Array.Exists(samples, s => s.HasNoTasks);

    public ValueList<LevelFact> Shown() => samples.SelectMany(s => s.Facts).ToValueList();
}

/// <summary>Values of the names of one dimension, and which of the conditions on them hold.</summary>
internal sealed record LevelSample(ValueList<LevelFact> Facts, HashSet<ScoreCondition> True, bool HasNoTasks = false);
