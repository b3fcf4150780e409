using System.Globalization;
using NodaTime;
using Reform.Domain.Calendars;

namespace Reform.Domain.Deadlines;

/// <summary>A time limit (thời hạn): an amount of a unit, such as 5 working days. The default value does not exist: it is a class.</summary>
/// <remarks>Source: Civil Code 91/2015/QH13, Arts. 144-148; the working day as internal procedures use it.</remarks>
public sealed record TimeLimit
{
    /// <summary>Creates a limit.</summary>
    /// <param name="amount">How many units; from 1 up to a hundred years' worth: 36,500 days, 5,200 weeks, 1,200 months, 100 years.</param>
    /// <param name="unit">The unit.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range, or the unit is no defined unit.</exception>
    public TimeLimit(int amount, TimeUnit unit)
    {
        int most = Most(unit);
        if (amount < 1 || amount > most)
        {
            throw new ArgumentOutOfRangeException(nameof(amount), amount, "A limit is from 1 to " + most.ToString(CultureInfo.InvariantCulture) + " of its unit.");
        }

        Amount = amount;
        Unit = unit;
    }

    /// <summary>How many units.</summary>
    public int Amount { get; }

    /// <summary>The unit.</summary>
    public TimeUnit Unit { get; }

    /// <summary>A limit in calendar days (ngày).</summary>
    /// <param name="amount">From 1 to 36,500.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit CalendarDays(int amount) => new(amount, TimeUnit.CalendarDay);

    /// <summary>A limit in working days (ngày làm việc).</summary>
    /// <param name="amount">From 1 to 36,500.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit WorkingDays(int amount) => new(amount, TimeUnit.WorkingDay);

    /// <summary>A limit in weeks (tuần).</summary>
    /// <param name="amount">From 1 to 5,200.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit Weeks(int amount) => new(amount, TimeUnit.Week);

    /// <summary>A limit in months (tháng).</summary>
    /// <param name="amount">From 1 to 1,200.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit Months(int amount) => new(amount, TimeUnit.Month);

    /// <summary>A limit in years (năm).</summary>
    /// <param name="amount">From 1 to 100.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit Years(int amount) => new(amount, TimeUnit.Year);

    /// <summary>The largest amount of a unit: a hundred years' worth.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is no defined unit.</exception>
    public static int Most(TimeUnit unit) => unit switch
    {
        TimeUnit.CalendarDay or TimeUnit.WorkingDay => 36_500,
        TimeUnit.Week => 5_200,
        TimeUnit.Month => 1_200,
        TimeUnit.Year => 100,
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "No such unit."),
    };

    /// <summary>The deadline of something received on a date.</summary>
    /// <remarks>
    /// The date of receipt is not counted (Art. 147(2)). Working days: the n-th working day after it. Other units: the
    /// corresponding date, clamped to the month's last day (Art. 148(1)-(4)), and, if that is no working day, the next
    /// working day (Art. 148(5)).
    /// </remarks>
    /// <param name="received">The legal date of receipt; it need not be a working day.</param>
    /// <param name="calendar">The work calendar of the agency.</param>
    /// <returns>The deadline, with the version of the calendar that it rests on.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover a date that has to be known.</exception>
    public Deadline From(LocalDate received, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        if (Unit == TimeUnit.WorkingDay)
        {
            LocalDate due = calendar.WorkingDayAfter(received, Amount);
            return new Deadline(this, received, due, due, calendar);
        }

        calendar.IsWorkingDay(received);
        LocalDate last = LastDay(received, calendar);
        return new Deadline(this, received, last, calendar.WorkingDayOnOrAfter(last), calendar);
    }

    private LocalDate LastDay(LocalDate received, WorkCalendar calendar)
    {
        try
        {
            return Unit switch
            {
                TimeUnit.CalendarDay => received.PlusDays(Amount),
                TimeUnit.Week => received.PlusWeeks(Amount),
                TimeUnit.Month => received.PlusMonths(Amount),
                TimeUnit.Year => received.PlusYears(Amount),
                _ => throw new InvalidOperationException("A working-day limit has no last day of its own."),
            };
        }
        catch (Exception e) when (e is OverflowException or ArgumentOutOfRangeException)
        {
            throw new CalendarRangeException(calendar.Id, LocalDate.MaxIsoValue, calendar.Covers);
        }
    }
}
