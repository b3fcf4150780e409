using NodaTime;
using Reform.Domain.Deadlines;

namespace Reform.Domain.Procedures;

/// <summary>What counts how much in the burden of a procedure (trọng số gánh nặng thủ tục); data, not law.</summary>
/// <param name="Document">A required document.</param>
/// <param name="Copy">A copy of it.</param>
/// <param name="Step">A step.</param>
/// <param name="Handover">A change of hands between kinds of units.</param>
/// <param name="Day">A day of the whole limit.</param>
public sealed record BurdenWeights(int Document, int Copy, int Step, int Handover, int Day)
{
    /// <summary>The weights that are used where none are given: a document 3, a copy 1, a step 2, a change of hands 2, a day 1.</summary>
    public static BurdenWeights Default { get; } = new(3, 1, 2, 2, 1);
}

/// <summary>How cumbersome a procedure is (điểm gánh nặng thủ tục), for ranking procedures against each other; no legal measure.</summary>
/// <remarks>
/// Score = documents × w + copies × w + steps × w + changes of hands × w + days × w. The days are those of the longest limit of the whole that is
/// counted in days of any kind, weeks as 7 and months as 30. What is not recorded adds nothing, and the score says that it is partial.
/// </remarks>
/// <param name="Score">The score.</param>
/// <param name="Documents">How many documents; null: not recorded.</param>
/// <param name="Copies">How many copies; null: not recorded.</param>
/// <param name="Steps">How many steps.</param>
/// <param name="Handovers">How many changes of hands.</param>
/// <param name="Days">How many days; null: no whole limit in days is recorded.</param>
public sealed record BurdenScore(int Score, int? Documents, int? Copies, int Steps, int Handovers, int? Days)
{
    /// <summary>Whether something is not recorded, so that the score is too low.</summary>
    public bool IsPartial => Documents is null || Copies is null || Days is null;

    /// <summary>Scores a version.</summary>
    /// <param name="version">The version.</param>
    /// <param name="on">The date whose limits count.</param>
    /// <param name="weights">The weights; null: the default ones.</param>
    /// <returns>The score with its parts.</returns>
    public static BurdenScore Of(ProcedureVersion version, LocalDate on, BurdenWeights? weights = null)
    {
        ArgumentNullException.ThrowIfNull(version);
        BurdenWeights w = weights ?? BurdenWeights.Default;
        int? copies = VersionComparison.CopiesOf(version);
        int handovers = VersionComparison.HandoversOf(version);
        int? days = version.TimeLimits.Where(l => l.Scope == LimitScope.Total).Select(l => DaysOf(VersionComparison.TermsOn(l, on)?.Limit)).Max();
        int score = ((version.Documents?.Count ?? 0) * w.Document) + ((copies ?? 0) * w.Copy) + (version.Steps.Count * w.Step) + (handovers * w.Handover) + ((days ?? 0) * w.Day);
        return new BurdenScore(score, version.Documents?.Count, copies, version.Steps.Count, handovers, days);
    }

    private static int? DaysOf(TimeLimit? limit) => limit?.Unit switch
    {
        TimeUnit.WorkingDay or TimeUnit.CalendarDay or TimeUnit.NonHolidayDay => limit.Amount,
        TimeUnit.Week => limit.Amount * 7,
        TimeUnit.Month => limit.Amount * 30,
        TimeUnit.SameDay or TimeUnit.Immediate => 0,
        _ => null,
    };
}
