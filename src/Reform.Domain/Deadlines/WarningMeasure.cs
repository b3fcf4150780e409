namespace Reform.Domain.Deadlines;

/// <summary>What a warning level measures (cách tính mức cảnh báo).</summary>
public enum WarningMeasure
{
    /// <summary>How much of the period is used, in per cent.</summary>
    PercentUsed = 0,

    /// <summary>Working days before the due date.</summary>
    WorkingDaysBefore = 1,

    /// <summary>Dates before the due date.</summary>
    CalendarDaysBefore = 2,
}
