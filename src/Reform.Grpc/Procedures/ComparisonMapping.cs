using System.Globalization;
using NodaTime;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Pilots;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Procedures.V1;
using ProtoText = Reform.Registers.V1.BilingualText;

namespace Reform.Grpc.Procedures;

/// <summary>From what was compared to its messages.</summary>
internal static class ComparisonMapping
{
    public static P.CompareProcedureVersionsResponse ToProto(
        VersionComparison comparison, ProcedureVersion before, LocalDate on, ProcedureVersion after, LocalDate later, Language language) => new()
        {
            Steps = ToProto(comparison.Steps),
            Documents = comparison.Documents is CountComparison documents ? ToProto(documents) : null,
            Copies = comparison.Copies is CountComparison copies ? ToProto(copies) : null,
            CollectiveDecisions = ToProto(comparison.CollectiveDecisions),
            Signatures = comparison.Signatures is CountComparison signatures ? ToProto(signatures) : null,
            Visits = comparison.Visits is CountComparison visits ? ToProto(visits) : null,
            VisitsByChannel = { comparison.VisitsByChannel.Select(v => new P.ComparedVisits { Channel = v.Channel, Count = ToProto(v.Count) }) },
            Handovers = ToProto(comparison.Handovers),
            AddedSteps = { Texts(comparison.AddedSteps) },
            RemovedSteps = { Texts(comparison.RemovedSteps) },
            StepsOfAnotherUnit = { Texts(comparison.StepsOfAnotherUnit) },
            MovedSteps = { Texts(comparison.MovedSteps) },
            AddedDocuments = { Texts(comparison.AddedDocuments) },
            RemovedDocuments = { Texts(comparison.RemovedDocuments) },
            PilotBefore = PilotOf(comparison.PilotBefore),
            PilotAfter = PilotOf(comparison.PilotAfter),
            Limits = { Limits(comparison, before, after, language) },
            Unexplained = { ProcedureMapping.ToProto(comparison.Unexplained, language) },
            BurdenBefore = BurdenOf(before, on),
            BurdenAfter = BurdenOf(after, later),
            Report = { ProcedureMapping.ToProto(comparison.Explain(), language) },
        };

    private static string PilotOf(string? pilotId) => pilotId is null ? "" : ResourceName.Of(PilotKinds.Pilots, pilotId);

    public static P.UnitDifference ToProto(UnitDifference difference, Language language) => new()
    {
        Unit = ResourceName.Of(ResourceName.Units, difference.UnitId),
        Uniform = difference.IsUniform,
        Differences = { ProcedureMapping.ToProto(difference.Differences, language) },
    };

    /// <summary>The burden of a version with its limits as they are in force on a date.</summary>
    public static P.BurdenScore BurdenOf(ProcedureVersion version, LocalDate on)
    {
        var burden = BurdenScore.Of(version, on);
        var message = new P.BurdenScore
        {
            Score = burden.Score,
            Steps = burden.Steps,
            Handovers = burden.Handovers,
            Partial = burden.IsPartial,
        };
        if (burden.Documents is int documents)
        {
            message.Documents = documents;
        }

        if (burden.Copies is int copies)
        {
            message.Copies = copies;
        }

        if (burden.Days is int days)
        {
            message.Days = days;
        }

        return message;
    }

    private static IEnumerable<P.LimitComparison> Limits(VersionComparison comparison, ProcedureVersion before, ProcedureVersion after, Language language)
    {
        foreach (ProcedureTimeLimit limit in after.TimeLimits)
        {
            yield return comparison.Limits.FirstOrDefault(l => l.Id == limit.Id) is ComparedLimit both
                ? ToProto(both, language)
                : new P.LimitComparison { Limit = limit.Id, Comparability = "added", After = ProcedureMapping.ToProto(limit.Terms.Limit) };
        }

        foreach (ProcedureTimeLimit limit in before.TimeLimits.Where(l => comparison.RemovedLimits.Contains(l.Id, StringComparer.Ordinal)))
        {
            yield return new P.LimitComparison { Limit = limit.Id, Comparability = "removed", Before = ProcedureMapping.ToProto(limit.Terms.Limit) };
        }
    }

    private static P.LimitComparison ToProto(ComparedLimit limit, Language language)
    {
        if (limit.Comparison is not LimitComparison compared)
        {
            return new P.LimitComparison { Limit = limit.Id, Comparability = "unknown" };
        }

        var message = new P.LimitComparison
        {
            Limit = limit.Id,
            Comparability = RecordMapping.CodeOf(compared.Comparability),
            Before = ProcedureMapping.ToProto(compared.Before.Limit),
            After = ProcedureMapping.ToProto(compared.After.Limit),
            Reason = ReasonMapping.ToProto(compared.Explain(), language),
        };
        if (compared.Saved is int saved)
        {
            message.Saved = saved;
        }

        return message;
    }

    private static P.CountComparison ToProto(CountComparison count) => new()
    {
        Before = count.Before,
        After = count.After,
        Saved = count.Saved,
        PercentChange = count.PercentChange?.ToString("0.##", CultureInfo.InvariantCulture) ?? "",
    };

    private static IEnumerable<ProtoText> Texts(IEnumerable<BilingualText> texts) => texts.Select(RecordMapping.ToProto);
}
