namespace Reform.Domain.Cases;

/// <summary>The events of procedures that kinds of case events stand for (mốc của thủ tục), in the words of time limits.</summary>
/// <remarks>An event of another name, such as "cell.resolution.date", is named by <see cref="CaseEvent.Milestone"/>.</remarks>
public static class Milestones
{
    private static readonly string[] Receipt = ["receipt.time", "receipt.official.time", "submission.time"];
    private static readonly string[] Complete = ["dossier.complete"];
    private static readonly string[] Notice = ["notice.time"];
    private static readonly string[] Supplement = ["supplement.time"];
    private static readonly string[] Decision = ["decision.date"];
    private static readonly string[] Result = ["result.date", "result.sent.date"];

    /// <summary>Those responsible for a lateness were reviewed (kiểm điểm trách nhiệm); as a rule the minutes of it are recorded.</summary>
    public const string ResponsibilityReview = "responsibility.review.date";

    /// <summary>Whether an event is an event of the procedure.</summary>
    /// <param name="milestone">The event of the procedure; for example "receipt.time".</param>
    /// <param name="e">The event of the case.</param>
    /// <returns>True when it names it, or its kind stands for it.</returns>
    public static bool IsReachedBy(string milestone, CaseEvent e)
    {
        ArgumentNullException.ThrowIfNull(e);
        return string.Equals(e.Milestone, milestone, StringComparison.Ordinal) || KindOf(e).Contains(milestone, StringComparer.Ordinal);
    }

    /// <summary>The events of the procedure that the kind of an event stands for.</summary>
    internal static string[] KindOf(CaseEvent e) => e switch
    {
        CaseReceived => Receipt,
        CompletenessChecked { IsComplete: true } => Complete,
        CompletenessChecked or SupplementRequested => Notice,
        SupplementReceived => Supplement,
        CaseDecided or CaseRefused => Decision,
        ResultReturned => Result,
        _ => [],
    };

    // Only what comes in over the counter has a cut-off hour.
    internal static bool IsIntake(string milestone) => milestone is
        "receipt.time" or "receipt.official.time" or "submission.time" or "clock.start" or "dossier.complete" or "dossier.complete.and.paid";
}
