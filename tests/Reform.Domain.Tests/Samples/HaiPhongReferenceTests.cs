using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Testing;

namespace Reform.Domain.Tests.Samples;

/// <summary>What the sample calls real is what the collected sources say: its days off, its procedures' steps and limits.</summary>
public sealed class HaiPhongReferenceTests
{
    [Fact]
    public void Every_day_of_2024_to_2026_is_worked_or_free_as_the_notices_say()
    {
        JsonElement years = Json(Repository.Reference("data", "calendar", "work_calendar_facts.json")).GetProperty("years");
        var expected = new Dictionary<LocalDate, DayKind>();
        foreach (JsonElement year in ((string[])["2024", "2025", "2026"]).Select(y => years.GetProperty(y)))
        {
            foreach (JsonElement holiday in year.GetProperty("holidays").EnumerateArray())
            {
                expected[Date(holiday, "date")!.Value] = DayKind.PublicHoliday;
            }

            foreach (JsonElement day in year.GetProperty("compensatory_days_off").EnumerateArray())
            {
                expected[Date(day, "date")!.Value] = DayKind.CompensatoryDayOff;
            }

            foreach (JsonElement swap in year.GetProperty("swapped_days").EnumerateArray())
            {
                expected[Date(swap, "day_off")!.Value] = DayKind.SwappedDayOff;
                expected[Date(swap, "make_up_working_day")!.Value] = DayKind.MakeUpWorkingDay;
            }
        }

        WorkCalendar calendar = Read("calendar.json", s => WorkCalendarFile.Read(s));
        for (LocalDate day = new(2024, 1, 1); day.Year < 2027; day = day.PlusDays(1))
        {
            DayKind usual = day.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? DayKind.WeeklyRest : DayKind.WorkingDay;

            Assert.Equal((day, expected.GetValueOrDefault(day, usual)), (day, calendar.KindOf(day)));
        }

        Assert.Equal(41 + 4, expected.Count);
    }

    [Fact]
    public void Steps_are_a_run_of_the_steps_that_the_catalogue_lists()
    {
        Dictionary<string, JsonElement> catalogue = Catalogue();
        ProcedureCatalogue procedures = Procedures();

        Assert.InRange(procedures.Procedures.Count, 6, catalogue.Count);
        foreach (Procedure procedure in procedures.Procedures)
        {
            string[] listed = [.. catalogue[procedure.Code].GetProperty("steps").EnumerateArray().Select(s => s.GetProperty("vi").GetString()!)];
            string[] steps = [.. Assert.Single(procedure.Versions).Steps.Select(s => s.Activity)];
            int first = Array.IndexOf(listed, steps[0]);

            Assert.True(first >= 0, procedure.Code);
            Assert.Equal(listed.Skip(first).Take(steps.Length), steps);
        }
    }

    [Fact]
    public void Every_limit_was_read_in_the_instrument_that_it_cites_and_holds_as_long()
    {
        JsonElement sources = Json(Repository.Reference("data", "procedures.json")).GetProperty("sources");
        Dictionary<string, JsonElement> catalogue = Catalogue();
        foreach (Procedure procedure in Procedures().Procedures)
        {
            List<(TimeLimit Limit, Validity Validity, string Number)> known =
                [.. catalogue[procedure.Code].GetProperty("timeLimits").EnumerateArray().SelectMany(l => Versions(l, sources))];

            ProcedureTimeLimit total = Assert.Single(Assert.Single(procedure.Versions).TimeLimits);
            Assert.NotEmpty(total.History);
            Assert.All(total.History, h => Assert.Contains(
                known, k => k.Limit == h.Terms.Limit && k.Validity == h.Validity && Procedures().FindSource(h.Terms.SourceId)!.Number == k.Number));
        }
    }

    // Total limits only, and only what was read. The catalogue's last days are inclusive.
    private static IEnumerable<(TimeLimit Limit, Validity Validity, string Number)> Versions(JsonElement limit, JsonElement sources)
    {
        if (limit.GetProperty("scope").GetString() != "total")
        {
            yield break;
        }

        IEnumerable<JsonElement> versions = limit.TryGetProperty("versions", out JsonElement given) ? given.EnumerateArray() : [limit];
        foreach (JsonElement version in versions.Where(v => v.GetProperty("confidence").GetString() == "verified"))
        {
            JsonElement source = sources.GetProperty(version.GetProperty("source").GetString()!);
            Assert.Equal("working_day", version.GetProperty("unit").GetString());
            yield return (
                TimeLimit.WorkingDays(version.GetProperty("length").GetInt32()),
                new Validity(Date(source, "effectiveFrom"), Date(source, "effectiveTo")?.PlusDays(1)),
                source.GetProperty("number").GetString()!);
        }
    }

    private static Dictionary<string, JsonElement> Catalogue() => Json(Repository.Reference("data", "procedures.json"))
        .GetProperty("procedures").EnumerateArray().ToDictionary(p => p.GetProperty("id").GetString()!);

    private static ProcedureCatalogue Procedures() => Read("procedures.json", s => ProcedureFile.Read(s));

    private static T Read<T>(string name, Func<Stream, T> read)
    {
        using FileStream stream = File.OpenRead(Repository.PathOf("samples", "haiphong", name));
        return read(stream);
    }

    private static JsonElement Json(string path) => JsonDocument.Parse(File.ReadAllText(path)).RootElement;

    private static LocalDate? Date(JsonElement parent, string name) =>
        parent.GetProperty(name).GetString() is string text ? LocalDatePattern.Iso.Parse(text).Value : null;
}
