namespace Reform.Domain.Cases;

/// <summary>By what the clocks of an exported case run.</summary>
/// <param name="CalendarId">The identifier of the work calendar (<see cref="Calendars.WorkCalendar.Id"/>); null: not said.</param>
/// <param name="Place">The level or territory whose limits bind; null: not said.</param>
public sealed record TraceTerms(string? CalendarId, string? Place);
