using Reform.Domain.Calendars;
using Reform.Tools.LunarTable.Astronomy;

namespace Reform.Domain.Tests.Calendars.Lunar;

/// <summary>The astronomy of tools/LunarTable against another ephemeris, instant by instant and month by month.</summary>
public sealed class AstronomyTests
{
    private const double SecondsPerDay = 86_400;

    [Fact]
    public void Every_new_moon_agrees_within_half_a_second()
    {
        double[] ours = [.. SkyEvents.NewMoons(OtherEphemeris.NewMoons[0] - 1, OtherEphemeris.NewMoons[^1] + 1)];

        Assert.Equal(3729, ours.Length);
        Assert.InRange(ours.Zip(OtherEphemeris.NewMoons, (a, b) => Math.Abs(a - b) * SecondsPerDay).Max(), 0, 0.5);
    }

    [Fact]
    public void Every_major_solar_term_agrees_within_a_second_and_a_half()
    {
        (double Day, int Degrees)[] ours = [.. SkyEvents.MajorTerms(OtherEphemeris.Terms[0].Day - 1, OtherEphemeris.Terms[^1].Day + 1)];

        Assert.Equal(3618, ours.Length);
        Assert.Equal(OtherEphemeris.Terms.Select(t => t.Degrees), ours.Select(t => t.Degrees));
        Assert.InRange(ours.Zip(OtherEphemeris.Terms, (a, b) => Math.Abs(a.Day - b.Day) * SecondsPerDay).Max(), 0, 1.5);
    }

    // Two projections of the same observations: the other ephemeris follows the paper of 2016, ours its addendum of 2020.
    [Theory]
    [InlineData(1900, -2.0, 0.5)]
    [InlineData(1950, 28.9, 0.5)]
    [InlineData(1972, 42.2, 0.3)]
    [InlineData(2000, 63.8, 0.2)]
    [InlineData(2019.5, 69.3, 0.1)]
    [InlineData(2025, 69.1, 0.2)]
    [InlineData(2050, 74.6, 5)]
    [InlineData(2100, 93.2, 10)]
    [InlineData(2199, 163.0, 10)]
    public void Delta_T_is_that_of_our_time(double year, double seconds, double tolerance) =>
        Assert.Equal(seconds, DeltaT.InYear(year), tolerance);

    [Fact]
    public void Delta_T_before_its_table_is_not_guessed() => Assert.Throws<ArgumentOutOfRangeException>(() => DeltaT.InYear(1894.9));

    [Fact]
    public void No_month_is_wrong()
    {
        SlowMonth[] expected = [.. OtherEphemeris.Months(zoneHours: 7).Where(m => m.Year is >= LunarCalendar.FirstYear and <= LunarCalendar.LastYear)];
        SlowMonth[] ours = [.. Enumerable.Range(LunarCalendar.FirstYear, 300).SelectMany(LunarCalendar.MonthsOf)
            .Select(m => new SlowMonth(m.Year, m.Number, m.IsLeapMonth, m.FirstDay, m.Length))];

        Assert.Equal(3711, ours.Length);
        Assert.Equal(expected, ours);
    }
}
