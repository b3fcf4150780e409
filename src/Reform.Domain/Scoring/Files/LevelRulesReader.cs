using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Reads the level rules of a criteria set, with the names of the levels in both languages.</summary>
internal static class LevelRulesReader
{
    private static readonly Dictionary<string, RatingLevel> Levels = new(StringComparer.Ordinal)
    {
        ["XuatSacCandidate"] = RatingLevel.ExcellentCandidate,
        ["XuatSac"] = RatingLevel.ExcellentCandidate,
        ["HoanThanhTot"] = RatingLevel.Good,
        ["HoanThanh"] = RatingLevel.Completed,
        ["KhongHoanThanh"] = RatingLevel.NotCompleted,
        ["ExcellentCandidate"] = RatingLevel.ExcellentCandidate,
        ["Excellent"] = RatingLevel.ExcellentCandidate,
        ["Good"] = RatingLevel.Good,
        ["Completed"] = RatingLevel.Completed,
        ["NotCompleted"] = RatingLevel.NotCompleted,
        ["Indeterminate"] = RatingLevel.Indeterminate,
    };

    public static LevelRules? Read(JsonPart root)
    {
        if (root.Required("levels") is not JsonPart levels || !levels.ExpectObject() || levels.Required("rules")?.ItemsIfList() is not { } items)
        {
            return null;
        }

        LevelRule?[] rules = [.. items.Select(LevelRule)];
        if (rules.Contains(null))
        {
            return null;
        }

        try
        {
            return new LevelRules(rules.OfType<LevelRule>().ToValueList());
        }
        catch (RecordInputException invalid)
        {
            CriteriaReader.Report(levels, invalid);
            return null;
        }
    }

    private static LevelRule? LevelRule(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        RatingLevel? level = part.Required("level")?.Word(Levels);
        ValueList<ScoreCondition>? all = Conditions(part, "all");
        ValueList<ScoreCondition>? any = Conditions(part, "any");
        bool? otherwise = part.Optional("else") is JsonPart given ? given.Boolean() : false;
        if (otherwise == false && part.Find("else") is JsonPart { IsNull: false } never)
        {
            never.Problem("'else' chỉ có thể là true", "\"else\" can only be true");
            otherwise = null;
        }

        part.RejectUnknown("level", "all", "any", "else");
        return level is null || all is null || any is null || otherwise is null
            ? null
            : new LevelRule(level.Value) { All = all, Any = any, IsElse = otherwise.Value };
    }

    private static ValueList<ScoreCondition>? Conditions(JsonPart part, string name)
    {
        if (part.Optional(name) is not JsonPart list)
        {
            return [];
        }

        if (list.ItemsIfList() is not { } items)
        {
            return null;
        }

        if (items.Count == 0)
        {
            list.Problem("danh sách điều kiện rỗng", "the list of conditions is empty");
            return null;
        }

        ScoreCondition?[] conditions = [.. items.Select(i => i.Condition())];
        return Array.Exists(conditions, c => c is null) ? null : conditions.OfType<ScoreCondition>().ToValueList();
    }
}
