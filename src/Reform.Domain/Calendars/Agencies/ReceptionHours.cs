using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>
/// A weekly rest day on which the agency receives files (tiếp nhận hồ sơ ngày thứ Bảy). It is open, and still no working day.
/// </summary>
/// <param name="Weekday">The weekly rest day.</param>
/// <param name="Sessions">When it receives; one session at least.</param>
public sealed record ReceptionHours(IsoDayOfWeek Weekday, ValueList<OfficeSession> Sessions)
{
    /// <summary>The dates on which it holds, [from, to); always by default.</summary>
    public Validity InForce { get; init; }

    /// <summary>The instrument that sets it; null: not recorded.</summary>
    public LegalBasis? Basis { get; init; }
}
