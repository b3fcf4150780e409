using System.Text;
using CsCheck;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Cases;

namespace Reform.Domain.Tests.Cases;

public sealed class CaseTimeTests
{
    private static readonly DateTimeZone Hanoi = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];
    private static readonly DateTimeZone Amsterdam = DateTimeZoneProviders.Tzdb["Europe/Amsterdam"];

    [Theory]
    [InlineData("2026-01-05T08:00:00+07:00", "2026-01-05", "2026-01-05T01:00:00Z")]
    [InlineData("2026-01-05T08:00:00Z", "2026-01-05", "2026-01-05T08:00:00Z")]
    [InlineData("2026-01-05T20:30:00Z", "2026-01-06", "2026-01-05T20:30:00Z")]
    [InlineData("2026-01-05T08:00+07:00", "2026-01-05", "2026-01-05T01:00:00Z")]
    [InlineData("2026-01-05 08:00:00+0700", "2026-01-05", "2026-01-05T01:00:00Z")]
    [InlineData("2026-01-05t08:00:00.5z", "2026-01-05", "2026-01-05T08:00:00.5Z")]
    [InlineData("2026-01-05T08:00:00.123456+07:00", "2026-01-05", "2026-01-05T01:00:00.123456Z")]
    [InlineData("2026-01-05T08:00:00.123456789123+07", "2026-01-05", "2026-01-05T01:00:00.123456789Z")]
    [InlineData("2026-01-05T24:00:00+07:00", "2026-01-06", "2026-01-05T17:00:00Z")]
    [InlineData("2026-01-05T21:00:00-03:30", "2026-01-06", "2026-01-06T00:30:00Z")]
    [InlineData(" 2026-01-05T08:00:00Z ", "2026-01-05", "2026-01-05T08:00:00Z")]
    [InlineData("2000-02-29T08:00:00Z", "2000-02-29", "2000-02-29T08:00:00Z")]
    [InlineData("9999-11-30T08:00:00Z", "9999-11-30", "9999-11-30T08:00:00Z")]
    [InlineData("9999-12-28T08:00:00Z", "9999-12-28", "9999-12-28T08:00:00Z")]
    public void A_time_with_an_offset_has_its_instant_and_its_legal_date_in_the_zone(string text, string date, string instant)
    {
        CaseTime time = Parse(text, Hanoi).Time!;
        Assert.Equal(date, LocalDatePattern.Iso.Format(time.Date));
        Assert.Equal(InstantPattern.ExtendedIso.Parse(instant).Value, time.Instant);
    }

    [Fact]
    public void A_Dutch_log_written_in_another_offset_has_Dutch_legal_dates_and_keeps_the_offset()
    {
        CaseTime time = Parse("2011-10-12T08:30:00+10:00", Amsterdam).Time!;
        Assert.Equal((new LocalDate(2011, 10, 12), Offset.FromHours(10)), (time.Date, time.WrittenOffset!.Value));
        Assert.Equal(new LocalDate(2011, 10, 11), Parse("2011-10-12T07:30:00+10:00", Amsterdam).Time!.Date);
    }

    [Theory]
    [InlineData("", "empty_time")]
    [InlineData("yesterday", "unreadable_time")]
    [InlineData("05/01/2026", "unreadable_time")]
    [InlineData("2026-13-05T08:00:00Z", "unreadable_time")]
    [InlineData("2026-02-29T08:00:00Z", "unreadable_time")]
    [InlineData("2026-01-05T25:00:00Z", "unreadable_time")]
    [InlineData("2026-01-05T24:00:01Z", "unreadable_time")]
    [InlineData("2026-01-05T08:60:00Z", "unreadable_time")]
    [InlineData("2026-01-05T08:00:60Z", "unreadable_time")]
    [InlineData("2026-01-05T08:00:00.Z", "unreadable_time")]
    [InlineData("2026-01-05T08:00:00+15:00", "unreadable_time")]
    [InlineData("2026-01-05T08:00:00 Hanoi", "unreadable_time")]
    [InlineData("0000-01-05T08:00:00Z", "unreadable_time")]
    [InlineData("9999-12-29T00:00:00Z", "unreadable_time")]
    [InlineData("9999-12-31T23:59:59-14:00", "unreadable_time")]
    [InlineData("2100-02-29T08:00:00Z", "unreadable_time")]
    [InlineData("2026-01-05T08:00:00", "time_without_offset")]
    public void What_is_no_time_is_counted_and_not_guessed(string text, string code)
    {
        (CaseTime? time, DataQuality quality) = Parse(text, Hanoi);
        Assert.Null(time);
        Assert.Equal([(code, "received")], quality.Findings.Select(f => (f.Code, f.Field)));
    }

    [Fact]
    public void A_naive_time_is_read_in_the_zone_that_the_mapping_names_for_it()
    {
        Assert.Equal(Instant.FromUtc(2026, 1, 5, 1, 0), Parse("2026-01-05T08:00:00", Hanoi, Hanoi).Time!.Instant);
        // 02:30 did not exist on that night, and existed twice on the other: the hour is moved on, and the earlier one taken.
        Assert.Equal(Instant.FromUtc(2026, 3, 29, 1, 30), Parse("2026-03-29T02:30:00", Amsterdam, Amsterdam).Time!.Instant);
        Assert.Equal(Instant.FromUtc(2026, 10, 25, 0, 30), Parse("2026-10-25T02:30:00", Amsterdam, Amsterdam).Time!.Instant);
    }

    [Fact]
    public void A_date_alone_and_midnight_say_no_more_than_the_date()
    {
        CaseTime date = Parse("2026-01-05", Hanoi).Time!;
        CaseTime midnight = Parse("2026-01-05T00:00:00.250+07:00", Hanoi).Time!;
        CaseTime morning = Parse("2026-01-05T08:00:00+07:00", Hanoi).Time!;
        CaseTime noon = Parse("2026-01-05T12:00:00+07:00", Hanoi).Time!;
        Assert.True(date.IsDateOnly && midnight.IsDateOnly && !morning.IsDateOnly);
        Assert.False(midnight.IsBefore(morning) || morning.IsBefore(midnight) || date.IsBefore(noon) || noon.IsBefore(date));
        Assert.True(morning.IsBefore(noon));
        Assert.True(Parse("2026-01-04", Hanoi).Time!.IsBefore(midnight));
    }

    [Fact]
    public void Every_instant_that_NodaTime_writes_is_read_back() => Gen.Select(Gen.Long[-60_000_000_000, 200_000_000_000], Gen.Int[0, 999_999_999], Gen.Int[-840, 840])
        .Sample((seconds, nanoseconds, offsetMinutes) =>
        {
            Instant instant = Instant.FromUnixTimeSeconds(seconds).PlusNanoseconds(nanoseconds);
            Offset offset = Offset.FromSeconds(offsetMinutes * 60);
            string text = OffsetDateTimePattern.Rfc3339.Format(instant.WithOffset(offset));
            CaseTime? time = Parse(text, Hanoi).Time;
            return time is not null && time.Instant == instant && time.WrittenOffset == offset && time.Date == instant.InZone(Hanoi).Date;
        });

    private static (CaseTime? Time, DataQuality Quality) Parse(string text, DateTimeZone zone, DateTimeZone? naive = null)
    {
        var mapping = new LogMapping { Zone = zone, NaiveZone = naive, Case = new CaseAttributes { Receipt = "received" } };
        var quality = new DataQuality();
        byte[] log = Encoding.UTF8.GetBytes("<log><trace><string key=\"concept:name\" value=\"a\"/><string key=\"received\" value=\"" + text + "\"/></trace></log>");
        return (CaseLogReader.Read(new MemoryStream(log), mapping, quality).Single().Receipt, quality);
    }
}
