using System.Globalization;
using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Domain.Tests.Calendars.Lunar;

public sealed class CanChiTests
{
    [Theory]
    [InlineData(1885, "Ất Dậu")]
    [InlineData(1908, "Mậu Thân")]
    [InlineData(1945, "Ất Dậu")]
    [InlineData(1968, "Mậu Thân")]
    [InlineData(1984, "Giáp Tý")]
    [InlineData(1985, "Ất Sửu")]
    [InlineData(2007, "Đinh Hợi")]
    [InlineData(2023, "Quý Mão")]
    [InlineData(2025, "Ất Tỵ")]
    [InlineData(2026, "Bính Ngọ")]
    [InlineData(2028, "Mậu Thân")]
    public void A_year_has_its_name(int year, string name) => Assert.Equal(name, CanChi.OfYear(year));

    // The cycle is common to Vietnam and China, and so is its place: .NET counts it from 1 for Giáp Tý.
    [Fact]
    public void The_cycle_of_years_is_that_of_dotnet()
    {
        var other = new ChineseLunisolarCalendar();
        string[] cycle = [.. Enumerable.Range(1984, 60).Select(CanChi.OfYear)];

        Assert.Equal(60, cycle.Distinct().Count());
        Assert.All(Enumerable.Range(1901, 200), y => Assert.Equal(cycle[other.GetSexagenaryYear(other.ToDateTime(y, 6, 1, 0, 0, 0, 0)) - 1], CanChi.OfYear(y)));
        Assert.Equal(CanChi.OfYear(2020), CanChi.OfYear(-380));
    }

    // Month 1 of the years of can Giáp and Kỷ is Bính Dần, of Ất and Canh Mậu Dần, and so on: two can later each year.
    [Theory]
    [InlineData("AL1984-01-01", "Bính Dần")]
    [InlineData("AL1985-01-01", "Mậu Dần")]
    [InlineData("AL1989-01-01", "Bính Dần")]
    [InlineData("AL2026-01-15", "Canh Dần")]
    [InlineData("AL2026-12-01", "Tân Sửu")]
    [InlineData("AL1983-11-01", "Giáp Tý")]
    [InlineData("AL2033-11N-01", "Giáp Tý")]
    public void A_month_has_its_name(string date, string name) => Assert.Equal(name, CanChi.OfMonth(LunarDate.Parse(date)));

    [Theory]
    [InlineData(2000, 1, 1, "Mậu Ngọ")]
    [InlineData(2000, 1, 7, "Giáp Tý")]
    [InlineData(1949, 10, 1, "Giáp Tý")]
    [InlineData(1900, 1, 31, "Giáp Thìn")]
    [InlineData(1912, 2, 18, "Giáp Tý")]
    [InlineData(2026, 11, 24, "Nhâm Dần")]
    public void A_day_has_its_name(int year, int month, int day, string name)
    {
        Assert.Equal(name, CanChi.OfDay(new LocalDate(year, month, day)));
        Assert.Equal(name, CanChi.OfDay(new LocalDate(year, month, day).PlusDays(-6000).WithCalendar(CalendarSystem.Julian)));
    }
}
