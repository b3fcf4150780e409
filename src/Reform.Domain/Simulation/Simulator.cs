using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Simulation;

/// <summary>What if: the same cases under another limit, calendar, policy or version, or without a step (mô phỏng trên hồ sơ thật).</summary>
public static class Simulator
{
    /// <summary>Simulates a case that is kept by its events.</summary>
    /// <remarks>
    /// Without a step the case would have ended as many working days earlier as its ledger charges to the step, and not before its receipt; a
    /// pending case stays pending.
    /// </remarks>
    /// <param name="one">The case, as it stood at the moment, with its own terms.</param>
    /// <param name="assumption">What is assumed.</param>
    /// <param name="now">The moment of judgement, Vietnam civil time.</param>
    /// <returns>How it stands and how it would stand.</returns>
    public static SimulatedCase Of(CaseInTerms one, Assumption assumption, LocalDateTime now)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(assumption);
        (CaseFile file, CaseTerms terms) = one;
        var before = CaseFacts.Of(file, terms, now);
        CaseTerms assumed = terms with
        {
            Calendar = assumption.Calendar ?? terms.Calendar,
            Version = assumption.Version ?? terms.Version,
            Policy = assumption.Policy ?? (assumption.Version is ProcedureVersion other ? terms.PolicyUnder(other) : terms.Policy),
            DecisionPowerId = assumption.Version is null ? terms.DecisionPowerId : assumption.Version.DecidingStep?.PowerId,
        };
        if (assumption.Limit is TimeLimit limit)
        {
            assumed = assumed with { Version = WithWhole(assumed, limit), WholeLength = limit };
        }

        var after = CaseFacts.Of(file, assumed, now);
        CaseStanding then = new(after.DueOn, after.EndedOn, after.Timeliness);
        if (assumption.WithoutStep is int step && after.EndedOn is LocalDate ended)
        {
            then = CaseStanding.Of(after.DueOn, EndWithout(file, assumed.Calendar, step, ended), now.Date);
        }

        return new SimulatedCase(
            file.Id, before.UnitId, before.ProcedureCode, new CaseStanding(before.DueOn, before.EndedOn, before.Timeliness), then);
    }

    /// <summary>Simulates a case of a log.</summary>
    /// <remarks>
    /// Without an activity the case would have ended earlier by the days that passed before each of its events since the event before. Dates are
    /// compared, as the law does; a limit in hours needs the time of receipt.
    /// </remarks>
    /// <param name="one">The case.</param>
    /// <param name="assumption">What is assumed; a limit needs a calendar, here or in the context of the case.</param>
    /// <returns>How it stands and how it would stand.</returns>
    /// <exception cref="ArgumentException">A limit is assumed and there is no calendar.</exception>
    public static SimulatedCase Of(LoggedCaseInContext one, Assumption assumption)
    {
        ArgumentNullException.ThrowIfNull(one);
        ArgumentNullException.ThrowIfNull(assumption);
        WorkCalendar? calendar = assumption.Calendar ?? one.Context.Calendar;
        if (assumption.Limit is not null && calendar is null)
        {
            throw new ArgumentException("A limit needs a calendar.", nameof(assumption));
        }

        LoggedCase file = one.File;
        LoggedCaseFacts facts = one.Facts;
        CaseStanding before = CaseStanding.Of(facts.DueOn, facts.EndedOn, facts.AsOf);
        before = facts.EndedAfterDueInstant ? before with { Timeliness = Timeliness.Late } : facts.LacksEndTime ? before with { Timeliness = null } : before;
        TimeLimit? limit = assumption.Limit ?? (assumption.Calendar is null && assumption.Policy is null ? null : one.LimitInForce?.Value);
        LocalDate? due = limit is null ? facts.DueOn : DueOf(limit, assumption.Policy ?? DeadlinePolicy.Default, file.Receipt, calendar!);
        LocalDate? ended = assumption.WithoutActivity is string activity && facts.EndedOn is LocalDate end ? EndWithout(file, activity, end) : facts.EndedOn;
        CaseStanding after = due == before.DueOn && ended == before.EndedOn ? before : CaseStanding.Of(due, ended, facts.AsOf);
        return new SimulatedCase(file.Id, file.UnitId, file.ProcedureCode, before, after);
    }

    private static LocalDate? DueOf(TimeLimit limit, DeadlinePolicy policy, CaseTime? receipt, WorkCalendar calendar)
    {
        if (receipt is null || (receipt.IsDateOnly && TimeUnits.DueKindOf(limit.Unit) == DueKind.Instant))
        {
            return null;
        }

        try
        {
            var terms = new DeadlineTerms(limit) { Policy = policy };
            Deadline deadline = receipt.IsDateOnly ? terms.From(receipt.Date, calendar) : terms.From(receipt.Date.At(receipt.Clock!.Value), calendar);
            return deadline.HasDue ? deadline.DueDate : null;
        }
        catch (CalendarRangeException)
        {
            return null; // Not known: the standing says so.
        }
    }

    private static LocalDate EndWithout(LoggedCase file, string activity, LocalDate ended)
    {
        int days = 0;
        LocalDate? before = file.Receipt?.Date;
        foreach (LoggedEvent e in file.Events)
        {
            if (e.Time is not CaseTime time)
            {
                continue;
            }

            if (before is LocalDate last && time.Date > last && string.Equals(e.Activity, activity, StringComparison.Ordinal))
            {
                days += Period.DaysBetween(last, time.Date);
            }

            before = time.Date;
        }

        return file.Receipt is CaseTime receipt ? LocalDate.Max(receipt.Date, ended.PlusDays(-days)) : ended.PlusDays(-days);
    }

    private static LocalDate EndWithout(CaseFile file, WorkCalendar calendar, int step, LocalDate ended)
    {
        var ledger = TimeLedger.Of(file, calendar, ended);
        int days = ledger.Charges.Where(c => c.Step == step && c.Kind != ChargeKind.Stopped).Sum(c => c.WorkingDays);
        return days == 0 ? ended : LocalDate.Max(file.Receipt.At.Date, calendar.WorkingDayBefore(calendar.WorkingDayOnOrBefore(ended), days));
    }

    // The limit of the whole, whatever it was; where there was none, one from the receipt.
    private static ProcedureVersion WithWhole(CaseTerms terms, TimeLimit limit)
    {
        ProcedureTimeLimit[] totals = [.. terms.Version.TimeLimits.Where(l => l.Scope == LimitScope.Total)];
        if (totals.Length == 0)
        {
            var assumed = new ProcedureTimeLimit(
                "assumed", new BilingualText("Thời hạn giả định", "Assumed limit"), LimitScope.Total, CountDirection.Forward,
                new LimitTerms(limit, "receipt.time", "assumption", SourceConfidence.Verified))
            { EndEvent = "decision.date" };
            return terms.Version with { TimeLimits = [.. terms.Version.TimeLimits, assumed] };
        }

        return terms.Version with
        {
            TimeLimits = terms.Version.TimeLimits.Select(l => l.Scope != LimitScope.Total ? l : l with
            {
                Terms = l.Terms with { Limit = limit },
                History = l.History.Select(h => h with { Terms = h.Terms with { Limit = limit } }).ToValueList(),
            }).ToValueList(),
        };
    }
}
