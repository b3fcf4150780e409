using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>A case of a log with what it is judged against (hồ sơ và căn cứ để đánh giá), and what follows from both.</summary>
public sealed class LoggedCaseInContext
{
    /// <summary>Works out what follows.</summary>
    /// <param name="file">The case file.</param>
    /// <param name="context">What it is judged against.</param>
    public LoggedCaseInContext(LoggedCase file, CaseContext context)
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
        Facts = LoggedCaseFactsBuilder.Build(this);
    }

    /// <summary>The case file.</summary>
    public LoggedCase File { get; }

    /// <summary>What it is judged against.</summary>
    public CaseContext Context { get; }

    /// <summary>What rules ask of it, flat.</summary>
    public LoggedCaseFacts Facts { get; }

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

    /// <summary>Whether the deadline cannot be computed because the limit is counted in hours and only the date of receipt is known.</summary>
    public bool LacksReceiptTime => LimitInForce is not null && TimeUnits.DueKindOf(LimitInForce.Value.Unit) == DueKind.Instant
        && File.Receipt is { IsDateOnly: true };

    /// <summary>Whether the deadline cannot be computed because the work calendar ends too early or begins too late.</summary>
    public bool IsOutsideCalendar { get; }

    /// <summary>The first event of the step that decides; null when there is none.</summary>
    public LoggedEvent? DecisionEvent { get; }

    /// <summary>Whether the one who decided held the power; null when there was no decision or it cannot be told.</summary>
    public AuthorityDecision? Authority { get; }

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

    // An event that does not say what was done is something beside the steps.
    private StepConformance ConformanceOf(ValueList<string> steps)
    {
        var conformance = StepConformance.Of(steps, Activities);
        return Activities.Count == File.Events.Count ? conformance : conformance with { IsExact = false };
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
