using NodaTime;

namespace Reform.Domain.Delegation;

/// <summary>Whether an actor may decide (câu hỏi về thẩm quyền): who, which power, on which day, in which case.</summary>
/// <param name="ActorId">The unit, position or person that acts.</param>
/// <param name="PowerId">The power.</param>
/// <param name="On">The legal date of the act in Vietnam: when it was decided and signed, not when the case was received.</param>
public sealed record AuthorityQuestion(string ActorId, string PowerId, LocalDate On)
{
    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    /// <summary>The unit for whose affairs the power is used; null: for none in particular.</summary>
    public string? UnitId { get; init; }

    /// <summary>The facts of the case.</summary>
    public AuthorityCase Case { get; init; } = AuthorityCase.Unstated;

    /// <summary>A question about an act at a moment: its legal date is the date in Vietnam.</summary>
    /// <param name="actorId">The unit, position or person that acts.</param>
    /// <param name="powerId">The power.</param>
    /// <param name="signedAt">When it was signed.</param>
    /// <returns>The question.</returns>
    public static AuthorityQuestion At(string actorId, string powerId, Instant signedAt) =>
        new(actorId, powerId, signedAt.InZone(Vietnam).Date);
}
