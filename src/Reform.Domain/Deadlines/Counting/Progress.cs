using NodaTime;
using Reform.Domain.Values;

namespace Reform.Domain.Deadlines;

/// <summary>How far the counting of a deadline has come at a moment: limit by limit.</summary>
internal sealed class Progress
{
    private readonly List<Share> shares = [];

    public TimeAmount Used => Sum(s => s.UsedParts());

    public TimeAmount Remaining => Sum(s => s.LeftParts());

    /// <summary>Whether so much of the whole is used; limits of different measures weigh by their number of parts used up.</summary>
    public bool HasUsed(int percent)
    {
        if (shares.Any(s => s.Measure != shares[0].Measure))
        {
            // shares that cannot be added: each limit weighs the same
            decimal used = shares.Sum(s => s.Used / (decimal)s.Whole);
            return used * 100 >= percent * (decimal)shares.Count;
        }

        return shares.Sum(s => s.Used) * 100 >= percent * shares.Sum(s => s.Whole);
    }

    public static Progress Of(in Deadline deadline, LocalDateTime now)
    {
        DeadlineTerms terms = deadline.Terms;
        if (deadline.Direction == CountDirection.Backward)
        {
            throw new InvalidOperationException("A limit counted backward is not used up; ask for its due date.");
        }

        var progress = new Progress();
        progress.Add(deadline, terms, now);
        return progress;
    }

    private void Add(in Deadline deadline, DeadlineTerms terms, LocalDateTime now)
    {
        var whole = new ForwardCount(terms, deadline.Calendar);
        Standing standing = whole.LastStart(whole.Start(deadline.Received, deadline.HasTime), terms.PartCount, now.Date, out Position at);
        bool waits = standing != Standing.Ended; // for a supplement that will restart the limit: nothing counts until then
        bool skipsRuns = terms.Policy.Supplement != SupplementRegime.RestartFromZero;
        var period = new PeriodCount(terms, deadline.Calendar, skipsRuns);
        var count = new ShareCount(terms, deadline.Calendar, skipsRuns);
        for (int i = 0; i < terms.PartCount; i++)
        {
            TimeLimit limit = terms.Part(i);
            Position start = at;
            bool runs = !waits && standing == Standing.Ended;
            if (runs)
            {
                standing = period.End(limit, start, out at);
            }

            if (i >= terms.OwnPart)
            {
                bool isOver = runs && standing == Standing.Ended && (at.IsMoment ? at.Moment <= now : at.Date <= now.Date);
                shares.Add(count.Of(limit, start, isOver, runs ? now : null));
            }
        }
    }

    private TimeAmount Sum(Func<Share, IEnumerable<TimePart>> partsOf)
    {
        var sums = new List<TimePart>();
        foreach (TimePart part in shares.SelectMany(partsOf))
        {
            int known = sums.FindIndex(s => s.Unit == part.Unit);
            if (known < 0)
            {
                sums.Add(part);
            }
            else
            {
                sums[known] = sums[known] with { Amount = sums[known].Amount + part.Amount };
            }
        }

        TimePart[] counted = [.. sums.Where(p => p.Amount > 0)];
        return new TimeAmount(counted.Length > 0 ? counted.ToValueList() : [sums[0]]);
    }
}
