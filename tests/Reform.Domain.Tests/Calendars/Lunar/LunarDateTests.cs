using System.Globalization;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars.Lunar;

public sealed class LunarDateTests
{
    [Fact]
    public void The_default_is_the_first_date()
    {
        Assert.Equal(new LunarDate(1900, 1, 1), default);
        Assert.Equal("AL1900-01-01", default(LunarDate).ToString());
    }

    [Fact]
    public void A_leap_month_stands_between_its_number_and_the_next()
    {
        LunarDate sixth = new(2025, 6, 30);
        LunarDate leap = new(2025, 6, 1, isLeapMonth: true);
        LunarDate seventh = new(2025, 7, 1);

        Assert.True(sixth < leap && leap < seventh && seventh > leap && leap >= sixth && sixth <= leap);
        Assert.True(sixth != leap && leap != new LunarDate(2025, 6, 1));
        Assert.Equal((2025, 6, 1, true), (leap.Year, leap.Month, leap.Day, leap.IsLeapMonth));
        Assert.Equal([sixth, leap, seventh], new[] { seventh, sixth, leap }.Order());
    }

    [Theory]
    [InlineData(2026, 0, 1, false, "month")]
    [InlineData(2026, 13, 1, false, "month")]
    [InlineData(2026, 1, 0, false, "day")]
    [InlineData(2026, 1, 31, false, "day")]
    [InlineData(2026, 2, 30, false, "day")]
    [InlineData(2025, 6, 30, true, "day")]
    [InlineData(2026, 6, 1, true, "isLeapMonth")]
    [InlineData(2025, 7, 1, true, "isLeapMonth")]
    [InlineData(2200, 1, 1, false, null)]
    public void A_date_that_does_not_exist_is_refused(int year, int month, int day, bool isLeapMonth, string? field)
    {
        var error = Assert.ThrowsAny<ArgumentException>(() => new LunarDate(year, month, day, isLeapMonth));

        Assert.Equal(field, error.ParamName);
        Assert.Equal(field is null, error is CalendarRangeException);
    }

    [Theory]
    [InlineData("AL2026-03-10", 2026, 3, 10, false)]
    [InlineData("AL2033-11N-01", 2033, 11, 1, true)]
    [InlineData("AL1900-01-01", 1900, 1, 1, false)]
    public void Text_is_read_and_written(string text, int year, int month, int day, bool isLeapMonth)
    {
        LunarDate date = new(year, month, day, isLeapMonth);

        Assert.Equal(date, LunarDate.Parse(text));
        Assert.Equal(text, date.ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("AL")]
    [InlineData("2026-03-10")]
    [InlineData("al2026-03-10")]
    [InlineData("AL2026-3-10")]
    [InlineData("AL2026-03-1")]
    [InlineData("AL2026-03-100")]
    [InlineData("AL2026-03N-10")]        // no leap month 3 in 2026
    [InlineData("AL2033-11n-01")]
    [InlineData("AL2033-11N01")]
    [InlineData("AL2026/03/10")]
    [InlineData("AL2026-13-10")]
    [InlineData("AL2026-03-31")]
    [InlineData("AL2026-02-30")]
    [InlineData("AL2200-01-01")]
    [InlineData("AL+026-03-10")]
    [InlineData("AL2026-03- 1")]
    [InlineData("AL٢٠٢٦-03-10")]
    public void Other_text_is_refused(string text)
    {
        Assert.False(LunarDate.TryParse(text, out LunarDate date));
        Assert.Equal(default, date);
        Assert.Contains("'" + text + "'", Assert.Throws<FormatException>(() => LunarDate.Parse(text)).Message, StringComparison.Ordinal);
        Assert.False(LunarDate.TryParse(null, out _));
    }

    [Theory]
    [InlineData("AL2026-01-01", "mùng 1 tháng Giêng năm Bính Ngọ (2026)", "day 1 of lunar month 1, year Bính Ngọ (2026)")]
    [InlineData("AL2025-12-29", "ngày 29 tháng Chạp năm Ất Tỵ (2025)", "day 29 of lunar month 12, year Ất Tỵ (2025)")]
    [InlineData("AL2025-06N-10", "mùng 10 tháng Sáu nhuận năm Ất Tỵ (2025)", "day 10 of leap lunar month 6, year Ất Tỵ (2025)")]
    [InlineData("AL2033-11N-11", "ngày 11 tháng Mười một nhuận năm Quý Sửu (2033)", "day 11 of leap lunar month 11, year Quý Sửu (2033)")]
    [InlineData("AL1968-04-15", "ngày 15 tháng Tư năm Mậu Thân (1968)", "day 15 of lunar month 4, year Mậu Thân (1968)")]
    public void A_date_is_put_in_words(string text, string vietnamese, string english) =>
        Assert.Equal(new BilingualText(vietnamese, english), LunarDate.Parse(text).Describe());

    [Theory]
    [InlineData("ar-SA")]
    [InlineData("fa-IR")]
    [InlineData("th-TH")]
    public void The_culture_changes_nothing(string culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
            Assert.Equal("AL2033-11N-01", LunarDate.Parse("AL2033-11N-01").ToString());
            Assert.Equal("mùng 1 tháng Mười một nhuận năm Quý Sửu (2033)", LunarDate.Parse("AL2033-11N-01").Describe().Vietnamese);
            Assert.Contains("1 to 29", Assert.Throws<ArgumentOutOfRangeException>(() => new LunarDate(2026, 2, 30)).Message, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
