using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>What is known of a case for judging it (dữ kiện của hồ sơ): the file, and what follows from it and its context.</summary>
public sealed class LoggedCaseFacts
{
    /// <summary>Works the facts out.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="context">What it is judged against.</param>
    public LoggedCaseFacts(LoggedCase file, CaseContext context)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(context);
        File = file;
        Context = context;
        Procedure = file.ProcedureCode is string code ? context.Procedures?.Find(code) : null;
        Version = VersionOf(file);
        Activities = file.Events.Where(e => e.Activity is not null).Select(e => e.Activity!).ToValueList();
        Steps = context.Procedures is null ? context.Mapping.ExpectedSequence : Version?.Steps.Select(s => s.Activity).ToValueList() ?? [];
        Conformance = Steps.Count == 0 ? null : ConformanceOf(Steps);
        FourEyes = context.Mapping.FourEyes.Concat(Version?.FourEyes ?? []).Distinct()
            .Select(pair => FourEyesResult.Of(pair, file.Events)).ToValueList();
        LimitInForce = file.Receipt is CaseTime receipt ? LimitOn(receipt.Date) : null;
        (ComputedDeadline, IsOutsideCalendar) = ComputeDeadline();
        DecisionEvent = Version?.DecidingStep is ProcedureStep decision
            ? file.Events.FirstOrDefault(e => string.Equals(e.Activity, decision.Activity, StringComparison.Ordinal))
            : null;
        Authority = DecideAuthority();
    }

    /// <summary>The case file.</summary>
    public LoggedCase File { get; }

    /// <summary>What it is judged against.</summary>
    public CaseContext Context { get; }

    /// <summary>The procedure, or null when the catalogue does not have it or there is no catalogue.</summary>
    public Procedure? Procedure { get; }

    /// <summary>
    /// The version of the procedure in force on the date of receipt, or its only one where that date is not known; null when it cannot be told.
    /// </summary>
    public ProcedureVersion? Version { get; }

    /// <summary>What lays the procedure down; null when that is not known.</summary>
    public LegalBasis? ProcedureBasis => Version is { Basis.Count: > 0 } version ? LegalBasis.Citing(string.Join("; ", version.Basis)) : null;

    /// <summary>The activities in the order of the log, of the events that name one.</summary>
    public ValueList<string> Activities { get; }

    /// <summary>The steps expected of the case: its procedure's, or the mapping's when there is no catalogue; empty when not known.</summary>
    public ValueList<string> Steps { get; }

    /// <summary>How the activities compare with the steps; null when no steps are known.</summary>
    public StepConformance? Conformance { get; }

    /// <summary>What the case shows of each pair that needs four eyes: the mapping's and its procedure's.</summary>
    public ValueList<FourEyesResult> FourEyes { get; }

    /// <summary>The limit of the whole that runs from the receipt, as in force on its date; null when there is none or it is not known.</summary>
    public Dated<TimeLimit>? LimitInForce { get; }

    /// <summary>The deadline by that limit; null when it cannot be computed. It need not have a due date: the event may not be known.</summary>
    public Deadline? ComputedDeadline { get; }

    /// <summary>The due date by that limit; null when it cannot be computed.</summary>
    public LocalDate? ComputedDueOn => ComputedDeadline is { HasDue: true } deadline ? deadline.DueDate : null;

    /// <summary>Whether the deadline cannot be computed because the limit is counted in hours and only the date of receipt is known.</summary>
    public bool LacksReceiptTime => LimitInForce is not null && TimeUnits.DueKindOf(LimitInForce.Value.Unit) == DueKind.Instant
        && File.Receipt is { IsDateOnly: true };

    /// <summary>Whether the deadline cannot be computed because the work calendar ends too early or begins too late.</summary>
    public bool IsOutsideCalendar { get; }

    /// <summary>The first event of the step that decides; null when there is none.</summary>
    public LoggedEvent? DecisionEvent { get; }

    /// <summary>Whether the one who decided held the power; null when there was no decision or it cannot be told.</summary>
    public AuthorityDecision? Authority { get; }

    /// <summary>The legal date of receipt.</summary>
    public LocalDate? ReceivedOn => File.Receipt?.Date;

    /// <summary>
    /// The date by whose rules the case is judged: of the receipt; where that is not known, of the earliest event, by which it had been received; null
    /// when no event has a time.
    /// </summary>
    public LocalDate? GovernedOn => ReceivedOn ?? File.Events.Min(e => (LocalDate?)e.Time?.Date);

    /// <summary>The legal date of the recorded deadline.</summary>
    public LocalDate? RecordedDueOn => File.Deadline?.Date;

    /// <summary>The date by which the case is judged: the computed due date, or else the recorded one; null when neither is known.</summary>
    public LocalDate? DueOn => ComputedDueOn ?? RecordedDueOn;

    /// <summary>The legal date of the end; null while the case is open.</summary>
    public LocalDate? EndedOn => File.End?.Date;

    /// <summary>Whether it ended on its due date, but after the due instant of a limit that is counted in hours.</summary>
    public bool EndedAfterDueInstant => ComputedDeadline is { DueKind: DueKind.Instant } deadline
        && File.End is { IsDateOnly: false } end && end.Date == deadline.DueDate && end.Date.At(end.Clock!.Value) > deadline.DueAt;

    /// <summary>Whether it cannot be told if it ended in time: the limit is counted in hours, and only the date of the end is known, the due date.</summary>
    public bool LacksEndTime => ComputedDeadline is { DueKind: DueKind.Instant } deadline
        && File.End is { IsDateOnly: true } end && end.Date == deadline.DueDate;

    /// <summary>The latest legal date of an event; null when no event has a time.</summary>
    public LocalDate? LastEventOn => File.Events.Max(e => (LocalDate?)e.Time?.Date);

    /// <summary>The date of judgement, or null.</summary>
    public LocalDate? AsOf => Context.Mapping.AsOf;

    /// <summary>Whether the case was refused, as far as the mapping tells.</summary>
    public bool IsRefused => File.Outcome is string outcome
        && string.Equals(outcome, Context.Mapping.RefusedOutcome, StringComparison.Ordinal);

    /// <summary>How many events do not say what was done.</summary>
    internal int NamelessEvents => File.Events.Count - Activities.Count;

    /// <summary>Whether every event has a time.</summary>
    internal bool AllEventsHaveTimes => File.Events.All(e => e.Time is not null);

    /// <summary>Whether every event names its account.</summary>
    internal bool AllEventsHaveResources => File.Events.All(e => e.Resource is not null);

    /// <summary>How often a supplement was asked for.</summary>
    public int SupplementRequests => Times(Context.Mapping.Activities.SupplementRequest);

    /// <summary>How often the deadline was extended.</summary>
    public int Extensions => Times(Context.Mapping.Activities.Extension);

    /// <summary>How often the deadline was suspended.</summary>
    public int Suspensions => Times(Context.Mapping.Activities.Suspension);

    /// <summary>How many events came after their own due dates.</summary>
    public int LateSteps => File.Events.Count(e => e.IsLate == true);

    /// <summary>The activities outside the steps, but for those that the mapping knows.</summary>
    public ValueList<string> UnexpectedActivities => Conformance is null
        ? []
        : Conformance.Extra.Where(a => !string.Equals(a, Context.Mapping.Activities.SupplementRequest, StringComparison.Ordinal)).ToValueList();

    /// <summary>The test accounts that occur in the case, as written; sorted.</summary>
    public ValueList<string> TestAccounts => File.Events.Select(e => e.Resource).Append(File.Responsible)
        .Where(who => who is not null && Context.Mapping.TestAccounts.Contains(who, StringComparer.OrdinalIgnoreCase))
        .Select(who => who!).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal).ToValueList();

    /// <summary>The first event that is earlier than its predecessor in the file; null when they are in order.</summary>
    public LoggedEvent? FirstUnorderedEvent
    {
        get
        {
            CaseTime? previous = null;
            foreach (LoggedEvent e in File.Events)
            {
                if (e.Time is not CaseTime time)
                {
                    continue;
                }

                if (previous is not null && time.IsBefore(previous))
                {
                    return e;
                }

                previous = time;
            }

            return null;
        }
    }

    /// <summary>The first event before the receipt; null when there is none or the receipt is not known.</summary>
    public LoggedEvent? FirstEventBeforeReceipt => File.Receipt is CaseTime receipt
        ? File.Events.FirstOrDefault(e => e.Time is CaseTime time && time.IsBefore(receipt))
        : null;

    private ProcedureVersion? VersionOf(LoggedCase file) => file.Receipt is CaseTime receipt ? Procedure?.InForceOn(receipt.Date)
        : Procedure?.Versions is [ProcedureVersion only] ? only
        : null;

    private Dated<TimeLimit>? LimitOn(LocalDate date)
    {
        foreach (ProcedureTimeLimit limit in Version?.TimeLimits ?? [])
        {
            bool binds = limit.Scope == LimitScope.Total && (limit.AppliesTo is null || string.Equals(limit.AppliesTo, File.Territory, StringComparison.Ordinal));
            DatedLimitTerms? dated = limit.History.Count == 0 ? new DatedLimitTerms(Version!.Validity, limit.Terms) : limit.History.FirstOrDefault(h => h.Validity.Contains(date));
            if (binds && dated is { Terms: { Limit: TimeLimit length } terms } && Milestones.IsIntake(terms.StartEvent))
            {
                string number = Context.Procedures!.FindSource(terms.SourceId)?.Number ?? terms.SourceId;
                return new Dated<TimeLimit>(length, dated.Validity, LegalBasis.Citing(limit.PlaceOf(terms) is string place ? number + ", " + place : number));
            }
        }

        return null;
    }

    private int Times(string? activity) =>
        activity is null ? 0 : Activities.Count(a => string.Equals(a, activity, StringComparison.Ordinal));

    // An event that does not say what was done is something beside the steps.
    private StepConformance ConformanceOf(ValueList<string> steps)
    {
        var conformance = StepConformance.Of(steps, Activities);
        return NamelessEvents == 0 ? conformance : conformance with { IsExact = false };
    }

    private (Deadline? Deadline, bool IsOutsideCalendar) ComputeDeadline()
    {
        if (LimitInForce is null || LacksReceiptTime || File.Receipt is not CaseTime receipt || Context.Calendar is not WorkCalendar calendar)
        {
            return (null, false);
        }

        try
        {
            TimeLimit limit = LimitInForce.Value;
            return (receipt.IsDateOnly ? limit.From(receipt.Date, calendar) : limit.From(receipt.Date.At(receipt.Clock!.Value), calendar), false);
        }
        catch (CalendarRangeException)
        {
            return (null, true);
        }
    }

    private AuthorityDecision? DecideAuthority() =>
        Context.Authority is AuthorityRegister register && Version?.DecidingStep is ProcedureStep step
            && DecisionEvent is { Position: string actor, Time: CaseTime time } && File.Territory is string territory
            && register.Covers(time.Date) && register.Knows(actor)
            ? register.Check(new AuthorityQuestion(actor, step.PowerId!, time.Date)
            {
                Case = new AuthorityCase { Subject = Procedure!.Code, Territories = [territory] },
            })
            : null;
}
