using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>The grants of one power on a date, flat (dữ kiện của một thẩm quyền): whether two grantees could decide one case.</summary>
public sealed record PowerFacts
{
    /// <summary>The power.</summary>
    public required string PowerId { get; init; }

    /// <summary>The date of judgement.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>How many grants of it are in force.</summary>
    public int GrantsInForce { get; init; }

    /// <summary>How many pairs of them overlap.</summary>
    public int Overlaps { get; init; }

    /// <summary>Of the first pair that overlaps, the one with the smaller identifier; null: none does.</summary>
    public string? FirstGrantId { get; init; }

    /// <summary>The other one.</summary>
    public string? SecondGrantId { get; init; }

    /// <summary>The unit that answers: the grantor's of the first; null: none overlaps, or no register tells.</summary>
    public string? UnitId { get; init; }
}

/// <summary>The decisions of one actor by one power, flat, whether it had given it away (quyết định của bên đã phân cấp).</summary>
public sealed record GrantorFacts
{
    /// <summary>The actor.</summary>
    public required string ActorId { get; init; }

    /// <summary>The power.</summary>
    public required string PowerId { get; init; }

    /// <summary>The date of judgement: later decisions are left out.</summary>
    public required LocalDate AsOf { get; init; }

    /// <summary>The unit that answers for the last of the decisions; null where no register tells.</summary>
    public string? UnitId { get; init; }

    /// <summary>How many decisions are looked at.</summary>
    public int Decisions { get; init; }

    /// <summary>How many were made although the power had been given away.</summary>
    public int AfterGivenAway { get; init; }

    /// <summary>Of how many it cannot be told.</summary>
    public int Undecided { get; init; }
}

/// <summary>A power that a unit may pass on (thẩm quyền được phép giao), and whether it did.</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="PowerId">The power.</param>
/// <param name="AsOf">The date.</param>
/// <param name="IsDelegated">Whether a grant of it by the unit is in force; null: not known.</param>
public sealed record DelegablePower(string UnitId, string PowerId, LocalDate AsOf, bool? IsDelegated);
