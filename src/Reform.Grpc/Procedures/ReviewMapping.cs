using Google.Protobuf.Collections;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Deadlines;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>Between review rounds, verdicts and their messages.</summary>
internal static class ReviewMapping
{
    private const int MostNames = 1000;

    public static ReviewRound Round(string path, P.ReviewRound message) => new(
        ResourceName.In(ProcedureKinds.ReviewRounds, path + ".name", message.Name),
        RecordMapping.RequiredText(path + ".title", message.Title),
        RecordMapping.Period(path + ".period", message.Period),
        CivilTimes.RequiredDate(path + ".due_on", message.DueOn),
        Names(ProcedureMapping.Collection, path + ".procedures", message.Procedures),
        Names(ResourceName.Units, path + ".units", message.Units));

    public static P.ReviewRound ToProto(ReviewRound round, string etag) => new()
    {
        Name = ResourceName.Of(ProcedureKinds.ReviewRounds, round.Id),
        Etag = etag,
        Title = RecordMapping.ToProto(round.Name),
        Period = RecordMapping.ToProto(round.Period),
        DueOn = CivilTimes.ToProto(round.DueOn),
        Procedures = { round.ProcedureCodes.Select(p => ResourceName.Of(ProcedureMapping.Collection, p)) },
        Units = { round.UnitIds.Select(u => ResourceName.Of(ResourceName.Units, u)) },
    };

    public static ReviewVerdict Verdict(string path, P.ReviewVerdict message) => new(
        ResourceName.In(ProcedureKinds.ReviewVerdicts, path + ".name", message.Name),
        ResourceName.In(ProcedureKinds.ReviewRounds, path + ".round", message.Round),
        ResourceName.In(ProcedureMapping.Collection, path + ".procedure", message.Procedure),
        ResourceName.In(ResourceName.Units, path + ".unit", message.Unit),
        RecordMapping.Required<ReviewOutcome>(path + ".outcome", message.Outcome),
        CivilTimes.RequiredDate(path + ".decided_on", message.DecidedOn),
        RecordMapping.RequiredText(path + ".grounds", message.Grounds))
    {
        MergedInto = ResourceName.InOptional(ProcedureMapping.Collection, path + ".merged_into", message.MergedInto),
        FollowWithin = message.FollowWithin is null ? null : TermsMapping.Limit(path + ".follow_within", message.FollowWithin),
    };

    public static P.ReviewVerdict ToProto(ReviewVerdict verdict, string etag) => new()
    {
        Name = ResourceName.Of(ProcedureKinds.ReviewVerdicts, verdict.Id),
        Etag = etag,
        Round = ResourceName.Of(ProcedureKinds.ReviewRounds, verdict.RoundId),
        Procedure = ResourceName.Of(ProcedureMapping.Collection, verdict.ProcedureCode),
        Unit = ResourceName.Of(ResourceName.Units, verdict.UnitId),
        Outcome = (P.ReviewOutcome)((int)verdict.Outcome + 1),
        DecidedOn = CivilTimes.ToProto(verdict.DecidedOn),
        Grounds = RecordMapping.ToProto(verdict.Grounds),
        MergedInto = verdict.MergedInto is string into ? ResourceName.Of(ProcedureMapping.Collection, into) : "",
        FollowWithin = ProcedureMapping.ToProto(verdict.FollowWithin),
    };

    public static P.ReviewItem ToProto(ReviewItem item, Func<ReviewVerdict, string> etagOf, Language language) => new()
    {
        Unit = ResourceName.Of(ResourceName.Units, item.UnitId),
        Procedure = ResourceName.Of(ProcedureMapping.Collection, item.ProcedureCode),
        State = (P.ReviewState)((int)item.State + 1),
        Reason = ReasonMapping.ToProto(item.Reason, language),
        Verdict = item.Verdict is ReviewVerdict verdict ? ToProto(verdict, etagOf(verdict)) : null,
        FollowUp = item.FollowUp is FollowUp follow
            ? new P.ReviewFollowUp
            {
                State = RecordMapping.CodeOf(follow.State),
                DueOn = RecordMapping.ToProto(follow.DueOn),
                DoneOn = RecordMapping.ToProto(follow.DoneOn),
                Reason = ReasonMapping.ToProto(follow.Reason, language),
            }
            : null,
    };

    private static ValueList<string> Names(string collection, string path, RepeatedField<string> names)
    {
        RequestFields.AtMost(path, names.Count, MostNames);
        return names.Count > 0
            ? names.Select((n, i) => ResourceName.In(collection, RequestFields.At(path, i), n)).ToValueList()
            : throw Refusal.RequiredField(path);
    }
}
