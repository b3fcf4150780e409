using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>Tells when the warning levels of a deadline are reached.</summary>
internal readonly struct Warnings(Deadline deadline)
{
    private readonly DeadlineTerms terms = deadline.Terms;

    public bool IsAnyReached(LocalDateTime now)
    {
        foreach (WarningLevel level in terms.WarningLevels.AsSpan())
        {
            if (IsReached(level, now))
            {
                return true;
            }
        }

        return false;
    }

    public ValueList<WarningLevel> ReachedAt(LocalDateTime now)
    {
        var reached = new List<WarningLevel>();
        foreach (WarningLevel level in terms.WarningLevels.AsSpan())
        {
            if (IsReached(level, now))
            {
                reached.Add(level);
            }
        }

        return reached.ToValueList();
    }

    private bool IsReached(WarningLevel level, LocalDateTime now)
    {
        if (level.Measure == WarningMeasure.PercentUsed)
        {
            return deadline.Direction == CountDirection.Forward && now.Date >= deadline.ReceivedOn && Progress.Of(deadline, now).HasUsed(level.Amount);
        }

        return From(level) <= now;
    }

    public LocalDateTime? From(WarningLevel level)
    {
        if (level.Measure == WarningMeasure.PercentUsed)
        {
            return deadline.Direction == CountDirection.Forward ? FirstReaching(level) : null;
        }

        if (!deadline.HasDue)
        {
            return null;
        }

        LocalDate from = level.Measure == WarningMeasure.WorkingDaysBefore
            ? deadline.Calendar.WorkingDayBefore(deadline.DueDate, level.Amount)
            : deadline.DueDate.PlusDays(-level.Amount);
        return from.AtMidnight();
    }

    // From the last start on the share used never falls, so that halving finds the moment.
    private LocalDateTime? FirstReaching(WarningLevel level)
    {
        if (LastCounted() is not LocalDateTime last || !IsReached(level, last))
        {
            return null;
        }

        var count = new ForwardCount(terms, deadline.Calendar);
        count.LastStart(count.Start(deadline.Received, deadline.HasTime), terms.PartCount, upTo: null, out Position start);
        bool byDate = TimeUnits.DueKindOf(terms.Part(terms.PartCount - 1).Unit) == DueKind.Date;
        LocalDateTime origin = byDate ? start.Date.AtMidnight() : start.Moment;
        long low = 0;
        long high = byDate ? Period.DaysBetween(start.Date, last.Date) : (long)Math.Ceiling(AllTime.Elapsed(origin, last).TotalMinutes);
        while (low < high)
        {
            long middle = (low + high) / 2;
            if (IsReached(level, At(middle)))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return At(low);

        LocalDateTime At(long step) => byDate ? origin.PlusDays((int)step) : origin.PlusMinutes(step);
    }

    private LocalDateTime? LastCounted()
    {
        if (deadline.HasDue)
        {
            return deadline.DueKind == DueKind.Instant ? deadline.DueAt : deadline.UnrolledDate.AtMidnight();
        }

        return deadline.IsSuspended ? terms.Runs[^1].First.PlusDays(-1).At(LocalTime.MaxValue) : null;
    }
}
