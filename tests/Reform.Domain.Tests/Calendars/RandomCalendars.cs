using CsCheck;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Calendars;

/// <summary>Random calendars, and a slow walker that knows nothing of how the calendar counts.</summary>
internal static class RandomCalendars
{
    public static readonly LocalDate First = new(2023, 12, 1);

    public const int Days = 500;

    public static Gen<WorkCalendar> Calendar { get; } =
        from rest in Gen.Int[1, 7].HashSet[0, 6]
        from off in Gen.Int[0, Days - 1].HashSet[0, 60]
        from worked in Gen.Int[0, Days - 1].HashSet[0, 20]
        select Make([.. rest.Select(d => (IsoDayOfWeek)d)], off, worked);

    public static Gen<LocalDate> Date { get; } = Gen.Int[0, Days - 1].Select(i => First.PlusDays(i));

    public static bool Covers(LocalDate date) => date >= First && date < First.PlusDays(Days);

    /// <summary>Walks on, day by day, until the n-th working day; null when the calendar ends before it.</summary>
    public static LocalDate? Walk(WorkCalendar calendar, LocalDate from, int count)
    {
        LocalDate at = from;
        while (count > 0)
        {
            at = at.PlusDays(1);
            if (!Covers(at))
            {
                return null;
            }

            if (IsWorked(calendar, at))
            {
                count--;
            }
        }

        return at;
    }

    public static bool IsWorked(WorkCalendar calendar, LocalDate date) =>
        calendar.KindOf(date) is DayKind.WorkingDay or DayKind.MakeUpWorkingDay;

    private static WorkCalendar Make(IsoDayOfWeek[] rest, HashSet<int> off, HashSet<int> worked)
    {
        DayKind[] kinds = [DayKind.PublicHoliday, DayKind.CompensatoryDayOff, DayKind.SwappedDayOff];
        IEnumerable<CalendarDay> daysOff = off.Select(i => TestCalendars.Day(First.PlusDays(i), kinds[i % kinds.Length]));
        IEnumerable<CalendarDay> makeUp = worked.Where(i => !off.Contains(i) && rest.Contains(First.PlusDays(i).DayOfWeek))
            .Select(i => TestCalendars.Day(First.PlusDays(i), DayKind.MakeUpWorkingDay));
        return new WorkCalendar("random", BilingualText.Same("random"), First, First.PlusDays(Days), rest, [.. daysOff, .. makeUp]);
    }
}
