namespace Reform.Domain.Deadlines;

/// <summary>The unit of a time limit that is counted in days or longer (đơn vị của thời hạn).</summary>
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
}
