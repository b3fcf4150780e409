using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>By when a limit is due under one of several readings that stand (hạn theo một cách hiểu).</summary>
/// <param name="Meaning">What the text means, so read.</param>
/// <param name="DueOn">The due date; null: it cannot be computed.</param>
public sealed record ReadDue(BilingualText Meaning, LocalDate? DueOn)
{
    private static readonly BilingualText AsWritten = new("theo văn bản", "as written");

    /// <summary>The due dates of a limit by every reading.</summary>
    /// <param name="limit">How the limit stands in the case; null: there is none.</param>
    /// <returns>One for each reading while none is settled; else nothing.</returns>
    public static ValueList<ReadDue> Of(LimitReading? limit) =>
        limit?.Alternatives.Select(r => new ReadDue(r.ReadAs?.Meaning ?? AsWritten, r.On)).ToValueList() ?? [];
}
