using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>A date of another calendar system stands for the same day of the ISO calendar.</summary>
internal static class IsoDates
{
    public static LocalDate Iso(this LocalDate date) => date.Calendar == CalendarSystem.Iso ? date : date.WithCalendar(CalendarSystem.Iso);
}
