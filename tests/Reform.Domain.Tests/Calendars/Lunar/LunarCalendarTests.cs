using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Domain.Tests.Calendars.Lunar;

public sealed class LunarCalendarTests
{
    private static readonly LocalDate First = new(1900, 1, 31);
    private static readonly LocalDate End = new(2200, 2, 15);

    [Fact]
    public void The_calendar_says_what_it_covers()
    {
        Assert.Equal((First, End), (LunarCalendar.Covers.From, LunarCalendar.Covers.To));
        Assert.Equal(new LunarDate(1900, 1, 1), LunarCalendar.FromSolar(First));
        Assert.Equal(LunarCalendar.LastYear, LunarCalendar.FromSolar(End.PlusDays(-1)).Year);
        Assert.Equal(12, LunarCalendar.FromSolar(End.PlusDays(-1)).Month);
    }

    [Fact]
    public void Every_day_comes_back_and_follows_the_day_before()
    {
        LunarDate before = default;
        int days = 0;
        for (LocalDate date = First; date < End; date = date.PlusDays(1), days++)
        {
            LunarDate lunar = LunarCalendar.FromSolar(date);
            Assert.Equal(date, LunarCalendar.ToSolar(lunar));
            Assert.Equal(lunar, new LunarDate(lunar.Year, lunar.Month, lunar.Day, lunar.IsLeapMonth));
            if (days > 0)
            {
                Assert.True(before < lunar && before.CompareTo(lunar) < 0, lunar.ToString());
                Assert.Equal(lunar.Day == 1 ? LunarCalendar.DaysInMonth(before.Year, before.Month, before.IsLeapMonth) : lunar.Day - 1, before.Day);
            }

            before = lunar;
        }

        Assert.Equal(109_588, days);
    }

    [Fact]
    public void Months_have_29_or_30_days_and_follow_each_other()
    {
        LocalDate next = First;
        for (int year = LunarCalendar.FirstYear; year <= LunarCalendar.LastYear; year++)
        {
            IReadOnlyList<LunarMonth> months = LunarCalendar.MonthsOf(year);
            int? leap = LunarCalendar.LeapMonth(year);
            Assert.Equal(leap is null ? 12 : 13, months.Count);
            Assert.Equal(
                Enumerable.Range(1, 12).SelectMany(n => n == leap ? new[] { (n, false), (n, true) } : [(n, false)]),
                months.Select(m => (m.Number, m.IsLeapMonth)));
            Assert.Equal(LunarCalendar.NewYear(year), months[0].FirstDay);
            foreach (LunarMonth month in months)
            {
                Assert.Equal(next, month.FirstDay);
                Assert.InRange(month.Length, 29, 30);
                Assert.Equal(month.Length, LunarCalendar.DaysInMonth(year, month.Number, month.IsLeapMonth));
                Assert.Equal(month.FirstDay, LunarCalendar.ToSolar(new LunarDate(year, month.Number, 1, month.IsLeapMonth)));
                next = next.PlusDays(month.Length);
            }
        }

        Assert.Equal(End, next);
    }

    [Theory]
    [InlineData(1900, 1, 30)]
    [InlineData(1900, 1, 1)]
    [InlineData(1899, 12, 31)]
    [InlineData(-44, 3, 15)]
    [InlineData(2200, 2, 15)]
    [InlineData(2200, 12, 31)]
    [InlineData(2201, 1, 1)]
    [InlineData(9999, 12, 31)]
    public void A_date_outside_is_an_error_that_names_it(int year, int month, int day)
    {
        var date = new LocalDate(year, month, day);
        CalendarRangeException error = Assert.Throws<CalendarRangeException>(() => LunarCalendar.FromSolar(date));

        Assert.Equal((LunarCalendar.Id, date, LunarCalendar.Covers), (error.CalendarId, error.Date, error.Covers));
    }

    [Theory]
    [InlineData(1899)]
    [InlineData(2200)]
    [InlineData(int.MinValue)]
    [InlineData(int.MaxValue)]
    public void A_year_outside_is_an_error(int year)
    {
        Action[] questions =
        [
            () => LunarCalendar.NewYear(year), () => LunarCalendar.LeapMonth(year), () => LunarCalendar.MonthsOf(year),
            () => LunarCalendar.DaysInMonth(year, 1), () => LunarCalendar.IsUncertain(year, 1), () => LunarCalendar.IsApproximation(year),
            () => _ = new LunarDate(year, 1, 1),
        ];

        Assert.All(questions, q => Assert.Contains("1900 to 2199, not " + year, Assert.Throws<CalendarRangeException>(q).Message, StringComparison.Ordinal));
        Assert.Equal(year < 1950 ? First.PlusDays(-1) : End, Assert.Throws<CalendarRangeException>(questions[0]).Date);
    }

    [Fact]
    public void A_month_that_does_not_exist_is_an_error_that_names_the_field()
    {
        Assert.Equal("month", Assert.Throws<ArgumentOutOfRangeException>(() => LunarCalendar.DaysInMonth(2026, 0)).ParamName);
        Assert.Equal("month", Assert.Throws<ArgumentOutOfRangeException>(() => LunarCalendar.IsUncertain(2026, 13)).ParamName);
        Assert.Equal("isLeapMonth", Assert.Throws<ArgumentException>(() => LunarCalendar.DaysInMonth(2026, 6, isLeapMonth: true)).ParamName);
        Assert.Equal("isLeapMonth", Assert.Throws<ArgumentException>(() => LunarCalendar.DaysInMonth(2025, 5, isLeapMonth: true)).ParamName);
    }

    [Fact]
    public void A_date_in_another_solar_calendar_is_the_same_day() => Assert.Equal(
        LunarCalendar.FromSolar(new LocalDate(2026, 2, 17)),
        LunarCalendar.FromSolar(new LocalDate(2026, 2, 17).WithCalendar(CalendarSystem.Julian)));

    [Fact]
    public void The_months_that_midnight_decides_are_marked()
    {
        LunarMonth[] uncertain = [.. Enumerable.Range(1900, 300).SelectMany(LunarCalendar.MonthsOf).Where(m => m.IsUncertain)];

        // The new moons are those of the other ephemeris. One term decides: that of 23 September 1938, half a minute before the midnight
        // that ends month 8; a minute later it would leave that month without a term.
        LunarMonth[] byTerm = [.. LunarCalendar.MonthsOf(1938).Where(m => m.Number == 8)];
        Assert.Equal(2, byTerm.Length);
        Assert.Equal(
            byTerm.Select(m => m.FirstDay).Concat(OtherEphemeris.NewMoonsNearMidnight(zoneHours: 7, seconds: 120)).Order(),
            uncertain.Select(m => m.FirstDay));
        Assert.Equal(13, uncertain.Length);
        Assert.True(LunarCalendar.IsUncertain(1938, 8, isLeapMonth: true));
        Assert.False(LunarCalendar.IsUncertain(1938, 7));
    }

    [Fact]
    public void Years_before_1968_are_approximations()
    {
        Assert.True(LunarCalendar.IsApproximation(1900));
        Assert.True(LunarCalendar.IsApproximation(1967));
        Assert.False(LunarCalendar.IsApproximation(1968));
        Assert.False(LunarCalendar.MonthsOf(1968)[0].IsApproximation);
        Assert.True(LunarCalendar.MonthsOf(1967)[11].IsApproximation);
    }

    [Fact]
    public void Conversions_allocate_nothing()
    {
        LocalDate date = new(2026, 11, 24);
        LunarDate lunar = LunarCalendar.FromSolar(LunarCalendar.ToSolar(LunarCalendar.FromSolar(date)));
        long before = GC.GetAllocatedBytesForCurrentThread();
        for (int i = 0; i < 1_000; i++)
        {
            date = LunarCalendar.ToSolar(lunar).PlusDays(29);
            lunar = LunarCalendar.FromSolar(date);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
        Assert.Equal(2106, lunar.Year);
    }
}
