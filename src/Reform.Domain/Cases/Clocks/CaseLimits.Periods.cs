using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;

namespace Reform.Domain.Cases;

/// <content>Limits by which nothing is due: least waits, how long something counts, days of effect.</content>
internal sealed partial class CaseLimits
{
    private LimitReading Wait(LimitReading reading, LimitTerms inForce, CaseTime start)
    {
        if (LengthEnd(reading, inForce, start) is not LocalDate last)
        {
            return Unknown(reading, CaseReasons.NoLength.Because(null, ("limit", reading.Limit.Id)));
        }

        // An age is reached on the birthday; any other wait ends with the end of its last day.
        bool reachedOnTheDay = string.Equals(inForce.StartEvent, "birth.date", StringComparison.Ordinal);
        LocalDate first = reachedOnTheDay ? last : last.PlusDays(1);
        bool acted = reading.EndedAt is not null;
        LocalDate looked = reading.EndedAt?.Date ?? now.Date;
        ClockState state = looked >= first ? ClockState.Kept : acted ? ClockState.Broken : ClockState.Running;
        return reading with
        {
            State = state,
            On = last,
            Reason = (state == ClockState.Broken ? CaseReasons.TooEarly : CaseReasons.NotBefore).Because(null, ("first", first)),
        };
    }

    private LimitReading LastDay(LimitReading reading, LimitTerms inForce, CaseTime start)
    {
        if (LengthEnd(reading, inForce, start) is not LocalDate last)
        {
            return Unknown(reading, CaseReasons.NoLength.Because(null, ("limit", reading.Limit.Id)));
        }

        LocalDate looked = reading.EndedAt?.Date ?? now.Date;
        ClockState state = looked > last ? (reading.EndedAt is null ? ClockState.Overdue : ClockState.Broken)
            : reading.EndedAt is null ? ClockState.Running : ClockState.Kept;
        return reading with
        {
            State = state,
            On = last,
            Reason = (looked > last ? CaseReasons.Lapsed : CaseReasons.Counts).Because(null, ("last", last)),
        };
    }

    private LimitReading Effect(LimitReading reading, LimitTerms inForce, CaseTime start)
    {
        LocalDate effective = inForce.Limit is null ? start.Date : LengthEnd(reading, inForce, start) ?? start.Date;
        LocalDate? stated = file.Outcome is CaseDecided { EffectiveOn: LocalDate on } ? on : reading.EndedAt?.Date;
        return reading with
        {
            EndedAt = stated is LocalDate day ? CaseTime.On(day) : null,
            On = effective,
            State = stated is null ? ClockState.Running : stated == effective ? ClockState.Kept : ClockState.Broken,
            Reason = stated is LocalDate wrong && wrong != effective
                ? CaseReasons.WrongEffect.Because(null, ("stated", wrong), ("effective", effective))
                : CaseReasons.TakesEffect.Because(null, ("effective", effective)),
        };
    }

    // No roll, unless an interpretation says so: these periods oblige nobody to act on their last day.
    private LocalDate? LengthEnd(LimitReading reading, LimitTerms inForce, CaseTime start)
    {
        if (inForce.Limit is not TimeLimit length || TimeUnits.DueKindOf(length.Unit) == DueKind.Instant)
        {
            return inForce.Limit is null ? null : length_OfInstant(inForce.Limit, start);
        }

        Deadline deadline = new DeadlineTerms(length) { Policy = Counting(reading, terms.Policy with { Roll = RollPolicy.Stay }) }.From(start.Date, terms.Calendar);
        return deadline.HasDue ? deadline.DueDate : null;

        static LocalDate? length_OfInstant(TimeLimit limit, CaseTime from) => limit.Unit == TimeUnit.Immediate ? from.Date : null;
    }
}
