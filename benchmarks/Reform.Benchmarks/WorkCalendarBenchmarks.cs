using BenchmarkDotNet.Attributes;
using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Benchmarks;

/// <summary>
/// The n-th working day after a thousand dates of 2013 to 2090, in no order: by the calendar; by walking from day to day over the same
/// calendar; by a bare look-up in an array of working days of which the place of every date is known beforehand; and by the least that
/// anyone who starts from a date can do, which is to find its place by year, month and day in another array, unchecked.
/// </summary>
[MemoryDiagnoser]
public class WorkCalendarBenchmarks
{
    private const int Count = 1_000;

    private readonly WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
    private readonly LocalDate[] dates = new LocalDate[Count];
    private readonly int[] places = new int[Count];
    private readonly int[] placeOf = new int[88 * 12 * 32];
    private LocalDate[] workingDays = [];

    [Params(5, 30, 250)]
    public int N { get; set; }

    [GlobalSetup]
    public void Prepare()
    {
        var first = new LocalDate(2013, 1, 1);
        int days = Period.DaysBetween(first, new LocalDate(2101, 1, 1));
        workingDays = [.. Enumerable.Range(0, days).Select(i => first.PlusDays(i)).Where(calendar.IsWorkingDay)];
        for (int i = 0, place = -1; i < days; i++)
        {
            place += calendar.IsWorkingDay(first.PlusDays(i)) ? 1 : 0;
            placeOf[PlaceIndex(first.PlusDays(i))] = place;
        }

        for (int i = 0; i < Count; i++)
        {
            dates[i] = first.PlusDays((int)(i * 7_919L * 9 % 28_000));
            places[i] = workingDays.Count(d => d <= dates[i]) - 1;
            if (calendar.WorkingDayAfter(dates[i], N) != Walk(dates[i]) || workingDays[places[i] + N] != Walk(dates[i])
                || placeOf[PlaceIndex(dates[i])] != places[i])
            {
                throw new InvalidOperationException("The candidates do not give the same answer.");
            }
        }
    }

    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "bare array look-up")]
    public int Array()
    {
        int sum = 0;
        foreach (int place in places)
        {
            sum += workingDays[place + N].Day;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "array look-up by date")]
    public int ArrayByDate()
    {
        int sum = 0;
        foreach (LocalDate date in dates)
        {
            sum += workingDays[placeOf[PlaceIndex(date)] + N].Day;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "WorkCalendar.WorkingDayAfter")]
    public int Calendar()
    {
        int sum = 0;
        foreach (LocalDate date in dates)
        {
            sum += calendar.WorkingDayAfter(date, N).Day;
        }

        return sum;
    }

    [Benchmark(OperationsPerInvoke = Count, Description = "day by day")]
    public int DayByDay()
    {
        int sum = 0;
        foreach (LocalDate date in dates)
        {
            sum += Walk(date).Day;
        }

        return sum;
    }

    private static int PlaceIndex(LocalDate date) => ((((date.Year - 2013) * 12) + date.Month - 1) * 32) + date.Day;

    private LocalDate Walk(LocalDate date)
    {
        int left = N;
        while (left > 0)
        {
            date = date.PlusDays(1);
            left -= calendar.IsWorkingDay(date) ? 1 : 0;
        }

        return date;
    }
}
