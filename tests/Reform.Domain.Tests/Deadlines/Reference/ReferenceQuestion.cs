using NodaTime;
using NodaTime.Text;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>A suspension from the day on which the request went out to the day on which the supplement came in.</summary>
internal readonly record struct Waiting(LocalDate From, LocalDate To)
{
    public override string ToString() => LocalDatePattern.Iso.Format(From) + ".." + LocalDatePattern.Iso.Format(To);
}

/// <summary>What is asked: a limit from a moment, with its suspensions, extensions and policy.</summary>
internal sealed record ReferenceQuestion(
    LocalDateTime Received, Count Limit, IReadOnlyList<Waiting> Waits, IReadOnlyList<Count> Extensions, ReferencePolicy Policy)
{
    public override string ToString() => string.Join(
        " | ",
        Limit.ToString(),
        LocalDateTimePattern.ExtendedIso.Format(Received),
        "waits: " + string.Join("; ", Waits),
        "extensions: " + string.Join("; ", Extensions),
        Policy.ToString());
}
