using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>The days of a calendar as flat tables: every question about a day is a look-up or two, whatever the distance.</summary>
internal sealed class DayTable
{
    private const int MonthsInYear = 12;

    private readonly DayMark[] marks;
    private readonly int firstYear;
    private readonly int[] monthOffsets;      // by month since January of the first year: the offset of its first day, which may be negative
    private readonly int[] workingDaysUpTo;   // [i]: working days among the first i days
    private readonly LocalDate[] workingDays; // ascending

    public DayTable(LocalDate first, DayMark[] marks)
    {
        First = first;
        this.marks = marks;
        firstYear = first.Year;
        monthOffsets = MonthOffsets(first, marks.Length);
        workingDaysUpTo = new int[marks.Length + 1];
        var worked = new List<LocalDate>(marks.Length);
        LocalDate day = first;
        for (int i = 0; i < marks.Length; i++)
        {
            if (marks[i].IsWorked)
            {
                worked.Add(day);
            }

            workingDaysUpTo[i + 1] = worked.Count;
            day = day.PlusDays(1);
        }

        workingDays = [.. worked];
    }

    public LocalDate First { get; }

    public int Count => marks.Length;

    public ReadOnlySpan<DayMark> Marks => marks;

    public int WorkingDayCount => workingDays.Length;

    /// <summary>The place of a date, or -1 when it is not covered. Dates of other calendar systems stand for the same day.</summary>
    public int OffsetOf(LocalDate date)
    {
        if (date.Calendar != CalendarSystem.Iso)
        {
            date = date.WithCalendar(CalendarSystem.Iso);
        }

        int month = ((date.Year - firstYear) * MonthsInYear) + date.Month - 1;
        if ((uint)month >= (uint)monthOffsets.Length)
        {
            return -1;
        }

        int offset = monthOffsets[month] + date.Day - 1;
        return (uint)offset < (uint)marks.Length ? offset : -1;
    }

    public DayMark At(int offset) => marks[offset];

    public LocalDate DateAt(int offset) => First.PlusDays(offset);

    /// <summary>How many working days there are before the day at an offset.</summary>
    public int WorkingDaysBefore(int offset) => workingDaysUpTo[offset];

    /// <summary>How many working days there are up to the day at an offset, itself included.</summary>
    public int WorkingDaysUpTo(int offset) => workingDaysUpTo[offset + 1];

    /// <summary>The working day of a zero-based rank among all of them.</summary>
    public LocalDate WorkingDay(int rank) => workingDays[rank];

    private static int[] MonthOffsets(LocalDate first, int days)
    {
        LocalDate last = first.PlusDays(days - 1);
        int[] offsets = new int[((last.Year - first.Year) * MonthsInYear) + last.Month];
        var start = new LocalDate(first.Year, 1, 1);
        int offset = -(first.DayOfYear - 1);
        for (int i = 0; i < offsets.Length; i++)
        {
            offsets[i] = offset;
            offset += CalendarSystem.Iso.GetDaysInMonth(start.Year + (i / MonthsInYear), (i % MonthsInYear) + 1);
        }

        return offsets;
    }
}
