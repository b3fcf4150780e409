using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>How a leaf's points follow from its measures (công thức tính điểm). A formula is data: equal when it says the same.</summary>
/// <remarks>
/// The points are exact; whoever scores bounds them by zero and the leaf's maximum, and rounds them once. Bounds are inclusive unless a
/// property says otherwise.
/// </remarks>
public abstract record ScoreFormula
{
    private protected ScoreFormula()
    {
    }

    /// <summary>The name of the kind in data files; for example "ratioWithFloor".</summary>
    public abstract string Kind { get; }

    /// <summary>The names of the measures that it reads.</summary>
    public abstract IEnumerable<string> MeasureNames { get; }

    /// <summary>Computes the points.</summary>
    /// <param name="measures">The measures of the leaf.</param>
    /// <param name="max">The maximum of the leaf.</param>
    /// <returns>The points before they are bounded and rounded, with the reasons; or why there are none.</returns>
    public FormulaResult Evaluate(MeasureSet measures, Fraction max)
    {
        ArgumentNullException.ThrowIfNull(measures);
        try
        {
            return Points(measures, max);
        }
        catch (OverflowException)
        {
            return ScoreFault.TooLarge(Kind);
        }
    }

    /// <summary>The parameters that no leaf of this maximum can have: field, and what is wrong.</summary>
    internal virtual IEnumerable<(string Field, BilingualText Message)> Problems(Fraction max) => [];

    private protected abstract FormulaResult Points(MeasureSet measures, Fraction max);

    private protected static (string Field, BilingualText Message)? OutsideScale(string field, Fraction points, Fraction max) =>
        points.Sign < 0 || points > max
            ? (field, new BilingualText("phải từ 0 đến điểm tối đa " + max, "must lie from 0 to the maximum " + max))
            : null;

    private protected static (string Field, BilingualText Message)? NotPositive(string field, Fraction value) =>
        value.Sign <= 0 ? (field, new BilingualText("phải lớn hơn 0", "must be greater than 0")) : null;

    private protected static IEnumerable<(string Field, BilingualText Message)> Found(params (string Field, BilingualText Message)?[] problems) =>
        problems.OfType<(string, BilingualText)>();
}

/// <summary>What a formula gives: points with their reasons, or why there are none (kết quả công thức).</summary>
public readonly record struct FormulaResult
{
    private FormulaResult(Fraction points, ValueList<Reason> why, ScoreFault? fault) => (Points, Why, Fault) = (points, why, fault);

    /// <summary>The points before they are bounded and rounded; zero where there is a fault.</summary>
    public Fraction Points { get; }

    /// <summary>How the points came about.</summary>
    public ValueList<Reason> Why { get; }

    /// <summary>Why there are no points; null: there are.</summary>
    public ScoreFault? Fault { get; }

    /// <summary>No points.</summary>
    /// <param name="fault">Why.</param>
    public static implicit operator FormulaResult(ScoreFault fault) => new(default, [], fault);

    internal static FormulaResult Of(Fraction points, params ReadOnlySpan<Reason> why) => new(points, ValueList.Create(why), null);
}
