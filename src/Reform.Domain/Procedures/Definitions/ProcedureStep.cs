using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A step of a procedure (bước).</summary>
/// <param name="Number">Its number, 1 or more, unique in the version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Unit">The kind of unit in charge, in the words of the catalogue; for example "cell".</param>
public sealed record ProcedureStep(int Number, BilingualText Name, string Unit)
{
    /// <summary>The number of the step that it follows; null for a first step.</summary>
    public int? After { get; init; }

    /// <summary>What it produces; null: nothing is recorded.</summary>
    public string? Output { get; init; }

    /// <summary>The identifiers of the time limits that bind it; one may stand in another procedure.</summary>
    public ValueList<string> TimeLimitIds { get; init; } = [];

    /// <summary>The vote of a collective that decides it; null: no collective decision is recorded.</summary>
    public CollectiveVote? Vote { get; init; }

    /// <summary>The title of the one person who decides it; null: none is recorded. Never beside a vote.</summary>
    public string? Decider { get; init; }

    /// <summary>The power that deciding it takes (thẩm quyền); null: it decides nothing, or no power is recorded.</summary>
    public string? PowerId { get; init; }

    /// <summary>The activity by which event logs call it; as a rule its Vietnamese name.</summary>
    public string Activity { get; init => field = value ?? throw new ArgumentNullException(nameof(value)); } = Name.Vietnamese;
}

/// <summary>How a collective decides a step (tập thể biểu quyết).</summary>
/// <param name="Threshold">The share that has to be in favour.</param>
/// <param name="Electorate">Who votes.</param>
/// <param name="Ballot">How they vote; for example "ballot-or-card".</param>
public sealed record CollectiveVote(VotingThreshold Threshold, string Electorate, string Ballot);
