using System.Globalization;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Tools.LunarTable.Rule;

namespace Reform.Domain.Tests.Calendars.Lunar;

/// <summary>
/// The same astronomy on the clock of Beijing, against System.Globalization.ChineseLunisolarCalendar; and where Vietnam differs from it.
/// </summary>
public sealed class ChineseCalendarTests
{
    private const int FirstYear = 1901;
    private const int LastYear = 2100;

    // China used the mean time of Beijing, 116.4 degrees east, before 1929.
    private const double BeijingMeanTime = 116.4 / 15;

    private static readonly ChineseLunisolarCalendar Dotnet = new();

    [Fact]
    public void At_UTC_8_all_months_but_four_agree_and_the_four_are_explained()
    {
        CivilMonth[] ours = [.. At(8)];
        CivilMonth[] differing = [.. ours.Where(m => Named(m.First) != (m.Year, m.Number, m.IsLeap, 1))];

        Assert.Equal(2473, ours.Length);
        Assert.Equal([new(1914, 11, 18), new(1916, 2, 4), new(1920, 11, 11), new LocalDate(2097, 8, 8)], differing.Select(m => m.First));

        // Three lie before 1929 and begin a day earlier on the clock that was used then; the new moon of the fourth falls on midnight.
        HashSet<LocalDate> firstDaysThen = [.. At(BeijingMeanTime).Select(m => m.First)];
        Assert.All(differing[..3], m => Assert.Contains(m.First.PlusDays(-1), firstDaysThen));
        Assert.True(differing[3].IsUncertain);
    }

    [Fact]
    public void Where_Vietnam_differs_the_hour_between_the_clocks_decides()
    {
        var chinese = At(8).ToDictionary(m => m.First, m => (m.Year, m.Number, m.IsLeap));
        CivilSky sky = CivilSky.Computed(zoneHours: 7);
        HashSet<LocalDate> lastHourMoons = [.. sky.NewMoons.Where(IsInLastHour).Select(n => n.Date)];
        LunarMonth[] all = [.. Enumerable.Range(FirstYear, LastYear - FirstYear + 1).SelectMany(LunarCalendar.MonthsOf)];
        LunarMonth[] otherDay = [.. all.Where(m => !chinese.ContainsKey(m.FirstDay))];
        LunarMonth[] otherName =
            [.. all.Where(m => chinese.TryGetValue(m.FirstDay, out var name) && name != (m.Year, m.Number, m.IsLeapMonth))];

        Assert.Equal(2473, all.Length);
        Assert.Equal(83, otherDay.Length);
        Assert.All(otherDay, m => Assert.Contains(m.FirstDay, lastHourMoons));

        // Other leap months: a term in the hour belongs to the month that ends then, or to the next.
        Assert.Equal(
            [
                "AL1917-03-01", "AL1917-03N-01", "AL1922-06-01", "AL1922-06N-01", "AL1938-08-01", "AL1938-08N-01", "AL1984-11-01",
                "AL1984-12-01", "AL1985-01-01", "AL1985-02-01", "AL1985-02N-01", "AL1987-07-01", "AL1987-07N-01",
            ],
            otherName.Select(m => new LunarDate(m.Year, m.Number, 1, m.IsLeapMonth).ToString()));
        LocalDate[] lastHourTerms = [.. sky.Terms.Where(t => IsInLastHour(t.At)).Select(t => t.At.Date)];
        Assert.All(
            otherName.Where(m => m.IsLeapMonth).Select(m => m.Year),
            year => Assert.Contains(lastHourTerms, d => all.Any(m => m.Year >= year - 1 && m.Year <= year && m.FirstDay.PlusDays(m.Length - 1) == d)));
    }

    private static IEnumerable<CivilMonth> At(double zoneHours) =>
        LunisolarRule.Months(CivilSky.Computed(zoneHours)).Where(m => m.Year is >= FirstYear and <= LastYear);

    private static (int Year, int Month, bool IsLeap, int Day) Named(LocalDate date)
    {
        DateTime day = date.ToDateTimeUnspecified();
        int year = Dotnet.GetYear(day);
        int place = Dotnet.GetMonth(day);
        int leap = Dotnet.GetLeapMonth(year);
        return (year, leap != 0 && place >= leap ? place - 1 : place, leap != 0 && place == leap, Dotnet.GetDayOfMonth(day));
    }

    private static bool IsInLastHour(CivilInstant instant) => instant.SecondsAfterMidnight is >= -3600 and < 0;
}
