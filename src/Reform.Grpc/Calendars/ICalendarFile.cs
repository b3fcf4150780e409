using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Grpc.Calendars;

/// <summary>The days off and make-up days of a year as an iCalendar file (RFC 5545): the same calendar gives the same bytes.</summary>
/// <remarks>
/// Consecutive days of one holiday are one all-day event: phones then show one bar and remind once. A holiday keeps its UID when a
/// decision moves its days, and SEQUENCE grows with the date of the decision, so that an import replaces what was projected.
/// </remarks>
internal static class ICalendarFile
{
    public const string ContentType = "text/calendar; charset=utf-8";

    private const string Product = "-//Reform//Work calendars of Vietnam//VI";

    private static readonly LocalDate FirstSequence = new(2000, 1, 1);
    private static readonly BilingualText ProvisionalMark = new("tạm tính", "provisional");
    private static readonly BilingualText Closed = new("Cơ quan đóng cửa", "Agency closed");
    private static readonly BilingualText OpenQuestions = new("Điều chưa rõ", "Not decided or not known");

    /// <exception cref="CalendarRangeException">The calendar does not cover the whole year.</exception>
    public static byte[] Write(WorkCalendar calendar, int year, Language language)
    {
        var first = new LocalDate(year, 1, 1);
        var last = new LocalDate(year, 12, 31);
        var file = new Ical.Net.Calendar { Method = "PUBLISH", ProductId = Product };
        string title = calendar.Title.In(language) + " " + year.ToString(CultureInfo.InvariantCulture);
        file.AddProperty("NAME", title);
        file.AddProperty("X-WR-CALNAME", title);
        file.AddProperty("X-WR-TIMEZONE", "Asia/Ho_Chi_Minh");
        string about = About(calendar, first, last, language);
        file.AddProperty("DESCRIPTION", about);
        file.AddProperty("X-WR-CALDESC", about);
        var uids = new HashSet<string>(StringComparer.Ordinal);
        foreach (List<CalendarDay> run in Runs(calendar.SpecialDaysBetween(first, last)))
        {
            file.Events.Add(Event(calendar, run, language, uids));
        }

        return Encoding.UTF8.GetBytes(new CalendarSerializer().SerializeToString(file)!);
    }

    /// <summary>A name for the file.</summary>
    public static string NameOf(WorkCalendar calendar, int year) => calendar.Id + "-" + year.ToString(CultureInfo.InvariantCulture) + ".ics";

    private static string About(WorkCalendar calendar, LocalDate first, LocalDate last, Language language)
    {
        string about = calendar.Id + " " + calendar.Version
            + (calendar.KnownOn is LocalDate knownOn ? ", " + LocalDatePattern.Iso.Format(knownOn) : "");
        ValueList<Reason> open = calendar.OpenQuestionsBetween(first, last);
        return open.Count == 0
            ? about
            : about + "\n" + OpenQuestions.In(language) + ":\n" + string.Join('\n', open.Select(r => "- " + r.Sentence.In(language)));
    }

    // Days that follow one another and have one name and one kind.
    private static List<List<CalendarDay>> Runs(IEnumerable<CalendarDay> days)
    {
        var runs = new List<List<CalendarDay>>();
        foreach (CalendarDay day in days)
        {
            if (runs.Count > 0 && runs[^1][^1] is CalendarDay before
                && before.Kind == day.Kind && before.Name == day.Name && before.Date.PlusDays(1) == day.Date)
            {
                runs[^1].Add(day);
            }
            else
            {
                runs.Add([day]);
            }
        }

        return runs;
    }

    private static CalendarEvent Event(WorkCalendar calendar, List<CalendarDay> run, Language language, HashSet<string> uids)
    {
        CalendarDay day = run[0];
        bool isProjected = run.Any(d => d.IsProjected);
        LocalDate stamp = run.Max(d => d.KnownOn ?? d.Date);
        string title = day.Kind == DayKind.LocalClosure ? Closed.In(language) + ": " + day.Name.In(language) : day.Name.In(language);
        return new CalendarEvent
        {
            Uid = Uid(calendar, day, uids),
            DtStamp = new CalDateTime(stamp.ToDateTimeUnspecified(), "UTC"),
            Sequence = Math.Max(0, NodaTime.Period.DaysBetween(FirstSequence, stamp)),
            Start = Date(day.Date),
            End = Date(run[^1].Date.PlusDays(1)),
            Summary = isProjected ? title + " (" + ProvisionalMark.In(language) + ")" : title,
            Description = string.Join('\n', Descriptions(calendar, run).Select(r => r.Sentence.In(language))),
            Categories = [day.Kind.Word()],
            Status = isProjected ? EventStatus.Tentative : EventStatus.Confirmed,
            Transparency = TransparencyType.Transparent,
        };
    }

    // One sentence for the days of a run about which the same is to be said; it names the first of them.
    private static IEnumerable<Reason> Descriptions(WorkCalendar calendar, List<CalendarDay> run) => run
        .Select(d => calendar.Explain(d.Date))
        .DistinctBy(r => (r.Code, r.Basis, string.Join('\n', r.Arguments.Where(a => a.Name != "date").Select(a => a.Value.ToInvariant()))));

    // What moves with a decision is a holiday's days; every other day is what it is because of its date.
    private static string Uid(WorkCalendar calendar, CalendarDay day, HashSet<string> uids)
    {
        string date = LocalDatePattern.Iso.Format(day.Date);
        string uid = calendar.Id + "-" + day.Kind.Word() + "-"
            + (day.Kind == DayKind.PublicHoliday ? day.Date.Year.ToString(CultureInfo.InvariantCulture) + "-" + Digest(day.Name.English) : date);
        return (uids.Add(uid) ? uid : uid + "-" + date) + "@reform";
    }

    private static string Digest(string name) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..8];

    private static CalDateTime Date(LocalDate date) => new(date.Year, date.Month, date.Day);
}
