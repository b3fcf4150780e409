using NodaTime;

namespace Reform.Domain.Deadlines;

/// <summary>How much of one limit is used at a moment.</summary>
/// <param name="Limit">The limit.</param>
/// <param name="Measure">What is counted: days of a kind, sessions, or minutes (of the clock or of the office).</param>
/// <param name="Used">How much of it is used.</param>
/// <param name="Whole">The whole.</param>
/// <param name="Start">Months and years only: the date from which they are counted.</param>
internal readonly record struct Share(TimeLimit Limit, TimeUnit Measure, long Used, long Whole, LocalDate Start)
{
    private const int MinutesInHalfDay = PeriodCount.HoursInHalfDay * NodaConstants.MinutesPerHour;

    public long Left => Whole - Used;

    /// <summary>The used amount in the limit's own unit, what does not fill it in a smaller one.</summary>
    public IEnumerable<TimePart> UsedParts() => IsLong ? Dates(Start, Start.PlusDays((int)Used)) : Split(Used);

    /// <summary>The amount left, likewise.</summary>
    public IEnumerable<TimePart> LeftParts() => IsLong ? Dates(Start.PlusDays((int)Used), Start.PlusDays((int)Whole)) : Split(Left);

    private bool IsLong => Limit.Unit is TimeUnit.Month or TimeUnit.Year;

    private TimePart[] Split(long amount) => (Limit.Unit, Measure) switch
    {
        (TimeUnit.Week, _) => [Part(amount / PeriodCount.DaysInWeek, TimeUnit.Week), Part(amount % PeriodCount.DaysInWeek, TimeUnit.CalendarDay)],
        (TimeUnit.HalfDay, TimeUnit.WorkingHour) =>
        [
            Part(amount / MinutesInHalfDay, TimeUnit.HalfDay),
            Part(amount % MinutesInHalfDay / NodaConstants.MinutesPerHour, TimeUnit.WorkingHour),
            Part(amount % NodaConstants.MinutesPerHour, TimeUnit.Minute),
        ],
        (TimeUnit.Hour or TimeUnit.WorkingHour, _) =>
            [Part(amount / NodaConstants.MinutesPerHour, Limit.Unit), Part(amount % NodaConstants.MinutesPerHour, TimeUnit.Minute)],
        _ => [Part(amount, Limit.Unit)],
    };

    private TimePart[] Dates(LocalDate from, LocalDate to)
    {
        var period = Period.Between(from, to, Limit.Unit == TimeUnit.Year ? PeriodUnits.YearMonthDay : PeriodUnits.Months | PeriodUnits.Days);
        TimePart[] parts = [Part(period.Years, TimeUnit.Year), Part(period.Months, TimeUnit.Month), Part(period.Days, TimeUnit.CalendarDay)];
        return Limit.Unit == TimeUnit.Year ? parts : parts[1..];
    }

    private static TimePart Part(long amount, TimeUnit unit) => new((int)amount, unit);
}
