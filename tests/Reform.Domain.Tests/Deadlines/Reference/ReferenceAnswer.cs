using NodaTime;
using NodaTime.Text;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>What is answered: a date, an instant, that the clock stands still, or a refusal with the field at fault.</summary>
internal sealed record ReferenceAnswer(LocalDate? Date, LocalDateTime? Instant, bool Provisional, string? Error)
{
    public static ReferenceAnswer StandsStill { get; } = new(null, null, false, null);

    /// <summary>
    /// Neither the law nor the default policy says it: what is due at once or on the day of receipt, received on a suspended day; and
    /// whether a clock that is to stop where the calendar has ended stands still.
    /// </summary>
    public static ReferenceAnswer Unsettled { get; } = new(null, null, true, null);

    /// <summary>The last day before it was rolled; null of an instant.</summary>
    public LocalDate? Unrolled { get; init; }

    /// <summary>When it is over.</summary>
    public LocalDateTime? OverAt { get; init; }

    public static ReferenceAnswer Refused(string field) => new(null, null, false, field);

    /// <summary>As the table of worked cases writes it.</summary>
    public override string ToString() => Error is string field ? "error: " + field
        : Date is LocalDate date ? LocalDatePattern.Iso.Format(date) + Mark
        : Instant is LocalDateTime instant ? LocalDateTimePattern.GeneralIso.Format(instant) + Mark
        : "suspended";

    private string Mark => Provisional ? " provisional" : "";
}

/// <summary>The reference refuses a question.</summary>
internal sealed class ReferenceRefusal(string field) : Exception(field)
{
    public string Field { get; } = field;
}

/// <summary>The walk has met a suspension that lasts.</summary>
internal sealed class ClockStandsStill : Exception;
