using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>
/// The names of the cycle of sixty (can chi), the same in both languages: one of ten can with one of twelve chi, as in "Bính Ngọ".
/// </summary>
public static class CanChi
{
    private const int Cycle = 60;

    private static readonly string[] Can = ["Giáp", "Ất", "Bính", "Đinh", "Mậu", "Kỷ", "Canh", "Tân", "Nhâm", "Quý"];
    private static readonly string[] Chi =
        ["Tý", "Sửu", "Dần", "Mão", "Thìn", "Tỵ", "Ngọ", "Mùi", "Thân", "Dậu", "Tuất", "Hợi"];

    private static readonly string[] Names = [.. Enumerable.Range(0, Cycle).Select(i => Can[i % Can.Length] + " " + Chi[i % Chi.Length])];

    /// <summary>The name of a lunar year.</summary>
    /// <param name="year">The lunar year; any, also outside the calendar.</param>
    /// <returns>The name; 2026 is Bính Ngọ.</returns>
    public static string OfYear(int year) => Names[Place((long)year - 1984)];

    /// <summary>The name of the month of a lunar date; a leap month has the name of the month before it.</summary>
    /// <param name="date">The date.</param>
    /// <returns>The name; month 1 of 2026 is Canh Dần.</returns>
    public static string OfMonth(LunarDate date) => Names[Place((12L * (date.Year - 1984)) + date.Month + 1)];

    /// <summary>The name of a day.</summary>
    /// <param name="date">The solar date; any, also outside the calendar.</param>
    /// <returns>The name; 1 January 2000 is Mậu Ngọ.</returns>
    public static string OfDay(LocalDate date) => Names[Place(Period.DaysBetween(new LocalDate(2000, 1, 7), date.WithCalendar(CalendarSystem.Iso)))];

    // 1984, its month 11 of the year before, and 7 January 2000 are Giáp Tý, the first of the cycle.
    private static int Place(long since) => (int)(((since % Cycle) + Cycle) % Cycle);
}
