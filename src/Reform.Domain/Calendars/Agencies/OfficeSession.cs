using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>A stretch of office hours (buổi làm việc) on one day: worked from the start on, over at the end.</summary>
/// <param name="Start">The first instant of work, in whole minutes.</param>
/// <param name="End">The instant at which the session is over, in whole minutes; after <paramref name="Start"/>.</param>
public readonly record struct OfficeSession(LocalTime Start, LocalTime End);
