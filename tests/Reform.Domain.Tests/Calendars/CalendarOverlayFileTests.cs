using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

public sealed class CalendarOverlayFileTests
{
    private const string Good = """
        {
          // an office by the sea
          "id": "office", "title": { "vi": "Văn phòng", "en": "Office" }, "synthetic": true,
          "hours": [
            { "sessions": ["07:00-11:00", "13:00-17:00"], "weekdays": { "Friday": ["07:00-11:30"] }, "basis": "Quy chế thử 1" },
            { "sessions": ["07:30-11:30"], "season": { "from": "10-16", "to": "04-15" }, "from": "2025-01-01", "to": "2027-01-01" }
          ],
          "reception": [ { "weekday": "Saturday", "sessions": ["08:00-11:00"], "from": "2025-01-01", "basis": "Quy chế thử 2" } ],
          "closures": [
            { "first_day": "2024-09-07", "last_day": "2024-09-09", "name": { "vi": "Bão", "en": "Typhoon" }, "basis": "CĐ thử", "known_on": "2024-09-05" }
          ]
        }
        """;

    [Fact]
    public void A_good_file_gives_its_overlay()
    {
        CalendarOverlay overlay = CalendarOverlayFile.Read(TestCalendars.Utf8(Good));
        Assert.Equal("office", overlay.Id);
        Assert.Equal(new BilingualText("Văn phòng", "Office"), overlay.Title);
        Assert.Equal(
            [new OfficeSession(new LocalTime(7, 0), new LocalTime(11, 0)), new OfficeSession(new LocalTime(13, 0), new LocalTime(17, 0))],
            overlay.Hours[0].Sessions);
        Assert.Equal(IsoDayOfWeek.Friday, Assert.Single(overlay.Hours[0].Weekdays).Weekday);
        Assert.Equal(LegalBasis.Citing("Quy chế thử 1"), overlay.Hours[0].Basis);
        Assert.Equal(new Season(new AnnualDate(10, 16), new AnnualDate(4, 15)), overlay.Hours[1].Season);
        Assert.Equal(new Validity(new LocalDate(2025, 1, 1), new LocalDate(2027, 1, 1)), overlay.Hours[1].InForce);
        Assert.Equal(new Validity(new LocalDate(2025, 1, 1), null), Assert.Single(overlay.Reception).InForce);
        Assert.Equal(new LocalDate(2024, 9, 5), Assert.Single(overlay.Closures).KnownOn);
        Assert.Equal(DayKind.LocalClosure, WorkCalendar.VietnamStateAgencies.With(overlay).KindOf(new LocalDate(2024, 9, 9)));
    }

    [Theory]
    [InlineData("\"office\"", "1", "agency:3: id: must be a string")]
    [InlineData("07:00-11:00", "7h-11h", "agency:5: hours[0].sessions[0]: '7h-11h' is not a session of the form 07:30-11:30")]
    [InlineData("07:00-11:00", "07:00-11:00-12:00", "agency:5: hours[0].sessions[0]: '07:00-11:00-12:00' is not a session of the form 07:30-11:30")]
    [InlineData("07:00-11:00", "07:00-13:30", "agency:5: hours[0]: sessions overlap or are out of order")]
    [InlineData("07:00-11:30", "11:30-07:00", "agency:5: hours[0].weekdays.Friday: a session ends before it starts")]
    [InlineData(
        "\"Friday\"",
        "\"Fri\"",
        "agency:5: hours[0].weekdays.Fri: 'Fri' is not one of: Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday")]
    [InlineData("\"season\"", "\"saison\"", "agency:6: hours[1].saison: unknown field")]
    [InlineData("\"10-16\"", "\"16-10\"", "agency:6: hours[1].season.from: '16-10' is not a day of the form month-day")]
    [InlineData("\"season\": { \"from\": \"10-16\", \"to\": \"04-15\" }, ", "", "agency:6: hours[1]: it holds at the same time as other office hours")]
    [InlineData("\"to\": \"2027-01-01\"", "\"to\": \"2025-01-01\"", "agency:6: hours[1]: 'to' must be after 'from' (the day 'to' is not included)")]
    [InlineData("[\"08:00-11:00\"]", "[]", "agency:8: reception[0]: at least one session is needed")]
    [InlineData("\"weekday\": \"Saturday\", ", "", "agency:8: reception[0].weekday: a required field is missing")]
    [InlineData("\"last_day\": \"2024-09-09\"", "\"last_day\": \"2024-09-06\"", "agency:10: closures[0]: the last day lies before the first")]
    [InlineData(
        "\"known_on\": \"2024-09-05\"",
        "\"known_on\": \"yesterday\"",
        "agency:10: closures[0].known_on: 'yesterday' is not a date of the form year-month-day")]
    [InlineData("\"closures\"", "\"closed\"", "agency:9: closed: unknown field")]
    public void A_mistake_is_reported_with_its_line_and_path(string good, string bad, string expected)
    {
        int at = Good.IndexOf(good, StringComparison.Ordinal);
        Assert.True(at >= 0);
        string text = string.Concat(Good.AsSpan(0, at), bad, Good.AsSpan(at + good.Length));
        InvalidDataFileException error = Assert.Throws<InvalidDataFileException>(() => CalendarOverlayFile.Read(TestCalendars.Utf8(text)));
        Assert.Equal(expected.Split('|'), error.Problems.Select(p => p.In(Language.English)));
    }
}
