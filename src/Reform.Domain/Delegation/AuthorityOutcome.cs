namespace Reform.Domain.Delegation;

/// <summary>One step of an explanation of a no: a cause, in a grant or in a rule of law, as it was on a day.</summary>
/// <param name="Cause">The cause.</param>
/// <param name="Grant">The number of the grant, or -1.</param>
/// <param name="Rule">The number of the rule of law, or -1.</param>
/// <param name="Day">The day.</param>
internal readonly record struct BrokenStep(AuthorityBreak Cause, int Grant, int Rule, int Day);

/// <summary>The result of one question over a model, before it is put into words.</summary>
internal sealed class AuthorityOutcome
{
    public required AuthorityVerdict Verdict { get; init; }

    /// <summary>Every cause, the one that decides first; none when competent.</summary>
    public IReadOnlyList<AuthorityBreak> Causes { get; init; } = [];

    /// <summary>From what is nearest the actor up to the broken link.</summary>
    public IReadOnlyList<BrokenStep> Steps { get; init; } = [];

    /// <summary>The grants of the chain, from the top; empty when the actor holds the power by law or there is no chain.</summary>
    public IReadOnlyList<int> Chain { get; init; } = [];

    /// <summary>The rule of law at the top of the chain; -1 when there is no chain.</summary>
    public int Rule { get; init; } = -1;

    /// <summary>As whom the actor acts; null when there is no chain.</summary>
    public Capacity? Capacity { get; init; }

    public IReadOnlyList<string> Missing { get; init; } = [];

    public string? Dimension { get; init; }
}
