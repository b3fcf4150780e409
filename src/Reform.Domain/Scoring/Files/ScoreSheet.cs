using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The units of a scoring file with what became of them, in the order of the file (bảng điểm).</summary>
/// <param name="Tree">The criteria.</param>
/// <param name="Levels">The level rules.</param>
/// <param name="Units">The units.</param>
public sealed record ScoreSheet(CriteriaTree Tree, LevelRules Levels, ValueList<ScoredUnit> Units);

/// <summary>One unit of a score sheet.</summary>
/// <param name="Score">The score.</param>
/// <param name="Rank">The rank in its group; null: it has no index.</param>
/// <param name="Level">The level, before the cap on excellence.</param>
/// <param name="SelfScores">What it scored itself; none where the file has nothing.</param>
public sealed record ScoredUnit(UnitScore Score, int? Rank, LevelResult Level, ValueList<SelfScore> SelfScores);

/// <summary>What a unit gave itself for a leaf (điểm tự chấm).</summary>
/// <param name="LeafId">The leaf; never a surveyed one.</param>
/// <param name="Points">The points, from 0 to the maximum.</param>
public sealed record SelfScore(string LeafId, Fraction Points);
