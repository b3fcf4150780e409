using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Legal;

/// <summary>
/// A fact together with the moment at which it was entered in a register (dữ kiện đã ghi nhận và thời điểm ghi nhận): the second time
/// axis. Nothing recorded is ever changed or deleted: a correction is a new record that names the one it replaces.
/// </summary>
/// <typeparam name="T">What is recorded.</typeparam>
/// <param name="Id">The identifier of the record, unique in its register; not the identifier of the fact.</param>
/// <param name="Fact">The fact; null strikes the corrected record out (xóa ghi nhận sai) and is allowed in a correction only.</param>
/// <param name="RecordedAt">When it was entered.</param>
/// <param name="Corrects">The record that this one replaces from <paramref name="RecordedAt"/> on, or null.</param>
public sealed record Recorded<T>(string Id, T? Fact, Instant RecordedAt, string? Corrects = null)
    where T : class;

/// <summary>Looks at recorded facts as they were known at a moment.</summary>
public static class Recorded
{
    /// <summary>The records that stood at a moment: entered by then, and not corrected by then.</summary>
    /// <typeparam name="T">What is recorded.</typeparam>
    /// <param name="records">The records, in any order.</param>
    /// <param name="knownAt">The moment; what was entered at that very moment is known.</param>
    /// <returns>The records that stand, in the order given; those that only strike others out are left out.</returns>
    public static ValueList<Recorded<T>> StandingAt<T>(IEnumerable<Recorded<T>> records, Instant knownAt)
        where T : class
    {
        ArgumentNullException.ThrowIfNull(records);
        List<Recorded<T>> known = [.. records.Where(r => r.RecordedAt <= knownAt)];
        HashSet<string> corrected = new(known.Select(r => r.Corrects).OfType<string>(), StringComparer.Ordinal);
        return known.Where(r => r.Fact is not null && !corrected.Contains(r.Id)).ToValueList();
    }
}
