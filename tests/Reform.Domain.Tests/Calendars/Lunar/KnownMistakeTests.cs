using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Testing;

namespace Reform.Domain.Tests.Calendars.Lunar;

/// <summary>Official dates, and dates that other implementations are known to get wrong.</summary>
public sealed class KnownMistakeTests
{
    public static TheoryData<string, string> OfficialDates
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string[] f in File.ReadLines(Repository.PathOf("tools", "LunarTable", "Data", "official-dates.tsv"))
                .Where(l => l[0] != '#').Select(l => l.Split('\t')))
            {
                data.Add(f[0], $"AL{f[3]}-{f[2].PadLeft(2, '0')}-{f[1].PadLeft(2, '0')}");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(OfficialDates))]
    public void An_official_date_is_right(string date, string lunar) => IsTheSame(date, lunar);

    [Fact]
    public void The_official_dates_are_all_here() => Assert.Equal(45, OfficialDates.Count);

    // Read off the instants of another ephemeris at UTC+7; those of 1968, 1969, 1985, 2007 and 2009 are history.
    [Theory]
    [InlineData("1968-01-29", "AL1968-01-01")]       // Tết Mậu Thân; in Beijing a day later
    [InlineData("1969-02-16", "AL1969-01-01")]
    [InlineData("1985-01-21", "AL1985-01-01")]       // in Beijing a month later
    [InlineData("1985-03-21", "AL1985-02N-01")]
    [InlineData("2007-02-17", "AL2007-01-01")]
    [InlineData("2027-02-06", "AL2027-01-01")]
    [InlineData("2030-02-02", "AL2030-01-01")]
    [InlineData("2053-02-18", "AL2053-01-01")]
    [InlineData("2009-04-04", "AL2009-03-10")]       // the Hùng Kings' day; in Beijing a day later
    [InlineData("2037-04-24", "AL2037-03-10")]
    [InlineData("2038-04-13", "AL2038-03-10")]
    [InlineData("2085-04-03", "AL2085-03-10")]
    [InlineData("2033-08-25", "AL2033-08-01")]       // month 8 has no term, nor has the month after month 11, which alone is a leap month
    [InlineData("2033-11-22", "AL2033-11-01")]
    [InlineData("2033-12-22", "AL2033-11N-01")]
    [InlineData("2034-01-20", "AL2033-12-01")]
    [InlineData("2034-02-19", "AL2034-01-01")]
    [InlineData("2054-05-07", "AL2054-03-30")]       // where an algorithm has day 0
    [InlineData("2054-05-08", "AL2054-04-01")]
    [InlineData("2062-04-09", "AL2062-02-30")]
    [InlineData("2062-04-10", "AL2062-03-01")]
    public void A_date_that_others_get_wrong_is_right(string date, string lunar) => IsTheSame(date, lunar);

    [Fact]
    public void The_year_2033_has_its_leap_month_after_month_11()
    {
        Assert.Equal(11, LunarCalendar.LeapMonth(2033));
        Assert.Null(LunarCalendar.LeapMonth(2034));
    }

    [Fact]
    public void No_day_is_0_or_31()
    {
        for (LocalDate date = LunarCalendar.Covers.From!.Value; date < LunarCalendar.Covers.To; date = date.PlusDays(1))
        {
            Assert.InRange(LunarCalendar.FromSolar(date).Day, 1, 30);
        }
    }

    private static void IsTheSame(string date, string lunar)
    {
        LocalDate solar = LocalDatePattern.Iso.Parse(date).Value;
        Assert.Equal(lunar, LunarCalendar.FromSolar(solar).ToString());
        Assert.Equal(solar, LunarCalendar.ToSolar(LunarDate.Parse(lunar)));
    }
}
