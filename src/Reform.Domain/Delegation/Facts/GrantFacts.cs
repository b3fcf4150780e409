using NodaTime;
using Reform.Domain.Organizations;

namespace Reform.Domain.Delegation;

/// <summary>
/// What rules ask of a grant as it was made, flat (dữ kiện của việc giao quyền vào ngày đầu): by the law of its first day. Made by
/// <see cref="AuthorityRegister.FactsOf(string)"/>.
/// </summary>
public sealed record GrantFacts
{
    /// <summary>The grant.</summary>
    public required string GrantId { get; init; }

    /// <summary>The power.</summary>
    public required string PowerId { get; init; }

    /// <summary>Its first day: not before its instrument.</summary>
    public required LocalDate StartsOn { get; init; }

    /// <summary>How the power is passed on.</summary>
    public required GrantKind Kind { get; init; }

    /// <summary>The unit or position that passes it on.</summary>
    public required string GrantorId { get; init; }

    /// <summary>The unit, position or person that receives it.</summary>
    public required string GranteeId { get; init; }

    /// <summary>The grantor's unit, which answers for the grant; null where no register tells.</summary>
    public string? UnitId { get; init; }

    /// <summary>The grantor's system; null where no register tells.</summary>
    public OrganizationSystem? System { get; init; }

    /// <summary>The law of the first day by which it is judged; null: none.</summary>
    public string? LawId { get; init; }

    /// <summary>Whether it is known which law it is judged by: false where none that was read is about it.</summary>
    public bool IsLawKnown { get; init; }

    /// <summary>Whether it was made in writing.</summary>
    public bool IsWritten { get; init; }

    /// <summary>Whether it was made for a time.</summary>
    public bool HasTerm { get; init; }

    /// <summary>Whether the law asks for a term; null: not known.</summary>
    public bool? AsksForTerm { get; init; }

    /// <summary>Whether the law says who may grant to whom; null: not known.</summary>
    public bool? AsksForPair { get; init; }

    /// <summary>Whether it lets this grantor grant to this grantee; null: its list was not read in full.</summary>
    public bool? IsPairAllowed { get; init; }

    /// <summary>What kind of document made it.</summary>
    public InstrumentKind Instrument { get; init; }

    /// <summary>Whether the law says which documents can make it; null: not known.</summary>
    public bool? AsksForInstrument { get; init; }

    /// <summary>Whether this document can; null: its kind is not stated.</summary>
    public bool? IsInstrumentRight { get; init; }

    /// <summary>Whether it passes on what another grant gave.</summary>
    public bool IsPassedOn { get; init; }

    /// <summary>Whether what it passes on may not be passed on.</summary>
    public bool IsSubdelegation { get; init; }

    /// <summary>Whether the law lets the power be passed on by this kind of grant.</summary>
    public bool IsDelegable { get; init; }

    /// <summary>Whether the grantor held the power on the first day.</summary>
    public bool GrantorHeldPower { get; init; }
}
