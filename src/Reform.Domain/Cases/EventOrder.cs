using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Puts the events of a case in time order, where the mapping asks for it; those of one time stay in file order.</summary>
internal static class EventOrder
{
    public static ValueList<LoggedEvent> Of(ValueList<LoggedEvent> events, bool sorts, DataQuality quality)
    {
        if (!sorts)
        {
            return events;
        }

        // An event without a time stays behind its predecessor; one with a date alone stands at the day's beginning.
        var keys = new List<(LocalDateTime Key, LoggedEvent Event)>();
        LocalDateTime last = LocalDate.MinIsoValue.AtMidnight();
        foreach (LoggedEvent e in events)
        {
            last = e.Time is CaseTime time ? time.Date + (time.Clock ?? LocalTime.Midnight) : last;
            keys.Add((last, e));
        }

        ValueList<LoggedEvent> sorted = keys.OrderBy(k => k.Key).Select(k => k.Event).ToValueList();
        for (int i = 0; i < sorted.Count; i++)
        {
            if (!ReferenceEquals(sorted[i], events[i]))
            {
                quality.Report("events_sorted", "", sorted[i].Line, new BilingualText(
                    "sự kiện của hồ sơ không theo thứ tự thời gian; đã sắp lại theo 'sort_events'",
                    "a case whose events are not in time order; put in order, as 'sort_events' says"));
                return sorted;
            }
        }

        return events;
    }
}
