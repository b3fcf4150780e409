using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>The points go in steps (theo bậc): from 100% one point, from 80% half a point, below that nothing.</summary>
/// <param name="Value">What is measured.</param>
/// <param name="Steps">The steps, the highest bound first.</param>
/// <param name="Else">The points below the last step.</param>
public sealed record StepsFormula(ScoreExpression Value, ValueList<ScoreStep> Steps, Fraction Else) : ScoreFormula
{
    /// <inheritdoc/>
    public override string Kind => "steps";

    /// <inheritdoc/>
    public override IEnumerable<string> MeasureNames => Value.Names;

    internal override IEnumerable<(string Field, BilingualText Message)> Problems(Fraction max)
    {
        if (Steps.Count == 0)
        {
            yield return ("steps", new BilingualText("phải có ít nhất một bậc", "must have at least one step"));
        }

        for (int i = 0; i < Steps.Count; i++)
        {
            string at = RecordProblems.At("steps", i);
            if (OutsideScale(at + ".score", Steps[i].Score, max) is { } outside)
            {
                yield return outside;
            }

            if (i > 0 && Steps[i].From >= Steps[i - 1].From)
            {
                yield return (at + ".from", new BilingualText("phải nhỏ hơn bậc trước", "must be below the step before it"));
            }
        }

        foreach ((string Field, BilingualText Message) problem in Found(OutsideScale("else", Else, max)))
        {
            yield return problem;
        }
    }

    private protected override FormulaResult Points(MeasureSet measures, Fraction max)
    {
        Computed computed = Value.Evaluate(measures.Find);
        if (computed.Fault is { } fault)
        {
            return fault;
        }

        Fraction value = computed.Value;
        ScoreStep? reached = Steps.FirstOrDefault(s => value > s.From || (s.IsInclusive && value == s.From));
        Fraction points = reached?.Score ?? Else;
        return FormulaResult.Of(
            points,
            FormulaReasons.Expression(Value, value, measures),
            reached is null
                ? FormulaReasons.By("không đạt bậc nào: " + points + " điểm", "reaches no step: " + points + " points")
                : FormulaReasons.By("đạt bậc từ " + reached.From + ": " + points + " điểm", "reaches the step from " + reached.From + ": " + points + " points"));
    }
}

/// <summary>One step of a scale (bậc điểm).</summary>
/// <param name="From">The bound from which it holds.</param>
/// <param name="Score">Its points.</param>
public sealed record ScoreStep(Fraction From, Fraction Score)
{
    /// <summary>Whether exactly the bound reaches the step; it does unless this says otherwise.</summary>
    public bool IsInclusive { get; init; } = true;
}
