using NodaTime;
using NodaTime.Text;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>A suspension from the day on which the request went out to the day on which the supplement came in; open while it has not.</summary>
internal readonly record struct Waiting(LocalDate From, LocalDate? To)
{
    public override string ToString() => LocalDatePattern.Iso.Format(From) + ".." + (To is LocalDate to ? LocalDatePattern.Iso.Format(to) : "");
}

/// <summary>What a procedure allows by way of extension: how many, and how long each may be in its own unit.</summary>
internal sealed record Cap(int? Times, Count? Longest);

/// <summary>Asked backward: the last day that leaves a limit before a day, the day itself counted or not.</summary>
internal readonly record struct BackFromDay(LocalDate Day, Count Limit, bool Inclusive);

/// <summary>Asked backward: the last moment that leaves a limit before a moment.</summary>
internal readonly record struct BackFromMoment(LocalDateTime Moment, Count Limit);

/// <summary>What is asked: a limit from a moment, with its suspensions, extensions and policy.</summary>
internal sealed record ReferenceQuestion(
    LocalDateTime Received, Count Limit, IReadOnlyList<Waiting> Waits, IReadOnlyList<Count> Extensions, ReferencePolicy Policy)
{
    /// <summary>Only the date of receipt is known.</summary>
    public bool DateOnly { get; init; }

    /// <summary>What a procedure allows on top of "immediately" or "the same day".</summary>
    public Count? Tolerance { get; init; }

    public Cap? Cap { get; init; }

    /// <summary>The days on which the extensions were granted; empty when it is not said.</summary>
    public IReadOnlyList<LocalDate> GrantedOn { get; init; } = [];

    public override string ToString() => string.Join(
        " | ",
        Limit.ToString(),
        DateOnly ? LocalDatePattern.Iso.Format(Received.Date) : LocalDateTimePattern.ExtendedIso.Format(Received),
        "waits: " + string.Join("; ", Waits),
        "extensions: " + string.Join("; ", Extensions),
        "tolerance: " + Tolerance,
        "cap: " + Cap + " " + string.Join("; ", GrantedOn.Select(LocalDatePattern.Iso.Format)),
        Policy.ToString());
}
