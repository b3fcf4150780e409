using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;

namespace Reform.Domain.Deadlines;

/// <summary>Counts deadlines forward: intake, restarts, the limits one after the other, and the roll at the very end.</summary>
internal readonly struct ForwardCount(DeadlineTerms terms, WorkCalendar calendar)
{
    private bool Restarts => terms.Policy.Supplement == SupplementRegime.RestartFromZero;

    public static Deadline Of(DeadlineTerms terms, LocalDateTime received, bool hasTime, WorkCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var count = new ForwardCount(terms, calendar);
        Position start = count.Start(received, hasTime);
        return new Deadline(terms, calendar, received, hasTime, count.Outcome(start));
    }

    /// <summary>Where counting first starts.</summary>
    public Position Start(LocalDateTime received, bool hasTime)
    {
        calendar.KindOf(received.Date);
        if (terms.Tolerance is not null && terms.Limit.Unit is not (TimeUnit.Immediate or TimeUnit.SameDay))
        {
            throw InvalidTermsException.ToleranceWithout();
        }

        Position start = terms.Policy.Intake.Start(received, hasTime, calendar);
        TimeUnit first = terms.Part(0).Unit;
        return start.IsMoment || TimeUnits.DueKindOf(first) == DueKind.Date
            ? start
            : throw InvalidTermsException.NeedsTime("received", first, received.Date);
    }

    /// <summary>Counts everything from a start.</summary>
    public Outcome Outcome(Position start)
    {
        Standing standing = LastStart(start, upTo: null, out Position from);
        if (standing == Standing.Ended)
        {
            standing = End(from, terms.PartCount, skipsRuns: !Restarts, checksCap: true, out from);
        }

        return new Outcome(standing, from, standing == Standing.Ended ? Rolled(from, terms.PartCount) : from);
    }

    /// <summary>
    /// The start from which the limit is counted: the first, or the completion of the last supplement that came while the limit ran,
    /// where supplements restart it. Suspended: one is waited for.
    /// </summary>
    /// <param name="start">The first start.</param>
    /// <param name="upTo">Only what happened up to this date; null: everything.</param>
    /// <param name="from">The start.</param>
    public Standing LastStart(Position start, LocalDate? upTo, out Position from)
    {
        from = start;
        if (!Restarts)
        {
            return Standing.Ended;
        }

        foreach (SuspendedRun run in terms.Runs.AsSpan())
        {
            if (run.First > upTo)
            {
                break;
            }

            if (run.Last <= from.Date)
            {
                continue;
            }

            if (End(from, terms.PartCount, skipsRuns: false, checksCap: false, out Position end) == Standing.Ended && !IsReached(run, from, end))
            {
                break;
            }

            if (run.IsOpen || run.Last > upTo)
            {
                return Standing.Suspended;
            }

            from = Position.EndOf(run.Last);
        }

        return Standing.Ended;
    }

    /// <summary>Counts the first parts from a start, as the regime has it.</summary>
    public Standing End(Position start, int parts, out Position end) => End(start, parts, skipsRuns: !Restarts, checksCap: false, out end);

    /// <summary>Whether a day of a run lies in a period before its last unit is used up.</summary>
    public bool IsReached(SuspendedRun run, Position start, Position end)
    {
        LocalDate first = LocalDate.Max(run.First, FirstCounted(start));
        return first <= run.Last && first.AtMidnight() < end.Moment;
    }

    /// <summary>The first date that a suspension can take from a period.</summary>
    public LocalDate FirstCounted(Position start)
    {
        TimeUnit unit = terms.Part(0).Unit;
        bool countsItsStart = unit == TimeUnit.SameDay || (start.IsMoment && TimeUnits.DueKindOf(unit) == DueKind.Instant);
        return countsItsStart ? start.Date : start.Date.PlusDays(1);
    }

    /// <summary>The end after rolling.</summary>
    public Position Rolled(Position unrolled, int parts)
    {
        if (unrolled.IsMoment || terms.Part(parts - 1).Unit is TimeUnit.WorkingDay or TimeUnit.NextEvent)
        {
            return unrolled;
        }

        return Position.EndOf(Roll(unrolled.Date, terms.Policy.Roll, calendar));
    }

    public static LocalDate Roll(LocalDate date, RollPolicy policy, WorkCalendar calendar)
    {
        if (policy == RollPolicy.Stay)
        {
            return date;
        }

        return policy == RollPolicy.PreviousWorkingDay ? calendar.WorkingDayOnOrBefore(date) : calendar.WorkingDayOnOrAfter(date);
    }

    /// <summary>Why the cap forbids an extension, or null; the parts before it end at a position, where they end.</summary>
    public Reason? Forbids(Extension extension, int index, Position? before) =>
        terms.ExtensionCap?.Forbids(extension, index, before is Position end ? Rolled(end, terms.FirstExtensionPart + index).Date : null);

    private Standing End(Position start, int parts, bool skipsRuns, bool checksCap, out Position end)
    {
        var count = new PeriodCount(terms, calendar, skipsRuns);
        Standing standing = Standing.Ended;
        end = start;
        for (int i = 0; i < parts; i++)
        {
            int extension = i - terms.FirstExtensionPart;
            if (checksCap && extension >= 0
                && Forbids(terms.Extensions[extension], extension, standing == Standing.Ended ? end : null) is Reason refusal)
            {
                throw new InvalidTermsException(InvalidTermsException.At("extensions", extension), refusal);
            }

            if (standing == Standing.Ended)
            {
                standing = count.End(terms.Part(i), end, out end);
            }
        }

        return standing;
    }
}
