using NodaTime;
using Reform.Domain.Organizations;

namespace Reform.Domain.Delegation;

/// <summary>
/// What rules ask of one decision, flat (dữ kiện về thẩm quyền của một quyết định): who decided, by which power, what the register says of it,
/// and the vote. Made by <see cref="AuthorityRegister.FactsOf(string, AuthorityQuestion, VoteResult?)"/>.
/// </summary>
public sealed record DecisionFacts
{
    /// <summary>The identifier of the decision.</summary>
    public required string DecisionId { get; init; }

    /// <summary>The unit, position or person that decided.</summary>
    public required string ActorId { get; init; }

    /// <summary>The power.</summary>
    public required string PowerId { get; init; }

    /// <summary>The legal date of the decision.</summary>
    public required LocalDate DecidedOn { get; init; }

    /// <summary>The unit that answers: of whoever answers for the result, or else of the actor; null where no register tells.</summary>
    public string? UnitId { get; init; }

    /// <summary>The system of the actor's unit; null where no register tells.</summary>
    public OrganizationSystem? System { get; init; }

    /// <summary>What the register says.</summary>
    public required AuthorityVerdict Verdict { get; init; }

    /// <summary>The cause that decides a no.</summary>
    public AuthorityBreak Break { get; init; }

    /// <summary>Whether the actor is competent by law, without any grant.</summary>
    public bool IsByLaw { get; init; }

    /// <summary>How many grants the chain has; 0 without one.</summary>
    public int Grants { get; init; }

    /// <summary>The grant by which the actor is competent, or at which the chain is broken; null: none.</summary>
    public string? GrantId { get; init; }

    /// <summary>Whether the actor had given the power away, by decentralisation or devolution, and is competent all the same.</summary>
    public bool IsGivenAway { get; init; }

    /// <summary>Whether a collective decides by vote.</summary>
    public bool IsCollectivePower { get; init; }

    /// <summary>Whether one person decided, as head or member, what the collective has to decide.</summary>
    public bool IsOneForCollective { get; init; }

    /// <summary>What came of the vote; null: no vote is known.</summary>
    public VoteOutcome? Vote { get; init; }

    /// <summary>Whether the subject matter would have to be known.</summary>
    public bool LacksSubject { get; init; }

    /// <summary>Whether the territory would have to be known.</summary>
    public bool LacksTerritory { get; init; }

    /// <summary>Whether the kind of case would have to be known.</summary>
    public bool LacksCaseKind { get; init; }

    /// <summary>Whether the amount would have to be known.</summary>
    public bool LacksAmount { get; init; }

    /// <summary>Whether the unit for whose affairs it was decided would have to be known.</summary>
    public bool LacksUnit { get; init; }

    /// <summary>Whether the vote would have to be known.</summary>
    public bool LacksVote { get; init; }

    /// <summary>Whether it would have to be known that an elected title was confirmed.</summary>
    public bool LacksConfirmation { get; init; }

    /// <summary>Whether whoever is above has to assign the matter to one of several first.</summary>
    public bool LacksAssignment { get; init; }

    /// <summary>Whether something else would have to be known: a condition of a grant, the organization, the instrument.</summary>
    public bool LacksOther { get; init; }

    /// <summary>Why the actor is not competent, in Vietnamese; null otherwise. No verdict depends on it.</summary>
    public string? WhyVietnamese { get; init; }

    /// <summary>The same in English.</summary>
    public string? WhyEnglish { get; init; }
}
