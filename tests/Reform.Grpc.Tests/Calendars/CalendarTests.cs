using Google.Type;
using Grpc.Core;
using Reform.Calendars.V1;
using Reform.Testing;
using Date = Google.Type.Date;

namespace Reform.Grpc.Tests.Calendars;

/// <summary>The calendar service on a real host: the conformance vectors, pages, what a day is, conversions, refusals.</summary>
public sealed class CalendarTests
{
    private const string BuiltIn = "calendars/vietnam-state-agencies";

    [Fact]
    public async Task Every_day_of_2013_to_2026_is_listed_page_by_page_as_the_vectors_say()
    {
        await using TestServer server = await TestServer.Start();
        var request = new ListDaysRequest { FromDate = Civil.Date("2013-01-01"), ToDate = Civil.Date("2027-01-01"), PageSize = 1000 };
        var listed = new List<string>();
        do
        {
            ListDaysResponse page = await server.Calendars.ListDaysAsync(request);
            Assert.InRange(page.Days.Count, 1, 1000);
            listed.AddRange(page.Days.Select(d => string.Join('\t', Civil.Text(d.Date), d.Working ? "1" : "0", Word(d.Kind), d.Provisional ? "1" : "0")));
            request.PageToken = page.NextPageToken;
        }
        while (request.PageToken.Length > 0);

        Assert.Equal(File.ReadLines(Conformance.PathOf("calendar", "days.tsv")).Skip(1).Select(l => string.Join('\t', l.Split('\t')[..4])), listed);
    }

    [Fact]
    public async Task Only_the_kinds_asked_for_are_listed_each_with_its_instrument()
    {
        await using TestServer server = await TestServer.Start();
        ListDaysResponse response = await server.Calendars.ListDaysAsync(new ListDaysRequest
        {
            FromDate = Civil.Date("2026-01-01"),
            ToDate = Civil.Date("2027-01-01"),
            Kinds = { DayKind.SwappedDayOff, DayKind.MakeUpWorkingDay },
            LanguageCode = "en",
        });
        Assert.Equal(["2026-01-02", "2026-01-10", "2026-08-22", "2026-08-31"], response.Days.Select(d => Civil.Text(d.Date)));
        Assert.All(response.Days, d => Assert.False(d.DisplayName.Length == 0 || d.Basis.Length == 0 || d.Reason is not null));
        Assert.Equal("2025-12-25", Civil.Text(response.Days[0].KnownOn));
    }

    [Fact]
    public async Task A_page_token_is_good_for_its_own_question_only()
    {
        await using TestServer server = await TestServer.Start();
        var request = new ListDaysRequest { FromDate = Civil.Date("2026-01-01"), ToDate = Civil.Date("2026-02-01"), PageSize = 10 };
        request.PageToken = (await server.Calendars.ListDaysAsync(request)).NextPageToken;
        Assert.Equal("2026-01-11", Civil.Text((await server.Calendars.ListDaysAsync(request)).Days[0].Date));
        request.Kinds.Add(DayKind.WorkingDay);
        await Expect(StatusCode.InvalidArgument, "page_token", async () => await server.Calendars.ListDaysAsync(request));
    }

    [Fact]
    public async Task A_day_is_explained_with_what_is_not_decided_about_it()
    {
        await using TestServer server = await TestServer.Start();
        ExplainDayResponse off = await server.Calendars.ExplainDayAsync(new ExplainDayRequest { Date = Civil.Date("2026-01-02"), LanguageCode = "en" });
        Assert.Equal(("swapped_day_off", DayKind.SwappedDayOff, false), (off.Day.Reason.Code, off.Day.Kind, off.Day.Working));
        Assert.Contains("12729/VPCP-KGVX", off.Day.Reason.Text, StringComparison.Ordinal);
        Assert.Empty(off.Sessions);

        ExplainDayResponse proposed = await server.Calendars.ExplainDayAsync(new ExplainDayRequest { Date = Civil.Date("2026-11-23") });
        Assert.Equal((DayKind.WorkingDay, false), (proposed.Day.Kind, proposed.Day.Provisional));
        Assert.Equal("decision_proposed", Assert.Single(proposed.OpenQuestions).Code);
        Assert.Equal([(7, 30, 11, 30), (13, 30, 17, 0)], proposed.Sessions.Select(s => (s.Start.Hours, s.Start.Minutes, s.End.Hours, s.End.Minutes)));

        ExplainDayResponse before = await server.Calendars.ExplainDayAsync(new ExplainDayRequest
        {
            Date = Civil.Date("2026-01-02"),
            Calendar = new CalendarSelection { KnownOn = Civil.Date("2025-12-24") },
        });
        Assert.True(before.Day.Working);
        Assert.NotEqual(off.CalendarVersion, before.CalendarVersion);
    }

    [Fact]
    public async Task An_agencys_own_hours_and_closures_come_with_the_question()
    {
        await using TestServer server = await TestServer.Start();
        var overlay = new CalendarOverlay
        {
            Sessions = { new OfficeSession { Start = new TimeOfDay { Hours = 8 }, End = new TimeOfDay { Hours = 12 } } },
            Closures =
            {
                new LocalClosure { FirstDay = Civil.Date("2024-09-09"), LastDay = Civil.Date("2024-09-10"), Name = "Bão số 3", Basis = "Công điện 1" },
            },
        };
        var selection = new CalendarSelection { Overlay = overlay };
        ExplainDayResponse closed = await server.Calendars.ExplainDayAsync(new ExplainDayRequest { Date = Civil.Date("2024-09-10"), Calendar = selection });
        Assert.Equal((DayKind.LocalClosure, "Bão số 3", "Công điện 1"), (closed.Day.Kind, closed.Day.DisplayName, closed.Day.Basis));
        ExplainDayResponse open = await server.Calendars.ExplainDayAsync(new ExplainDayRequest { Date = Civil.Date("2024-09-11"), Calendar = selection });
        Assert.Equal([(8, 12)], open.Sessions.Select(s => (s.Start.Hours, s.End.Hours)));

        overlay.Sessions.Add(new OfficeSession { Start = new TimeOfDay { Hours = 11 }, End = new TimeOfDay { Hours = 17 } });
        await Expect(StatusCode.InvalidArgument, "calendar.overlay.sessions[1].start", () => Explain(server, selection));
        overlay.Sessions[1] = new OfficeSession { Start = new TimeOfDay { Hours = 13, Seconds = 30 }, End = new TimeOfDay { Hours = 17 } };
        await Expect(StatusCode.InvalidArgument, "calendar.overlay.sessions[1].start", () => Explain(server, selection));
        overlay.Sessions.RemoveAt(1);
        overlay.Closures[0].LastDay = Civil.Date("2024-09-08");
        await Expect(StatusCode.InvalidArgument, "calendar.overlay.closures[0].last_day", () => Explain(server, selection));
        overlay.Closures[0].LastDay = null;
        await Expect(StatusCode.InvalidArgument, "calendar.overlay.closures[0].last_day", () => Explain(server, selection));
        overlay.Closures[0].LastDay = Civil.Date("2024-09-09");
        overlay.Closures[0].Name = "";
        await Expect(StatusCode.InvalidArgument, "calendar.overlay.closures[0].name", () => Explain(server, selection));
        overlay.Closures[0].Name = "\uFFFE";
        await Expect(StatusCode.InvalidArgument, "calendar.overlay.closures[0].name", () => Explain(server, selection));
    }

    [Fact]
    public async Task Many_calendars_as_known_then_are_each_answered_by_their_own()
    {
        await using TestServer server = await TestServer.Start();
        for (int round = 0; round < 2; round++)
        {
            for (int day = 1; day <= 40; day++)
            {
                Date knownOn = InDecember(day);
                bool isKnown = day >= 25;
                ExplainDayResponse answer = await server.Calendars.ExplainDayAsync(new ExplainDayRequest
                {
                    Date = Civil.Date("2026-01-02"),
                    Calendar = new CalendarSelection { KnownOn = knownOn },
                });
                Assert.Equal(!isKnown, answer.Day.Working);
            }
        }
    }

    [Fact]
    public async Task Every_lunar_vector_is_converted_both_ways()
    {
        await using TestServer server = await TestServer.Start();
        foreach (string[] vector in File.ReadLines(Conformance.PathOf("calendar", "lunar.tsv")).Skip(1).Select(l => l.Split('\t')))
        {
            LunarDate lunar = (await server.Calendars.ConvertSolarToLunarAsync(new ConvertSolarToLunarRequest { Date = Civil.Date(vector[0]) })).LunarDate;
            Assert.Equal(string.Join('\t', vector[..5]), $"{vector[0]}\t{lunar.Year}\t{lunar.Month}\t{(lunar.LeapMonth ? 1 : 0)}\t{lunar.Day}");
            Date solar = (await server.Calendars.ConvertLunarToSolarAsync(new ConvertLunarToSolarRequest { LunarDate = lunar })).Date;
            Assert.Equal(vector[0], Civil.Text(solar));
        }
    }

    [Fact]
    public async Task A_lunar_date_comes_in_words_with_what_is_uncertain()
    {
        await using TestServer server = await TestServer.Start();
        ConvertSolarToLunarResponse hung = await server.Calendars.ConvertSolarToLunarAsync(new ConvertSolarToLunarRequest { Date = Civil.Date("2026-04-26") });
        Assert.Equal(("mùng 10 tháng Ba năm Bính Ngọ (2026)", false, false), (hung.Text, hung.Uncertain, hung.Approximation));
        ConvertSolarToLunarResponse uncertain = await server.Calendars.ConvertSolarToLunarAsync(
            new ConvertSolarToLunarRequest { Date = Civil.Date("2054-05-08"), LanguageCode = "en" });
        Assert.True(uncertain.Uncertain);
        Assert.True((await server.Calendars.ConvertLunarToSolarAsync(
            new ConvertLunarToSolarRequest { LunarDate = new LunarDate { Year = 1945, Month = 1, Day = 1 } })).Approximation);
    }

    [Theory]
    [InlineData(2026, 13, 1, false, "lunar_date.month")]
    [InlineData(2026, 0, 1, false, "lunar_date.month")]
    [InlineData(2026, 6, 1, true, "lunar_date.leap_month")]
    [InlineData(2025, 6, 31, true, "lunar_date.day")]
    [InlineData(2025, 6, 0, false, "lunar_date.day")]
    public async Task A_lunar_date_that_does_not_exist_is_refused_for_its_part(int year, int month, int day, bool leap, string field)
    {
        await using TestServer server = await TestServer.Start();
        await Expect(StatusCode.InvalidArgument, field, async () => await server.Calendars.ConvertLunarToSolarAsync(
            new ConvertLunarToSolarRequest { LunarDate = new LunarDate { Year = year, Month = month, Day = day, LeapMonth = leap } }));
    }

    [Fact]
    public async Task What_no_calendar_covers_is_said_with_its_bounds()
    {
        await using TestServer server = await TestServer.Start();
        Refused day = await Refused.By(async () => await server.Calendars.ExplainDayAsync(new ExplainDayRequest { Date = Civil.Date("2101-01-01") }));
        Assert.Equal((StatusCode.FailedPrecondition, "CALENDAR_RANGE"), (day.Code, day.Reason));
        Assert.Equal(
            ["vietnam-state-agencies", "2101-01-01", "2013-01-01", "2101-01-01"],
            [day.Metadata["calendar"], day.Metadata["date"], day.Metadata["covers_from"], day.Metadata["covers_to"]]);
        Refused lunar = await Refused.By(async () => await server.Calendars.ConvertSolarToLunarAsync(
            new ConvertSolarToLunarRequest { Date = Civil.Date("1900-01-30") }));
        Assert.Equal(("CALENDAR_RANGE", "vietnam-lunar"), (lunar.Reason, lunar.Metadata["calendar"]));
        Refused year = await Refused.By(async () => await server.Calendars.ConvertLunarToSolarAsync(
            new ConvertLunarToSolarRequest { LunarDate = new LunarDate { Year = 2200, Month = 1, Day = 1 } }));
        Assert.Equal("CALENDAR_RANGE", year.Reason);
        Refused export = await Refused.By(async () => await server.Calendars.ExportCalendarAsync(new ExportCalendarRequest { Year = 2012 }));
        Assert.Equal("CALENDAR_RANGE", export.Reason);
        Refused days = await Refused.By(async () => await server.Calendars.ListDaysAsync(
            new ListDaysRequest { FromDate = Civil.Date("2012-12-31"), ToDate = Civil.Date("2013-01-02") }));
        Assert.Equal("CALENDAR_RANGE", days.Reason);
    }

    [Fact]
    public async Task Requests_that_are_wrong_name_their_field()
    {
        await using TestServer server = await TestServer.Start();
        await Expect(StatusCode.InvalidArgument, "name", async () => await server.Calendars.GetCalendarAsync(new GetCalendarRequest { Name = "calendar/x" }));
        await Expect(StatusCode.InvalidArgument, "known_on", async () => await server.Calendars.GetCalendarAsync(
            new GetCalendarRequest { Name = BuiltIn, KnownOn = new Date { Year = 2026 } }));
        await Expect(StatusCode.InvalidArgument, "language_code", async () => await server.Calendars.ExplainDayAsync(new ExplainDayRequest { LanguageCode = "fr" }));
        await Expect(StatusCode.InvalidArgument, "date", async () => await server.Calendars.ExplainDayAsync(new ExplainDayRequest()));
        await Expect(StatusCode.InvalidArgument, "to_date", async () => await server.Calendars.ListDaysAsync(
            new ListDaysRequest { FromDate = Civil.Date("2026-01-01"), ToDate = Civil.Date("2026-01-01") }));
        await Expect(StatusCode.InvalidArgument, "kinds[0]", async () => await server.Calendars.ListDaysAsync(
            new ListDaysRequest { FromDate = Civil.Date("2026-01-01"), ToDate = Civil.Date("2026-01-02"), Kinds = { (DayKind)99 } }));
        await Expect(StatusCode.InvalidArgument, "year", async () => await server.Calendars.ExportCalendarAsync(new ExportCalendarRequest()));
        await Expect(StatusCode.InvalidArgument, "lunar_date", async () => await server.Calendars.ConvertLunarToSolarAsync(new ConvertLunarToSolarRequest()));
    }

    [Fact]
    public async Task A_calendar_that_is_not_there_or_has_another_version_is_refused()
    {
        await using TestServer server = await TestServer.Start();
        Refused none = await Refused.By(async () => await server.Calendars.GetCalendarAsync(new GetCalendarRequest { Name = "calendars/none" }));
        Assert.Equal((StatusCode.NotFound, "CALENDAR_NOT_FOUND", "calendars/none"), (none.Code, none.Reason, none.Metadata["name"]));
        Calendar calendar = (await server.Calendars.GetCalendarAsync(new GetCalendarRequest { Name = BuiltIn })).Calendar;
        var selection = new CalendarSelection { Version = calendar.Version };
        Assert.Equal(calendar.Version, (await server.Calendars.ExplainDayAsync(
            new ExplainDayRequest { Date = Civil.Date("2026-01-02"), Calendar = selection })).CalendarVersion);
        selection.KnownOn = Civil.Date("2025-12-24");
        Refused other = await Refused.By(() => Explain(server, selection));
        Assert.Equal((StatusCode.FailedPrecondition, "CALENDAR_VERSION_MISMATCH"), (other.Code, other.Reason));
        Assert.NotEqual(calendar.Version, other.Metadata["version"]);
    }

    [Fact]
    public async Task A_calendar_says_what_it_covers_and_until_when_all_is_decided()
    {
        await using TestServer server = await TestServer.Start();
        GetCalendarResponse whole = await server.Calendars.GetCalendarAsync(
            new GetCalendarRequest { Name = BuiltIn, IncludeOpenQuestions = true, LanguageCode = "en" });
        Assert.Equal(
            ("2013-01-01", "2101-01-01", "2026-12-31"),
            (Civil.Text(whole.Calendar.CoversFrom), Civil.Text(whole.Calendar.CoversTo), Civil.Text(whole.Calendar.KnownUntil)));
        Assert.Null(whole.Calendar.KnownOn);
        Assert.Contains(whole.OpenQuestions, q => q.Code == "compensatory_day_unsettled");
        GetCalendarResponse then = await server.Calendars.GetCalendarAsync(new GetCalendarRequest { Name = BuiltIn, KnownOn = Civil.Date("2024-06-01") });
        Assert.Equal(("2024-06-01", "2024-12-31"), (Civil.Text(then.Calendar.KnownOn), Civil.Text(then.Calendar.KnownUntil)));
        Assert.Empty(then.OpenQuestions);
    }

    private static Date InDecember(int day) => day <= 31
        ? new Date { Year = 2025, Month = 12, Day = day }
        : new Date { Year = 2026, Month = 1, Day = day - 31 };

    private static async Task Explain(TestServer server, CalendarSelection selection) =>
        await server.Calendars.ExplainDayAsync(new ExplainDayRequest { Date = Civil.Date("2024-09-09"), Calendar = selection });

    private static async Task Expect(StatusCode code, string field, Func<Task> call)
    {
        Refused refused = await Refused.By(call);
        Assert.Equal((code, "INVALID_FIELD", field), (refused.Code, refused.Reason, Assert.Single(refused.Fields)));
    }

    private static string Word(DayKind kind) => kind switch
    {
        DayKind.WorkingDay => "working-day",
        DayKind.WeeklyRest => "weekly-rest",
        DayKind.PublicHoliday => "public-holiday",
        DayKind.CompensatoryDayOff => "compensatory-day-off",
        DayKind.SwappedDayOff => "swapped-day-off",
        DayKind.MakeUpWorkingDay => "make-up-working-day",
        _ => "local-closure",
    };
}
