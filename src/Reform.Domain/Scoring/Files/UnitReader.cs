using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Reads a unit of a scoring file: raw measures, adjustments, self-scores, conditions.</summary>
internal sealed class UnitReader(CriteriaTree tree, AdjustmentRules adjustments, LevelRules levels)
{
    private readonly bool needsTasks = TaskCounts.ShareNames.Any(n => levels.Names.Contains(n, StringComparer.Ordinal));
    private readonly HashSet<string> leaves = [.. tree.Leaves.Select(l => l.Id)];

    public UnitPart? Read(JsonPart part, HashSet<string> seen)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        string? id = part.Required("id")?.Identifier();
        if (id is not null && !seen.Add(id))
        {
            part.Find("id")!.Problem("mã '" + id + "' bị lặp lại", "the identifier '" + id + "' stands twice");
        }

        string? group = part.Required("group")?.Identifier();
        List<LeafMeasures> raw = Raw(part.Required("raw"));
        var unit = new UnitMeasures(id ?? "", group ?? "")
        {
            Leaves = raw.ToValueList(),
            Bonus = Counts(part.Optional("bonusItems"), adjustments.Bonus),
            Penalty = Counts(part.Optional("penaltyItems"), adjustments.Penalty),
            MissingEvidence = MissingEvidence(part.Optional("missingEvidence")),
            Conditions = Measures(part.Optional("conditions")),
        };
        ValueList<SelfScore> selfScores = SelfScores(part.Optional("selfScore"));
        part.RejectUnknown("id", "group", "raw", "bonusItems", "penaltyItems", "selfScore", "missingEvidence", "conditions");
        CheckTasks(part, unit);
        return id is null || group is null ? null : new UnitPart(part, unit, selfScores);
    }

    private static List<LeafMeasures> Raw(JsonPart? part)
    {
        var raw = new List<LeafMeasures>();
        if (part?.ExpectObject() != true)
        {
            return raw;
        }

        foreach ((string leaf, JsonPart measures) in part.Members)
        {
            if (ScoringParts.IsRemark(leaf) && !measures.IsObject)
            {
                continue;
            }

            raw.Add(new LeafMeasures(leaf, new MeasureSet(Measures(measures))));
        }

        return raw;
    }

    private static ValueList<Measure> Measures(JsonPart? part)
    {
        if (part?.ExpectObject() != true)
        {
            return [];
        }

        var measures = new List<Measure>();
        foreach ((string name, JsonPart value) in part.Members)
        {
            if (string.IsNullOrWhiteSpace(name))
            {
                value.Problem("tên số đo không được để trống", "the name of a measure must not be blank");
            }
            else if (!(ScoringParts.IsRemark(name) && value.TextIfAny is not null) && value.MeasureValue() is MeasureValue measured)
            {
                measures.Add(new Measure(name, measured));
            }
        }

        return measures.ToValueList();
    }

    private static ValueList<AdjustmentCount> Counts(JsonPart? part, AdjustmentSide side)
    {
        if (part?.ExpectObject() != true)
        {
            return [];
        }

        var counts = new List<AdjustmentCount>();
        foreach ((string name, JsonPart value) in part.Members)
        {
            if (!side.Items.Any(i => string.Equals(i.Name, name, StringComparison.Ordinal)))
            {
                value.Problem("bộ tiêu chí không có khoản này", "the criteria have no such item");
            }
            else if (value.Count() is int count)
            {
                counts.Add(new AdjustmentCount(name, count));
            }
        }

        return counts.ToValueList();
    }

    private ValueList<string> MissingEvidence(JsonPart? part)
    {
        var missing = new List<string>();
        foreach (JsonPart item in part?.Items() ?? [])
        {
            if (item.Identifier() is string id && IsLeaf(item, id))
            {
                missing.Add(id);
            }
        }

        return missing.ToValueList();
    }

    private ValueList<SelfScore> SelfScores(JsonPart? part)
    {
        if (part?.ExpectObject() != true)
        {
            return [];
        }

        var scores = new List<SelfScore>();
        foreach ((string id, JsonPart value) in part.Members)
        {
            if (value.IsNull || !IsLeaf(value, id) || value.Fraction() is not Fraction points)
            {
                continue;
            }

            Criterion leaf = tree.FindLeaf(id)!;
            if (leaf.Leaf!.IsSurvey)
            {
                value.Problem("tiêu chí khảo sát không được tự chấm", "a surveyed leaf is never self-scored");
            }
            else if (points.Sign < 0 || points > leaf.Max)
            {
                value.Problem("điểm tự chấm phải từ 0 đến " + leaf.Max, "a self-score must lie from 0 to " + leaf.Max);
            }
            else
            {
                scores.Add(new SelfScore(id, points));
            }
        }

        return scores.ToValueList();
    }

    private bool IsLeaf(JsonPart part, string id)
    {
        bool isLeaf = leaves.Contains(id);
        if (!isLeaf)
        {
            part.Problem("không có tiêu chí thành phần '" + id + "'", "there is no leaf '" + id + "'");
        }

        return isLeaf;
    }

    private void CheckTasks(JsonPart part, UnitMeasures unit)
    {
        if (!needsTasks || TaskCounts.LeafOf(unit.Leaves) is not LeafMeasures leaf || TaskCounts.Of(leaf.Measures) is not null)
        {
            return;
        }

        JsonPart tasks = part.At("raw").Find(leaf.LeafId)!;
        string[] wrong = [.. TaskCounts.CountNames.Where(n => leaf.Measures.Find(n) is not MeasureValue.Number { Content.Sign: >= 0 })];
        foreach (string name in wrong)
        {
            tasks.Required(name)?.Problem("phải là số không âm", "must be a number that is not negative");
        }

        if (wrong.Length == 0)
        {
            tasks.Find("due")!.Problem("ít hơn số nhiệm vụ đã hoàn thành (onTime + late)", "is less than the number of tasks done (onTime + late)");
        }
    }
}

/// <summary>A unit as it was read, with its place in the file.</summary>
internal sealed record UnitPart(JsonPart Part, UnitMeasures Unit, ValueList<SelfScore> SelfScores);
