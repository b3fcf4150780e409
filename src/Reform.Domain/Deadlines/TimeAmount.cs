using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>An amount of time in the units of a limit (lượng thời gian): 3 working days; 2 months 5 days; 1 working hour 25 minutes.</summary>
/// <remarks>Two amounts are equal when their parts are, in order.</remarks>
public sealed record TimeAmount
{
    /// <summary>Creates an amount of one unit.</summary>
    /// <param name="amount">How many; 0 or more.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is negative.</exception>
    public TimeAmount(int amount, TimeUnit unit)
        : this([new TimePart(amount, unit)])
    {
    }

    /// <summary>Creates an amount of several units.</summary>
    /// <param name="parts">The parts; at least one, and only a lone part may be 0.</param>
    /// <exception cref="ArgumentException">There is no part.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A part is negative.</exception>
    public TimeAmount(ValueList<TimePart> parts)
    {
        ArgumentNullException.ThrowIfNull(parts);
        if (parts.Count == 0)
        {
            throw new ArgumentException("An amount has a part.", nameof(parts));
        }

        foreach (TimePart part in parts)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(part.Amount, nameof(parts));
        }

        Parts = parts;
    }

    /// <summary>The parts, the largest unit first.</summary>
    public ValueList<TimePart> Parts { get; }

    /// <summary>Whether nothing is left of it.</summary>
    public bool IsZero => Parts.All(p => p.Amount == 0);

    /// <summary>The amount as a clerk reads it; for example "1 giờ làm việc 25 phút".</summary>
    public BilingualText Text => new(In(Language.Vietnamese), In(Language.English));

    /// <summary>The amount of one unit in it.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The amount; 0 when no part has that unit.</returns>
    public int Of(TimeUnit unit) => Parts.Where(p => p.Unit == unit).Sum(p => p.Amount);

    /// <summary>The English wording, for a debugger or a log.</summary>
    /// <returns>The wording.</returns>
    public override string ToString() => In(Language.English);

    private string In(Language language) => string.Join(
        ' ', Parts.Select(p => p.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture) + " " + TimeUnits.NameOf(p.Unit).In(language)));
}

/// <summary>A part of an amount of time: so many of one unit.</summary>
/// <param name="Amount">How many; 0 or more.</param>
/// <param name="Unit">The unit; minutes beside working hours or sessions are minutes of office time.</param>
public readonly record struct TimePart(int Amount, TimeUnit Unit);
