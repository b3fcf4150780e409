using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What is known of a case, as far as competence depends on it (tình tiết của vụ việc). What is not stated is not known.</summary>
public sealed record AuthorityCase
{
    /// <summary>A case of which nothing is stated.</summary>
    public static AuthorityCase Unstated { get; } = new();

    /// <summary>The subject matter, as scopes write it; for example the code of the procedure.</summary>
    public string? Subject { get; init; }

    /// <summary>The territories in which the matter lies; several when it lies across a border.</summary>
    public ValueList<string> Territories { get; init; } = [];

    /// <summary>The kind of case, as scopes write it.</summary>
    public string? CaseKind { get; init; }

    /// <summary>The amount, in the unit of the power's limits.</summary>
    public decimal? Amount { get; init; }

    /// <summary>The persons whom the case concerns: the requester, and who else has an interest of their own in it.</summary>
    public ValueList<string> ConcernedPersons { get; init; } = [];

    /// <summary>Whether the collective passed the decision by a valid vote; null: no vote is known.</summary>
    public bool? VotePassed { get; init; }

    /// <summary>The codes of conditions of grants that are known to be met.</summary>
    public ValueList<string> ConditionsMet { get; init; } = [];

    /// <summary>The codes of conditions of grants that are known not to be met.</summary>
    public ValueList<string> ConditionsNotMet { get; init; } = [];

    /// <summary>The last day on which the actor may still decide, where competence is lost by time alone; null: it is not.</summary>
    /// <remarks>For example the thirtieth working day after an applicant moved (Guidance 06-HD/TW, 3.9 c).</remarks>
    public LocalDate? CompetentUntil { get; init; }

    /// <summary>Who decides by the procedure as it is published; null: not published, or not known.</summary>
    public string? PublishedDecider { get; init; }

    /// <summary>Whether the grantor provided staff and budget for a decentralised power; null: not known.</summary>
    public bool? ResourcesProvided { get; init; }
}
