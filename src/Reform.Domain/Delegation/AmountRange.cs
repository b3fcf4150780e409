namespace Reform.Domain.Delegation;

/// <summary>A range of amounts in đồng or another unit that the power fixes (hạn mức), each bound said to be included or not.</summary>
/// <remarks>"Đến 5 tỷ" includes its bound, "dưới 5 tỷ" does not; "từ 5 tỷ" includes it, "trên 5 tỷ" does not.</remarks>
public sealed record AmountRange
{
    /// <summary>Creates a range.</summary>
    /// <param name="from">The lower bound, or null when there is none.</param>
    /// <param name="includesFrom">Whether the lower bound itself lies in the range.</param>
    /// <param name="to">The upper bound, or null when there is none.</param>
    /// <param name="includesTo">Whether the upper bound itself lies in the range.</param>
    /// <exception cref="ArgumentException">No amount lies in the range.</exception>
    public AmountRange(decimal? from, bool includesFrom, decimal? to, bool includesTo)
    {
        if (from is decimal low && to is decimal high && (low > high || (low == high && !(includesFrom && includesTo))))
        {
            throw new ArgumentException("No amount lies in the range.", nameof(to));
        }

        From = from;
        IncludesFrom = from is not null && includesFrom;
        To = to;
        IncludesTo = to is not null && includesTo;
    }

    /// <summary>The lower bound; null: none.</summary>
    public decimal? From { get; }

    /// <summary>Whether the lower bound lies in the range; false when there is none.</summary>
    public bool IncludesFrom { get; }

    /// <summary>The upper bound; null: none.</summary>
    public decimal? To { get; }

    /// <summary>Whether the upper bound lies in the range; false when there is none.</summary>
    public bool IncludesTo { get; }

    /// <summary>Amounts up to a bound, itself included (đến, không quá).</summary>
    /// <param name="amount">The bound.</param>
    /// <returns>The range.</returns>
    public static AmountRange AtMost(decimal amount) => new(null, false, amount, true);

    /// <summary>Amounts below a bound (dưới).</summary>
    /// <param name="amount">The bound.</param>
    /// <returns>The range.</returns>
    public static AmountRange Below(decimal amount) => new(null, false, amount, false);

    /// <summary>Amounts from a bound on, itself included (từ).</summary>
    /// <param name="amount">The bound.</param>
    /// <returns>The range.</returns>
    public static AmountRange AtLeast(decimal amount) => new(amount, true, null, false);

    /// <summary>Amounts above a bound (trên).</summary>
    /// <param name="amount">The bound.</param>
    /// <returns>The range.</returns>
    public static AmountRange Above(decimal amount) => new(amount, false, null, false);

    /// <summary>Whether an amount lies in the range.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>True when it does.</returns>
    public bool Contains(decimal amount) =>
        (From is not decimal low || amount > low || (amount == low && IncludesFrom))
        && (To is not decimal high || amount < high || (amount == high && IncludesTo));

    /// <summary>Whether every amount of this range lies in another.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True when it does.</returns>
    public bool IsWithin(AmountRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        bool low = other.From is not decimal otherLow || (From is decimal mine && (mine > otherLow || (mine == otherLow && (other.IncludesFrom || !IncludesFrom))));
        bool high = other.To is not decimal otherHigh || (To is decimal top && (top < otherHigh || (top == otherHigh && (other.IncludesTo || !IncludesTo))));
        return low && high;
    }

    /// <summary>Whether some amount lies in both ranges.</summary>
    /// <param name="other">The other range.</param>
    /// <returns>True when one does.</returns>
    public bool Overlaps(AmountRange other)
    {
        ArgumentNullException.ThrowIfNull(other);
        return !EndsBefore(this, other) && !EndsBefore(other, this);
    }

    private static bool EndsBefore(AmountRange first, AmountRange second) =>
        first.To is decimal end && second.From is decimal start && (end < start || (end == start && !(first.IncludesTo && second.IncludesFrom)));
}
