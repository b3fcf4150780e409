using System.Globalization;
using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Testing;

namespace Reform.Domain.Tests.Calendars;

/// <summary>The collected facts about the days off of 2013 to 2027, where they lie beside the repository; read without the library's help.</summary>
internal sealed class CalendarFacts
{
    private readonly Dictionary<LocalDate, DayKind> special = [];
    private readonly Dictionary<int, int> workingDays = [];

    private CalendarFacts(JsonElement years)
    {
        foreach (JsonProperty year in years.EnumerateObject())
        {
            workingDays[int.Parse(year.Name, CultureInfo.InvariantCulture)] = year.Value.GetProperty("working_days_in_year").GetInt32();
            AddAll(year.Value, "holidays", "date", DayKind.PublicHoliday);
            AddAll(year.Value, "compensatory_days_off", "date", DayKind.CompensatoryDayOff);
            AddAll(year.Value, "swapped_days", "day_off", DayKind.SwappedDayOff);
            AddAll(year.Value, "swapped_days", "make_up_working_day", DayKind.MakeUpWorkingDay);
        }
    }

    /// <summary>The facts; skips the test where they are absent.</summary>
    public static CalendarFacts Read()
    {
        string path = Path.Combine(Repository.Root, "..", "shared", "data", "calendar", "work_calendar_facts.json");
        Assert.SkipUnless(File.Exists(path), "skipped: calendar facts absent");
        using var document = JsonDocument.Parse(File.ReadAllText(path));
        return new CalendarFacts(document.RootElement.GetProperty("years"));
    }

    public int WorkingDaysIn(int year) => workingDays[year];

    public DayKind KindOf(LocalDate date) => special.TryGetValue(date, out DayKind kind) ? kind
        : date.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday ? DayKind.WeeklyRest
        : DayKind.WorkingDay;

    private void AddAll(JsonElement year, string list, string member, DayKind kind)
    {
        foreach (JsonElement item in year.GetProperty(list).EnumerateArray())
        {
            special.Add(LocalDatePattern.Iso.Parse(item.GetProperty(member).GetString()!).Value, kind);
        }
    }
}
