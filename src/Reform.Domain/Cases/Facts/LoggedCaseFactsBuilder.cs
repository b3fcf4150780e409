using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Makes what follows of a case of a log flat.</summary>
internal static class LoggedCaseFactsBuilder
{
    public static LoggedCaseFacts Build(LoggedCaseInContext one)
    {
        LoggedCase file = one.File;
        LogMapping mapping = one.Context.Mapping;
        var events = new LoggedCaseEvents(file, mapping);
        Deadline? deadline = one.ComputedDeadline is { HasDue: true } due ? due : null;
        LocalDateTime? dueInstant = deadline is { DueKind: DueKind.Instant } instant ? instant.DueAt : null;
        bool endedOnDueDate = dueInstant is LocalDateTime at && file.End?.Date == at.Date;
        FourEyesResult? broken = one.FourEyes.FirstOrDefault(p => p.IsViolated);
        AuthorityDecision? refused = one.Authority is { Verdict: AuthorityVerdict.NotCompetent } not ? not : null;
        BilingualText? decider = refused is null ? null : one.Context.NameOf(refused.Question.ActorId);
        BilingualText? why = refused is null ? null : Joined(refused.Explain(one.Context.NameOf));
        return new LoggedCaseFacts
        {
            CaseId = file.Id,
            UnitId = file.UnitId,
            ProcedureCode = file.ProcedureCode,
            Territory = file.Territory,
            Requester = file.Requester,
            Responsible = file.Responsible,
            Outcome = file.Outcome,
            OutcomeReason = file.OutcomeReason,
            IsRefused = file.Outcome is string outcome && string.Equals(outcome, mapping.RefusedOutcome, StringComparison.Ordinal),
            AsOf = mapping.AsOf,
            GovernedOn = file.Receipt?.Date ?? events.First,
            ReceivedOn = file.Receipt?.Date,
            ReceivedAtSecond = file.Receipt?.SecondOfDay,
            IsReceiptUnreadable = file.IsUnreadable("receipt"),
            RecordedDueOn = file.Deadline?.Date,
            IsDeadlineUnreadable = file.IsUnreadable("deadline"),
            PlannedEndOn = file.PlannedEnd?.Date,
            IsPlannedEndUnreadable = file.IsUnreadable("planned_end"),
            IsOpen = file.IsOpen,
            EndedOn = file.End?.Date,
            EndedAtSecond = file.End?.SecondOfDay,
            IsEndedBeforeReceipt = file is { End: CaseTime end, Receipt: CaseTime receipt } && end.IsBefore(receipt),
            CalendarDays = file is { End: CaseTime last, Receipt: CaseTime first } ? Period.DaysBetween(first.Date, last.Date) : null,
            LimitAmount = one.LimitInForce?.Value.Amount,
            LimitUnit = one.LimitInForce?.Value.Unit,
            LimitBasis = one.LimitInForce?.Basis.Citation.Vietnamese,
            ComputedDueOn = deadline?.DueDate,
            DueAtSecond = (int?)(dueInstant?.TickOfDay / NodaConstants.TicksPerSecond),
            DueOn = deadline?.DueDate ?? file.Deadline?.Date,
            LacksReceiptTime = one.LacksReceiptTime,
            IsOutsideCalendar = one.IsOutsideCalendar,
            DueAwaitsEvent = one.ComputedDeadline is { HasDue: false },
            EndedAfterDueInstant = endedOnDueDate && file.End is { IsDateOnly: false } ended && ended.Date.At(ended.Clock!.Value) > dueInstant,
            LacksEndTime = endedOnDueDate && file.End!.IsDateOnly,
            LogHasReceipts = mapping.Case.Receipt is not null,
            LogHasDeadlines = mapping.Case.Deadline is not null,
            LogHasResponsible = mapping.Case.Responsible is not null,
            LogHasUnits = mapping.Case.Unit is not null,
            KnowsSupplementActivity = mapping.Activities.SupplementRequest is not null,
            KnowsTestAccounts = mapping.TestAccounts.Count > 0,
            HasCatalogue = one.Context.Procedures is not null,
            IsCatalogued = one.Procedure is not null,
            IsProcedureWritten = one.Version?.IsWritten,
            ProcedureBasis = one.Version is { Basis.Count: > 0 } version ? string.Join("; ", version.Basis) : null,
            Events = file.Events.Count,
            EventsWithoutTime = events.WithoutTime,
            EventsWithoutActivity = events.WithoutActivity,
            EventsWithoutResource = events.WithoutResource,
            LateEvents = events.Late,
            FirstEventOn = events.First,
            LastEventOn = events.Last,
            FirstUnorderedLine = events.FirstUnordered?.Line,
            FirstUnorderedActivity = events.FirstUnordered?.Activity,
            EventBeforeReceiptOn = events.BeforeReceipt?.Time!.Date,
            EventBeforeReceiptAtSecond = events.BeforeReceipt?.Time!.SecondOfDay,
            EventBeforeReceiptActivity = events.BeforeReceipt?.Activity,
            SupplementRequests = events.SupplementRequests,
            Extensions = events.Extensions,
            Suspensions = events.Suspensions,
            TestAccounts = Listed(events.TestAccounts),
            HasSteps = one.Conformance is not null,
            MissingSteps = Listed(one.Conformance?.Missing),
            StepsOutOfOrder = Listed(one.Conformance?.OutOfOrder),
            RepeatedSteps = Listed(one.Conformance?.Repeated),
            UnexpectedActivities = Listed(Unexpected(one.Conformance, mapping.Activities.SupplementRequest)),
            NeedsFourEyes = one.FourEyes.Any(p => p.BothOccur),
            IsFourEyesUndecided = one.FourEyes.Any(p => p.IsUndecided),
            FourEyesAccounts = Listed(broken?.SharedResources),
            FourEyesFirst = broken?.Pair.First,
            FourEyesSecond = broken?.Pair.Second,
            IsDecided = one.DecisionEvent is not null,
            DecidedOn = one.DecisionEvent?.Time?.Date,
            DecidedBy = one.DecisionEvent?.Resource,
            DecidedByPosition = one.DecisionEvent?.Position,
            HasAuthorityRegister = one.Context.Authority is not null,
            DecisionAuthority = one.Authority?.Verdict,
            DecisionBreak = refused?.Break,
            DecidedByVietnamese = decider?.Vietnamese,
            DecidedByEnglish = decider?.English,
            WhyVietnamese = why?.Vietnamese,
            WhyEnglish = why?.English,
        };
    }

    private static string? Listed(ValueList<string>? texts) => texts is null or { Count: 0 } ? null : string.Join("; ", texts);

    private static ValueList<string>? Unexpected(StepConformance? conformance, string? supplement) => conformance is null or { Extra.Count: 0 }
        ? null
        : conformance.Extra.Where(a => !string.Equals(a, supplement, StringComparison.Ordinal)).ToValueList();

    private static BilingualText Joined(ValueList<Reason> reasons) => new(
        string.Join("; ", reasons.Select(r => r.Sentence.Vietnamese)), string.Join("; ", reasons.Select(r => r.Sentence.English)));
}
