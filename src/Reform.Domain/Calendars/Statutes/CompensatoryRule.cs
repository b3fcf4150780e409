namespace Reform.Domain.Calendars;

/// <summary>What a law says of its holidays when they fall on a weekly rest day (quy định về nghỉ bù).</summary>
public enum CompensatoryRule
{
    /// <summary>It grants the next working day (nghỉ bù vào ngày làm việc kế tiếp); several in a row take several days.</summary>
    NextWorkingDay = 0,

    /// <summary>It is silent: no day is granted, and each such date is an open question.</summary>
    Unsettled = 1,

    /// <summary>It grants no day.</summary>
    None = 2,
}
