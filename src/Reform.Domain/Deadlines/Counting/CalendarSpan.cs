using NodaTime;

namespace Reform.Domain.Deadlines;

/// <summary>The dates whose kind a deadline rests on, both ends included.</summary>
/// <param name="First">The first such date.</param>
/// <param name="Last">The last such date; before the first when there is none.</param>
internal readonly record struct CalendarSpan(LocalDate First, LocalDate Last)
{
    /// <summary>The span of a deadline; null when it rests on no calendar, as minutes and hours do.</summary>
    public static CalendarSpan? Of(in Deadline deadline)
    {
        DeadlineTerms terms = deadline.Terms;
        if (deadline.BackwardBound is Bound bound)
        {
            LocalDate last = bound == Bound.Inclusive ? deadline.ReceivedOn : deadline.ReceivedOn.PlusDays(-1);
            return Rests(terms.Limit.Unit) ? new CalendarSpan(deadline.DueDate, CountsItsOwnDay(terms.Limit.Unit) ? deadline.ReceivedOn : last) : null;
        }

        int part = terms.PartCount - 1;
        while (part >= 0 && !Rests(terms.Part(part).Unit))
        {
            part--;
        }

        if (part < 0 || deadline.AwaitsEvent)
        {
            return null;
        }

        LocalDate first = CountsItsOwnDay(terms.Part(0).Unit) ? deadline.ReceivedOn : deadline.ReceivedOn.PlusDays(1);
        return new CalendarSpan(first, LastOf(deadline, terms, part));
    }

    private static LocalDate LastOf(in Deadline deadline, DeadlineTerms terms, int part)
    {
        if (deadline.IsSuspended)
        {
            return terms.Runs[^1].First.PlusDays(-1);
        }

        if (part == terms.PartCount - 1)
        {
            return deadline.DueDate;
        }

        var count = new ForwardCount(terms, deadline.Calendar);
        count.LastStart(count.Start(deadline.Received, deadline.HasTime), terms.PartCount, upTo: null, out Position start);
        count.End(start, part + 1, out Position end);
        return end.Date;
    }

    private static bool Rests(TimeUnit unit) =>
        unit is not (TimeUnit.Minute or TimeUnit.Hour or TimeUnit.Immediate or TimeUnit.NextEvent);

    private static bool CountsItsOwnDay(TimeUnit unit) => unit is TimeUnit.WorkingHour or TimeUnit.HalfDay;
}
