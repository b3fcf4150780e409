using NodaTime;
using Reform.Domain.Cases;

namespace Reform.Domain.Simulation;

/// <summary>How a case stands and how it would stand (kết quả mô phỏng của một hồ sơ).</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnitId">The unit that its figures count for; null: not known.</param>
/// <param name="ProcedureCode">Its procedure; null: not known.</param>
/// <param name="Before">How it stands.</param>
/// <param name="After">How it would stand.</param>
public sealed record SimulatedCase(string CaseId, string? UnitId, string? ProcedureCode, CaseStanding Before, CaseStanding After)
{
    /// <summary>Whether it would be early, on time, late, pending or overdue where it is not now.</summary>
    public bool Differs => Before.Timeliness != After.Timeliness;
}

/// <summary>How a case stands by its due date (tình trạng theo hạn của hồ sơ).</summary>
/// <param name="DueOn">The due date; null: not known, or not fixed yet.</param>
/// <param name="EndedOn">The end of the handling; null: it goes on.</param>
/// <param name="Timeliness">How it stands; null: it cannot be told.</param>
public sealed record CaseStanding(LocalDate? DueOn, LocalDate? EndedOn, Timeliness? Timeliness)
{
    /// <summary>How a case stands by dates alone.</summary>
    /// <param name="due">The due date.</param>
    /// <param name="ended">The end.</param>
    /// <param name="asOf">The date of judgement of an open case; null: an open case cannot be told.</param>
    /// <returns>The standing.</returns>
    public static CaseStanding Of(LocalDate? due, LocalDate? ended, LocalDate? asOf) => new(due, ended, (due, ended, asOf) switch
    {
        (null, _, _) => null,
        ({ } limit, { } end, _) => end > limit ? Cases.Timeliness.Late : end < limit ? Cases.Timeliness.Early : Cases.Timeliness.OnTime,
        ({ } limit, null, { } now) => now > limit ? Cases.Timeliness.PendingOverdue : Cases.Timeliness.PendingWithin,
        _ => null,
    });
}
