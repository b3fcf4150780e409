using Reform.Domain.Explanations;

namespace Reform.Domain.Cases;

/// <summary>Replays events in the order in which they happened; refuses the first that cannot follow.</summary>
internal sealed class CaseReplay
{
    private CaseState handling; // where it stands when it is not paused
    private CasePause? pause;
    private readonly Dictionary<int, int> openRuns = []; // the place of the open run, by step
    private readonly HashSet<int> doneSteps = [];
    private readonly Dictionary<string, int> consultationPlaces = new(StringComparer.Ordinal);

    public CaseReceived? Receipt { get; private set; }

    public string Holder { get; private set; } = "";

    public CaseEvent? Outcome { get; private set; }

    public ResultReturned? Result { get; private set; }

    public SatisfactionAnswered? Satisfaction { get; private set; }

    public List<StepRun> Steps { get; } = [];

    public List<CasePause> Pauses { get; } = [];

    public List<CaseConsultation> Consultations { get; } = [];

    public CaseState State => pause is null ? handling : pause.IsSupplement ? CaseState.AwaitingSupplement : CaseState.Suspended;

    /// <summary>Takes an event in.</summary>
    /// <returns>The rule that forbids it, or null.</returns>
    public Reason? Take(CaseEvent e)
    {
        if (e is CaseReceived receipt)
        {
            return Receive(receipt);
        }

        if (Receipt is null)
        {
            return CaseTransitions.ReceiptFirst.Because(null, ("event", e.Name));
        }

        return e switch
        {
            PartyNotified or DocumentRecorded => null,
            SatisfactionAnswered s => Answer(s),
            ResultReturned r => Return(r),
            _ when handling == CaseState.Closed => CaseTransitions.ClosedCase.Because(null, ("event", e.Name)),
            ApologyGiven => null,
            _ when handling >= CaseState.Decided => CaseTransitions.EndsWithOutcome.Because(null, ("event", e.Name)),
            CaseUrged or CaseExtended or VoteHeld => null,
            CaseTransferred t => Transfer(t),
            ConsultationRequested c => Consult(c),
            ConsultationAnswered c => Answer(c),
            CaseRefused or CaseWithdrawn => End(e),
            SupplementReceived s => Supplement(s),
            CaseResumed r => Resume(r),
            _ when State == CaseState.Suspended => CaseTransitions.WhileSuspended.Because(null, ("event", e.Name)),
            StepStarted s => Start(s),
            StepFinished s => Finish(s),
            StepReturned s => SendBack(s),
            _ when State == CaseState.AwaitingSupplement => CaseTransitions.WaitsForSupplement.Because(null, ("event", e.Name)),
            CompletenessChecked c => Check(c),
            SupplementRequested s => Pause(new CasePause(s.At, null, IsSupplement: true, null)),
            CaseSuspended s => Pause(new CasePause(s.At, null, IsSupplement: false, s.Ground)),
            CaseDecided => End(e),
            _ => throw new ArgumentOutOfRangeException(nameof(e), e, "No such kind of event."),
        };
    }

    private Reason? Receive(CaseReceived receipt)
    {
        if (Receipt is not null)
        {
            return CaseTransitions.ReceivedOnce.Because(null);
        }

        Receipt = receipt;
        Holder = receipt.UnitId;
        return null;
    }

    private Reason? Check(CompletenessChecked check)
    {
        if (check.IsComplete)
        {
            handling = CaseState.InProgress;
        }

        return null;
    }

    private Reason? Pause(CasePause begun)
    {
        pause = begun;
        Pauses.Add(begun);
        return null;
    }

    private Reason? Supplement(SupplementReceived supplement) => State == CaseState.AwaitingSupplement
        ? EndPause(supplement.At)
        : CaseTransitions.NoSupplementAwaited.Because(null);

    private Reason? Resume(CaseResumed resumed) => State == CaseState.Suspended ? EndPause(resumed.At) : CaseTransitions.NotSuspended.Because(null);

    private Reason? EndPause(CaseTime at)
    {
        Pauses[^1] = pause! with { To = at };
        pause = null;
        return null;
    }

    private int OpenRun(int step) => openRuns.GetValueOrDefault(step, -1);

    private bool WasDone(int step) => doneSteps.Contains(step);

    private void Open(StepRun run)
    {
        openRuns.Add(run.Step, Steps.Count);
        Steps.Add(run);
    }

    private Reason? Start(StepStarted start)
    {
        if (OpenRun(start.Step) >= 0)
        {
            return CaseTransitions.StepIsOpen.Because(null, ("step", start.Step));
        }

        Holder = start.UnitId ?? Holder;
        Open(new StepRun(start.Step, Holder, start.Assignee, start.At, null, WasDone(start.Step), WasReturned: false));
        handling = CaseState.InProgress;
        return null;
    }

    private Reason? Finish(StepFinished finish)
    {
        int run = OpenRun(finish.Step);
        if (run < 0)
        {
            return CaseTransitions.StepIsNotOpen.Because(null, ("step", finish.Step));
        }

        Steps[run] = Steps[run] with { EndedAt = finish.At };
        openRuns.Remove(finish.Step);
        doneSteps.Add(finish.Step);
        return null;
    }

    private Reason? SendBack(StepReturned back)
    {
        int run = OpenRun(back.Step);
        if (run < 0)
        {
            return CaseTransitions.StepIsNotOpen.Because(null, ("step", back.Step));
        }

        if (!WasDone(back.ToStep))
        {
            return CaseTransitions.StepWasNotDone.Because(null, ("step", back.ToStep));
        }

        if (OpenRun(back.ToStep) >= 0)
        {
            return CaseTransitions.StepIsOpen.Because(null, ("step", back.ToStep));
        }

        Steps[run] = Steps[run] with { EndedAt = back.At, WasReturned = true };
        openRuns.Remove(back.Step);
        Holder = back.UnitId ?? Holder;
        Open(new StepRun(back.ToStep, Holder, back.Assignee, back.At, null, IsRework: true, WasReturned: false));
        return null;
    }

    private Reason? Transfer(CaseTransferred transfer)
    {
        if (string.Equals(transfer.ToUnitId, Holder, StringComparison.Ordinal))
        {
            return CaseTransitions.SameUnit.Because(null, ("unit", Holder));
        }

        Holder = transfer.ToUnitId;
        return null;
    }

    private Reason? Consult(ConsultationRequested asked)
    {
        if (!consultationPlaces.TryAdd(asked.ConsultationId, Consultations.Count))
        {
            return CaseTransitions.ConsultationTwice.Because(null, ("id", asked.ConsultationId));
        }

        Consultations.Add(new CaseConsultation(asked.ConsultationId, asked.UnitId, asked.Limit, asked.At, null));
        return null;
    }

    private Reason? Answer(ConsultationAnswered answer)
    {
        if (!consultationPlaces.TryGetValue(answer.ConsultationId, out int asked) || Consultations[asked].AnsweredAt is not null)
        {
            return CaseTransitions.ConsultationNotOpen.Because(null, ("id", answer.ConsultationId));
        }

        Consultations[asked] = Consultations[asked] with { AnsweredAt = answer.At };
        return null;
    }

    // What ends a case that is paused ends the pause with it: the clock has stopped for good.
    private Reason? End(CaseEvent outcome)
    {
        if (pause is not null)
        {
            EndPause(outcome.At);
        }

        Outcome = outcome;
        handling = outcome switch
        {
            CaseDecided => CaseState.Decided,
            CaseRefused => CaseState.Refused,
            _ => CaseState.Withdrawn,
        };
        return null;
    }

    private Reason? Return(ResultReturned result)
    {
        if (Outcome is null)
        {
            return CaseTransitions.NoOutcome.Because(null);
        }

        if (Result is not null)
        {
            return CaseTransitions.ClosedCase.Because(null, ("event", result.Name));
        }

        Result = result;
        handling = CaseState.Closed;
        return null;
    }

    private Reason? Answer(SatisfactionAnswered answer)
    {
        if (Outcome is null)
        {
            return CaseTransitions.AnsweredBeforeEnd.Because(null);
        }

        if (Satisfaction is not null)
        {
            return CaseTransitions.AnsweredOnce.Because(null);
        }

        Satisfaction = answer;
        return null;
    }
}
