namespace Reform.Domain.Deadlines;

/// <summary>How the counting of a whole deadline came out.</summary>
/// <param name="Standing">Whether it ended.</param>
/// <param name="Unrolled">Where it ended before rolling; where it did not end, the position up to which whole limits were counted.</param>
/// <param name="Due">The date after rolling, or the instant.</param>
internal readonly record struct Outcome(Standing Standing, Position Unrolled, Position Due);
