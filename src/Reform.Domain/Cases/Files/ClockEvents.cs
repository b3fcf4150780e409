using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The handling was suspended (tạm dừng giải quyết): the clock stands still from the next day on.</summary>
/// <param name="At">When.</param>
/// <param name="Ground">The ground (căn cứ tạm dừng), in the words of the procedure; empty: none was given.</param>
public sealed record CaseSuspended(CaseTime At, string Ground) : CaseEvent(At)
{
    /// <summary>The law that allows it; null: none was given.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>The last day that it is to last (tạm dừng đến hết ngày), as it says itself; null: it does not say.</summary>
    public LocalDate? Until { get; init; }
}

/// <summary>The handling was resumed (tiếp tục giải quyết): the day itself is not counted.</summary>
/// <param name="At">When.</param>
public sealed record CaseResumed(CaseTime At) : CaseEvent(At);

/// <summary>The limit was extended (gia hạn).</summary>
/// <param name="At">When it was granted.</param>
/// <param name="Length">By how much.</param>
public sealed record CaseExtended(CaseTime At, TimeLimit Length) : CaseEvent(At)
{
    /// <summary>Why; null: not said.</summary>
    public BilingualText? Why { get; init; }

    /// <summary>What it rests on; null: not said.</summary>
    public LegalBasis? Basis { get; init; }
}
