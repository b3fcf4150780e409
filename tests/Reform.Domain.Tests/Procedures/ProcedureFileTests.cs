using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

public sealed class ProcedureFileTests
{
    private const string Good = """
        {
          "synthetic": true, "sources": [],
          "procedures": [
            { "code": "P1", "name": { "vi": "Cấp thẻ", "en": "Issue of a card" }, "system": "party", "source": "Điều 11",
              "steps": ["nhận", "xét", "trả"],
              "four_eyes": [ { "first": "nhận", "second": "xét" } ],
              "decision": { "activity": "xét", "power": "card" },
              "time_limits": [
                { "amount": 45, "unit": "working_day", "basis": "294-QĐ/TW", "from": "2025-07-01" },
                { "amount": 60, "unit": "calendar_day", "basis": "232-QĐ/TW", "from": "2025-01-20", "to": "2025-07-01" }
              ] },
            { "code": "P2", "name": "Hai", "system": "state", "source": "x", "steps": [], "time_limits": [] }
          ]
        }
        """;

    [Fact]
    public void A_good_file_gives_its_procedures()
    {
        ProcedureCatalogue catalogue = ProcedureFile.Read(TestCalendars.Utf8(Good));
        Procedure procedure = Assert.IsType<Procedure>(catalogue.Find("P1"));
        Assert.Equal(["nhận", "xét", "trả"], procedure.Steps);
        Assert.Equal([new FourEyesPair("nhận", "xét")], procedure.FourEyes);
        Assert.Equal(new DecisionStep("xét", "card"), procedure.Decision);
        Assert.Equal(LegalBasis.Citing("Điều 11"), procedure.Source);
        Assert.Equal(TimeLimit.CalendarDays(60), procedure.TimeLimits.InForceOn(new LocalDate(2025, 6, 30))?.Value);
        Assert.Equal(TimeLimit.WorkingDays(45), procedure.TimeLimits.InForceOn(new LocalDate(2025, 7, 1))?.Value);
        Assert.Null(procedure.TimeLimits.InForceOn(new LocalDate(2025, 1, 19)));
        Assert.Null(catalogue.Find("P2")?.Decision);
        Assert.Empty(catalogue.Find("P2")!.TimeLimits.Entries);
        Assert.Null(catalogue.Find("p1"));
    }

    [Theory]
    [InlineData("calendar_day", TimeUnit.CalendarDay)]
    [InlineData("working_day", TimeUnit.WorkingDay)]
    [InlineData("week", TimeUnit.Week)]
    [InlineData("month", TimeUnit.Month)]
    [InlineData("year", TimeUnit.Year)]
    [InlineData("non_holiday_day", TimeUnit.NonHolidayDay)]
    [InlineData("half_day", TimeUnit.HalfDay)]
    [InlineData("working_hour", TimeUnit.WorkingHour)]
    [InlineData("hour", TimeUnit.Hour)]
    [InlineData("minute", TimeUnit.Minute)]
    public void Every_unit_has_its_word(string word, TimeUnit unit)
    {
        string text = Good.Replace("\"calendar_day\"", "\"" + word + "\"", StringComparison.Ordinal);
        ProcedureCatalogue catalogue = ProcedureFile.Read(TestCalendars.Utf8(text));
        Assert.Equal(unit, catalogue.Procedures[0].TimeLimits.Entries[0].Value.Unit);
    }

    [Fact]
    public void Units_without_an_amount_have_none_and_an_event_has_its_name()
    {
        const string Amounts = "\"amount\": 45, \"unit\": \"working_day\"";
        TimeLimit Read(string limit) => ProcedureFile.Read(TestCalendars.Utf8(Good.Replace(Amounts, limit, StringComparison.Ordinal)))
            .Procedures[0].TimeLimits.Entries[1].Value;

        Assert.Equal(TimeLimit.SameDay, Read("\"unit\": \"same_day\""));
        Assert.Equal(TimeLimit.Immediate, Read("\"unit\": \"immediate\""));
        Assert.Equal(
            TimeLimit.NextEvent(new BilingualText("kỳ sinh hoạt", "meeting")),
            Read("\"unit\": \"next_event\", \"event\": { \"vi\": \"kỳ sinh hoạt\", \"en\": \"meeting\" }"));
    }

    [Theory]
    [InlineData("\"working_day\"", "\"same_day\"", "procedures:9: procedures[0].time_limits[0].amount: this unit has no amount")]
    [InlineData(
        "\"amount\": 45, \"unit\": \"working_day\"",
        "\"unit\": \"next_event\"",
        "procedures:9: procedures[0].time_limits[0].event: a required field is missing")]
    [InlineData(
        "\"amount\": 45",
        "\"amount\": 45, \"event\": \"x\"",
        "procedures:9: procedures[0].time_limits[0].event: only the unit next_event has an event")]
    [InlineData("\"P2\"", "\"P1\"", "procedures:12: procedures[1].code: the identifier 'P1' stands twice")]
    [InlineData("\"trả\"", "\"nhận\"", "procedures:5: procedures[0].steps[2]: the step 'nhận' stands twice")]
    [InlineData("\"second\": \"xét\"", "\"second\": \"nhận\"", "procedures:6: procedures[0].four_eyes[0]: the two activities must differ")]
    [InlineData(
        "\"power\": \"card\"",
        "\"Power\": \"card\"",
        "procedures:7: procedures[0].decision.power: a required field is missing|"
            + "procedures:7: procedures[0].decision.Power: unknown field")]
    [InlineData(
        "\"amount\": 45",
        "\"amount\": 0",
        "procedures:9: procedures[0].time_limits[0].amount: a limit must be in the range 1-36500")]
    [InlineData(
        "\"amount\": 45",
        "\"amount\": 36501",
        "procedures:9: procedures[0].time_limits[0].amount: a limit must be in the range 1-36500")]
    [InlineData("\"amount\": 45", "\"amount\": 4.5", "procedures:9: procedures[0].time_limits[0].amount: must be a whole number")]
    [InlineData("\"amount\": 45", "\"amount\": \"45\"", "procedures:9: procedures[0].time_limits[0].amount: must be a whole number")]
    [InlineData("\"amount\": 45", "\"amount\": 99999999999", "procedures:9: procedures[0].time_limits[0].amount: must be a whole number")]
    [InlineData(
        "\"working_day\"",
        "\"day\"",
        "procedures:9: procedures[0].time_limits[0].unit: 'day' is not one of: calendar_day, working_day, week, month, year, "
            + "non_holiday_day, half_day, working_hour, hour, minute, same_day, immediate, next_event")]
    [InlineData(
        "\"to\": \"2025-07-01\"",
        "\"to\": \"2025-07-02\"",
        "procedures:8: procedures[0].time_limits: two time limits are in force at once")]
    [InlineData(
        "\"from\": \"2025-01-20\"",
        "\"from\": \"2025-08-20\"",
        "procedures:10: procedures[0].time_limits[1]: 'to' must be after 'from' (the day 'to' is not included)")]
    [InlineData(
        "\"2025-07-01\" },",
        "\"1/7/2025\" },",
        "procedures:9: procedures[0].time_limits[0].from: '1/7/2025' is not a date of the form year-month-day")]
    [InlineData(", \"time_limits\": [] }", " }", "procedures:12: procedures[1].time_limits: a required field is missing")]
    [InlineData("\"system\": \"party\", ", "", "procedures:4: procedures[0].system: a required field is missing")]
    [InlineData("\"steps\": []", "\"steps\": {}", "procedures:12: procedures[1].steps: must be a list [...]")]
    public void A_mistake_is_reported_alone_with_its_line_and_path(string good, string bad, string expected)
    {
        Assert.Contains(good, Good, StringComparison.Ordinal);
        Assert.Equal(expected.Split('|'), Problems(Good.Replace(good, bad, StringComparison.Ordinal)));
    }

    [Fact]
    public void Every_mistake_is_reported_at_once()
    {
        string text = Good.Replace("\"amount\": 45", "\"amount\": -1", StringComparison.Ordinal)
            .Replace("\"P2\"", "2", StringComparison.Ordinal)
            .Replace("\"activity\": \"xét\"", "\"activity\": \" \"", StringComparison.Ordinal);
        Assert.Equal(
            [
                "procedures:7: procedures[0].decision.activity: must not be blank",
                "procedures:9: procedures[0].time_limits[0].amount: a limit must be in the range 1-36500",
                "procedures:12: procedures[1].code: must be a string",
            ],
            Problems(text));
    }

    [Fact]
    public void A_code_that_stands_twice_is_refused_by_the_catalogue_too()
    {
        Procedure procedure = ProcedureFile.Read(TestCalendars.Utf8(Good)).Procedures[0];
        Assert.Throws<ArgumentException>(() => new ProcedureCatalogue([procedure, procedure]));
    }

    private static IEnumerable<string> Problems(string text) =>
        Assert.Throws<InvalidDataFileException>(() => ProcedureFile.Read(TestCalendars.Utf8(text)))
            .Problems.Select(p => p.In(Language.English));
}
