using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Reads the parts of a criteria set: the tree and the adjustments.</summary>
internal static class CriteriaReader
{
    private static readonly Dictionary<string, MeasureSource> Sources = new(StringComparer.Ordinal)
    {
        ["declared"] = MeasureSource.Declared,
        ["indicators"] = MeasureSource.Indicators,
        ["rules"] = MeasureSource.Rules,
        ["authorityRegister"] = MeasureSource.AuthorityRegister,
        ["programme"] = MeasureSource.Programme,
        ["survey"] = MeasureSource.Survey,
    };

    private static readonly Dictionary<string, EvidenceKind> Evidence = new(StringComparer.Ordinal)
    {
        ["documents"] = EvidenceKind.Documents,
        ["data"] = EvidenceKind.Data,
        ["survey"] = EvidenceKind.Survey,
    };

    // On a criterion with children these would be passed over without a word.
    private static readonly string[] LeafOnly = ["survey", "notApplicableWhen", "minimumRespondents", "measureSource", "evidence"];

    /// <summary>The tree; null when something of it cannot be read or its maxima do not sum, which is reported.</summary>
    /// <param name="root">The file.</param>
    /// <param name="isStrict">Whether every leaf has to state its source and its evidence.</param>
    public static CriteriaTree? Tree(JsonPart root, bool isStrict)
    {
        if (root.Required("criteria")?.ItemsIfList() is not { } items)
        {
            return null;
        }

        Criterion?[] criteria = [.. items.Select(i => Criterion(i, isStrict))];
        if (criteria.Contains(null))
        {
            return null;
        }

        try
        {
            return new CriteriaTree(criteria.OfType<Criterion>().ToValueList());
        }
        catch (RecordInputException invalid)
        {
            Report(root, invalid);
            return null;
        }
    }

    public static AdjustmentRules? Adjustments(JsonPart root)
    {
        if (root.Optional("adjustments") is not JsonPart part)
        {
            return AdjustmentRules.None;
        }

        if (!part.ExpectObject())
        {
            return null;
        }

        AdjustmentSide? bonus = part.Optional("bonus") is JsonPart given ? Side(given) : AdjustmentSide.None;
        AdjustmentSide? penalty = part.Optional("penalty") is JsonPart taken ? Side(taken) : AdjustmentSide.None;
        part.RejectUnknown("bonus", "penalty");
        return bonus is null || penalty is null ? null : new AdjustmentRules(bonus, penalty);
    }

    public static void Report(JsonPart root, RecordInputException invalid)
    {
        foreach (RecordProblem problem in invalid.Problems)
        {
            root.At(problem.Field).Problem(problem.Message.Vietnamese, problem.Message.English);
        }
    }

    private static Criterion? Criterion(JsonPart part, bool isStrict)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        string? id = part.Required("id")?.Identifier();
        Fraction? max = part.Required("max")?.Fraction();
        BilingualText? name = Name(part, id);
        IReadOnlyList<JsonPart> items = part.Optional("children")?.ItemsIfList() ?? [];
        Criterion?[] children = [.. items.Select(i => Criterion(i, isStrict))];
        bool hasLeaf = children.Length == 0 || part.Find("formula") is not null;
        LeafDefinition? leaf = hasLeaf ? Leaf(part, isStrict) : null;
        foreach (string member in LeafOnly.Where(_ => !hasLeaf))
        {
            part.Optional(member)?.Problem("chỉ tiêu chí thành phần (có công thức) có trường này", "only a leaf, which has a formula, has this field");
        }

        part.RejectUnknown("id", "max", "children", "formula", "survey", "notApplicableWhen", "minimumRespondents", "measureSource", "evidence");
        return id is null || max is null || name is null || children.Contains(null) || (hasLeaf && leaf is null)
            ? null
            : new Criterion(id, name, max.Value) { Children = children.OfType<Criterion>().ToValueList(), Leaf = leaf };
    }

    private static BilingualText? Name(JsonPart part, string? id)
    {
        if (part.Optional("name") is JsonPart given)
        {
            return given.Bilingual();
        }

        string? vietnamese = part.Optional("vi")?.Text();
        string? english = part.Optional("en")?.Text();
        return (vietnamese ?? english ?? id) is string any ? new BilingualText(vietnamese ?? any, english ?? any) : null;
    }

    private static LeafDefinition? Leaf(JsonPart part, bool isStrict)
    {
        ScoreFormula? formula = part.Required("formula") is JsonPart given ? FormulaReader.Read(given) : null;
        bool? survey = part.Optional("survey") is JsonPart surveyed ? surveyed.Boolean() : false;
        JsonPart? condition = part.Optional("notApplicableWhen");
        ScoreCondition? notApplicable = condition?.Condition();
        JsonPart? leastPart = part.Optional("minimumRespondents");
        int? least = leastPart?.Count();
        bool isSurvey = survey == true;
        MeasureSource? source = Word(part, "measureSource", Sources, isSurvey ? MeasureSource.Survey : isStrict ? null : MeasureSource.Declared);
        EvidenceKind? evidence = Word(part, "evidence", Evidence, isSurvey ? EvidenceKind.Survey : isStrict ? null : EvidenceKind.Documents);
        if (evidence is EvidenceKind.Survey != isSurvey && survey is not null && evidence is not null)
        {
            part.Optional("evidence")?.Problem(
                "chỉ tiêu chí khảo sát (\"survey\": true) có loại kiểm chứng 'survey'", "the evidence is 'survey' exactly where \"survey\" is true");
            return null;
        }

        return formula is null || survey is null || source is null || evidence is null
            || (condition is not null && notApplicable is null) || (leastPart is not null && least is null)
            ? null
            : new LeafDefinition(formula)
            {
                Source = source.Value,
                Evidence = evidence.Value,
                NotApplicableWhen = notApplicable,
                MinimumRespondents = least,
            };
    }

    private static T? Word<T>(JsonPart part, string name, Dictionary<string, T> words, T? absent)
        where T : struct =>
        absent is null ? part.Required(name)?.Word(words) : part.Optional(name) is JsonPart given ? given.Word(words) : absent;

    private static AdjustmentSide? Side(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        bool isRead = true;
        Fraction? cap = null;
        var items = new List<AdjustmentItem>();
        foreach ((string name, JsonPart value) in part.Members)
        {
            if (ScoringParts.IsRemark(name) && value.TextIfAny is string text && !Fraction.TryParse(text, out _))
            {
                continue;
            }

            Fraction? points = name == "maxTotal" && value.IsNull ? null : value.Fraction();
            if (points?.Sign < 0)
            {
                value.Problem("không được âm", "must not be negative");
                points = null;
            }

            isRead &= points is not null || (name == "maxTotal" && value.IsNull);
            if (name == "maxTotal")
            {
                cap = points;
            }
            else if (points is not null)
            {
                items.Add(new AdjustmentItem(name, points.Value));
            }
        }

        return isRead ? new AdjustmentSide(items.ToValueList(), cap) : null;
    }
}
