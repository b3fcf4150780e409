using NodaTime;
using NodaTime.Text;
using Reform.Domain.Legal;

namespace Reform.Domain.Calendars;

/// <summary>A date was asked of a work calendar that does not cover it. The calendar never guesses.</summary>
public sealed class CalendarRangeException : ArgumentOutOfRangeException
{
    /// <summary>Creates the error.</summary>
    /// <param name="calendarId">The calendar.</param>
    /// <param name="date">The date that it does not cover.</param>
    /// <param name="covers">The dates that it covers.</param>
    public CalendarRangeException(string calendarId, LocalDate date, Validity covers)
        : base(null, "The work calendar '" + calendarId + "' covers " + covers + ", not " + LocalDatePattern.Iso.Format(date) + ".")
    {
        CalendarId = calendarId;
        Date = date;
        Covers = covers;
    }

    /// <summary>The calendar.</summary>
    public string CalendarId { get; }

    /// <summary>The date that is not covered.</summary>
    public LocalDate Date { get; }

    /// <summary>The dates that the calendar covers, [from, to).</summary>
    public Validity Covers { get; }
}
