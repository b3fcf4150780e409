using NodaTime;
using NodaTime.Text;

namespace Reform.Domain.Cases;

/// <summary>A way in which a log writes times, other than ISO 8601; for example "dd/MM/uuuu HH:mm" (mẫu thời điểm).</summary>
/// <remarks>The letters are those of NodaTime. Two-digit years ("yy") up to 30 are of this century, later ones of the last.</remarks>
internal sealed class TimePattern
{
    private readonly IPattern<LocalDate>? dates;
    private readonly IPattern<LocalDateTime>? times;
    private readonly IPattern<OffsetDateTime>? offsets;

    private TimePattern(IPattern<LocalDate>? dates, IPattern<LocalDateTime>? times, IPattern<OffsetDateTime>? offsets)
    {
        this.dates = dates;
        this.times = times;
        this.offsets = offsets;
    }

    /// <exception cref="InvalidPatternException">It is no pattern.</exception>
    public static TimePattern Of(string pattern)
    {
        string letters = Unquoted(pattern);
        if (letters.Contains("o<", StringComparison.Ordinal))
        {
            return new TimePattern(null, null, OffsetDateTimePattern.CreateWithInvariantCulture(pattern));
        }

        return letters.AsSpan().IndexOfAny("Hhmst") >= 0
            ? new TimePattern(null, LocalDateTimePattern.CreateWithInvariantCulture(pattern), null)
            : new TimePattern(LocalDatePattern.CreateWithInvariantCulture(pattern), null, null);
    }

    /// <summary>The date, with the time and the offset that the pattern has; null when the text is not written so.</summary>
    public (LocalDate Date, LocalDateTime? Time, Offset? Offset)? Read(string text)
    {
        if (dates?.Parse(text) is { Success: true } date)
        {
            return (date.Value, null, null);
        }

        if (times?.Parse(text) is { Success: true } time)
        {
            return (time.Value.Date, time.Value, null);
        }

        return offsets?.Parse(text) is { Success: true } offset ? (offset.Value.Date, offset.Value.LocalDateTime, offset.Value.Offset) : null;
    }

    private static string Unquoted(string pattern)
    {
        string[] parts = pattern.Split('\'');
        return string.Concat(parts.Where((_, i) => i % 2 == 0));
    }
}
