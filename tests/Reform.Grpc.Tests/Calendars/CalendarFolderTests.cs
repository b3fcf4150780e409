using Grpc.Core;
using Reform.Calendars.V1;
using Reform.Testing;

namespace Reform.Grpc.Tests.Calendars;

/// <summary>Calendars of a folder beside the built-in one: all of them, or no service.</summary>
public sealed class CalendarFolderTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task Calendars_and_overlays_of_the_folder_are_served_beside_the_built_in_one()
    {
        File.Copy(Repository.PathOf("samples", "haiphong", "calendar.json"), Path.Combine(folder, "haiphong.json"));
        Write("office.overlay.json", """
            { "id": "seaside-office", "title": { "vi": "Văn phòng ven biển", "en": "Office by the sea" },
              "hours": [ { "sessions": ["07:00-11:00", "13:00-16:30"] } ],
              "reception": [ { "weekday": "Saturday", "sessions": ["07:30-11:30"] } ],
              "closures": [ { "first_day": "2024-09-09", "last_day": "2024-09-09", "name": { "vi": "Bão", "en": "Typhoon" }, "basis": "x" } ] }
            """);
        await using TestServer server = await TestServer.Start("--Calendars:Folder=" + folder);

        ListCalendarsResponse first = await server.Calendars.ListCalendarsAsync(new ListCalendarsRequest { PageSize = 2 });
        ListCalendarsResponse second = await server.Calendars.ListCalendarsAsync(
            new ListCalendarsRequest { PageSize = 2, PageToken = first.NextPageToken });
        string[] names = [.. first.Calendars.Concat(second.Calendars).Select(c => c.Name)];
        Assert.Equal(3, names.Length);
        Assert.Equal(names.Order(StringComparer.Ordinal), names);
        Assert.Contains("calendars/seaside-office", names);
        Assert.Empty(second.NextPageToken);

        ExplainDayResponse saturday = await server.Calendars.ExplainDayAsync(new ExplainDayRequest
        {
            Calendar = new CalendarSelection { Calendar = "calendars/seaside-office" },
            Date = Civil.Date("2026-03-07"),
        });
        Assert.Equal((false, true), (saturday.Day.Working, saturday.Day.OpenForReception));
        Assert.Single(saturday.ReceptionSessions);
    }

    [Fact]
    public void With_wrong_files_the_service_does_not_start_and_says_every_problem()
    {
        Write("a.json", "{ \"id\": \"a\" }");
        Write("b.overlay.json", """{ "id": "b", "title": "b", "reception": [ { "weekday": "Monday", "sessions": ["07:30-11:30"] } ] }""");
        Write("c.overlay.json", """{ "id": "Văn phòng", "title": "c" }""");
        Write("d.overlay.json", """{ "id": "vietnam-state-agencies", "title": "d" }""");
        Write("e.json", "not JSON");
        (int exitCode, string output, string error) = ReformProcess.Run(
            "--Database=" + Path.Combine(folder, "r.db"), "--Calendars:Folder=" + folder, "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0");
        Assert.Equal((2, ""), (exitCode, output));
        string[] lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.All(lines, l => Assert.StartsWith("The service cannot start: ", l, StringComparison.Ordinal));
        string[] expected = ["a.json:1: title", "a.json:1: covers", "b.overlay.json", "c.overlay.json: id: 'Văn phòng'", "d.overlay.json: id: ", "e.json:1: "];
        Assert.All(expected, e => Assert.Contains(lines, l => l.Contains(e, StringComparison.Ordinal)));
        Assert.False(File.Exists(Path.Combine(folder, "r.db")));
    }

    [Fact]
    public void A_folder_that_is_not_there_is_no_empty_folder()
    {
        string none = Path.Combine(folder, "none");
        (int exitCode, _, string error) = ReformProcess.Run(
            "--Database=" + Path.Combine(folder, "r.db"), "--Calendars:Folder=" + none, "--Kestrel:Endpoints:Grpc:Url=http://127.0.0.1:0");
        Assert.Equal((2, "The service cannot start: " + none + ": there is no such folder\n"), (exitCode, error));
    }

    [Fact]
    public async Task Without_a_folder_there_is_the_built_in_calendar()
    {
        await using TestServer server = await TestServer.Start();
        ListCalendarsResponse all = await server.Calendars.ListCalendarsAsync(new ListCalendarsRequest());
        Assert.Equal("calendars/vietnam-state-agencies", Assert.Single(all.Calendars).Name);
        Refused refused = await Refused.By(async () => await server.Calendars.GetCalendarAsync(new GetCalendarRequest { Name = "calendars/hai-phong" }));
        Assert.Equal(StatusCode.NotFound, refused.Code);
    }

    private void Write(string name, string content) => File.WriteAllText(Path.Combine(folder, name), content);
}
