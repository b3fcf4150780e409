using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

public sealed class WorkCalendarFileTests
{
    private const string Good = """
        {
          // comments and trailing commas are allowed
          "id": "june", "synthetic": true, "zone": "Asia/Ho_Chi_Minh", "sources": ["none"],
          "title": { "vi": "Tháng sáu", "en": "June" },
          "covers": { "from": "2026-06-01", "to": "2026-07-01" },
          "weekly_rest": ["Saturday", "Sunday"],
          "days_off": [
            { "date": "2026-06-05", "kind": "swapped", "name": { "vi": "nghỉ hoán đổi", "en": "swapped day" }, "basis": "1/TB" },
            { "date": "2026-06-09", "kind": "public_holiday", "name": "Lễ", "basis": "2/TB" },
            { "date": "2026-06-10", "kind": "compensatory", "name": "Bù", "basis": "3/TB" },
          ],
          "make_up_days": [ { "date": "2026-06-06", "for": "2026-06-05", "basis": "1/TB" } ]
        }
        """;

    [Fact]
    public void A_good_file_gives_its_calendar()
    {
        WorkCalendar calendar = WorkCalendarFile.Read(TestCalendars.Utf8(Good));
        Assert.Equal("june", calendar.Id);
        Assert.Equal(new BilingualText("Tháng sáu", "June"), calendar.Title);
        Assert.Equal(new Validity(new LocalDate(2026, 6, 1), new LocalDate(2026, 7, 1)), calendar.Covers);
        Assert.Equal(
            [
                DayKind.SwappedDayOff, DayKind.MakeUpWorkingDay, DayKind.WeeklyRest,
                DayKind.WorkingDay, DayKind.PublicHoliday, DayKind.CompensatoryDayOff,
            ],
            Enumerable.Range(5, 6).Select(d => calendar.KindOf(new LocalDate(2026, 6, d))));
        Assert.Equal("swapped day", calendar.SpecialDays.First().Name.English);
        Assert.Equal(LegalBasis.Citing("1/TB"), calendar.SpecialDays.First().Basis);
    }

    [Fact]
    public void A_byte_order_mark_and_windows_line_ends_change_nothing()
    {
        string text = "\uFEFF" + Good.ReplaceLineEndings("\r\n");
        Assert.Equal(WorkCalendarFile.Read(TestCalendars.Utf8(Good)).Version, WorkCalendarFile.Read(TestCalendars.Utf8(text)).Version);
        Assert.Equal(
            ["calendar:9: days_off[1].kind: 'lễ' is not one of: public_holiday, compensatory, swapped"],
            Problems(text.Replace("public_holiday", "lễ", StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData("\"june\"", "7", "calendar:3: id: must be a string")]
    [InlineData("\"june\"", "\" \"", "calendar:3: id: must not be blank")]
    [InlineData("\"june\"", "null", "calendar:1: id: a required field is missing")]
    [InlineData("\"zone\"", "\"tz\"", "calendar:3: tz: unknown field")]
    [InlineData("\"zone\"", "\"id\"", "calendar:3: id: the field stands twice")]
    [InlineData(
        "\"en\": \"June\"",
        "\"fr\": \"Juin\"",
        "calendar:4: title.en: a required field is missing|calendar:4: title.fr: unknown field")]
    [InlineData("2026-06-01", "01/06/2026", "calendar:5: covers.from: '01/06/2026' is not a date of the form year-month-day")]
    [InlineData("[\"Saturday\", \"Sunday\"]", "\"Sunday\"", "calendar:6: weekly_rest: must be a list [...]")]
    [InlineData("2026-06-09", "2026-06-31", "calendar:9: days_off[1].date: '2026-06-31' is not a date of the form year-month-day")]
    [InlineData("2026-06-09", "2026-07-01", "calendar:9: days_off[1]: the date lies outside the calendar")]
    [InlineData("2026-06-09", "2026-06-05", "calendar:9: days_off[1]: the date stands twice")]
    [InlineData("2026-06-06", "2026-06-08", "calendar:12: make_up_days[0]: a make-up day must be a weekly rest day")]
    [InlineData("\"for\"", "\"instead\"", "calendar:12: make_up_days[0].instead: unknown field")]
    [InlineData("\"june\"", "\"\\uFFFE\"", "calendar:3: id: holds a character that is not valid Unicode")]
    [InlineData("\"to\": \"2026-07-01\"", "\"to\": \"2500-01-01\"", "calendar:5: covers: a calendar covers at most 400 years")]
    [InlineData("\"from\": \"2026-06-01\", ", "", "calendar:5: covers.from: a required field is missing")]
    [InlineData(
        "\"Saturday\"",
        "\"Monday\", \"Tuesday\", \"Wednesday\", \"Thursday\", \"Friday\", \"Saturday\"",
        "calendar:6: weekly_rest: at least one day of the week must be worked")]
    [InlineData(
        "\"to\": \"2026-07-01\"", "\"to\": \"2026-06-01\"",
        "calendar:5: covers: 'to' must be after 'from' (the day 'to' is not included)")]
    [InlineData(
        "\"name\": \"Lễ\"",
        "\"label\": \"Lễ\"",
        "calendar:9: days_off[1].name: a required field is missing|calendar:9: days_off[1].label: unknown field")]
    public void A_mistake_is_reported_with_its_line_and_path(string good, string bad, string expected) =>
        Assert.Equal(expected.Split('|'), Problems(ReplaceFirst(good, bad)));

    [Fact]
    public void Every_mistake_is_reported_at_once_in_the_order_of_the_file()
    {
        string text = Good.Replace("\"june\"", "7", StringComparison.Ordinal)
            .Replace("\"Sunday\"", "\"Sun\"", StringComparison.Ordinal)
            .Replace("\"basis\": \"2/TB\"", "\"basis\": 2", StringComparison.Ordinal)
            .Replace("2026-06-06", "2026-06-05", StringComparison.Ordinal);
        Assert.Equal(
            [
                "calendar:3: id: must be a string",
                "calendar:6: weekly_rest[1]: 'Sun' is not one of: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday",
                "calendar:9: days_off[1].basis: must be a string",
                "calendar:12: make_up_days[0]: the date stands twice",
            ],
            Problems(text));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{} {}")]
    [InlineData("ngày nghỉ")]
    [InlineData("{ \"id\": \"\\ud800\" }")]
    public void What_is_not_json_is_refused_in_both_languages(string text)
    {
        DataProblem problem = Assert.Single(Refused(text).Problems);
        Assert.StartsWith("calendar:", problem.In(Language.Vietnamese), StringComparison.Ordinal);
        Assert.NotEqual(problem.Message.Vietnamese, problem.Message.English);
    }

    [Fact]
    public void A_file_whose_top_is_a_list_is_refused() => Assert.Equal(["calendar:1: must be an object {...}"], Problems("[]"));

    [Fact]
    public void A_problem_names_the_source_that_the_caller_gave() => Assert.StartsWith(
        "lich.json:1: ",
        Assert.Throws<InvalidDataFileException>(() => WorkCalendarFile.Read(TestCalendars.Utf8("[]"), "lich.json")).Message,
        StringComparison.Ordinal);

    private static string ReplaceFirst(string good, string bad)
    {
        int at = Good.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0);
        return string.Concat(Good.AsSpan(0, at), bad, Good.AsSpan(at + good.Length));
    }

    private static InvalidDataFileException Refused(string text) =>
        Assert.Throws<InvalidDataFileException>(() => WorkCalendarFile.Read(TestCalendars.Utf8(text)));

    private static IEnumerable<string> Problems(string text) => Refused(text).Problems.Select(p => p.In(Language.English));
}
