using System.Numerics;
using System.Runtime.CompilerServices;
using NodaTime;

namespace Reform.Domain.Calendars;

/// <summary>
/// The days of a calendar as flat tables. A month keeps which of its days are worked as bits, and how many were worked before it: small
/// enough to stay in the processor's first cache, so that a question costs a look-up or two whatever the distance.
/// </summary>
internal sealed class DayTable
{
    private const int MonthsInYear = 12;
    private const uint Partial = 1u << 31;    // of a month that the calendar covers in part

    private readonly DayMark[] marks;
    private readonly int firstYear;
    private readonly Month[] months;          // from January of the first year on
    private readonly int[] firstOffsets;      // of the months' first days; negative in the months before the calendar begins
    private readonly LocalDate[] workingDays; // ascending

    public DayTable(LocalDate first, DayMark[] marks)
    {
        First = first;
        this.marks = marks;
        firstYear = first.Year;
        LocalDate last = first.PlusDays(marks.Length - 1);
        months = new Month[((last.Year - firstYear) * MonthsInYear) + last.Month];
        firstOffsets = new int[months.Length];
        workingDays = new LocalDate[marks.Count(m => m.IsWorked)];
        FillMonths(first.DayOfYear - 1);
    }

    public LocalDate First { get; }

    public int Count => marks.Length;

    public ReadOnlySpan<DayMark> Marks => marks;

    public int WorkingDayCount => workingDays.Length;

    /// <summary>The place of a date among the days, or -1 when it is not covered.</summary>
    public int OffsetOf(LocalDate date)
    {
        date = date.Iso();
        int index = MonthIndex(date);
        if ((uint)index < (uint)firstOffsets.Length)
        {
            int offset = firstOffsets[index] + date.Day - 1;
            return (uint)offset < (uint)marks.Length ? offset : -1;
        }

        return -1;
    }

    /// <summary>How many working days there are up to a date, itself included; -1 when the date is not covered.</summary>
    public int WorkingDaysUpTo(LocalDate date) => Find(ref date, out Month month)
        ? month.WorkingDaysBefore + BitOperations.PopCount(month.Worked & ((2u << (date.Day - 1)) - 1))
        : -1;

    /// <summary>How many working days there are before a date; -1 when the date is not covered.</summary>
    public int WorkingDaysBefore(LocalDate date) => Find(ref date, out Month month)
        ? month.WorkingDaysBefore + BitOperations.PopCount(month.Worked & ((1u << (date.Day - 1)) - 1))
        : -1;

    /// <summary>Whether a date is worked; null when it is not covered.</summary>
    public bool? IsWorked(LocalDate date) => Find(ref date, out Month month) ? (month.Worked >> (date.Day - 1) & 1) != 0 : null;

    public DayMark At(int offset) => marks[offset];

    public LocalDate DateAt(int offset) => First.PlusDays(offset);

    /// <summary>The working day of a zero-based rank among all of them.</summary>
    public LocalDate WorkingDay(int rank) => workingDays[rank];

    // Turns the date into one of the ISO calendar, and finds its month if the date is covered.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Find(ref LocalDate date, out Month month)
    {
        date = date.Iso();
        int index = MonthIndex(date);
        if ((uint)index < (uint)months.Length)
        {
            month = months[index];
            return (month.Worked & Partial) == 0 || OffsetOf(date) >= 0;
        }

        month = default;
        return false;
    }

    private int MonthIndex(LocalDate date) => ((date.Year - firstYear) * MonthsInYear) + date.Month - 1;

    private void FillMonths(int daysBefore)
    {
        int rank = 0;
        int offset = -daysBefore;
        for (int i = 0; i < months.Length; i++)
        {
            int year = firstYear + (i / MonthsInYear);
            int month = (i % MonthsInYear) + 1;
            int length = CalendarSystem.Iso.GetDaysInMonth(year, month);
            (uint worked, int before) = (offset < 0 || offset + length > marks.Length ? Partial : 0, rank);
            for (int day = Math.Max(0, -offset); day < length && offset + day < marks.Length; day++)
            {
                if (marks[offset + day].IsWorked)
                {
                    worked |= 1u << day;
                    workingDays[rank++] = new LocalDate(year, month, day + 1);
                }
            }

            months[i] = new Month(before, worked);
            firstOffsets[i] = offset;
            offset += length;
        }
    }

    private readonly record struct Month(int WorkingDaysBefore, uint Worked);
}
