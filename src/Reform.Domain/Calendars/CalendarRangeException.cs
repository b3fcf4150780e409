using System.Globalization;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Legal;

namespace Reform.Domain.Calendars;

/// <summary>A date was asked of a calendar that does not cover it. The calendar never guesses.</summary>
public sealed class CalendarRangeException : ArgumentOutOfRangeException
{
    /// <summary>Creates the error.</summary>
    /// <param name="calendarId">The calendar.</param>
    /// <param name="date">The date that it does not cover.</param>
    /// <param name="covers">The dates that it covers.</param>
    public CalendarRangeException(string calendarId, LocalDate date, Validity covers)
        : this("The calendar '" + calendarId + "' covers " + covers + ", not " + LocalDatePattern.Iso.Format(date) + ".", calendarId, date, covers)
    {
    }

    private CalendarRangeException(string message, string calendarId, LocalDate date, Validity covers)
        : base(null, message)
    {
        CalendarId = calendarId;
        Date = date;
        Covers = covers;
    }

    /// <summary>The calendar.</summary>
    public string CalendarId { get; }

    /// <summary>The date that is not covered; where a lunar year was asked, the date beside the calendar on the side of that year.</summary>
    public LocalDate Date { get; }

    /// <summary>The dates that the calendar covers, [from, to).</summary>
    public Validity Covers { get; }

    internal static CalendarRangeException ForLunarYear(string calendarId, int year, int firstYear, int lastYear, Validity covers) => new(
        string.Create(CultureInfo.InvariantCulture, $"The calendar '{calendarId}' covers the lunar years {firstYear} to {lastYear}, not {year}."),
        calendarId,
        year < firstYear ? covers.From!.Value.PlusDays(-1) : covers.To!.Value,
        covers);
}
