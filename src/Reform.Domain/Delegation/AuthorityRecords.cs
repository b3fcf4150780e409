using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Everything that was entered in an authority register, with its record times (toàn bộ dữ kiện đã ghi nhận); it only grows.</summary>
public sealed record AuthorityRecords
{
    /// <summary>No records.</summary>
    public static AuthorityRecords None { get; } = new();

    /// <summary>The dates about which the register knows anything, [from, to); open unless said otherwise.</summary>
    public Validity Covers { get; init; }

    /// <summary>The powers. A change of law is a change of a power's rules, entered as a correction of its record.</summary>
    public ValueList<Recorded<Power>> Powers { get; init; } = [];

    /// <summary>The grants.</summary>
    public ValueList<Recorded<Grant>> Grants { get; init; } = [];

    /// <summary>What happened to the grants.</summary>
    public ValueList<Recorded<GrantEvent>> Events { get; init; } = [];

    /// <summary>Facts without record times: known since ever.</summary>
    /// <param name="powers">The powers.</param>
    /// <param name="grants">The grants.</param>
    /// <param name="events">What happened to the grants.</param>
    /// <returns>The records; a power's record has the identifier "powers/…", a grant's "grants/…", an event's "events/" and its place.</returns>
    public static AuthorityRecords Of(IEnumerable<Power> powers, IEnumerable<Grant> grants, IEnumerable<GrantEvent>? events = null) => new()
    {
        Powers = powers.Select(p => new Recorded<Power>("powers/" + p.Id, p, Instant.MinValue)).ToValueList(),
        Grants = grants.Select(g => new Recorded<Grant>("grants/" + g.Id, g, Instant.MinValue)).ToValueList(),
        Events = (events ?? []).Select((e, i) => new Recorded<GrantEvent>(
            "events/" + i.ToString(System.Globalization.CultureInfo.InvariantCulture), e, Instant.MinValue)).ToValueList(),
    };

    /// <summary>These records and later ones.</summary>
    /// <param name="more">What is added; its <see cref="Covers"/> is not looked at.</param>
    /// <returns>New records; these stay as they are.</returns>
    public AuthorityRecords With(AuthorityRecords more)
    {
        ArgumentNullException.ThrowIfNull(more);
        return this with { Powers = [.. Powers, .. more.Powers], Grants = [.. Grants, .. more.Grants], Events = [.. Events, .. more.Events] };
    }

    /// <summary>The records that stood at a moment.</summary>
    /// <param name="knownAt">The moment.</param>
    /// <returns>What had been entered by then and not been corrected by then.</returns>
    internal AuthorityRecords StandingAt(Instant knownAt) => this with
    {
        Powers = Recorded.StandingAt(Powers, knownAt),
        Grants = Recorded.StandingAt(Grants, knownAt),
        Events = Recorded.StandingAt(Events, knownAt),
    };
}
