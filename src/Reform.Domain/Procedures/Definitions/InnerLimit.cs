using NodaTime;
using Reform.Domain.Deadlines;

namespace Reform.Domain.Procedures;

/// <summary>A step limit inside a limit of the whole that runs from the same event.</summary>
/// <param name="Total">The limit of the whole.</param>
/// <param name="Step">That of the step.</param>
/// <param name="Most">The length of the whole on the date; null: none is recorded.</param>
/// <param name="Length">That of the step; null: none is recorded.</param>
internal sealed record InnerLimit(ProcedureTimeLimit Total, ProcedureTimeLimit Step, TimeLimit? Most, TimeLimit? Length)
{
    /// <summary>By how much the step is longer; null: they count different units, or the length of one is not recorded.</summary>
    public int? Over => Most is not null && Length is not null && Most.Unit == Length.Unit ? Length.Amount - Most.Amount : null;

    /// <summary>The step limits of a version beside the limits of the whole that bind them.</summary>
    public static IEnumerable<InnerLimit> Of(ProcedureVersion version, LocalDate date) =>
        from step in version.TimeLimits
        where step.Scope == LimitScope.Step
        from total in version.TimeLimits
        where total.Scope == LimitScope.Total && Binds(total, step)
        let whole = VersionComparison.TermsOn(total, date)
        let part = VersionComparison.TermsOn(step, date)
        where string.Equals((whole ?? total.Terms).StartEvent, (part ?? step.Terms).StartEvent, StringComparison.Ordinal)
        select new InnerLimit(total, step, whole?.Limit, part?.Limit);

    // A total binds a step of its own territory only: Hà Nội's shorter total says nothing about the rest of the country.
    private static bool Binds(ProcedureTimeLimit total, ProcedureTimeLimit step) => total.Direction == step.Direction
        && (total.AppliesTo is null || string.Equals(total.AppliesTo, step.AppliesTo, StringComparison.Ordinal));
}
