using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Pilots;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Puts the facts of a case together.</summary>
internal sealed class CaseFactsBuilder(CaseFile file, CaseTerms terms, LocalDateTime now, AuthorityRegister? authority, PilotRegister? pilots)
{
    public CaseFacts Build()
    {
        var clocks = CaseClocks.Of(file, terms, now);
        CaseReceived receipt = file.Receipt;
        LocalDate? ended = file.Outcome?.At.Date;
        LimitReading? whole = clocks.Whole;
        var facts = new CaseFacts
        {
            CaseId = file.Id,
            ProcedureCode = receipt.ProcedureCode,
            UnitId = receipt.UnitId,
            HolderUnitId = file.HolderUnitId,
            Requester = receipt.Requester,
            Channel = receipt.Channel,
            Territory = receipt.Territory,
            IsSecret = receipt.IsSecret,
            IsProcedureWritten = terms.Version.IsWritten,
            ProcedureVersion = terms.Version.Hash,
            AsOf = now.Date,
            State = file.State,
            Outcome = OutcomeOf(file.Outcome),
            ReceivedOn = receipt.At.Date,
            EndedOn = ended,
            ReturnedOn = file.Result?.At.Date,
            AppointedOn = receipt.AppointedAt?.Date,
            DueUnknownBecause = whole is { On: null } ? whole.Reason.Code : clocks.WholeUnknown?.Code,
            DueReadings = whole is { Alternatives.Count: > 0 } ? LimitAlternatives.Told(whole.Alternatives) : null,
            CalendarDays = Period.DaysBetween(receipt.At.Date, ended ?? now.Date),
            SlowestStep = clocks.Ledger?.SlowestStep,
            SlowestUnitId = clocks.Ledger?.SlowestUnit,
            StepDays = StepDaysText.Of(clocks.Ledger),
            WorkingDaysUsed = clocks.Ledger?.WorkingDays,
            WorkingDaysStopped = clocks.Ledger?.DaysOf(ChargeKind.Stopped),
            LateConsultationDays = clocks.Ledger?.DaysOf(ChargeKind.LateConsultation),
            Consultations = file.Consultations.Count,
            ForbiddenExtensions = whole?.RefusedExtensions.Count ?? 0,
            Satisfaction = file.Satisfaction?.Score,
            RefusalHasReason = file.Outcome is CaseRefused refused ? !string.IsNullOrWhiteSpace(refused.Reason) : null,
            RefusalHasBasis = file.Outcome is CaseRefused { Basis: var basis } ? basis is not null : null,
            DecisionAuthority = Authority(file.Outcome),
            System = terms.System,
            DecidedBy = file.Outcome is CaseDecided or CaseRefused ? file.Outcome.By : null,
            DeclaredRelation = file.Outcome switch { CaseDecided d => d.DeclaredRelation, CaseRefused r => r.DeclaredRelation, _ => null },
            RefusedAsFiledLate = file.Outcome is CaseRefused { IsForLateFiling: true },
            ExtensionsByWrongBody = ExtensionsByWrongBody(),
        };
        facts = UnderPilot.Of(facts, terms.Version.PilotId, pilots);
        facts = ConductFacts.Of(file, terms, WithLimits(WithSteps(WithDocuments(WithEvents(facts))), clocks));
        return LimitFacts.Of(file, terms, clocks, StandingFacts.Of(file, terms, whole, facts));
    }

    private static CaseOutcome? OutcomeOf(CaseEvent? outcome) => outcome switch
    {
        CaseDecided => CaseOutcome.Decided,
        CaseRefused => CaseOutcome.Refused,
        CaseWithdrawn => CaseOutcome.Withdrawn,
        _ => null,
    };

    private CaseFacts WithEvents(CaseFacts facts)
    {
        int supplements = 0, suspensions = 0, groundless = 0, extensions = 0, unexplained = 0, apologies = 0, urgings = 0;
        bool paper = false;
        LocalDate? checkedOn = null, result = null, delay = null;
        foreach (CaseEvent e in file.Events)
        {
            switch (e)
            {
                case CompletenessChecked:
                    checkedOn ??= e.At.Date;
                    break;
                case SupplementRequested asked:
                    supplements += asked.ConcernsSuppliedPapers ? 0 : 1;
                    paper |= asked.AsksForPaper;
                    break;
                case CaseSuspended suspended:
                    suspensions++;
                    groundless += string.IsNullOrWhiteSpace(suspended.Ground) ? 1 : 0;
                    break;
                case CaseExtended extended:
                    extensions++;
                    unexplained += extended.Why is null ? 1 : 0;
                    break;
                case PartyNotified { About: NoticeSubject.Result }:
                    result ??= e.At.Date;
                    break;
                case PartyNotified { About: NoticeSubject.Delay, Why: not null }:
                    delay ??= e.At.Date;
                    break;
                case ApologyGiven:
                    apologies++;
                    delay ??= e.At.Date;
                    break;
                case CaseUrged:
                    urgings++;
                    break;
            }
        }

        return facts with
        {
            CheckedOn = checkedOn,
            SupplementRequests = supplements,
            AskedForPaper = paper,
            Suspensions = suspensions,
            SuspensionsWithoutGround = groundless,
            Extensions = extensions,
            ExtensionsWithoutReason = unexplained,
            ResultNotifiedOn = result,
            DelayNotifiedOn = delay,
            Apologies = apologies,
            Urgings = urgings,
        };
    }

    private CaseFacts WithDocuments(CaseFacts facts)
    {
        facts = facts with { DocumentsRequired = terms.Version.Documents?.Count(d => !d.IsOptional) };
        List<DocumentRecorded> received = [.. file.Events.OfType<DocumentRecorded>().Where(d => !d.IsIssued)];
        if (received.Count == 0 || terms.Version.Documents is not ValueList<RequiredDocument> documents)
        {
            return facts;
        }

        int missing = 0;
        int? expired = file.Outcome is CaseDecided ? 0 : null;
        foreach (RequiredDocument required in documents)
        {
            DocumentRecorded? there = received.Find(d => IsOne(d, required));
            missing += there is null && !required.IsOptional ? 1 : 0;
            expired += there is null ? 0 : IsExpired(there, required) switch { true => 1, false => 0, null => null };
        }

        return facts with { DocumentsMissing = missing, DocumentsExpired = expired };
    }

    private static bool IsOne(DocumentRecorded document, RequiredDocument required) =>
        document.Kind == required.Name.Vietnamese || document.Kind == required.Name.English || document.Kind == required.Form;

    // Null: a paper whose validity ends some time, and it is not known when.
    private bool? IsExpired(DocumentRecorded document, RequiredDocument required)
    {
        if (file.Outcome is not CaseDecided decided || required.Validity is not DocumentValidity validity)
        {
            return false;
        }

        if (document.IssuedOn is not LocalDate issued || TimeUnits.DueKindOf(validity.Length.Unit) == DueKind.Instant)
        {
            return null;
        }

        try
        {
            Deadline last = new DeadlineTerms(validity.Length) { Policy = terms.Policy with { Roll = RollPolicy.Stay } }.From(issued, terms.Calendar);
            return last.HasDue ? decided.At.Date > last.UnrolledDate : null;
        }
        catch (CalendarRangeException)
        {
            return null;
        }
    }

    private CaseFacts WithSteps(CaseFacts facts)
    {
        int done = 0, below = 0, unvoted = 0;
        int? outOfOrder = null, missing = null;
        bool decided = file.Outcome is CaseDecided;
        foreach (ProcedureStep step in terms.Version.Steps)
        {
            CaseTime? first = file.Steps.FirstOrDefault(s => s.Step == step.Number)?.StartedAt;
            bool isDone = DoneAt(step.Number) is not null;
            done += isDone ? 1 : 0;
            missing ??= decided && !isDone ? step.Number : null;
            if (outOfOrder is null && first is not null && step.After is int before && (DoneAt(before) is not CaseTime ready || first.IsBefore(ready)))
            {
                outOfOrder = step.Number;
            }

            if (decided && step.Vote is CollectiveVote vote)
            {
                List<Ballot> ballots = [.. file.Events.OfType<VoteHeld>().Where(v => v.Step == step.Number).Select(v => v.Ballot)];
                unvoted += ballots.Count == 0 ? 1 : 0;
                below += ballots.Count > 0 && !IsPassed(vote.Threshold, ballots[^1]) ? 1 : 0;
            }
        }

        return facts with
        {
            StepsDone = done,
            StepsRecorded = file.Steps.Count,
            VotesExpected = terms.Version.Steps.Count(s => s.Vote is not null),
            StepsExpected = terms.Version.Steps.Count,
            FirstStepOutOfOrder = outOfOrder,
            FirstStepMissing = missing,
            ReworkRuns = file.Steps.Count(s => s.IsRework),
            VotesBelowThreshold = below,
            VotesMissing = unvoted,
        };
    }

    private static bool IsPassed(VotingThreshold threshold, Ballot ballot) =>
        ballot.InFavour >= 0 && ballot.InFavour <= ballot.Base && threshold.IsMetBy(ballot.InFavour, ballot.Base);

    private CaseTime? DoneAt(int step) => file.Steps.FirstOrDefault(s => s.Step == step && !s.IsOpen && !s.WasReturned)?.EndedAt;

    private static CaseFacts WithLimits(CaseFacts facts, CaseClocks clocks)
    {
        int steps = 0, waits = 0, filings = 0, lapses = 0, unknown = 0;
        bool? effect = null;
        foreach (LimitReading reading in clocks.Readings.Where(r => r.Limit.Scope != LimitScope.Warning))
        {
            bool broken = reading.State is ClockState.Broken or ClockState.Overdue;
            unknown += reading.State == ClockState.Unknown ? 1 : 0;
            switch (reading.Limit.Scope)
            {
                case LimitScope.Step:
                    steps += broken ? 1 : 0;
                    break;
                case LimitScope.MinimumWait:
                    waits += broken ? 1 : 0;
                    break;
                case LimitScope.Filing:
                    filings += reading.State == ClockState.Broken ? 1 : 0;
                    break;
                case LimitScope.DocumentValidity:
                    lapses += reading.State == ClockState.Broken ? 1 : 0;
                    break;
                case LimitScope.EffectiveDate when reading.EndedAt is not null:
                    effect = (effect ?? false) || broken;
                    break;
            }
        }

        return facts with
        {
            StepLimitsBroken = steps,
            WaitsBroken = waits,
            FilingsLate = filings,
            Lapses = lapses,
            LimitsUnknown = unknown,
            EffectiveDateIsWrong = effect,
        };
    }

    // Whoever decides the case may extend it.
    private int? ExtensionsByWrongBody()
    {
        AuthorityVerdict?[] verdicts = [.. file.Events.OfType<CaseExtended>().Select(Authority)];
        int wrong = verdicts.Count(v => v == AuthorityVerdict.NotCompetent);
        return wrong > 0 || verdicts.All(v => v == AuthorityVerdict.Competent) ? wrong : null;
    }

    private AuthorityVerdict? Authority(CaseEvent? act) =>
        authority is not null && terms.DecisionPowerId is string power && act is (CaseDecided or CaseRefused or CaseExtended) and { By: string actor, At: var at }
            && authority.FindPower(power) is not null && authority.Covers(at.Date) && authority.Knows(actor)
            ? authority.Check(new AuthorityQuestion(actor, power, at.Date)
            {
                Case = new AuthorityCase
                {
                    Subject = file.Receipt.ProcedureCode,
                    Territories = file.Receipt.Territory is string territory ? [territory] : [],
                },
            }).Verdict
            : null;
}
