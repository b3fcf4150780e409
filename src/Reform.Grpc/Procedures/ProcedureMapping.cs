using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Pilots;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>From procedures to their messages.</summary>
internal static class ProcedureMapping
{
    public const string Collection = "procedures";

    public static P.Procedure ToProto(Published published, ProcedureVersion version) => new()
    {
        Name = ResourceName.Of(Collection, published.History.Code),
        Etag = published.Etag,
        Title = RecordMapping.ToProto(published.History.Name),
        System = RecordMapping.CodeOf(published.History.System),
        Validity = RecordMapping.ToProto(version.Validity),
        Field = version.Field,
        Requester = version.Requester,
        ReceivingUnit = version.ReceivingUnit,
        DecidingUnit = version.DecidingUnit,
        Result = version.Result,
        Steps = { version.Steps.Select(ToProto) },
        Documents =
        {
            (version.Documents ?? []).Select(d => new P.RequiredDocument
            {
                Title = RecordMapping.ToProto(d.Name),
                Kind = RecordMapping.CodeOf(d.Kind),
                Copies = d.Copies ?? 0,
                Optional = d.IsOptional,
                IssuedBy = d.IssuedBy ?? "",
            }),
        },
        Visits =
        {
            (version.Visits ?? []).Select(v => new P.RequiredVisit { Purpose = RecordMapping.ToProto(v.Purpose), Step = v.Step ?? 0, Channels = { v.Channels } }),
        },
        VisitsNotRecorded = version.Visits is null,
        TimeLimits = { version.TimeLimits.Select(ToProto) },
        Basis = { version.Basis },
        DocumentsNotRecorded = version.Documents is null,
        Conditions = { version.Conditions.Select(RecordMapping.ToProto) },
        FourEyes = { version.FourEyes.Select(p => new P.FourEyesPair { First = p.First, Second = p.Second }) },
        Supplement = version.Supplement?.Code ?? "",
        Unwritten = !version.IsWritten,
        LocalVariant = version.Variant is LocalVariant variant
            ? new P.LocalVariant
            {
                Authority = variant.Authority,
                LengtheningReason = variant.LengtheningReason is BilingualText why ? RecordMapping.ToProto(why) : null,
            }
            : null,
        Pilot = version.PilotId is string pilot ? ResourceName.Of(PilotKinds.Pilots, pilot) : "",
        Interpretations =
        {
            version.Interpretations.Select(i => new P.InterpretationNote { Question = i.Question, Answer = i.Answer, Confidence = RecordMapping.CodeOf(i.Confidence) }),
        },
    };

    public static P.ProcedureSummary ToSummary(Published published) => new()
    {
        Name = ResourceName.Of(Collection, published.History.Code),
        Title = RecordMapping.ToProto(published.History.Name),
        System = RecordMapping.CodeOf(published.History.System),
        Etag = published.Etag,
        VersionCount = published.History.Versions.Count,
    };

    public static IEnumerable<Reform.Explanations.V1.Reason> ToProto(IEnumerable<Reason> findings, Language language) =>
        findings.Select(f => ReasonMapping.ToProto(f, language));

    private static P.ProcedureStep ToProto(ProcedureStep step) => new()
    {
        Number = step.Number,
        Title = RecordMapping.ToProto(step.Name),
        Unit = step.Unit,
        After = step.After ?? 0,
        Output = step.Output ?? "",
        TimeLimits = { step.TimeLimitIds },
        Vote = step.Vote is CollectiveVote vote
            ? new P.CollectiveVote
            {
                Numerator = vote.Threshold.Numerator,
                Denominator = vote.Threshold.Denominator,
                Strict = vote.Threshold.IsStrict,
                Electorate = vote.Electorate,
            }
            : null,
        Decider = step.Decider ?? "",
        Power = step.PowerId ?? "",
        Activity = step.Activity,
    };

    private static P.ProcedureTimeLimit ToProto(ProcedureTimeLimit limit) => new()
    {
        Limit = limit.Id,
        Title = RecordMapping.ToProto(limit.Name),
        Scope = RecordMapping.CodeOf(limit.Scope),
        Backward = limit.Direction == CountDirection.Backward,
        StartEvent = limit.Terms.StartEvent,
        EndEvent = limit.EndEvent,
        Length = ToProto(limit.Terms.Limit),
        AppliesTo = limit.AppliesTo ?? "",
        Source = limit.Terms.SourceId,
        Confidence = RecordMapping.CodeOf(limit.Terms.Confidence),
    };

    /// <summary>The length of a limit; null where it has none.</summary>
    public static Reform.Deadlines.V1.TimeLimit? ToProto(TimeLimit? limit) => limit is null ? null : new Reform.Deadlines.V1.TimeLimit
    {
        Amount = limit.Amount,
        Unit = TermsMapping.ToProto(limit.Unit),
        Event = limit.Event?.Vietnamese ?? "",
    };
}
