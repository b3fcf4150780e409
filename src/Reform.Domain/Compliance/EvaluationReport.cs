using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>What was found in a whole log (báo cáo đánh giá).</summary>
public sealed record EvaluationReport
{
    /// <summary>Whether the log is synthetic (dữ liệu mô phỏng).</summary>
    public required bool IsSynthetic { get; init; }

    /// <summary>The zone of the legal dates.</summary>
    public required string Zone { get; init; }

    /// <summary>The date of judgement, or null.</summary>
    public required LocalDate? AsOf { get; init; }

    /// <summary>The version of the work calendar, or null when there is none.</summary>
    public required string? CalendarVersion { get; init; }

    /// <summary>The size of the log.</summary>
    public required LogFigures Log { get; init; }

    /// <summary>The recorded deadlines.</summary>
    public required DeadlineFigures Deadlines { get; init; }

    /// <summary>Which activity follows which.</summary>
    public required FlowFigures Flow { get; init; }

    /// <summary>How the cases follow their steps.</summary>
    public required ConformanceFigures Conformance { get; init; }

    /// <summary>The pairs that need four eyes, in the order of the mapping and then as met.</summary>
    public required ValueList<FourEyesFigures> FourEyes { get; init; }

    /// <summary>How long finished cases took.</summary>
    public required ThroughputFigures Throughput { get; init; }

    /// <summary>What each rule found, in the order of the codes.</summary>
    public required ValueList<RuleFigures> Rules { get; init; }

    /// <summary>The units, those with the most breaches first.</summary>
    public required ValueList<GroupFigures> ByUnit { get; init; }

    /// <summary>The months of receipt, oldest first.</summary>
    public required ValueList<GroupFigures> ByMonth { get; init; }

    /// <summary>The ten worst cases: by breaches critical, then error, then days late, then warning, then identifier.</summary>
    public required ValueList<WorstCase> Worst { get; init; }

    /// <summary>What is odd in the log but could be judged.</summary>
    public required ValueList<DataQualityFinding> DataQuality { get; init; }

    /// <summary>The rules that broke down, with the first case each; empty unless a rule has a defect.</summary>
    public required ValueList<BrokenRule> BrokenRules { get; init; }
}

/// <summary>The size of a log.</summary>
/// <param name="Cases">Cases.</param>
/// <param name="Events">Events.</param>
/// <param name="Activities">Distinct activities.</param>
/// <param name="Variants">Distinct sequences of activities.</param>
/// <param name="Resources">Distinct accounts on events.</param>
public sealed record LogFigures(int Cases, long Events, int Activities, int Variants, int Resources);

/// <summary>Figures on the deadlines as the log records them (thời hạn).</summary>
/// <param name="Finished">Cases with an end, be it one that cannot be read.</param>
/// <param name="Open">Cases without an end.</param>
/// <param name="LateByDate">Finished cases whose end has a later legal date than their deadline.</param>
/// <param name="LateByInstant">Finished cases whose end is a later instant than their deadline; for comparison only.</param>
/// <param name="LateWorkingDaysMedian">The median, over the cases late by date, of the Monday-to-Friday dates d with deadline &lt; d &lt;= end; null without any.</param>
public sealed record DeadlineFigures(int Finished, int Open, int LateByDate, int LateByInstant, double? LateWorkingDaysMedian);

/// <summary>Which activity follows which, in file order.</summary>
/// <param name="DirectlyFollowsTotal">How many times an activity follows another.</param>
/// <param name="DirectlyFollowsPairs">How many distinct pairs there are.</param>
/// <param name="Top">The ten most frequent pairs.</param>
public sealed record FlowFigures(long DirectlyFollowsTotal, int DirectlyFollowsPairs, ValueList<FlowPair> Top);

/// <summary>One activity directly followed by another.</summary>
/// <param name="A">The earlier activity.</param>
/// <param name="B">The later activity.</param>
/// <param name="Count">How often.</param>
public sealed record FlowPair(string A, string B, long Count);

/// <summary>How many cases follow their steps.</summary>
/// <param name="Judged">Cases whose steps are known.</param>
/// <param name="Exact">Cases whose activities are exactly the steps.</param>
/// <param name="Missing">Cases that lack a step.</param>
/// <param name="Extra">Cases with an activity outside the steps.</param>
/// <param name="Repeated">Cases that repeat a step.</param>
/// <param name="OutOfOrder">Cases with a step whose first occurrence comes before that of an earlier step.</param>
public sealed record ConformanceFigures(int Judged, int Exact, int Missing, int Extra, int Repeated, int OutOfOrder);

/// <summary>How one pair of activities was kept apart.</summary>
/// <param name="Pair">The pair.</param>
/// <param name="CasesWithBoth">Cases in which both occur.</param>
/// <param name="Violations">Cases in which one account did both.</param>
/// <param name="Undecided">Cases in which it cannot be told.</param>
public sealed record FourEyesFigures(FourEyesPair Pair, int CasesWithBoth, int Violations, int Undecided);

/// <summary>How long finished cases took, receipt to end by legal date; the first day is not counted, the last one is.</summary>
/// <param name="Cases">Finished cases with a receipt and an end that can be read.</param>
/// <param name="CalendarDaysMedian">The median in dates; null without any case.</param>
/// <param name="WorkingDaysMedian">The median in Monday-to-Friday dates; null without any case.</param>
public sealed record ThroughputFigures(int Cases, double? CalendarDaysMedian, double? WorkingDaysMedian);

/// <summary>What one rule found.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="NotApplicable">Cases that it does not concern.</param>
/// <param name="Passed">Cases that keep it.</param>
/// <param name="Failed">Cases that break it.</param>
/// <param name="Unknown">Cases that it cannot decide.</param>
public sealed record RuleFigures(RuleInfo Rule, int NotApplicable, int Passed, int Failed, int Unknown);

/// <summary>Figures of a unit or of a month.</summary>
/// <param name="Key">The unit's identifier or the month as "2024-05"; empty when a case names none.</param>
/// <param name="Name">The name.</param>
/// <param name="Cases">Cases.</param>
/// <param name="Finished">Cases with an end.</param>
/// <param name="Late">Cases that broke the rule on finished or on open cases being in time.</param>
/// <param name="CasesWithBreach">Cases with at least one breach.</param>
/// <param name="Breaches">Breaches.</param>
/// <param name="Critical">Critical breaches among them.</param>
/// <param name="Unknown">Verdicts that could not be reached.</param>
public sealed record GroupFigures(
    string Key, BilingualText Name, int Cases, int Finished, int Late, int CasesWithBreach, int Breaches, int Critical, int Unknown);

/// <summary>One of the worst cases.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="UnitId">Its unit, or null.</param>
/// <param name="Critical">Critical breaches.</param>
/// <param name="Errors">Breaches of severity error.</param>
/// <param name="Warnings">Warnings.</param>
/// <param name="DaysLate">Dates past the due date, at the end or at the date of judgement; 0 when in time or not known.</param>
/// <param name="RuleCodes">The rules broken, in the order of their codes.</param>
public sealed record WorstCase(
    string CaseId, string? UnitId, int Critical, int Errors, int Warnings, int DaysLate, ValueList<string> RuleCodes);

/// <summary>A rule that broke down instead of judging.</summary>
/// <param name="Failure">The rule, and what it threw.</param>
/// <param name="CaseId">The first case on which it did.</param>
/// <param name="Cases">On how many cases it did.</param>
public sealed record BrokenRule(RuleFailure Failure, string CaseId, int Cases);
