namespace Reform.Domain.Calendars;

/// <summary>What kind of day a date is in a work calendar (loại ngày).</summary>
public enum DayKind
{
    /// <summary>An ordinary working day (ngày làm việc).</summary>
    WorkingDay = 0,

    /// <summary>A weekly rest day (ngày nghỉ hằng tuần).</summary>
    WeeklyRest = 1,

    /// <summary>A public holiday (ngày lễ, tết), whatever the weekday.</summary>
    PublicHoliday = 2,

    /// <summary>A compensatory day off for a holiday on a rest day (nghỉ bù).</summary>
    CompensatoryDayOff = 3,

    /// <summary>A working day that was swapped for a make-up day (ngày nghỉ hoán đổi).</summary>
    SwappedDayOff = 4,

    /// <summary>A rest day that is worked in place of a swapped day (ngày làm bù).</summary>
    MakeUpWorkingDay = 5,

    /// <summary>A working day on which the agency itself was closed, for example by a typhoon (đóng cửa tại chỗ).</summary>
    LocalClosure = 6,
}
