using Reform.Domain.Values;
using Reform.Grpc.Cases;
using Reform.Grpc.Rpc;
using Judgement = Reform.Domain.Rules.Judgement;
using ProtoJudgement = Reform.Compliance.V1.Judgement;
using ProtoReason = Reform.Explanations.V1.Reason;
using ProtoReport = Reform.Compliance.V1.EvaluationReport;
using Reason = Reform.Domain.Explanations.Reason;

namespace Reform.Grpc.Compliance;

/// <summary>From judgements and reports to their messages, in one language.</summary>
internal sealed class ComplianceMapping(Language language, string caseLogId, BrokenRuleLog log)
{
    // Most clients accept messages of at most 4 MiB; a log whose units are anything but units must not cost them the report.
    private const int MostGroups = 1000;
    private const int MostGroupBytes = 1024 * 1024;

    public ProtoJudgement ToProto(string caseId, Judgement judgement) => new()
    {
        Case = ResourceName.OfCase(caseLogId, caseId),
        Rule = RuleMapping.ToProto(judgement.Rule, Domain.Cases.CaseSubjects.Logged.Kind, language),
        Verdict = RuleMapping.VerdictOf(judgement.Verdict),
        Reason = judgement.Reason is Reason reason ? ToProto(reason) : null,
        Missing = { judgement.Missing.Select(m => m.Name) },
    };

    public ProtoReason ToProto(Reason reason) => ReasonMapping.ToProto(reason, language);

    public Reform.Compliance.V1.BrokenRule ToProto(Domain.Compliance.BrokenRule broken) =>
        log.Note(broken.Failure, ResourceName.OfCase(caseLogId, broken.CaseId), broken.Cases);

    public ProtoReport ToProto(Domain.Compliance.EvaluationReport report)
    {
        var message = new ProtoReport
        {
            Synthetic = report.IsSynthetic,
            Zone = report.Zone,
            AsOf = report.AsOf is { } asOf ? CaseMapping.ToProto(asOf) : null,
            CalendarVersion = report.CalendarVersion ?? "",
            Log = new()
            {
                Cases = report.Log.Cases,
                Events = report.Log.Events,
                Activities = report.Log.Activities,
                Variants = report.Log.Variants,
                Resources = report.Log.Resources,
            },
            Deadlines = ToProto(report.Deadlines),
            Flow = new()
            {
                DirectlyFollowsTotal = report.Flow.DirectlyFollowsTotal,
                DirectlyFollowsPairs = report.Flow.DirectlyFollowsPairs,
                Top = { report.Flow.Top.Select(p => new Reform.Compliance.V1.FlowPair { A = p.A, B = p.B, Count = p.Count }) },
            },
            Conformance = new()
            {
                Judged = report.Conformance.Judged,
                Exact = report.Conformance.Exact,
                Missing = report.Conformance.Missing,
                Extra = report.Conformance.Extra,
                Repeated = report.Conformance.Repeated,
                OutOfOrder = report.Conformance.OutOfOrder,
            },
            FourEyes = { report.FourEyes.Select(ToProto) },
            Throughput = ToProto(report.Throughput),
            Rules = { report.Rules.Select(ToProto) },
            Worst = { report.Worst.Select(ToProto) },
            DataQuality = { report.DataQuality.Select(CaseMapping.ToProto) },
            BrokenRules = { report.BrokenRules.Select(ToProto) },
        };
        int bytes = 0;
        message.ByUnit.AddRange(report.ByUnit.Take(MostGroups).Select(ToProto).TakeWhile(u => (bytes += u.CalculateSize()) <= MostGroupBytes));
        message.UnitsLeftOut = report.ByUnit.Count - message.ByUnit.Count;
        message.ByMonth.AddRange(report.ByMonth.TakeLast(MostGroups).Select(ToProto));
        message.MonthsLeftOut = report.ByMonth.Count - message.ByMonth.Count;
        return message;
    }

    private static Reform.Compliance.V1.DeadlineFigures ToProto(Domain.Compliance.DeadlineFigures figures)
    {
        var message = new Reform.Compliance.V1.DeadlineFigures
        {
            Finished = figures.Finished,
            Open = figures.Open,
            LateByDate = figures.LateByDate,
            LateByInstant = figures.LateByInstant,
        };
        if (figures.LateWorkingDaysMedian is double median)
        {
            message.LateWorkingDaysMedian = median;
        }

        return message;
    }

    private static Reform.Compliance.V1.ThroughputFigures ToProto(Domain.Compliance.ThroughputFigures figures)
    {
        var message = new Reform.Compliance.V1.ThroughputFigures { Cases = figures.Cases };
        if (figures.CalendarDaysMedian is double calendarDays)
        {
            message.CalendarDaysMedian = calendarDays;
        }

        if (figures.WorkingDaysMedian is double workingDays)
        {
            message.WorkingDaysMedian = workingDays;
        }

        return message;
    }

    private static Reform.Compliance.V1.FourEyesFigures ToProto(Domain.Compliance.FourEyesFigures figures) => new()
    {
        First = figures.Pair.First,
        Second = figures.Pair.Second,
        CasesWithBoth = figures.CasesWithBoth,
        Violations = figures.Violations,
        Undecided = figures.Undecided,
    };

    private static Reform.Compliance.V1.RuleFigures ToProto(Domain.Compliance.RuleFigures figures) => new()
    {
        Code = figures.Rule.Code,
        NotApplicable = figures.NotApplicable,
        Passed = figures.Passed,
        Failed = figures.Failed,
        Unknown = figures.Unknown,
    };

    private Reform.Compliance.V1.GroupFigures ToProto(Domain.Compliance.GroupFigures figures) => new()
    {
        Key = figures.Key,
        DisplayName = figures.Name.In(language),
        Cases = figures.Cases,
        Finished = figures.Finished,
        Late = figures.Late,
        CasesWithBreach = figures.CasesWithBreach,
        Breaches = figures.Breaches,
        Critical = figures.Critical,
        Unknown = figures.Unknown,
    };

    private Reform.Compliance.V1.WorstCase ToProto(Domain.Compliance.WorstCase worst) => new()
    {
        Case = ResourceName.OfCase(caseLogId, worst.CaseId),
        Unit = worst.UnitId ?? "",
        Critical = worst.Critical,
        Errors = worst.Errors,
        Warnings = worst.Warnings,
        DaysLate = worst.DaysLate,
        Rules = { worst.RuleCodes },
    };
}
