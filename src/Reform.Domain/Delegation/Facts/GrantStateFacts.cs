using NodaTime;
using Reform.Domain.Organizations;

namespace Reform.Domain.Delegation;

/// <summary>
/// What rules ask of a grant as it stands on a date, flat (dữ kiện của việc giao quyền tại một ngày). Made by
/// <see cref="AuthorityRegister.StateOf(string, LocalDate, GrantMonitoring?, System.Collections.Generic.IEnumerable{PendingCase}?)"/>.
/// </summary>
public sealed record GrantStateFacts
{
    /// <summary>The grant.</summary>
    public required string GrantId { get; init; }

    /// <summary>The power.</summary>
    public required string PowerId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

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

    /// <summary>Whether the date lies in its own days: from its first until it ends, lapses or is revoked, not suspended.</summary>
    public bool IsRunning { get; init; }

    /// <summary>Whether it is in force.</summary>
    public bool IsInForce { get; init; }

    /// <summary>Whether the grantee exists, or somebody took the grant over from it.</summary>
    public bool GranteeExists { get; init; }

    /// <summary>Whether the grantor exists, or somebody took the grant over from it.</summary>
    public bool GrantorExists { get; init; }

    /// <summary>Whether the unit for whose affairs it was made exists.</summary>
    public bool UnitExists { get; init; }

    /// <summary>The last day on which it is in force, of a grant in force; null: none is known.</summary>
    public LocalDate? LastDay { get; init; }

    /// <summary>Days from the date of judgement to that day; 0 on the day itself.</summary>
    public int? DaysLeft { get; init; }

    /// <summary>How many cases are pending that rest on it; null: not known.</summary>
    public int? PendingCases { get; init; }

    /// <summary>The last check or report by the date of judgement, or its first day where there was none; null: not known.</summary>
    public LocalDate? LastWatchedOn { get; init; }

    /// <summary>Days since then; null: not known.</summary>
    public int? DaysUnwatched { get; init; }

    /// <summary>Whether the law has conditions for the grantee (Regulation 294-QĐ/TW, 22.1).</summary>
    public bool HasConditions { get; init; }

    /// <summary>Whether it is known where the grantee's base is.</summary>
    public bool IsSettingKnown { get; init; }

    /// <summary>How many members the grantee has; null: not known.</summary>
    public int? Members { get; init; }

    /// <summary>Whether the grantee meets the conditions on the date; unknown where a fact is missing.</summary>
    public Eligibility Conditions { get; init; }
}
