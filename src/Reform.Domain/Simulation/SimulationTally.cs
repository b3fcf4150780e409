using Reform.Domain.Cases;
using Reform.Domain.Values;

namespace Reform.Domain.Simulation;

/// <summary>Adds simulated cases up, whole and unit by unit; holds counts, not cases. Not for use by many threads.</summary>
public sealed class SimulationTally
{
    private readonly SortedDictionary<string, Counter> byUnit = new(StringComparer.Ordinal);
    private readonly Counter whole = new();

    /// <summary>Adds a case.</summary>
    /// <param name="one">The case; each comes once.</param>
    public void Add(SimulatedCase one)
    {
        ArgumentNullException.ThrowIfNull(one);
        string unit = one.UnitId ?? "";
        if (!byUnit.TryGetValue(unit, out Counter? counter))
        {
            byUnit[unit] = counter = new Counter();
        }

        counter.Add(one);
        whole.Add(one);
    }

    /// <summary>The figures so far.</summary>
    /// <returns>The report; the units sum to the whole.</returns>
    public SimulationReport Report() => new(
        whole.Figures(null), byUnit.Select(u => u.Value.Figures(u.Key.Length == 0 ? null : u.Key)).ToValueList());

    private sealed class Counter
    {
        private readonly int[] before = new int[6];
        private readonly int[] after = new int[6];
        private int differing;

        public void Add(SimulatedCase one)
        {
            before[Place(one.Before)]++;
            after[Place(one.After)]++;
            differing += one.Differs ? 1 : 0;
        }

        public SimulationFigures Figures(string? unit) => new(unit, Of(before), Of(after), differing);

        private static int Place(CaseStanding standing) => standing.Timeliness is Timeliness known ? (int)known : 5;

        private static TimelinessCounts Of(int[] counts) => new(counts[0], counts[1], counts[2], counts[3], counts[4], counts[5]);
    }
}

/// <summary>What a simulation found (kết quả mô phỏng).</summary>
/// <param name="Whole">The whole.</param>
/// <param name="ByUnit">Unit by unit, in ordinal order; cases without a unit stand first, under null.</param>
public sealed record SimulationReport(SimulationFigures Whole, ValueList<SimulationFigures> ByUnit);

/// <summary>How many cases stand how, and would stand how (số liệu mô phỏng).</summary>
/// <param name="UnitId">The unit; null: the whole, or the cases without one.</param>
/// <param name="Before">How they stand.</param>
/// <param name="After">How they would stand.</param>
/// <param name="Differing">How many would stand otherwise.</param>
public sealed record SimulationFigures(string? UnitId, TimelinessCounts Before, TimelinessCounts After, int Differing);

/// <summary>How many cases stand how by their due dates (số hồ sơ theo tình trạng hạn).</summary>
/// <param name="Early">Resolved early.</param>
/// <param name="OnTime">Resolved on time.</param>
/// <param name="Late">Resolved late.</param>
/// <param name="PendingWithin">Pending within their limit.</param>
/// <param name="PendingOverdue">Pending and overdue.</param>
/// <param name="Unknown">Those of which it cannot be told.</param>
public sealed record TimelinessCounts(int Early, int OnTime, int Late, int PendingWithin, int PendingOverdue, int Unknown)
{
    /// <summary>All of them.</summary>
    public int Cases => Early + OnTime + Late + PendingWithin + PendingOverdue + Unknown;
}
