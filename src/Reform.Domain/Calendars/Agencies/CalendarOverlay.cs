using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>What one agency has of its own on top of a work calendar (lịch riêng của cơ quan).</summary>
/// <param name="Id">The short name of the agency's calendar.</param>
/// <param name="Title">Its title.</param>
public sealed record CalendarOverlay(string Id, BilingualText Title)
{
    /// <summary>The office hours; empty: those of the calendar below, or 07:30-11:30 and 13:30-17:00.</summary>
    public ValueList<OfficeHours> Hours { get; init; } = [];

    /// <summary>The weekly rest days on which files are received; empty: those of the calendar below.</summary>
    public ValueList<ReceptionHours> Reception { get; init; } = [];

    /// <summary>Days on which the agency is closed, added to those of the calendar below.</summary>
    public ValueList<LocalClosure> Closures { get; init; } = [];
}
