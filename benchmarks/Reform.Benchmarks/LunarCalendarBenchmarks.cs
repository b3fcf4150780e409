using System.Globalization;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Benchmarks;

/// <summary>
/// 50,000 dates from 1901 to 2098, in no order (so that no branch is learnt by heart), to the lunar calendar and back. The .NET calendar
/// counts on the clock of Beijing, so that the days differ by design. A lunar date is a year, a month, whether it is the leap month, and
/// a day; .NET counts the months of a year without saying which one is the leap month, which it has to be asked. "Place of the month
/// only" leaves that question out.
/// </summary>
[MemoryDiagnoser]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
[CategoriesColumn]
public class LunarCalendarBenchmarks
{
    private const int Count = 50_000;

    private readonly ChineseLunisolarCalendar dotnet = new();
    private readonly LocalDate[] dates = new LocalDate[Count];
    private readonly DateTime[] dateTimes = new DateTime[Count];
    private readonly LunarDate[] lunarDates = new LunarDate[Count];
    private readonly (int Year, int Month, int Day, bool IsLeap)[] dotnetDates = new (int, int, int, bool)[Count];
    private readonly (int Year, int Place, int Day)[] dotnetPlaces = new (int, int, int)[Count];

    [GlobalSetup]
    public void Prepare()
    {
        var from = new LocalDate(1901, 3, 1);
        for (int i = 0; i < Count; i++)
        {
            dates[i] = from.PlusDays((int)(i * 7_919L % 72_000));
            dateTimes[i] = dates[i].ToDateTimeUnspecified();
            lunarDates[i] = LunarCalendar.FromSolar(dates[i]);
            dotnetDates[i] = ToDotnet(dateTimes[i]);
            dotnetPlaces[i] = ToDotnetPlace(dateTimes[i]);
            if (LunarCalendar.ToSolar(lunarDates[i]) != dates[i] || FromDotnet(dotnetDates[i]) != dateTimes[i])
            {
                throw new InvalidOperationException("A candidate does not come back to the same day.");
            }
        }
    }

    [BenchmarkCategory("to the lunar calendar")]
    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "System.Globalization")]
    public int DotnetToLunar()
    {
        int sum = 0;
        foreach (DateTime date in dateTimes)
        {
            (int year, int month, int day, bool isLeap) = ToDotnet(date);
            sum += year + month + day + (isLeap ? 1 : 0);
        }

        return sum;
    }

    [BenchmarkCategory("to the lunar calendar")]
    [Benchmark(OperationsPerInvoke = Count, Description = "System.Globalization, place of the month only")]
    public int DotnetToPlace()
    {
        int sum = 0;
        foreach (DateTime date in dateTimes)
        {
            (int year, int place, int day) = ToDotnetPlace(date);
            sum += year + place + day;
        }

        return sum;
    }

    [BenchmarkCategory("to the lunar calendar")]
    [Benchmark(OperationsPerInvoke = Count, Description = "LunarCalendar.FromSolar")]
    public int ReformToLunar()
    {
        int sum = 0;
        foreach (LocalDate date in dates)
        {
            LunarDate lunar = LunarCalendar.FromSolar(date);
            sum += lunar.Year + lunar.Month + lunar.Day + (lunar.IsLeapMonth ? 1 : 0);
        }

        return sum;
    }

    [BenchmarkCategory("from the lunar calendar")]
    [Benchmark(Baseline = true, OperationsPerInvoke = Count, Description = "System.Globalization")]
    public long DotnetFromLunar()
    {
        long sum = 0;
        foreach ((int Year, int Month, int Day, bool IsLeap) date in dotnetDates)
        {
            sum += FromDotnet(date).Ticks;
        }

        return sum;
    }

    [BenchmarkCategory("from the lunar calendar")]
    [Benchmark(OperationsPerInvoke = Count, Description = "System.Globalization, place of the month only")]
    public long DotnetFromPlace()
    {
        long sum = 0;
        foreach ((int year, int place, int day) in dotnetPlaces)
        {
            sum += dotnet.ToDateTime(year, place, day, 0, 0, 0, 0).Ticks;
        }

        return sum;
    }

    [BenchmarkCategory("from the lunar calendar")]
    [Benchmark(OperationsPerInvoke = Count, Description = "LunarCalendar.ToSolar")]
    public int ReformFromLunar()
    {
        int sum = 0;
        foreach (LunarDate date in lunarDates)
        {
            sum += LunarCalendar.ToSolar(date).Day;
        }

        return sum;
    }

    private (int Year, int Month, int Day, bool IsLeap) ToDotnet(DateTime date)
    {
        (int year, int place, int day) = ToDotnetPlace(date);
        int leap = dotnet.GetLeapMonth(year);
        return (year, leap != 0 && place >= leap ? place - 1 : place, day, leap != 0 && place == leap);
    }

    private (int Year, int Place, int Day) ToDotnetPlace(DateTime date) =>
        (dotnet.GetYear(date), dotnet.GetMonth(date), dotnet.GetDayOfMonth(date));

    private DateTime FromDotnet((int Year, int Month, int Day, bool IsLeap) date)
    {
        int leap = dotnet.GetLeapMonth(date.Year);
        int place = date.Month + (date.IsLeap || (leap != 0 && date.Month >= leap) ? 1 : 0);
        return dotnet.ToDateTime(date.Year, place, date.Day, 0, 0, 0, 0);
    }
}
