using Reform.Domain.Cases;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>Counts how each pair of activities was kept apart.</summary>
internal sealed class FourEyesCounter
{
    private readonly List<FourEyesPair> order = [];
    private readonly Dictionary<FourEyesPair, FourEyesFigures> figures = [];

    public FourEyesCounter(ValueList<FourEyesPair> pairs)
    {
        foreach (FourEyesPair pair in pairs)
        {
            Of(pair);
        }
    }

    public ValueList<FourEyesFigures> Figures => order.Select(pair => figures[pair]).ToValueList();

    public void Add(ValueList<FourEyesResult> results)
    {
        foreach (FourEyesResult result in results)
        {
            FourEyesFigures sum = Of(result.Pair);
            figures[result.Pair] = sum with
            {
                CasesWithBoth = sum.CasesWithBoth + (result.BothOccur ? 1 : 0),
                Violations = sum.Violations + (result.IsViolated ? 1 : 0),
                Undecided = sum.Undecided + (result.IsUndecided ? 1 : 0),
            };
        }
    }

    private FourEyesFigures Of(FourEyesPair pair)
    {
        if (!figures.TryGetValue(pair, out FourEyesFigures? sum))
        {
            order.Add(pair);
            figures.Add(pair, sum = new FourEyesFigures(pair, 0, 0, 0));
        }

        return sum;
    }
}
