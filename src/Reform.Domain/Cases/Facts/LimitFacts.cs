using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;

namespace Reform.Domain.Cases;

/// <summary>How the limits of one kind stand together, looked at from the decision where there is one; and what moved the clock.</summary>
internal static class LimitFacts
{
    private const int WorkingDaysOfAMonth = 30;

    // Of several limits, the first state here that one of them has is that of all.
    private static readonly ClockState[] Gravest =
    [
        ClockState.Broken, ClockState.Unknown, ClockState.Overdue, ClockState.Stopped, ClockState.Running, ClockState.Kept, ClockState.NotStarted,
    ];

    public static CaseFacts Of(CaseFile file, CaseTerms terms, CaseClocks clocks, CaseFacts facts)
    {
        LocalDate? decided = file.Outcome is CaseDecided ? facts.EndedOn : null;
        IEnumerable<ClockState> Each(LimitScope scope, Func<LimitReading, ClockState> state) => clocks.Readings.Where(r => r.Limit.Scope == scope).Select(state);
        ClockState? waits = Together(Each(LimitScope.MinimumWait, r => WaitAt(r, decided)));
        return facts with
        {
            // A wait that nothing started binds nothing; where nothing started any, it was not recorded.
            LeastWaits = waits == ClockState.NotStarted && decided is not null ? ClockState.Unknown : waits,
            FilingPeriod = Together(Each(LimitScope.Filing, Filed)),
            FilingPeriodOtherwise = Together(Each(LimitScope.Filing, r => FiledOtherwise(r, terms))),
            PapersCount = Together(Of(clocks, isCompetence: false).Select(r => ValidAt(r, decided))),
            Competence = Together(Of(clocks, isCompetence: true).Select(r => ValidAt(r, decided))),
            EffectiveDate = Together(Each(
                LimitScope.EffectiveDate,
                r => decided is not null && r.State is ClockState.NotStarted or ClockState.Running ? ClockState.Unknown : r.State)),
            ExtensionsAfterExpiry = facts.Extensions == 0 ? 0 : clocks.Whole is { Deadline: not null } whole ? whole.ExtensionsAfterExpiry : null,
            ExtensionsOverCap = facts.Extensions == 0 ? 0
                : clocks.Whole is { Deadline: not null, Terms.Extension: not null } capped ? capped.RefusedExtensions.Count(r => r.Code != "extension_after_expiry")
                : null,
        };
    }

    private static ClockState? Together(IEnumerable<ClockState> states)
    {
        ClockState[] all = [.. states];
        return all.Length == 0 ? null : Gravest.First(all.Contains);
    }

    // What has to be there at the decision itself is the competence; the rest are papers, used before it.
    private static IEnumerable<LimitReading> Of(CaseClocks clocks, bool isCompetence) => clocks.Readings
        .Where(r => r.Limit.Scope == LimitScope.DocumentValidity && r.Limit.EndEvent == "decision.date" == isCompetence);

    // What was decided before the wait was over broke it, whatever the wait itself ends with.
    private static ClockState WaitAt(LimitReading reading, LocalDate? decided)
    {
        if (decided is not LocalDate day || reading is not { EndedAt: null, On: LocalDate last })
        {
            return reading.State;
        }

        bool reachedOnTheDay = string.Equals(reading.Terms?.StartEvent, "birth.date", StringComparison.Ordinal);
        return day > last || (reachedOnTheDay && day == last) ? ClockState.Kept : ClockState.Broken;
    }

    private static ClockState ValidAt(LimitReading reading, LocalDate? decided) => (reading.State, decided) switch
    {
        (ClockState.NotStarted, not null) => ClockState.Unknown,
        (ClockState.Running, not null) => ClockState.Kept,
        (ClockState.Overdue, LocalDate day) => day <= reading.On ? ClockState.Kept : ClockState.Unknown,
        _ => reading.State,
    };

    private static ClockState Filed(LimitReading reading) =>
        reading is { State: ClockState.NotStarted, EndedAt: not null } ? ClockState.Unknown : reading.State;

    private static ClockState FiledOtherwise(LimitReading reading, CaseTerms terms)
    {
        if (reading.Standing != InterpretationStanding.AsWritten || reading is not { State: ClockState.Kept or ClockState.Broken, StartedAt: CaseTime start, EndedAt: CaseTime end, Terms.Limit: { Unit: TimeUnit.Month } months })
        {
            return Filed(reading);
        }

        try
        {
            var days = new DeadlineTerms(TimeLimit.WorkingDays(months.Amount * WorkingDaysOfAMonth)) { Policy = terms.Policy with { Intake = IntakePolicy.AsStamped } };
            return end.Date > days.From(start.Date, terms.Calendar).DueDate ? ClockState.Broken : ClockState.Kept;
        }
        catch (CalendarRangeException)
        {
            return ClockState.Unknown;
        }
    }
}
