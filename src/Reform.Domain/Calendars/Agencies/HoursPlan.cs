using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>The office hours and the reception of some overlays, the last that states them: checked once, asked for every day.</summary>
internal sealed class HoursPlan
{
    /// <summary>What Vietnamese offices work where nothing else is decided: 07:30-11:30 and 13:30-17:00.</summary>
    public static readonly ValueList<OfficeSession> Default =
        [new(new LocalTime(7, 30), new LocalTime(11, 30)), new(new LocalTime(13, 30), new LocalTime(17, 0))];

    private readonly OfficeHours[] hours = [];
    private readonly ReceptionHours[] reception = [];

    public HoursPlan(IEnumerable<CalendarOverlay> overlays)
    {
        foreach (CalendarOverlay overlay in overlays)
        {
            if (overlay.Hours.Count > 0)
            {
                // A season goes before the rest of the year.
                hours = [.. overlay.Hours.OrderBy(h => h.Season is null)];
            }

            if (overlay.Reception.Count > 0)
            {
                reception = [.. overlay.Reception];
            }
        }
    }

    /// <summary>The sessions of a date if it is worked.</summary>
    public ValueList<OfficeSession> Work(LocalDate date)
    {
        foreach (OfficeHours entry in hours)
        {
            if (entry.HoldOn(date))
            {
                return entry.On(date.DayOfWeek);
            }
        }

        return Default;
    }

    /// <summary>The sessions in which files are received on a date if it is a rest day; empty when there are none.</summary>
    public ValueList<OfficeSession> Reception(LocalDate date)
    {
        foreach (ReceptionHours entry in reception)
        {
            if (entry.Weekday == date.DayOfWeek && entry.InForce.Contains(date))
            {
                return entry.Sessions;
            }
        }

        return ValueList<OfficeSession>.Empty;
    }
}
