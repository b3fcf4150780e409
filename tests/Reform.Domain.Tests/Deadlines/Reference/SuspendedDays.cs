using NodaTime;

namespace Reform.Domain.Tests.Deadlines.Reference;

/// <summary>The days that suspensions take out, one by one; and the day after which an open one lasts.</summary>
internal sealed class SuspendedDays
{
    private readonly HashSet<LocalDate> days;

    public SuspendedDays(IEnumerable<LocalDate> days, LocalDate? openFrom = null)
    {
        this.days = [.. days];
        OpenFrom = openFrom;
    }

    public static SuspendedDays None { get; } = new([]);

    public LocalDate? OpenFrom { get; }

    /// <summary>Asked of a day that a count has reached before it is used up.</summary>
    public bool Has(LocalDate day) => days.Contains(day) || (day > OpenFrom ? throw new ClockStandsStill() : false);
}
