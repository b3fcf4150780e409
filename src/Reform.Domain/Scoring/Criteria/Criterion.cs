using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>A node of the tree of criteria (lĩnh vực, tiêu chí, tiêu chí thành phần).</summary>
/// <param name="Id">Its identifier, unique in the tree; for example "A2".</param>
/// <param name="Name">Its name.</param>
/// <param name="Max">Its maximum; that of a node with children is the sum of theirs.</param>
public sealed record Criterion(string Id, BilingualText Name, Fraction Max)
{
    /// <summary>What it is made of; none: it is a leaf.</summary>
    public ValueList<Criterion> Children { get; init; } = [];

    /// <summary>How a leaf is scored; null for a node with children.</summary>
    public LeafDefinition? Leaf { get; init; }
}

/// <summary>How a leaf is scored (cách chấm tiêu chí thành phần).</summary>
/// <param name="Formula">How its points follow from its measures.</param>
public sealed record LeafDefinition(ScoreFormula Formula)
{
    /// <summary>Where its measures come from.</summary>
    public MeasureSource Source { get; init; }

    /// <summary>What has to be shown for its points.</summary>
    public EvidenceKind Evidence { get; init; }

    /// <summary>When it is not applicable, and leaves the scale; null: it always applies.</summary>
    public ScoreCondition? NotApplicableWhen { get; init; }

    /// <summary>The least number of respondents of a survey, read from the measure "respondents"; with fewer the leaf is not applicable. Null: none.</summary>
    public int? MinimumRespondents { get; init; }

    /// <summary>Whether it is surveyed; a unit never scores such a leaf itself.</summary>
    public bool IsSurvey => Evidence == EvidenceKind.Survey;

    /// <summary>The names of the measures that it reads, each once.</summary>
    public ValueList<string> MeasureNames => (NotApplicableWhen?.Names ?? [])
        .Concat(MinimumRespondents is null ? [] : [RespondentsName])
        .Concat(Formula.MeasureNames)
        .Distinct(StringComparer.Ordinal)
        .ToValueList();

    internal const string RespondentsName = "respondents";
}

/// <summary>What has to be shown for points (loại tài liệu kiểm chứng).</summary>
public enum EvidenceKind
{
    /// <summary>Documents: decisions, plans, reports.</summary>
    Documents = 0,

    /// <summary>Data of this system: cases, tasks, grants; each number names its facts.</summary>
    Data = 1,

    /// <summary>A sociological survey; never self-scored.</summary>
    Survey = 2,
}
