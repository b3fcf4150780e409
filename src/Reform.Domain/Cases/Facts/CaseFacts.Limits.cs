namespace Reform.Domain.Cases;

/// <content>How the limits of one kind stand together, and what moved the clock.</content>
public sealed partial record CaseFacts
{
    /// <summary>Extensions that were granted after the limit had expired; null: there are extensions, and no due date of the whole.</summary>
    public int? ExtensionsAfterExpiry { get; init; }

    /// <summary>Extensions that are too many, too long or in another unit; null: there are extensions, and no cap is recorded.</summary>
    public int? ExtensionsOverCap { get; init; }

    /// <summary>Extensions that were granted by a body without the power to decide; null: there are extensions, and it cannot be told who may grant them.</summary>
    public int? ExtensionsByWrongBody { get; init; }

    /// <summary>Suspensions that last and state no end.</summary>
    public int SuspensionsWithoutEnd { get; init; }

    /// <summary>Suspensions that lasted longer than they say themselves, or than the procedure allows.</summary>
    public int SuspensionsTooLong { get; init; }

    /// <summary>Suspensions of which it cannot be told whether they were too long: neither they nor the procedure state an end.</summary>
    public int SuspensionsUnlimited { get; init; }

    /// <summary>The least waits together: broken if one is, unknown if it cannot be told; null: the procedure has none.</summary>
    public ClockState? LeastWaits { get; init; }

    /// <summary>The filing periods together, in the same way; null: the procedure has none.</summary>
    public ClockState? FilingPeriod { get; init; }

    /// <summary>The same where a month is read as 30 working days.</summary>
    public ClockState? FilingPeriodOtherwise { get; init; }

    /// <summary>How long papers count, up to where they are used, together; null: the procedure says nothing of it.</summary>
    public ClockState? PapersCount { get; init; }

    /// <summary>How long the competence to decide lasts, together; null: the procedure says nothing of it.</summary>
    public ClockState? Competence { get; init; }

    /// <summary>The day of effect: kept if it is stated rightly; null: the procedure says nothing of it.</summary>
    public ClockState? EffectiveDate { get; init; }
}
