namespace Reform.Domain.Deadlines;

/// <summary>The unit of a time limit (đơn vị của thời hạn). How each is counted: docs/guides/deadlines.md.</summary>
/// <remarks>Its code, its name and the kind of due it leads to: <see cref="TimeUnits"/>.</remarks>
public enum TimeUnit
{
    /// <summary>Every date counts (ngày).</summary>
    CalendarDay = 0,

    /// <summary>Only working days count, make-up days among them (ngày làm việc).</summary>
    WorkingDay = 1,

    /// <summary>Seven dates (tuần).</summary>
    Week = 2,

    /// <summary>To the same day number of a later month, or that month's last day (tháng).</summary>
    Month = 3,

    /// <summary>To the same day and month of a later year (năm).</summary>
    Year = 4,

    /// <summary>Every date counts that is no public holiday; weekends, compensatory and swapped days do (ngày không kể ngày lễ, tết).</summary>
    NonHolidayDay = 5,

    /// <summary>An office session, morning or afternoon (buổi làm việc, nửa ngày); the session of receipt is not counted.</summary>
    HalfDay = 6,

    /// <summary>Sixty minutes inside office sessions (giờ làm việc).</summary>
    WorkingHour = 7,

    /// <summary>Sixty minutes by the clock (giờ).</summary>
    Hour = 8,

    /// <summary>A minute by the clock (phút).</summary>
    Minute = 9,

    /// <summary>The day of receipt itself (trong ngày); the amount is 1.</summary>
    SameDay = 10,

    /// <summary>At once (ngay): the moment of receipt, and a tolerance where the terms state one; the amount is 1.</summary>
    Immediate = 11,

    /// <summary>The next event of a kind, such as a cell's meeting (kỳ sinh hoạt gần nhất); the amount is 1.</summary>
    NextEvent = 12,
}
