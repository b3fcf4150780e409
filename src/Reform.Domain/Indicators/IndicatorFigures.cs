using Reform.Domain.Values;

namespace Reform.Domain.Indicators;

/// <summary>The figures of a group of cases in a period (chỉ số giải quyết hồ sơ).</summary>
public sealed record IndicatorFigures
{
    /// <summary>The unit that received the cases; null: all units.</summary>
    public string? UnitId { get; init; }

    /// <summary>The procedure; null: all procedures.</summary>
    public string? ProcedureCode { get; init; }

    /// <summary>Cases that were open when the period began (tồn đầu kỳ).</summary>
    public int CarriedOver { get; init; }

    /// <summary>Cases received in the period (tiếp nhận trong kỳ).</summary>
    public int Received { get; init; }

    /// <summary>Decided or refused in the period before their due date (giải quyết trước hạn).</summary>
    public int ResolvedEarly { get; init; }

    /// <summary>Decided or refused in the period on their due date (giải quyết đúng hạn).</summary>
    public int ResolvedOnTime { get; init; }

    /// <summary>Decided or refused in the period after their due date (giải quyết trễ hạn).</summary>
    public int ResolvedLate { get; init; }

    /// <summary>Decided or refused in the period, without a known due date (giải quyết, không rõ hạn).</summary>
    public int ResolvedUnknown { get; init; }

    /// <summary>Withdrawn in the period (rút hồ sơ); no resolution.</summary>
    public int Withdrawn { get; init; }

    /// <summary>Open at the end, not past their due date (đang giải quyết, trong hạn).</summary>
    public int PendingWithin { get; init; }

    /// <summary>Open at the end, past their due date (đang giải quyết, quá hạn).</summary>
    public int PendingOverdue { get; init; }

    /// <summary>Open at the end, without a known due date (đang giải quyết, không rõ hạn).</summary>
    public int PendingUnknown { get; init; }

    /// <summary>Secret cases of the period, which no other figure counts (hồ sơ mật, không đưa vào chỉ số).</summary>
    public int SecretLeftOut { get; init; }

    /// <summary>Cases that were carried over or received, handled by a procedure that is written down nowhere: a gap to close (quy trình chưa thành văn).</summary>
    public int UnderUnwrittenProcedure { get; init; }

    /// <summary>Working days of the cases that were resolved in the period, the clock's stops left out (số ngày làm việc).</summary>
    public DaysFigures WorkingDays { get; init; } = DaysFigures.None;

    /// <summary>Calendar days of the same (số ngày theo lịch).</summary>
    public DaysFigures CalendarDays { get; init; } = DaysFigures.None;

    /// <summary>How often a step of a resolved case was done again (số lượt làm lại).</summary>
    public int ReworkRuns { get; init; }

    /// <summary>Resolved cases in which a supplement was asked for (hồ sơ phải bổ sung).</summary>
    public int WithSupplement { get; init; }

    /// <summary>In how many late cases, resolved or pending, which step took the most time, the most frequent first (điểm nghẽn).</summary>
    public ValueList<Bottleneck> Bottlenecks { get; init; } = [];

    /// <summary>Working days that each step took in the cases that are not withdrawn, by step (thời gian từng bước).</summary>
    public ValueList<StepFigures> Steps { get; init; } = [];

    /// <summary>All that were resolved in the period (đã giải quyết).</summary>
    public int Resolved => ResolvedEarly + ResolvedOnTime + ResolvedLate + ResolvedUnknown;

    /// <summary>All that are open at the end (tồn cuối kỳ).</summary>
    public int Backlog => PendingWithin + PendingOverdue + PendingUnknown;

    /// <summary>
    /// The on-time rate (tỉ lệ đúng hạn): those resolved early or on time, of all resolved with a known due date and all pending overdue. Pending
    /// cases that are still within their limit are in neither.
    /// </summary>
    public Rate OnTimeRate => new(ResolvedEarly + ResolvedOnTime, ResolvedEarly + ResolvedOnTime + ResolvedLate + PendingOverdue);
}

/// <summary>A share as it was counted (tỉ lệ): exact, in whole numbers.</summary>
/// <param name="Numerator">How many.</param>
/// <param name="Denominator">Of how many; 0: there is no rate.</param>
public readonly record struct Rate(int Numerator, int Denominator)
{
    /// <summary>Whether the rate is at least a share; null: there is none.</summary>
    /// <param name="percent">The share, in percent.</param>
    /// <returns>The answer, computed in whole numbers.</returns>
    public bool? IsAtLeast(int percent) => Denominator == 0 ? null : (long)Numerator * 100 >= (long)percent * Denominator;

    /// <summary>The share in percent, rounded to two decimals, halves away from zero; null: there is none.</summary>
    public decimal? Percent => Denominator == 0 ? null : Math.Round(Numerator * 100m / Denominator, 2, MidpointRounding.AwayFromZero);
}

/// <summary>Days of cases (phân bố số ngày); percentiles by nearest rank, so that each is the figure of a case.</summary>
/// <param name="Count">How many cases have the figure.</param>
/// <param name="Sum">The sum of the days.</param>
/// <param name="Median">The median; null: there is none.</param>
/// <param name="Percentile90">The 90th percentile; null: there is none.</param>
/// <param name="Most">The most; null: there is none.</param>
public sealed record DaysFigures(int Count, long Sum, int? Median, int? Percentile90, int? Most)
{
    /// <summary>No case.</summary>
    public static DaysFigures None { get; } = new(0, 0, null, null, null);
}

/// <summary>A step at which late cases lost most of their time (điểm nghẽn).</summary>
/// <param name="Step">The number of the step.</param>
/// <param name="LateCases">In how many late cases.</param>
public sealed record Bottleneck(int Step, int LateCases);

/// <summary>The time that a step took (thời gian của bước).</summary>
/// <param name="Step">The number of the step.</param>
/// <param name="WorkingDays">Working days in the cases that had it.</param>
public sealed record StepFigures(int Step, DaysFigures WorkingDays);
