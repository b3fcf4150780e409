using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Date = Google.Type.Date;
using DateTime = Google.Type.DateTime;

namespace Reform.Grpc.Tests;

/// <summary>Dates and civil times as tests write them, and as the contract carries them.</summary>
internal static class Civil
{
    public static Date Date(string text)
    {
        int[] parts = [.. text.Split('-').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        return new Date { Year = parts[0], Month = parts[1], Day = parts[2] };
    }

    public static DateTime Moment(string text)
    {
        Date date = Date(text[..10]);
        int[] parts = [.. text[11..].Split(':').Select(p => int.Parse(p, CultureInfo.InvariantCulture))];
        return new DateTime { Year = date.Year, Month = date.Month, Day = date.Day, Hours = parts[0], Minutes = parts[1], Seconds = parts.ElementAtOrDefault(2) };
    }

    public static string Text(Date date) => LocalDatePattern.Iso.Format(new LocalDate(date.Year, date.Month, date.Day));

    public static string Text(DateTime moment) => LocalDateTimePattern.GeneralIso.Format(
        new LocalDateTime(moment.Year, moment.Month, moment.Day, moment.Hours, moment.Minutes, moment.Seconds));
}
