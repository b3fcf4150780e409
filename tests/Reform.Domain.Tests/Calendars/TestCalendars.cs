using System.Text;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

/// <summary>Calendars for tests: the announced one of 2013-2026, and small synthetic ones.</summary>
internal static class TestCalendars
{
    private static readonly Lazy<WorkCalendar> LazyVietnam = new(ReadVietnam);

    public static WorkCalendar Vietnam => LazyVietnam.Value;

    public static IsoDayOfWeek[] Weekend { get; } = [IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday];

    /// <summary>June 2026, which has no announced holidays; from Monday 1 to Tuesday 30.</summary>
    public static WorkCalendar June2026(params CalendarDay[] days) =>
        new("june", BilingualText.Same("June 2026"), new LocalDate(2026, 6, 1), new LocalDate(2026, 7, 1), Weekend, days);

    public static CalendarDay Day(LocalDate date, DayKind kind) => new(
        date, kind, new BilingualText("Ngày thử", "Test day"), new LegalBasis(new BilingualText("Thông báo thử 1/TB", "Test notice 1/TB")));

    public static MemoryStream Utf8(string text) => new(Encoding.UTF8.GetBytes(text));

    private static WorkCalendar ReadVietnam()
    {
        using Stream stream = typeof(TestCalendars).Assembly.GetManifestResourceStream("vietnam-2013-2026.json")
            ?? throw new InvalidOperationException("The calendar is not embedded.");
        return WorkCalendarFile.Read(stream);
    }
}
