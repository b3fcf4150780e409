using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Tests.Calendars;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>Calendars as plain sets of days.</summary>
internal static class ReferenceCalendars
{
    private static readonly Lazy<ReferenceCalendar> LazyVietnam = new(ReadVietnam);

    /// <summary>
    /// The state-agency calendar: 2013-2026 from the table of special days; the years after it, which are projected and provisional, are
    /// asked of the product one day at a time.
    /// </summary>
    public static ReferenceCalendar Vietnam => LazyVietnam.Value;

    /// <summary>The plain sets of any calendar with the usual hours, asked one day at a time.</summary>
    public static ReferenceCalendar CopyOf(WorkCalendar calendar) => new()
    {
        First = calendar.Covers.From!.Value,
        Last = calendar.Covers.To!.Value.PlusDays(-1),
        DaysOff = [.. DaysOf(calendar).Where(d => calendar.KindOf(d) is not (DayKind.WorkingDay or DayKind.MakeUpWorkingDay))],
        PublicHolidays = [.. DaysOf(calendar).Where(d => calendar.KindOf(d) == DayKind.PublicHoliday)],
        ProvisionalDays = [.. DaysOf(calendar).Where(calendar.IsProvisional)],
    };

    private static ReferenceCalendar ReadVietnam()
    {
        ReferenceCalendar calendar = CopyOf(WorkCalendar.VietnamStateAgencies);
        foreach (HashSet<LocalDate> days in (HashSet<LocalDate>[])[calendar.DaysOff, calendar.PublicHolidays, calendar.ProvisionalDays])
        {
            days.RemoveWhere(d => d >= SpecialDays.First && d <= SpecialDays.Last);
        }

        calendar.DaysOff.UnionWith(SpecialDays.Days().Where(d => !SpecialDays.IsWorked(d)));
        calendar.PublicHolidays.UnionWith(SpecialDays.Days().Where(d => SpecialDays.KindOf(d) == DayKind.PublicHoliday));
        return calendar;
    }

    private static IEnumerable<LocalDate> DaysOf(WorkCalendar calendar)
    {
        for (LocalDate date = calendar.Covers.From!.Value; date < calendar.Covers.To!.Value; date = date.PlusDays(1))
        {
            yield return date;
        }
    }
}
