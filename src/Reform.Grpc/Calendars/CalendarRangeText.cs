using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Grpc.Calendars;

/// <summary>Says that a calendar does not cover a date, in both languages.</summary>
internal static class CalendarRangeText
{
    public static BilingualText Of(CalendarRangeException error)
    {
        string first = Iso(error.Covers.From!.Value);
        string last = Iso(error.Covers.To!.Value.PlusDays(-1));
        string date = Iso(error.Date);
        return new BilingualText(
            "lịch '" + error.CalendarId + "' có từ " + first + " đến " + last + ", không có " + date,
            "the calendar '" + error.CalendarId + "' covers " + first + " to " + last + ", not " + date);
    }

    private static string Iso(LocalDate date) => LocalDatePattern.Iso.Format(date);
}
