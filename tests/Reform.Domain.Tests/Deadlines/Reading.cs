using NodaTime;
using NodaTime.Text;
using Reform.Domain.Deadlines;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Short texts for dates, moments, limits and dues, so that the tables of tests can be read.</summary>
internal static class Reading
{
    private static readonly LocalDateTimePattern Minutes = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm");

    public static LocalDate Day(string text) => LocalDatePattern.Iso.Parse(text).Value;

    public static LocalDateTime Moment(string text) => Minutes.Parse(text).Value;

    /// <summary>"5 working_day".</summary>
    public static TimeLimit Limit(string text)
    {
        string[] words = text.Split(' ');
        Assert.True(TimeUnits.TryParse(words[1], out TimeUnit unit));
        return new TimeLimit(int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), unit);
    }

    /// <summary>"2026-06-05", "2026-06-05 16:00" for an instant, or "none".</summary>
    public static string Due(Deadline deadline) => deadline.DueKind switch
    {
        DueKind.Date => LocalDatePattern.Iso.Format(deadline.DueDate),
        DueKind.Instant => Minutes.Format(deadline.DueAt),
        _ => "none",
    };

    /// <summary>"2026-06-03..2026-06-05"; without an end while the suspension lasts.</summary>
    public static Suspension Suspension(string text)
    {
        string[] ends = text.Split("..");
        return new Suspension(Day(ends[0]), ends[1].Length == 0 ? null : Day(ends[1]));
    }
}
