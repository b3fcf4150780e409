using NodaTime.Text;
using Reform.Domain.Deadlines;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Deadlines;

/// <summary>Deadlines worked out by hand from the law and the announced calendar.</summary>
public sealed class WorkedExampleTests
{
    [Theory]
    [InlineData(1, "2026-08-21", "2026-08-22")]   // the make-up Saturday for 31 August is worked
    [InlineData(10, "2025-12-26", "2026-01-12")]  // 1 January a holiday, 2 January swapped off, Saturday 10 January worked
    [InlineData(5, "2024-04-26", "2024-05-07")]   // 29 April swapped off, two holidays, Saturday 4 May worked
    [InlineData(3, "2025-04-24", "2025-04-28")]   // Saturday 26 April worked
    [InlineData(5, "2025-04-24", "2025-05-05")]
    [InlineData(60, "2025-01-15", "2025-04-17")]  // Tết and the Hùng Kings' day are skipped
    [InlineData(45, "2025-07-15", "2025-09-18")]
    [InlineData(60, "2025-07-15", "2025-10-09")]
    [InlineData(3, "2025-12-30", "2026-01-06")]
    [InlineData(7, "2025-12-30", "2026-01-10")]   // the due date is a make-up Saturday
    [InlineData(15, "2026-02-09", "2026-03-09")]  // nine days off in a row
    [InlineData(5, "2026-08-24", "2026-09-03")]   // the make-up day for 31 August has passed
    public void Working_days(int amount, string received, string due) => Check(TimeLimit.WorkingDays(amount), received, due);

    [Theory]
    [InlineData(5, "2024-04-24", "2024-05-02")]   // ends on the swapped 29 April, rolled over two holidays
    [InlineData(10, "2025-04-21", "2025-05-05")]  // ends on 1 May, rolled over a swapped day and a weekend
    [InlineData(1, "2026-08-21", "2026-08-22")]   // a make-up Saturday is not rolled
    [InlineData(1, "2026-08-22", "2026-08-24")]
    public void Calendar_days(int amount, string received, string due) => Check(TimeLimit.CalendarDays(amount), received, due);

    [Theory]
    [InlineData(1, "2024-01-31", "2024-02-29")]
    [InlineData(12, "2024-02-29", "2025-02-28")]
    [InlineData(12, "2023-03-01", "2024-03-01")]  // 365 days would end a day earlier
    [InlineData(12, "2024-10-10", "2025-10-10")]
    [InlineData(1, "2023-01-31", "2023-02-28")]
    public void Months(int amount, string received, string due) => Check(TimeLimit.Months(amount), received, due);

    [Theory]
    [InlineData(1, "2024-02-29", "2025-02-28")]
    [InlineData(4, "2020-02-29", "2024-02-29")]
    [InlineData(1, "2023-09-02", "2024-09-04")]   // 2 September and the day beside it are holidays
    public void Years(int amount, string received, string due) => Check(TimeLimit.Years(amount), received, due);

    [Theory]
    [InlineData(1, "2026-08-24", "2026-09-03")]   // the same weekday is the swapped 31 August
    [InlineData(2, "2026-06-01", "2026-06-15")]
    public void Weeks(int amount, string received, string due) => Check(TimeLimit.Weeks(amount), received, due);

    private static void Check(TimeLimit limit, string received, string due)
    {
        Deadline deadline = limit.From(LocalDatePattern.Iso.Parse(received).Value, TestCalendars.Vietnam);
        Assert.Equal(due, LocalDatePattern.Iso.Format(deadline.DueDate));
        Assert.Equal(TestCalendars.Vietnam.Version, deadline.CalendarVersion);
    }
}
