using Reform.Domain.Legal;

namespace Reform.Domain.Delegation;

/// <summary>A set of days as sorted, disjoint intervals [from, to) that do not touch; immutable.</summary>
internal readonly struct IntervalSet
{
    // from and to in turn; null is the empty set.
    private readonly int[]? bounds;

    private IntervalSet(int[]? bounds) => this.bounds = bounds;

    public static IntervalSet Always { get; } = new([DayNumber.Min, DayNumber.Max]);

    public static IntervalSet Empty => default;

    public bool IsEmpty => bounds is null;

    public ReadOnlySpan<int> Bounds => bounds;

    public int Count => bounds is null ? 0 : bounds.Length / 2;

    public int First => bounds![0];

    public int End => bounds![^1];

    public static IntervalSet Of(int from, int to) => from < to ? new([from, to]) : Empty;

    public static IntervalSet Of(Validity validity) => Of(DayNumber.FromOrMin(validity.From), DayNumber.ToOrMax(validity.To));

    public bool Contains(int day)
    {
        ReadOnlySpan<int> b = bounds;
        for (int i = 0; i < b.Length && b[i] <= day; i += 2)
        {
            if (day < b[i + 1])
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The first days after each interval.</summary>
    public IEnumerable<int> Ends()
    {
        for (int i = 1; i < (bounds?.Length ?? 0); i += 2)
        {
            yield return bounds![i];
        }
    }

    /// <summary>The first bound after a day, at which belonging to the set changes.</summary>
    public int NextBound(int day)
    {
        foreach (int bound in Bounds)
        {
            if (bound > day)
            {
                return bound;
            }
        }

        return DayNumber.Max;
    }

    public bool SameAs(IntervalSet other) => Bounds.SequenceEqual(other.Bounds);

    public IntervalSet Intersect(IntervalSet other)
    {
        if (bounds is null || other.bounds is null)
        {
            return Empty;
        }

        if (Covers(other))
        {
            return other;
        }

        if (other.Covers(this))
        {
            return this;
        }

        var result = new List<int>(bounds.Length + other.bounds.Length);
        for (int i = 0, j = 0; i < bounds.Length && j < other.bounds.Length;)
        {
            int from = Math.Max(bounds[i], other.bounds[j]);
            int to = Math.Min(bounds[i + 1], other.bounds[j + 1]);
            if (from < to)
            {
                result.Add(from);
                result.Add(to);
            }

            if (bounds[i + 1] < other.bounds[j + 1])
            {
                i += 2;
            }
            else
            {
                j += 2;
            }
        }

        return result.Count == 0 ? Empty : new([.. result]);
    }

    public IntervalSet Union(IntervalSet other)
    {
        if (bounds is null || other.bounds is null)
        {
            return bounds is null ? other : this;
        }

        var result = new List<int>(bounds.Length + other.bounds.Length);
        for (int i = 0, j = 0; i < bounds.Length || j < other.bounds.Length;)
        {
            bool mine = j == other.bounds.Length || (i < bounds.Length && bounds[i] <= other.bounds[j]);
            int from = mine ? bounds[i] : other.bounds[j];
            int to = mine ? bounds[i + 1] : other.bounds[j + 1];
            if (result.Count > 0 && from <= result[^1])
            {
                result[^1] = Math.Max(result[^1], to);
            }
            else
            {
                result.Add(from);
                result.Add(to);
            }

            i += mine ? 2 : 0;
            j += mine ? 0 : 2;
        }

        return new([.. result]);
    }

    public IntervalSet Except(IntervalSet other) => other.IsEmpty ? this : Intersect(other.Complement());

    private IntervalSet Complement()
    {
        if (bounds is null)
        {
            return Always;
        }

        var result = new List<int>(bounds.Length + 2);
        int at = DayNumber.Min;
        for (int i = 0; i < bounds.Length; i += 2)
        {
            if (at < bounds[i])
            {
                result.Add(at);
                result.Add(bounds[i]);
            }

            at = bounds[i + 1];
        }

        if (at < DayNumber.Max)
        {
            result.Add(at);
            result.Add(DayNumber.Max);
        }

        return result.Count == 0 ? Empty : new([.. result]);
    }

    // Only for the common case of one interval that spans the other set.
    private bool Covers(IntervalSet other) => bounds!.Length == 2 && bounds[0] <= other.bounds![0] && other.bounds[^1] <= bounds[1];
}
