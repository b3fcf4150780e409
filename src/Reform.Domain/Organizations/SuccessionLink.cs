using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <summary>How bodies are reorganised (hình thức sắp xếp tổ chức).</summary>
public enum ReorganizationKind
{
    /// <summary>Consolidate: bodies end and a new one begins (hợp nhất).</summary>
    Consolidate = 0,

    /// <summary>Merge: a body ends in one that goes on (sáp nhập).</summary>
    Merge = 1,

    /// <summary>Divide: a body ends and several take its place (chia).</summary>
    Divide = 2,

    /// <summary>Split off: a part leaves a body that goes on (tách).</summary>
    SplitOff = 3,

    /// <summary>Transfer: a function or territory passes to another body (chuyển giao).</summary>
    Transfer = 4,

    /// <summary>Dissolve: a body ends (giải thể).</summary>
    Dissolve = 5,

    /// <summary>Dissolve as discipline (giải tán).</summary>
    DissolveAsDiscipline = 6,
}

/// <summary>
/// That a unit took over from another (kế thừa): everything, or one function, one territory, or one function in one territory. Links are
/// many-to-many.
/// </summary>
/// <param name="FromId">The unit that gave it away or ended.</param>
/// <param name="ToId">The unit that took it over; null: nobody did, which only a dissolution may say.</param>
/// <param name="Kind">How.</param>
/// <param name="On">The first day on which the other unit has it.</param>
public sealed record SuccessionLink(string FromId, string? ToId, ReorganizationKind Kind, LocalDate On)
{
    /// <summary>The function that passed; null: every function.</summary>
    public string? Function { get; init; }

    /// <summary>The territory that passed; null: every territory.</summary>
    public string? Territory { get; init; }

    /// <summary>The instrument, or null when it is not known.</summary>
    public LegalBasis? Basis { get; init; }
}
