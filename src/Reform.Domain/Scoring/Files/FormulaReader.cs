using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>Reads a formula: {"type": …} with the parameters of its kind.</summary>
internal static class FormulaReader
{
    private static readonly Dictionary<string, Func<JsonPart, ScoreFormula?>> Kinds = new(StringComparer.Ordinal)
    {
        ["achieved"] = Achieved,
        ["steps"] = Steps,
        ["deadlineSteps"] = DeadlineSteps,
        ["ratio"] = Ratio,
        ["ratioToTarget"] = RatioToTarget,
        ["ratioWithFloor"] = RatioWithFloor,
        ["linearBand"] = LinearBand,
        ["meanShorteningToTarget"] = MeanShortening,
        ["deduction"] = Deduction,
        ["percent"] = Percent,
        ["manual"] = Manual,
    };

    public static ScoreFormula? Read(JsonPart part)
    {
        if (!part.ExpectObject() || part.Required("type") is not JsonPart typePart || typePart.Text() is not string type)
        {
            return null;
        }

        if (Kinds.TryGetValue(type, out Func<JsonPart, ScoreFormula?>? read))
        {
            return read(part);
        }

        string kinds = string.Join(", ", Kinds.Keys);
        typePart.Problem("không có loại công thức '" + type + "': chỉ có " + kinds, "there is no kind of formula '" + type + "': one of " + kinds);
        return null;
    }

    private static AchievedFormula? Achieved(JsonPart part)
    {
        ScoreCondition? when = part.Required("when")?.Condition();
        part.RejectUnknown("type", "when");
        return when is null ? null : new AchievedFormula(when);
    }

    private static StepsFormula? Steps(JsonPart part)
    {
        ScoreExpression? value = part.Required("value")?.Expression();
        IReadOnlyList<JsonPart> items = part.Required("steps")?.Items() ?? [];
        Fraction? otherwise = Or(part, "else", Fraction.Zero);
        part.RejectUnknown("type", "value", "steps", "else");
        ScoreStep?[] steps = [.. items.Select(Step)];
        return value is null || otherwise is null || steps.Contains(null) || steps.Length == 0
            ? null
            : new StepsFormula(value, steps.OfType<ScoreStep>().ToValueList(), otherwise.Value);
    }

    private static ScoreStep? Step(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        Fraction? from = part.Required("from")?.Fraction();
        Fraction? score = part.Required("score")?.Fraction();
        bool? inclusive = Flag(part, "inclusive");
        part.RejectUnknown("from", "score", "inclusive");
        return from is null || score is null || inclusive is null ? null : new ScoreStep(from.Value, score.Value) { IsInclusive = inclusive.Value };
    }

    private static DeadlineStepsFormula? DeadlineSteps(JsonPart part)
    {
        LocalDate? deadline = part.Required("deadline")?.Date();
        Fraction? onTime = part.Required("onTime")?.Fraction();
        int? grace = part.Optional("lateUpToCalendarDays") is JsonPart days ? days.Count() : 0;
        Fraction? late = Or(part, "late", Fraction.Zero);
        Fraction? otherwise = Or(part, "else", Fraction.Zero);
        string? measure = Name(part, "issued");
        part.RejectUnknown("type", "deadline", "onTime", "lateUpToCalendarDays", "late", "else", "measure");
        return deadline is null || onTime is null || grace is null || late is null || otherwise is null || measure is null
            ? null
            : new DeadlineStepsFormula(deadline.Value, onTime.Value, grace.Value, late.Value, otherwise.Value, measure);
    }

    private static RatioFormula? Ratio(JsonPart part)
    {
        ScoreExpression? ratio = part.Required("ratio")?.Expression();
        part.RejectUnknown("type", "ratio");
        return ratio is null ? null : new RatioFormula(ratio);
    }

    private static RatioToTargetFormula? RatioToTarget(JsonPart part)
    {
        ScoreExpression? ratio = part.Required("ratio")?.Expression();
        Fraction? target = part.Required("target")?.Fraction();
        part.RejectUnknown("type", "ratio", "target");
        return ratio is null || target is null ? null : new RatioToTargetFormula(ratio, target.Value);
    }

    private static RatioWithFloorFormula? RatioWithFloor(JsonPart part)
    {
        ScoreExpression? ratio = part.Required("ratio")?.Expression();
        Fraction? floor = part.Required("floor")?.Fraction();
        Fraction? below = Or(part, "belowFloor", Fraction.Zero);
        bool? inclusive = Flag(part, "floorInclusive");
        part.RejectUnknown("type", "ratio", "floor", "belowFloor", "floorInclusive");
        return ratio is null || floor is null || below is null || inclusive is null
            ? null
            : new RatioWithFloorFormula(ratio, floor.Value, below.Value) { IsFloorInclusive = inclusive.Value };
    }

    private static LinearBandFormula? LinearBand(JsonPart part)
    {
        ScoreExpression? ratio = part.Required("ratio")?.Expression();
        Fraction? lower = part.Required("lower")?.Fraction();
        Fraction? lowerScore = part.Required("lowerScore")?.Fraction();
        Fraction? upper = part.Required("upper")?.Fraction();
        Fraction? upperScore = part.Required("upperScore")?.Fraction();
        Fraction? below = Or(part, "belowLower", Fraction.Zero);
        bool? inclusive = Flag(part, "lowerInclusive");
        part.RejectUnknown("type", "ratio", "lower", "lowerScore", "upper", "upperScore", "belowLower", "lowerInclusive");
        return ratio is null || lower is null || lowerScore is null || upper is null || upperScore is null || below is null || inclusive is null
            ? null
            : new LinearBandFormula(ratio, lower.Value, lowerScore.Value, upper.Value, upperScore.Value, below.Value) { IsLowerInclusive = inclusive.Value };
    }

    private static MeanShorteningFormula? MeanShortening(JsonPart part)
    {
        Fraction? target = part.Required("target")?.Fraction();
        string? measure = Name(part, "limits");
        part.RejectUnknown("type", "target", "measure");
        return target is null || measure is null ? null : new MeanShorteningFormula(target.Value, measure);
    }

    private static DeductionFormula? Deduction(JsonPart part)
    {
        Fraction? perDefect = part.Required("perDefect")?.Fraction();
        ScoreExpression? defects = part.Optional("defects") is JsonPart given ? given.Expression() : ScoreExpression.Parse("defects");
        part.RejectUnknown("type", "perDefect", "defects");
        return perDefect is null || defects is null ? null : new DeductionFormula(perDefect.Value, defects);
    }

    private static PercentFormula? Percent(JsonPart part)
    {
        ScoreExpression? value = part.Required("value")?.Expression();
        part.RejectUnknown("type", "value");
        return value is null ? null : new PercentFormula(value);
    }

    private static ManualFormula? Manual(JsonPart part)
    {
        string? measure = Name(part, "score");
        part.RejectUnknown("type", "measure");
        return measure is null ? null : new ManualFormula(measure);
    }

    private static Fraction? Or(JsonPart part, string name, Fraction absent) => part.Optional(name) is JsonPart given ? given.Fraction() : absent;

    private static bool? Flag(JsonPart part, string name) => part.Optional(name) is JsonPart given ? given.Boolean() : true;

    private static string? Name(JsonPart part, string absent) => part.Optional("measure") is JsonPart given ? given.Identifier() : absent;
}
