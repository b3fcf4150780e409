using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What happens to a grant after it was made (sự kiện của việc giao quyền). That it was made, and that it expired, follow from the grant.</summary>
public abstract record GrantEvent
{
    private protected GrantEvent(string grantId, LocalDate on)
    {
        GrantId = grantId;
        On = on;
    }

    /// <summary>The grant.</summary>
    public string GrantId { get; init; }

    /// <summary>The first day on which it has effect.</summary>
    public LocalDate On { get; init; }

    /// <summary>The document by which it happened, or null.</summary>
    public Instrument? Instrument { get; init; }

    /// <summary>Its terms were changed (sửa đổi, bổ sung); what is null stays as it was. An amendment after the end revives nothing.</summary>
    /// <param name="GrantId">The grant.</param>
    /// <param name="On">The first day on which the new terms hold.</param>
    public sealed record Amended(string GrantId, LocalDate On) : GrantEvent(GrantId, On)
    {
        /// <summary>The new scope.</summary>
        public GrantScope? Scope { get; init; }

        /// <summary>The new end: the first date that is no longer in force.</summary>
        public LocalDate? To { get; init; }

        /// <summary>Whether it may be passed on from now on.</summary>
        public bool? AllowsOnward { get; init; }
    }

    /// <summary>It was suspended (đình chỉ, tạm dừng): not in force from this day until it is resumed.</summary>
    /// <param name="GrantId">The grant.</param>
    /// <param name="On">The first day of the suspension.</param>
    public sealed record Suspended(string GrantId, LocalDate On) : GrantEvent(GrantId, On);

    /// <summary>It was resumed (tiếp tục thực hiện).</summary>
    /// <param name="GrantId">The grant.</param>
    /// <param name="On">The first day on which it is in force again.</param>
    public sealed record Resumed(string GrantId, LocalDate On) : GrantEvent(GrantId, On);

    /// <summary>It was revoked (thu hồi). Acts between this day and the notice stand, with a finding.</summary>
    /// <param name="GrantId">The grant.</param>
    /// <param name="On">The day from which it is revoked.</param>
    /// <param name="NotifiedOn">The day on which the grantee was told; null: not later than <paramref name="On"/>.</param>
    public sealed record Revoked(string GrantId, LocalDate On, LocalDate? NotifiedOn = null) : GrantEvent(GrantId, On);

    /// <summary>It ended of itself (chấm dứt): done, without object, its conditions gone.</summary>
    /// <param name="GrantId">The grant.</param>
    /// <param name="On">The first day on which it is no longer in force.</param>
    /// <param name="Why">Why.</param>
    public sealed record Lapsed(string GrantId, LocalDate On, BilingualText Why) : GrantEvent(GrantId, On);
}
