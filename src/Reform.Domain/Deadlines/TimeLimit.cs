using System.Globalization;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>A time limit (thời hạn): an amount of a unit, such as 5 working days. The default value does not exist: it is a class.</summary>
/// <remarks>Source: Civil Code 91/2015/QH13, Arts. 144-148; working days, hours and sessions as internal procedures use them.</remarks>
public sealed record TimeLimit
{
    private DeadlineTerms? plain;

    /// <summary>Creates a limit.</summary>
    /// <param name="amount">How many units; from 1 to <see cref="Most"/>, about a hundred years' worth.</param>
    /// <param name="unit">The unit; <see cref="TimeUnit.NextEvent"/> needs its event: <see cref="NextEvent"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range, or the unit is no defined unit.</exception>
    /// <exception cref="InvalidTermsException">The unit is <see cref="TimeUnit.NextEvent"/>.</exception>
    public TimeLimit(int amount, TimeUnit unit)
        : this(amount, unit, null)
    {
        if (unit == TimeUnit.NextEvent)
        {
            throw InvalidTermsException.EventIsMissing();
        }
    }

    private TimeLimit(int amount, TimeUnit unit, BilingualText? what)
    {
        int most = Most(unit);
        if (amount < 1 || amount > most)
        {
            throw new ArgumentOutOfRangeException(
                nameof(amount), amount, "A limit is from 1 to " + most.ToString(CultureInfo.InvariantCulture) + " of its unit.");
        }

        Amount = amount;
        Unit = unit;
        Event = what;
    }

    /// <summary>On the day of receipt (trong ngày).</summary>
    public static TimeLimit SameDay { get; } = new(1, TimeUnit.SameDay);

    /// <summary>At once (ngay); a tolerance is stated by <see cref="DeadlineTerms.Tolerance"/>.</summary>
    public static TimeLimit Immediate { get; } = new(1, TimeUnit.Immediate);

    /// <summary>How many units.</summary>
    public int Amount { get; }

    /// <summary>The unit.</summary>
    public TimeUnit Unit { get; }

    /// <summary>The kind of event that the limit waits for; null but for <see cref="TimeUnit.NextEvent"/>.</summary>
    public BilingualText? Event { get; }

    /// <summary>The limit on default terms.</summary>
    internal DeadlineTerms Plain => plain ??= new DeadlineTerms(this);

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

    /// <summary>A limit in days that leave out public holidays only (ngày không kể ngày lễ, tết).</summary>
    /// <param name="amount">From 1 to 36,500.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit NonHolidayDays(int amount) => new(amount, TimeUnit.NonHolidayDay);

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

    /// <summary>A limit in office sessions (buổi làm việc, nửa ngày).</summary>
    /// <param name="amount">From 1 to 73,000.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit HalfDays(int amount) => new(amount, TimeUnit.HalfDay);

    /// <summary>A limit in hours of office sessions (giờ làm việc).</summary>
    /// <param name="amount">From 1 to 292,000.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit WorkingHours(int amount) => new(amount, TimeUnit.WorkingHour);

    /// <summary>A limit in hours by the clock (giờ).</summary>
    /// <param name="amount">From 1 to 876,000.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit Hours(int amount) => new(amount, TimeUnit.Hour);

    /// <summary>A limit in minutes by the clock (phút).</summary>
    /// <param name="amount">From 1 to 52,560,000.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The amount is out of range.</exception>
    public static TimeLimit Minutes(int amount) => new(amount, TimeUnit.Minute);

    /// <summary>A limit bound to the next event of a kind (kỳ sinh hoạt gần nhất), whose dates are <see cref="DeadlineTerms.KnownEvents"/>.</summary>
    /// <param name="what">The kind of event; for example "kỳ sinh hoạt chi bộ", "meeting of the cell".</param>
    /// <returns>The limit.</returns>
    public static TimeLimit NextEvent(BilingualText what)
    {
        ArgumentNullException.ThrowIfNull(what);
        return new TimeLimit(1, TimeUnit.NextEvent, what);
    }

    /// <summary>The largest amount of a unit: about a hundred years' worth; 1 for the units without an amount.</summary>
    /// <param name="unit">The unit.</param>
    /// <returns>The amount.</returns>
    /// <exception cref="ArgumentOutOfRangeException">The unit is no defined unit.</exception>
    public static int Most(TimeUnit unit) => TimeUnits.MostOf(unit);

    /// <summary>The deadline of something received on a date, on default terms.</summary>
    /// <remarks>A limit that ends at an instant cannot start from a date alone. The default policies: docs/guides/deadlines.md.</remarks>
    /// <param name="received">The legal date of receipt; it need not be a working day, and is not counted.</param>
    /// <param name="calendar">The work calendar of the agency.</param>
    /// <returns>The deadline, with the version of the calendar that it rests on.</returns>
    /// <exception cref="InvalidTermsException">The unit needs the time of receipt; the field is "received".</exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover the receipt, the end, or a day to be counted.</exception>
    public Deadline From(LocalDate received, WorkCalendar calendar)
    {
        if (Unit == TimeUnit.WorkingDay)
        {
            ArgumentNullException.ThrowIfNull(calendar);
            return new Deadline(this, calendar, Iso(received).AtMidnight(), hasTime: false, calendar.WorkingDayAfter(received, Amount));
        }

        return Plain.From(received, calendar);
    }

    /// <summary>The deadline of something received at a moment, on default terms.</summary>
    /// <param name="received">The moment of receipt, Vietnam civil time; units that end on a date take its date.</param>
    /// <param name="calendar">The work calendar of the agency.</param>
    /// <returns>The deadline, with the version of the calendar that it rests on.</returns>
    /// <exception cref="CalendarRangeException">The calendar does not cover the receipt, the end, or a day to be counted.</exception>
    public Deadline From(LocalDateTime received, WorkCalendar calendar)
    {
        if (Unit == TimeUnit.WorkingDay)
        {
            ArgumentNullException.ThrowIfNull(calendar);
            return new Deadline(this, calendar, Iso(received.Date) + received.TimeOfDay, hasTime: true, calendar.WorkingDayAfter(received.Date, Amount));
        }

        return Plain.From(received, calendar);
    }

    /// <summary>The last date that leaves the limit between itself and a day (chậm nhất … trước ngày), on default terms.</summary>
    /// <remarks>An end on a day off goes back to the working day before it, so that the interval is never shortened.</remarks>
    /// <param name="day">The day counted back from.</param>
    /// <param name="calendar">The work calendar of the agency.</param>
    /// <param name="bound">Whether the day itself is counted.</param>
    /// <returns>The deadline.</returns>
    /// <exception cref="InvalidTermsException">The unit needs a time of day (field "day"), or cannot be counted back (field "unit").</exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover the day, the end, or a day to be counted.</exception>
    public Deadline Before(LocalDate day, WorkCalendar calendar, Bound bound = Bound.Exclusive) => Plain.Before(day, calendar, bound);

    /// <summary>The last moment that leaves the limit between itself and a moment, on default terms.</summary>
    /// <param name="moment">The moment counted back from, Vietnam civil time; units that end on a date take its date, which is not counted.</param>
    /// <param name="calendar">The work calendar of the agency.</param>
    /// <returns>The deadline.</returns>
    /// <exception cref="InvalidTermsException">The unit cannot be counted back; the field is "unit".</exception>
    /// <exception cref="CalendarRangeException">The calendar does not cover the moment, the end, or a day to be counted.</exception>
    public Deadline Before(LocalDateTime moment, WorkCalendar calendar) => Plain.Before(moment, calendar);

    /// <inheritdoc/>
    public bool Equals(TimeLimit? other) => other is not null && Amount == other.Amount && Unit == other.Unit && Event == other.Event;

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Amount, Unit, Event);

    private static LocalDate Iso(LocalDate date) => date.Calendar == CalendarSystem.Iso ? date : date.WithCalendar(CalendarSystem.Iso);
}
