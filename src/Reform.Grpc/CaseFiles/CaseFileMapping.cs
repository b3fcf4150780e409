using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Indicators;
using Reform.Domain.Procedures;
using Reform.Domain.Simulation;
using Reform.Domain.Values;
using Reform.Grpc.Procedures;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Casefiles.V1;

namespace Reform.Grpc.CaseFiles;

/// <summary>From cases and what is told of them to their messages.</summary>
internal static class CaseFileMapping
{
    public const string Collection = "caseFiles";

    public static P.CaseFile ToProto(StoredCase stored, CaseFile file, CaseTerms terms, LocalDateTime now, Language language)
    {
        var clocks = CaseClocks.Of(file, terms, now);
        var facts = CaseFacts.Of(file, terms, now);
        return new P.CaseFile
        {
            Name = ResourceName.Of(Collection, file.Id),
            Etag = stored.Etag,
            Receipt = CaseEventWriting.Received(file.Receipt),
            ReceivedAt = CaseEventWriting.Time(file.Receipt.At),
            State = RecordMapping.CodeOf(file.State),
            HolderUnit = file.HolderUnitId,
            Calendar = ResourceName.OfCalendar(stored.CalendarId),
            Place = stored.Place ?? "",
            Limits = { clocks.Readings.Select(r => ToProto(r, language)) },
            WholeLimit = clocks.Whole?.Limit.Id ?? "",
            Charges =
            {
                (clocks.Ledger?.Charges ?? []).Select(c => new P.TimeCharge
                {
                    Unit = c.UnitId,
                    Step = c.Step ?? 0,
                    Kind = RecordMapping.CodeOf(c.Kind),
                    WorkingDays = c.WorkingDays,
                }),
            },
            Timeliness = facts.Timeliness is Timeliness known ? RecordMapping.CodeOf(known) : "",
            DueOn = RecordMapping.ToProto(facts.DueOn),
            DueReadings = { ToProto(ReadDue.Of(clocks.Whole), language) },
        };
    }

    private static IEnumerable<P.DueReading> ToProto(IEnumerable<ReadDue> readings, Language language) =>
        readings.Select(r => new P.DueReading { Meaning = r.Meaning.In(language), DueOn = RecordMapping.ToProto(r.DueOn) });

    public static P.ReceiptSlip ToProto(ReceiptSlip slip) => new()
    {
        CaseId = slip.CaseId,
        ReceivedOn = CivilTimes.ToProto(slip.ReceivedOn),
        DueOn = RecordMapping.ToProto(slip.DueDate),
        DueAt = slip.DueAt is LocalDateTime moment ? CivilTimes.ToProto(moment) : null,
        CalendarVersion = slip.CalendarVersion ?? "",
        Provisional = slip.IsProvisional,
    };

    public static P.CaseSummary ToSummary(CaseFacts facts) => new()
    {
        Name = ResourceName.Of(Collection, facts.CaseId),
        Procedure = facts.ProcedureCode,
        Unit = facts.UnitId,
        HolderUnit = facts.HolderUnitId,
        State = RecordMapping.CodeOf(facts.State),
        ReceivedOn = CivilTimes.ToProto(facts.ReceivedOn),
        DueOn = RecordMapping.ToProto(facts.DueOn),
        EndedOn = RecordMapping.ToProto(facts.EndedOn),
    };

    public static P.LookUpCaseResponse ToProto(RequesterView view, Language language) => new()
    {
        CaseId = view.CaseId,
        Procedure = view.Procedure.In(language),
        Unit = view.UnitId,
        ReceivedOn = CivilTimes.ToProto(view.ReceivedOn),
        State = RecordMapping.CodeOf(view.State),
        DueOn = RecordMapping.ToProto(view.DueOn),
        DueProvisional = view.IsDueProvisional,
        StepsDone = view.StepsDone,
        StepsExpected = view.StepsExpected,
        CurrentStep = view.CurrentStep?.In(language) ?? "",
        LateBecause = view.LateBecause?.In(language) ?? "",
        ResultReadyOn = RecordMapping.ToProto(view.ResultReadyOn),
        ReturnedOn = RecordMapping.ToProto(view.ReturnedOn),
        MayAnswer = view.MayAnswer,
        DueReadings = { ToProto(view.DueReadings, language) },
    };

    public static P.DeskItem ToProto(DeskItem item, Language language) => new()
    {
        CaseFile = ResourceName.Of(Collection, item.CaseId),
        Procedure = item.ProcedureCode,
        Step = item.Step,
        Title = item.Name?.In(language) ?? "",
        DueOn = RecordMapping.ToProto(item.DueOn),
        DueToday = item.IsDueToday,
        DueInDoubt = item.IsDueInDoubt,
        Overdue = item.IsOverdue,
        Stopped = item.IsStopped,
        AwaitsDecision = item.AwaitsDecision,
        UrgedOn = RecordMapping.ToProto(item.UrgedOn),
        Returned = item.WasReturned,
        Warned = item.IsWarned,
        MayDecide = item.MayDecide is AuthorityDecision decision ? RecordMapping.CodeOf(decision.Verdict) : "",
        MayDecideReasons = { (item.MayDecide?.Explain() ?? []).Select(r => ReasonMapping.ToProto(r, language)) },
    };

    public static P.SimulationFigures ToProto(SimulationFigures figures) => new()
    {
        Unit = figures.UnitId ?? "",
        Before = ToProto(figures.Before),
        After = ToProto(figures.After),
        Differing = figures.Differing,
    };

    public static P.SimulatedDifference ToProto(SimulatedCase one) => new()
    {
        CaseFile = ResourceName.Of(Collection, one.CaseId),
        Before = one.Before.Timeliness is Timeliness before ? RecordMapping.CodeOf(before) : "",
        After = one.After.Timeliness is Timeliness after ? RecordMapping.CodeOf(after) : "",
        DueBefore = RecordMapping.ToProto(one.Before.DueOn),
        DueAfter = RecordMapping.ToProto(one.After.DueOn),
        EndedBefore = RecordMapping.ToProto(one.Before.EndedOn),
        EndedAfter = RecordMapping.ToProto(one.After.EndedOn),
    };

    public static P.IndicatorFigures ToProto(IndicatorFigures figures) => new()
    {
        Unit = figures.UnitId ?? "",
        Procedure = figures.ProcedureCode ?? "",
        CarriedOver = figures.CarriedOver,
        Received = figures.Received,
        ResolvedEarly = figures.ResolvedEarly,
        ResolvedOnTime = figures.ResolvedOnTime,
        ResolvedLate = figures.ResolvedLate,
        ResolvedUnknown = figures.ResolvedUnknown,
        Withdrawn = figures.Withdrawn,
        PendingWithin = figures.PendingWithin,
        PendingOverdue = figures.PendingOverdue,
        PendingUnknown = figures.PendingUnknown,
        SecretLeftOut = figures.SecretLeftOut,
        UnderUnwrittenProcedure = figures.UnderUnwrittenProcedure,
        OnTimeNumerator = figures.OnTimeRate.Numerator,
        OnTimeDenominator = figures.OnTimeRate.Denominator,
        WorkingDays = ToProto(figures.WorkingDays),
        CalendarDays = ToProto(figures.CalendarDays),
        ReworkRuns = figures.ReworkRuns,
        WithSupplement = figures.WithSupplement,
        Bottlenecks = { figures.Bottlenecks.Select(b => new P.Bottleneck { Step = b.Step, LateCases = b.LateCases }) },
        Steps = { figures.Steps.Select(s => new P.StepFigures { Step = s.Step, WorkingDays = ToProto(s.WorkingDays) }) },
    };

    private static P.LimitReading ToProto(LimitReading reading, Language language)
    {
        bool isInstant = reading.Deadline is { DueKind: DueKind.Instant };
        var message = new P.LimitReading
        {
            Limit = reading.Limit.Id,
            Title = reading.Limit.Name.In(language),
            Scope = RecordMapping.CodeOf(reading.Limit.Scope),
            State = RecordMapping.CodeOf(reading.State),
            StartedAt = reading.StartedAt is CaseTime start ? CaseEventWriting.Time(start) : null,
            EndedAt = reading.EndedAt is CaseTime end ? CaseEventWriting.Time(end) : null,
            On = RecordMapping.ToProto(reading.On),
            DueAt = isInstant ? CivilTimes.ToProto(reading.Deadline!.Value.DueAt) : null,
            Provisional = reading.IsProvisional,
            CalendarVersion = reading.Deadline?.CalendarVersion ?? "",
            Reason = ReasonMapping.ToProto(reading.Reason, language),
            Standing = RecordMapping.CodeOf(reading.Standing),
            Reading = reading.ReadAs?.Id ?? "",
            ReadingMeaning = reading.ReadAs?.Meaning.In(language) ?? "",
            Interpretation = reading.Interpretation is Interpretation official ? ResourceName.Of(ProcedureKinds.Interpretations, official.Id) : "",
            Alternatives = { reading.Alternatives.Select(r => ToProto(r, language)) },
            Interpreting = { reading.Interpreting.Select(r => ReasonMapping.ToProto(r, language)) },
        };
        foreach (Reason refused in reading.RefusedExtensions)
        {
            message.RefusedExtensions.Add(ReasonMapping.ToProto(refused, language));
        }

        return message;
    }

    private static P.TimelinessCounts ToProto(TimelinessCounts counts) => new()
    {
        Early = counts.Early,
        OnTime = counts.OnTime,
        Late = counts.Late,
        PendingWithin = counts.PendingWithin,
        PendingOverdue = counts.PendingOverdue,
        Unknown = counts.Unknown,
    };

    private static P.DaysFigures ToProto(DaysFigures figures)
    {
        var message = new P.DaysFigures { Count = figures.Count, Sum = figures.Sum };
        if (figures.Median is int median)
        {
            message.Median = median;
            message.Percentile90 = figures.Percentile90!.Value;
            message.Most = figures.Most!.Value;
        }

        return message;
    }
}
