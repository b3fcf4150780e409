namespace Reform.Samples.HaiPhong.Generator;

/// <summary>Working days, counted one by one: slow and obvious.</summary>
internal sealed class WorkDays(CalendarData calendar)
{
    private readonly HashSet<DateOnly> daysOff = [.. calendar.DaysOff.Select(d => d.Date)];
    private readonly HashSet<DateOnly> makeUpDays = [.. calendar.MakeUpDays.Select(d => d.Date)];

    public bool IsWorked(DateOnly date) => makeUpDays.Contains(date)
        || (!daysOff.Contains(date) && date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday));

    /// <summary>The due date of a limit, or null where the calendar ends before.</summary>
    public DateOnly? Due(DateOnly received, Limit limit)
    {
        if (limit.Unit != "working_day")
        {
            throw new InvalidDataException("The sample's limits are in working days.");
        }

        DateOnly date = received;
        for (int counted = 0; counted < limit.Amount;)
        {
            date = date.AddDays(1);
            if (date >= calendar.Covers.To)
            {
                return null;
            }

            counted += IsWorked(date) ? 1 : 0;
        }

        return date;
    }

    public DateOnly Next(DateOnly date)
    {
        while (!IsWorked(date))
        {
            date = date.AddDays(1);
        }

        return date;
    }

    public int CountAfter(DateOnly start, DateOnly end)
    {
        int count = 0;
        for (DateOnly date = start.AddDays(1); date <= end; date = date.AddDays(1))
        {
            count += IsWorked(date) ? 1 : 0;
        }

        return count;
    }
}
