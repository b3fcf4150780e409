using NodaTime;
using NodaTime.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>What was measured (giá trị số đo): a number, a yes or no, a date, or how limits changed.</summary>
public abstract record MeasureValue
{
    private MeasureValue()
    {
    }

    /// <summary>A number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator MeasureValue(Fraction number) => new Number(number);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static implicit operator MeasureValue(int number) => new Number(number);

    /// <summary>A yes or no.</summary>
    /// <param name="holds">Whether it holds.</param>
    public static implicit operator MeasureValue(bool holds) => new Flag(holds);

    /// <summary>The value as text, the same on every machine.</summary>
    /// <returns>For example "57", "true" or "2025-01-24".</returns>
    public abstract override string ToString();

    /// <summary>A number: a count, a share, a score.</summary>
    /// <param name="Content">The number, exactly.</param>
    public sealed record Number(Fraction Content) : MeasureValue
    {
        /// <inheritdoc/>
        public override string ToString() => Content.ToString();
    }

    /// <summary>A yes or no.</summary>
    /// <param name="Holds">Whether it holds.</param>
    public sealed record Flag(bool Holds) : MeasureValue
    {
        /// <inheritdoc/>
        public override string ToString() => Holds ? "true" : "false";
    }

    /// <summary>The date on which something was done.</summary>
    /// <param name="On">The date; null: it was not done.</param>
    public sealed record Date(LocalDate? On) : MeasureValue
    {
        /// <inheritdoc/>
        public override string ToString() => On is LocalDate on ? LocalDatePattern.Iso.Format(on) : "–";
    }

    /// <summary>Limits of procedures before and after.</summary>
    /// <param name="Changes">One for each procedure.</param>
    public sealed record Limits(ValueList<LimitChange> Changes) : MeasureValue
    {
        /// <inheritdoc/>
        public override string ToString() => string.Join("; ", Changes.Select(c => c.Before + " → " + c.After));
    }

    /// <summary>A quantity that does not exist for this unit, such as the share of tasks done where none was due. No comparison with it holds.</summary>
    /// <param name="Why">Why there is none.</param>
    public sealed record Undefined(BilingualText Why) : MeasureValue
    {
        /// <inheritdoc/>
        public override string ToString() => "–";
    }
}

/// <summary>The limit of a procedure before and after a change (thời hạn trước và sau), in one unit of time.</summary>
/// <param name="Before">The limit before; positive.</param>
/// <param name="After">The limit after; not negative.</param>
public sealed record LimitChange(Fraction Before, Fraction After);
