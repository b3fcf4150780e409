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
        count.CheckExtensions(start);
        return new Deadline(terms, calendar, received, hasTime, count.OutcomeOf(start, terms.PartCount));
    }

    public static LocalDate Roll(LocalDate date, RollPolicy policy, WorkCalendar calendar)
    {
        if (policy == RollPolicy.Stay)
        {
            return date;
        }

        return policy == RollPolicy.PreviousWorkingDay ? calendar.WorkingDayOnOrBefore(date) : calendar.WorkingDayOnOrAfter(date);
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

    /// <summary>
    /// The start from which the limit is counted: the first, or the completion of the last supplement that came while the limit ran,
    /// where supplements restart it. Suspended: one is waited for.
    /// </summary>
    /// <param name="start">The first start.</param>
    /// <param name="parts">How many parts the limit has.</param>
    /// <param name="upTo">Only supplements that had been asked for by this date; null: all.</param>
    /// <param name="from">The start.</param>
    public Standing LastStart(Position start, int parts, LocalDate? upTo, out Position from)
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

            if (run.Last < FirstCounted(from))
            {
                continue;
            }

            if (!IsMet(run, from, parts))
            {
                break;
            }

            if (run.IsOpen)
            {
                return Standing.Suspended;
            }

            from = Position.EndOf(run.Last);
        }

        return Standing.Ended;
    }

    /// <summary>Counts the first parts from a start; suspended days are left out where they do not restart the limit.</summary>
    public Standing End(Position start, int parts, out Position end)
    {
        var count = new PeriodCount(terms, calendar, skipsRuns: !Restarts);
        end = start;
        for (int i = 0; i < parts; i++)
        {
            Standing standing = count.End(terms.Part(i), end, out end);
            if (standing != Standing.Ended)
            {
                return standing;
            }
        }

        return Standing.Ended;
    }

    /// <summary>The first day that a suspension takes from the period that runs from a start; null when it takes none.</summary>
    public LocalDate? FirstTaken(SuspendedRun run, Position start)
    {
        if (Restarts)
        {
            LocalDate first = LocalDate.Max(run.First, FirstCounted(start));
            return first <= run.Last && IsMet(run, start, terms.PartCount) ? first : null;
        }

        var count = new PeriodCount(terms, calendar, skipsRuns: true);
        Position at = start;
        for (int i = 0; i < terms.PartCount; i++)
        {
            TimeLimit limit = terms.Part(i);
            Standing standing = count.End(limit, at, out Position end);
            if (HasLength(limit.Unit))
            {
                bool countsItsStart = at.IsMoment && TimeUnits.DueKindOf(limit.Unit) == DueKind.Instant;
                LocalDate first = LocalDate.Max(run.First, countsItsStart ? at.Date : at.Date.PlusDays(1));
                if (first <= run.Last && (standing == Standing.Suspended || first.AtMidnight() < end.Moment))
                {
                    return first;
                }
            }

            if (standing != Standing.Ended)
            {
                return null;
            }

            at = end;
        }

        return null;
    }

    private static bool HasLength(TimeUnit unit) => unit is not (TimeUnit.SameDay or TimeUnit.Immediate or TimeUnit.NextEvent);

    private static LocalDate? ExpiryOf(in Outcome outcome) => outcome.Standing == Standing.Ended ? outcome.Due.Date : null;

    private Outcome OutcomeOf(Position start, int parts)
    {
        Standing standing = LastStart(start, parts, upTo: null, out Position from);
        if (standing == Standing.Ended)
        {
            standing = End(from, parts, out from);
        }

        return new Outcome(standing, from, standing == Standing.Ended ? Rolled(from, parts) : from);
    }

    // An extension is judged against the period as it was without it; the end of that matters only to a grant whose date is stated.
    private void CheckExtensions(Position start)
    {
        for (int i = 0; terms.ExtensionCap is not null && i < terms.Extensions.Count; i++)
        {
            Extension extension = terms.Extensions[i];
            LocalDate? expiry = extension.GrantedOn is null ? null : ExpiryOf(OutcomeOf(start, terms.FirstExtensionPart + i));
            if (terms.ExtensionCap.Forbids(extension, i, expiry) is Reason refusal)
            {
                throw new InvalidTermsException(InvalidTermsException.At("extensions", i), refusal);
            }
        }
    }

    // The first date of which a limit counts anything; same day and immediate count nothing.
    private LocalDate FirstCounted(Position start)
    {
        bool isMoment = start.IsMoment;
        for (int i = 0; i < terms.PartCount; i++)
        {
            TimeUnit unit = terms.Part(i).Unit;
            if (unit is not (TimeUnit.SameDay or TimeUnit.Immediate))
            {
                return isMoment && TimeUnits.DueKindOf(unit) == DueKind.Instant ? start.Date : start.Date.PlusDays(1);
            }

            isMoment &= unit == TimeUnit.Immediate;
        }

        return start.Date.PlusDays(1);
    }

    // Whether a supplement was asked for while the limit ran.
    private bool IsMet(SuspendedRun run, Position start, int parts)
    {
        if (calendar.Covers.EndedBy(run.First))
        {
            return false;
        }

        Position end;
        try
        {
            if (End(start, parts, out end) != Standing.Ended)
            {
                return true;
            }
        }
        catch (CalendarRangeException)
        {
            // it would have run beyond every day of the calendar, and so beyond the first day of this suspension
            return true;
        }

        return LocalDate.Max(run.First, FirstCounted(start)).AtMidnight() < end.Moment;
    }

    private Position Rolled(Position unrolled, int parts)
    {
        if (unrolled.IsMoment || terms.Part(parts - 1).Unit is TimeUnit.WorkingDay or TimeUnit.NextEvent)
        {
            return unrolled;
        }

        return Position.EndOf(Roll(unrolled.Date, terms.Policy.Roll, calendar));
    }
}
