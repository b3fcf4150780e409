using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads the limits of a procedure in a case at a moment.</summary>
internal sealed partial class CaseLimits(ICaseHistory file, CaseTerms terms, LocalDateTime now)
{
    public LimitReading? Read(ProcedureTimeLimit limit) => limit.Scope switch
    {
        LimitScope.Total or LimitScope.Step or LimitScope.EventBound or LimitScope.Filing or LimitScope.Warning => ReadAt(limit, Due),
        LimitScope.MinimumWait => ReadAt(limit, Wait),
        LimitScope.DocumentValidity => ReadAt(limit, LastDay),
        LimitScope.EffectiveDate => ReadAt(limit, Effect),
        _ => null,
    };

    /// <summary>What a reading rests on beside what stopped or lengthened the clock.</summary>
    public (LimitTerms? Terms, CaseTime? Start, CaseTime? End, ValueList<CaseTime?> StartsAsRead) BoundsOf(ProcedureTimeLimit limit)
    {
        (LimitTerms? inForce, CaseTime? start) = StartOf(limit);
        ValueList<CaseTime?> asRead = AsRead(limit, start)?.Readings.Select(r => StartAs(r, limit, start)).ToValueList() ?? [];
        return (inForce, start, EndOf(limit), asRead);
    }

    private LimitReading ReadAt(ProcedureTimeLimit limit, Func<LimitReading, LimitTerms, CaseTime, LimitReading> read)
    {
        (LimitTerms? written, CaseTime? start) = StartOf(limit);
        if (AsRead(limit, start) is not InterpretedLimit readings)
        {
            return ReadAs(NotStarted(limit, written, start, limit.Terms.StartEvent), read);
        }

        return LimitAlternatives.Together(readings, readings.Readings.Select(r => ReadAs(
            NotStarted(limit, r.Terms, StartAs(r, limit, start), r.Terms?.StartEvent ?? limit.Terms.StartEvent) with { ReadAs = r.Reading, Interpretation = r.Interpretation },
            read)).ToValueList());
    }

    // The date by which it is read is that of its start event as written; while that is not recorded, that of the receipt.
    private InterpretedLimit? AsRead(ProcedureTimeLimit limit, CaseTime? start) =>
        terms.Interpretations is not null && (start ?? file.TimeOf("receipt.time"))?.Date is LocalDate on
            && terms.ReadOn(limit, on) is { Standing: not InterpretationStanding.NotRecorded } read ? read : null;

    private CaseTime? StartAs(TermsAsRead reading, ProcedureTimeLimit limit, CaseTime? written)
    {
        ProcedureTimeLimit holds = reading.Reading?.PrevailingLimitId is string other ? Limits.Find(terms.Version, other) ?? limit : limit;
        return reading.Terms is null ? written : TimeOf(reading.Terms.StartEvent, holds);
    }

    private LimitReading NotStarted(ProcedureTimeLimit limit, LimitTerms? inForce, CaseTime? start, string startEvent) => new()
    {
        Limit = limit,
        Terms = start is null ? null
            : inForce is not null && limit.Scope == LimitScope.Total && terms.WholeLength is TimeLimit assumed ? inForce with { Limit = assumed }
            : inForce,
        StartedAt = start,
        EndedAt = EndOf(limit),
        State = ClockState.NotStarted,
        Reason = CaseReasons.NotStarted.Because(null, ("event", startEvent)),
        IsProvisional = start is not null && inForce is not null && limit.History.Count == 0,
    };

    private static LimitReading ReadAs(LimitReading reading, Func<LimitReading, LimitTerms, CaseTime, LimitReading> read)
    {
        if (reading.StartedAt is not CaseTime start)
        {
            return reading;
        }

        if (reading.Terms is not LimitTerms inForce)
        {
            return Unknown(reading, CaseReasons.NoTermsOn.Because(null, ("limit", reading.Limit.Id), ("on", start.Date)));
        }

        try
        {
            return read(reading, inForce, start);
        }
        catch (InvalidTermsException e)
        {
            return Unknown(reading, e.Reason);
        }
        catch (CalendarRangeException e)
        {
            return Unknown(reading, CaseReasons.OutsideCalendar.Because(null, ("calendar", e.CalendarId), ("on", e.Date)));
        }
    }

    private LimitReading Due(LimitReading reading, LimitTerms inForce, CaseTime start)
    {
        if (inForce.Limit is not TimeLimit length)
        {
            return Unknown(reading, CaseReasons.NoLength.Because(null, ("limit", reading.Limit.Id)));
        }

        bool isPaused = reading.Limit.Scope is LimitScope.Total or LimitScope.Step or LimitScope.Warning && reading.Limit.Direction == CountDirection.Forward;
        var counted = new DeadlineTerms(length)
        {
            Policy = Counting(reading, Milestones.IsIntake(inForce.StartEvent) ? terms.Policy : terms.Policy with { Intake = IntakePolicy.AsStamped }),
            Suspensions = isPaused && file.Pauses.Count > 0 ? SuspensionsUntil(reading.EndedAt) : [],
            ExtensionCap = CapOf(inForce, reading.Limit),
            WarningLevels = terms.WarningLevels,
        };
        Deadline deadline = Count(counted, start, reading.Limit.Direction);
        LocalDate? first = reading.Limit.Scope == LimitScope.Total ? FirstDue(counted, deadline, start, reading.Limit.Direction) : null;
        (deadline, ValueList<Reason> refused, int expired) = Extended(deadline, reading.Limit);
        reading = reading with
        {
            FirstDueOn = first,
            ExtensionsAfterExpiry = expired,
            Deadline = deadline,
            On = deadline.HasDue ? deadline.DueDate : null,
            RefusedExtensions = refused,
            IsProvisional = reading.IsProvisional || deadline.IsProvisional,
        };
        return reading.EndedAt is CaseTime end ? Ended(reading, deadline, start, end) : Open(reading, deadline);
    }

    private static DeadlinePolicy Counting(LimitReading reading, DeadlinePolicy policy) =>
        (reading.ReadAs?.Policies ?? []).Aggregate(policy, (all, choice) => Limits.With(all, choice, reading.Limit.Direction));

    // What is over is not stopped any more: the notice that asks for a supplement ends the limit for that notice.
    private ValueList<Suspension> SuspensionsUntil(CaseTime? end) =>
        file.Pauses.Where(p => end is null || p.From.IsBefore(end)).Select(p => new Suspension(p.From.Date, p.To?.Date)).ToValueList();

    private Deadline Count(DeadlineTerms counted, CaseTime start, CountDirection direction) => direction == CountDirection.Backward
        ? counted.Before(start.Date, terms.Calendar)
        : start.IsDateOnly ? counted.From(start.Date, terms.Calendar) : counted.From(start.Date.At(start.Clock!.Value), terms.Calendar);

    private LocalDate? FirstDue(DeadlineTerms counted, Deadline deadline, CaseTime start, CountDirection direction)
    {
        Deadline first = counted.Suspensions.Count == 0 ? deadline : Count(counted with { Suspensions = [] }, start, direction);
        return first.HasDue ? first.DueDate : null;
    }

    private ExtensionCap? CapOf(LimitTerms inForce, ProcedureTimeLimit limit) => inForce.Extension is LimitExtension cap
        ? new ExtensionCap(terms.BasisOf(inForce.SourceId, limit.PlaceOf(inForce)), cap.Times, cap.Length)
        : null;

    // Extensions lengthen the whole, never a step; one that the cap forbids does not count, and is reported.
    private (Deadline Deadline, ValueList<Reason> Refused, int AfterExpiry) Extended(Deadline deadline, ProcedureTimeLimit limit)
    {
        if (limit.Scope != LimitScope.Total || limit.Direction == CountDirection.Backward)
        {
            return (deadline, [], 0);
        }

        List<Reason>? refused = null;
        int expired = 0;
        foreach (CaseExtended extended in file.Extensions)
        {
            expired += deadline.HasDue && extended.At.Date > deadline.DueDate ? 1 : 0;
            ExtensionDecision decision = deadline.Grant(new Extension(extended.Length, extended.At.Date, extended.Why, extended.Basis));
            deadline = decision.Deadline;
            if (!decision.IsGranted)
            {
                (refused ??= []).Add(decision.Reason);
            }
        }

        return (deadline, refused?.ToValueList() ?? [], expired);
    }

    private static LimitReading Ended(LimitReading reading, Deadline deadline, CaseTime start, CaseTime end)
    {
        if (deadline.Direction == CountDirection.Forward && end.IsBefore(start))
        {
            return Unknown(reading, CaseReasons.EndsFirst.Because(null, ("end", end.AsReasonValue), ("start", start.AsReasonValue)));
        }

        if (!deadline.HasDue)
        {
            return deadline.IsSuspended
                ? reading with { State = ClockState.Kept, Reason = CaseReasons.EndedWhileStopped.Because(null, ("end", end.AsReasonValue)) }
                : Unknown(reading, CaseReasons.AwaitsEvent.Because(null, ("limit", reading.Limit.Id)));
        }

        if (deadline.DueKind == DueKind.Instant && end.IsDateOnly && end.Date == deadline.DueDate)
        {
            return Unknown(reading, CaseReasons.NeedsEndTime.Because(null, ("due", deadline.DueAt), ("end", end.Date)));
        }

        bool late = deadline.DueKind == DueKind.Instant && !end.IsDateOnly
            ? end.Date.At(end.Clock!.Value) > deadline.DueAt
            : end.Date > deadline.DueDate;
        return reading with
        {
            State = late ? ClockState.Broken : ClockState.Kept,
            Reason = (late ? CaseReasons.Late : CaseReasons.InTime).Because(null, ("end", end.AsReasonValue), ("due", DueOf(deadline))),
        };
    }

    private LimitReading Open(LimitReading reading, Deadline deadline) => deadline.StatusAt(now).State switch
    {
        DeadlineState.Overdue => reading with { State = ClockState.Overdue, Reason = CaseReasons.Overdue.Because(null, ("due", DueOf(deadline))) },
        DeadlineState.Suspended => reading with { State = ClockState.Stopped, Reason = CaseReasons.Stopped.Because(null, ("since", file.Pauses[^1].From.Date)) },
        DeadlineState.AwaitingEvent => Unknown(reading, CaseReasons.AwaitsEvent.Because(null, ("limit", reading.Limit.Id))),
        _ when !deadline.HasDue => reading with { State = ClockState.Stopped, Reason = CaseReasons.Stopped.Because(null, ("since", file.Pauses[^1].From.Date)) },
        _ => reading with { State = ClockState.Running, Reason = CaseReasons.Running.Because(null, ("due", DueOf(deadline))) },
    };

    private (LimitTerms? Terms, CaseTime? Start) StartOf(ProcedureTimeLimit limit)
    {
        foreach (DatedLimitTerms dated in limit.History)
        {
            if (TimeOf(dated.Terms.StartEvent, limit) is CaseTime then && dated.Validity.Contains(then.Date))
            {
                return (dated.Terms, then);
            }
        }

        CaseTime? start = TimeOf(limit.Terms.StartEvent, limit);
        return (start is not null && limit.History.Count == 0 ? limit.Terms : null, start);
    }

    private CaseTime? TimeOf(string milestone, ProcedureTimeLimit limit) =>
        file.TimeOf(milestone) ?? FirstRunOf(milestone, limit)?.StartedAt ?? EndOfWait(milestone);

    private CaseTime? EndOf(ProcedureTimeLimit limit)
    {
        if (file.TimeOf(limit.EndEvent) is CaseTime end)
        {
            return end;
        }

        if (!string.Equals(limit.EndEvent, "step.done", StringComparison.Ordinal) || StepOf(limit) is not ProcedureStep step)
        {
            return null;
        }

        StepRun? last = file.LastRunOf(step.Number);
        return last is { WasReturned: false } ? last.EndedAt : null;
    }

    private StepRun? FirstRunOf(string milestone, ProcedureTimeLimit limit) =>
        string.Equals(milestone, "previous.step.done", StringComparison.Ordinal) && StepOf(limit) is ProcedureStep step
            ? file.FirstRunOf(step.Number)
            : null;

    private ProcedureStep? StepOf(ProcedureTimeLimit limit) => terms.Version.Steps.FirstOrDefault(s => s.TimeLimitIds.Contains(limit.Id));

    // The end of a least wait, such as that of the probation, can start a further limit although nobody records it as an event.
    private CaseTime? EndOfWait(string milestone)
    {
        ProcedureTimeLimit? wait = terms.Limits.FirstOrDefault(l =>
            l.Scope == LimitScope.MinimumWait && string.Equals(l.EndEvent, milestone, StringComparison.Ordinal));
        return wait is not null && file.TimeOf(wait.Terms.StartEvent) is not null && Read(wait) is { On: LocalDate last } ? CaseTime.On(last) : null;
    }

    private static ReasonValue DueOf(Deadline deadline) => deadline.DueKind == DueKind.Instant ? deadline.DueAt : deadline.DueDate;

    private static LimitReading Unknown(LimitReading reading, Reason why) => reading with { State = ClockState.Unknown, Reason = why };
}
