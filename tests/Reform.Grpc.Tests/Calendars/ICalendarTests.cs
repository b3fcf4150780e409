using System.Text;
using Reform.Calendars.V1;

namespace Reform.Grpc.Tests.Calendars;

/// <summary>The calendar file of a year: the same bytes each time, well-formed lines, identifiers that live through a decision.</summary>
public sealed class ICalendarTests
{
    [Fact]
    public async Task Service_and_command_give_the_same_bytes_under_any_culture_and_time_zone()
    {
        await using TestServer server = await TestServer.Start();
        ExportCalendarResponse first = await server.Calendars.ExportCalendarAsync(new ExportCalendarRequest { Year = 2026 });
        ExportCalendarResponse again = await server.Calendars.ExportCalendarAsync(new ExportCalendarRequest { Year = 2026 });
        (int exitCode, string written, _) = ReformProcess.Run(
            ["calendar", "ics", "--year", "2026"], new() { ["LC_ALL"] = "tr_TR.UTF-8", ["TZ"] = "America/Los_Angeles" });
        Assert.Equal(0, exitCode);
        Assert.Equal(first.Content, again.Content);
        Assert.Equal(first.Content.ToStringUtf8(), written);
        Assert.Equal(("text/calendar; charset=utf-8", "vietnam-state-agencies-2026.ics"), (first.ContentType, first.FileName));
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public async Task Lines_end_with_CR_LF_and_have_at_most_75_bytes(string language)
    {
        await using TestServer server = await TestServer.Start();
        foreach (int year in (int[])[2013, 2026, 2030])
        {
            var request = new ExportCalendarRequest { Year = year, LanguageCode = language };
            string file = (await server.Calendars.ExportCalendarAsync(request)).Content.ToStringUtf8();
            Assert.EndsWith("END:VCALENDAR\r\n", file, StringComparison.Ordinal);
            string[] lines = file.Split("\r\n");
            Assert.All(lines, l => Assert.InRange(Encoding.UTF8.GetByteCount(l), 0, 75));
            Assert.All(lines, l => Assert.DoesNotContain('\uFFFD', l));
            Assert.Equal(file.Count(c => c == '\n'), lines.Length - 1);
        }
    }

    [Fact]
    public async Task A_holiday_that_a_decision_moves_is_the_same_event_with_a_later_stamp()
    {
        await using TestServer server = await TestServer.Start();
        Dictionary<string, string> projected = Tet(await Export(server, "2025-10-01"));
        Dictionary<string, string> announced = Tet(await Export(server, "2025-10-13"));
        Assert.Equal(projected["UID"], announced["UID"]);
        Assert.True(int.Parse(projected["SEQUENCE"], null) < int.Parse(announced["SEQUENCE"], null));
        Assert.Equal(("TENTATIVE", "CONFIRMED"), (projected["STATUS"], announced["STATUS"]));
        Assert.Equal(("Tết Nguyên đán (tạm tính)", "Tết Nguyên đán"), (projected["SUMMARY"], announced["SUMMARY"]));
        Assert.Equal("20251013T000000Z", announced["DTSTAMP"]);
    }

    [Fact]
    public async Task Every_event_has_an_identifier_of_its_own()
    {
        await using TestServer server = await TestServer.Start();
        for (int year = 2013; year <= 2040; year++)
        {
            ExportCalendarResponse export = await server.Calendars.ExportCalendarAsync(new ExportCalendarRequest { Year = year });
            List<Dictionary<string, string>> events = Events(export.Content.ToStringUtf8());
            Assert.Equal(events.Count, events.Select(e => e["UID"]).Distinct().Count());
        }
    }

    private static async Task<string> Export(TestServer server, string knownOn) => (await server.Calendars.ExportCalendarAsync(new ExportCalendarRequest
    {
        Year = 2026,
        Calendar = new CalendarSelection { KnownOn = Civil.Date(knownOn) },
    })).Content.ToStringUtf8();

    private static Dictionary<string, string> Tet(string file) =>
        Events(file).Single(e => e["SUMMARY"].StartsWith("Tết Nguyên đán", StringComparison.Ordinal));

    private static List<Dictionary<string, string>> Events(string file) => [.. file.Replace("\r\n ", "", StringComparison.Ordinal)
        .Split("BEGIN:VEVENT\r\n").Skip(1)
        .Select(e => e.Split("\r\n").TakeWhile(l => l != "END:VEVENT")
            .ToDictionary(l => l.Split(':', ';')[0], l => l[(l.IndexOf(':', StringComparison.Ordinal) + 1)..]))];
}
