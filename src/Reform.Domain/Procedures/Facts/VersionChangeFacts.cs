using NodaTime;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Two states of a procedure side by side, flat (thay đổi của thủ tục): two versions, or one version whose limits changed.</summary>
public sealed record VersionChangeFacts
{
    /// <summary>What rules have to know of changes: judged by the rules of the later date.</summary>
    public static RuleSubject<VersionChangeFacts> Subject { get; } = new(
        "version_change", new BilingualText("thay đổi của thủ tục", "change of a procedure over a period"), f => f.Id, f => f.To, f => f.UnitId)
    {
        Words = new Dictionary<string, BilingualText>(StringComparer.Ordinal)
        {
            [nameof(Id)] = new("mã", "identifier"),
            [nameof(ProcedureCode)] = new("mã thủ tục", "procedure"),
            [nameof(UnitId)] = new("đơn vị chịu trách nhiệm", "unit that answers"),
            [nameof(From)] = new("ngày trước", "earlier date"),
            [nameof(To)] = new("ngày sau", "later date"),
            [nameof(HasReason)] = new("có ghi lý do", "a reason is recorded"),
            [nameof(StepsBefore)] = new("số bước trước", "steps before"),
            [nameof(StepsAfter)] = new("số bước sau", "steps after"),
            [nameof(DocumentsBefore)] = new("số giấy tờ trước", "documents before"),
            [nameof(DocumentsAfter)] = new("số giấy tờ sau", "documents after"),
            [nameof(LimitsLonger)] = new("số thời hạn dài thêm", "limits that became longer"),
            [nameof(LimitsMoved)] = new("số thời hạn đổi mốc tính", "limits whose start event moved"),
            [nameof(LimitsNotComparable)] = new("số thời hạn không so sánh được", "limits that cannot be compared"),
            [nameof(FirstLonger)] = new("thời hạn dài thêm đầu tiên", "first limit that became longer"),
            [nameof(HasTotal)] = new("có thời hạn toàn bộ", "has a limit of the whole"),
            [nameof(TotalBefore)] = new("thời hạn toàn bộ trước", "limit of the whole before"),
            [nameof(TotalAfter)] = new("thời hạn toàn bộ sau", "limit of the whole after"),
        },
    };

    /// <summary>The procedure and the two dates; for example "PTY-ADM/2025-01-01/2025-12-31".</summary>
    public required string Id { get; init; }

    /// <summary>The code of the procedure.</summary>
    public required string ProcedureCode { get; init; }

    /// <summary>The unit that answers for it; null: not said.</summary>
    public string? UnitId { get; init; }

    /// <summary>The earlier date.</summary>
    public required LocalDate From { get; init; }

    /// <summary>The later date.</summary>
    public required LocalDate To { get; init; }

    /// <summary>Whether a reason is recorded for what became longer or more.</summary>
    public bool HasReason { get; init; }

    /// <summary>The number of steps before.</summary>
    public int StepsBefore { get; init; }

    /// <summary>The number of steps after.</summary>
    public int StepsAfter { get; init; }

    /// <summary>The number of documents before; null: of one side they are not recorded.</summary>
    public int? DocumentsBefore { get; init; }

    /// <summary>The number of documents after; null: of one side they are not recorded.</summary>
    public int? DocumentsAfter { get; init; }

    /// <summary>How many limits of the whole or of steps became longer.</summary>
    public int LimitsLonger { get; init; }

    /// <summary>How many of them run from another event: the numbers cannot be compared.</summary>
    public int LimitsMoved { get; init; }

    /// <summary>How many of them cannot be compared otherwise, or were removed.</summary>
    public int LimitsNotComparable { get; init; }

    /// <summary>The first limit that became longer; null: none.</summary>
    public string? FirstLonger { get; init; }

    /// <summary>Whether there is a limit of the whole that binds everywhere.</summary>
    public bool HasTotal { get; init; }

    /// <summary>The longest such limit before; null: it cannot be compared.</summary>
    public int? TotalBefore { get; init; }

    /// <summary>The same limit after, in the same unit from the same event; null: it cannot be compared.</summary>
    public int? TotalAfter { get; init; }

    /// <summary>Works the facts out.</summary>
    /// <param name="procedureCode">The code of the procedure.</param>
    /// <param name="before">The earlier version.</param>
    /// <param name="from">A date of the earlier one: its limits are those in force then.</param>
    /// <param name="after">The later version; it may be the same.</param>
    /// <param name="to">A date of the later one.</param>
    /// <param name="unitId">The unit that answers for the procedure; null: not said.</param>
    /// <param name="reason">Why something became longer, as it is recorded; null: that of the later version, if any.</param>
    /// <returns>The facts.</returns>
    public static VersionChangeFacts Of(
        string procedureCode, ProcedureVersion before, LocalDate from, ProcedureVersion after, LocalDate to, string? unitId = null, BilingualText? reason = null)
    {
        ArgumentNullException.ThrowIfNull(procedureCode);
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new VersionChangeFactsBuilder(procedureCode, before, from, after, to).Build(unitId, reason);
    }

    /// <summary>Works the facts of a procedure over a period out.</summary>
    /// <param name="procedure">The procedure.</param>
    /// <param name="from">The earlier date.</param>
    /// <param name="to">The later date.</param>
    /// <param name="unitId">The unit that answers for the procedure; null: not said.</param>
    /// <returns>The facts; null: it was not in force on one of the dates.</returns>
    public static VersionChangeFacts? Over(Procedure procedure, LocalDate from, LocalDate to, string? unitId = null)
    {
        ArgumentNullException.ThrowIfNull(procedure);
        return procedure.InForceOn(from) is ProcedureVersion before && procedure.InForceOn(to) is ProcedureVersion after
            ? Of(procedure.Code, before, from, after, to, unitId)
            : null;
    }
}
