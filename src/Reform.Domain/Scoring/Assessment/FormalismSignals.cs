using System.Globalization;
using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Scoring;

/// <summary>What is known of how a unit came to its score, for signs of formalism (dữ liệu về bệnh hình thức).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="Period">The period.</param>
public sealed record FormalismData(string UnitId, EvaluationPeriod Period)
{
    /// <summary>The score; null: there is none yet.</summary>
    public UnitScore? Score { get; init; }

    /// <summary>The gap between self-score and appraisal; null: not known.</summary>
    public SelfAppraisalGap? Gap { get; init; }

    /// <summary>The leaves for whose points something is shown: a document, a case, a task; null: not known.</summary>
    public ValueList<string>? LeavesWithEvidence { get; init; }

    /// <summary>When the tasks of the period were closed; null: not known.</summary>
    public ValueList<LocalDate>? TasksClosedOn { get; init; }

    /// <summary>The tasks that were due, by difficulty; null: not known.</summary>
    public DifficultyCounts? Difficulty { get; init; }
}

/// <summary>Tasks that were due and done, easy and hard (nhiệm vụ dễ, nhiệm vụ khó).</summary>
/// <param name="EasyDue">Easy tasks that were due.</param>
/// <param name="EasyDone">Those of them that were done.</param>
/// <param name="HardDue">Hard tasks that were due.</param>
/// <param name="HardDone">Those of them that were done.</param>
public sealed record DifficultyCounts(int EasyDue, int EasyDone, int HardDue, int HardDone);

/// <summary>From where on a sign of formalism is shown (ngưỡng). Choices of this library, no law.</summary>
public sealed record FormalismThresholds
{
    /// <summary>What holds where nothing else is set.</summary>
    public static FormalismThresholds Default { get; } = new();

    /// <summary>How many last days of a period are looked at.</summary>
    public int LastDays { get; init; } = 5;

    /// <summary>The share of tasks closed in the last days from which it is shown.</summary>
    public Fraction ClosedShare { get; init; } = 0.5m;

    /// <summary>The fewest closed tasks for which a share says anything.</summary>
    public int FewestTasks { get; init; } = 5;

    /// <summary>How much the share of easy tasks done may lie above that of hard ones.</summary>
    public Fraction EasyAhead { get; init; } = 0.5m;
}

/// <summary>A sign of formalism (dấu hiệu hình thức): for people to look at; it accuses nobody.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Why">What was seen.</param>
public sealed record FormalismSignal(FormalismKind Kind, Reason Why)
{
    private static readonly ReasonKind Evidence = new(
        "points_without_evidence", "{count} tiêu chí có điểm nhưng không có tài liệu: {leaves}", "{count} leaves have points and nothing that shows them: {leaves}");

    private static readonly ReasonKind Gapped = new(
        "self_score_far_from_appraisal", "Tự chấm {self}, thẩm định {appraised}: chênh {gap}", "Self-score {self}, appraised {appraised}: {gap} apart");

    private static readonly ReasonKind AllAtMaximum = new(
        "all_at_maximum", "Cả {count} tiêu chí đều đạt điểm tối đa", "All {count} leaves are at their maximum");

    private static readonly ReasonKind Bulk = new(
        "closed_in_last_days", "{count} trong {all} nhiệm vụ đóng trong {days} ngày cuối kỳ", "{count} of {all} tasks were closed in the last {days} days of the period");

    private static readonly ReasonKind Easy = new(
        "easy_before_hard",
        "Nhiệm vụ dễ xong {easyDone}/{easyDue}, nhiệm vụ khó xong {hardDone}/{hardDue}",
        "Easy tasks done {easyDone}/{easyDue}, hard tasks done {hardDone}/{hardDue}");

    /// <summary>Looks for signs.</summary>
    /// <param name="data">What is known; what is not gives no sign.</param>
    /// <param name="thresholds">From where on a sign is shown.</param>
    /// <returns>The signs, in the order of their kinds.</returns>
    public static ValueList<FormalismSignal> In(FormalismData data, FormalismThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(data);
        ArgumentNullException.ThrowIfNull(thresholds);
        return new[] { WithoutEvidence(data), GapOf(data), AtMaximum(data), ClosedLate(data, thresholds), EasyFirst(data, thresholds) }
            .OfType<FormalismSignal>().ToValueList();
    }

    private static FormalismSignal? WithoutEvidence(FormalismData data)
    {
        if (data.Score is null || data.LeavesWithEvidence is not { } shown)
        {
            return null;
        }

        string[] bare = [.. data.Score.Leaves.Where(l => l.Points?.Sign > 0 && !shown.Contains(l.LeafId, StringComparer.Ordinal)).Select(l => l.LeafId)];
        return bare.Length == 0
            ? null
            : new FormalismSignal(FormalismKind.PointsWithoutEvidence, Evidence.Because(null, ("count", bare.Length), ("leaves", bare.ToValueList())));
    }

    private static FormalismSignal? GapOf(FormalismData data) => data.Gap is { IsFlagged: true } gap
        ? new FormalismSignal(FormalismKind.SelfScoreFarFromAppraisal, Gapped.Because(
            null, ("self", gap.SelfTotal.ToFixed(2)), ("appraised", gap.AppraisedTotal.ToFixed(2)), ("gap", gap.Gap.ToFixed(2))))
        : null;

    private static FormalismSignal? AtMaximum(FormalismData data)
    {
        LeafScore[] applicable = [.. data.Score?.Leaves.Where(l => l.State != LeafState.NotApplicable) ?? []];
        return applicable.Length > 1 && Array.TrueForAll(applicable, l => l.Points == l.Max)
            ? new FormalismSignal(FormalismKind.AllAtMaximum, AllAtMaximum.Because(null, ("count", applicable.Length)))
            : null;
    }

    private static FormalismSignal? ClosedLate(FormalismData data, FormalismThresholds thresholds)
    {
        LocalDate[] closed = [.. data.TasksClosedOn?.Where(d => d >= data.Period.From && d <= data.Period.To) ?? []];
        int last = closed.Count(d => d > data.Period.To.PlusDays(-thresholds.LastDays));
        return closed.Length >= thresholds.FewestTasks && last >= thresholds.ClosedShare * closed.Length
            ? new FormalismSignal(
                FormalismKind.ClosedInLastDays, Bulk.Because(null, ("count", last), ("all", closed.Length), ("days", thresholds.LastDays)))
            : null;
    }

    private static FormalismSignal? EasyFirst(FormalismData data, FormalismThresholds thresholds) =>
        data.Difficulty is { EasyDue: > 0, HardDue: > 0 } d
        && Fraction.Of(d.EasyDone, d.EasyDue) - Fraction.Of(d.HardDone, d.HardDue) >= thresholds.EasyAhead
            ? new FormalismSignal(FormalismKind.EasyBeforeHard, Easy.Because(
                null, ("easyDone", Text(d.EasyDone)), ("easyDue", Text(d.EasyDue)), ("hardDone", Text(d.HardDone)), ("hardDue", Text(d.HardDue))))
            : null;

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>The kinds of signs of formalism.</summary>
public enum FormalismKind
{
    /// <summary>Points that nothing shows (điểm không có tài liệu kiểm chứng).</summary>
    PointsWithoutEvidence = 0,

    /// <summary>The self-score is far from the appraisal (tự chấm chênh nhiều so với thẩm định).</summary>
    SelfScoreFarFromAppraisal = 1,

    /// <summary>Every leaf is at its maximum (mọi tiêu chí đều tối đa).</summary>
    AllAtMaximum = 2,

    /// <summary>Many tasks closed in the last days of the period (đóng dồn cuối kỳ).</summary>
    ClosedInLastDays = 3,

    /// <summary>Easy tasks done, hard ones postponed (dễ làm, khó bỏ).</summary>
    EasyBeforeHard = 4,
}
