using Google.Protobuf;
using Reform.Domain.DataFiles;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Scoring.V1;
using RecordInfo = Reform.Registers.V1.RecordInfo;

namespace Reform.Grpc.Scoring;

/// <summary>Enters criteria, measures and steps of appraisals.</summary>
internal sealed class ScoringEdits(FactEdits edits)
{
    public Task<P.PublishCriteriaSetResponse> Publish(P.PublishCriteriaSetRequest request, Mutation mutation)
    {
        var content = new P.PublishedContent { Content = request.Content, CriteriaCsv = request.CriteriaCsv, PublishedOn = request.PublishedOn };
        return Enter(
            ScoringKinds.Set, content, "", f => "content: " + f, s => FactEdits.CheckRevision(s, request.Etag), mutation,
            (s, r, v) => new P.PublishCriteriaSetResponse { CriteriaSet = ScoringWriting.ToProto(s.Sets[^1]), Record = r, Revision = v });
    }

    public Task<P.RecordMeasuresResponse> Record(P.RecordMeasuresRequest request, Mutation mutation)
    {
        P.UnitMeasures given = request.UnitMeasures?.Clone() ?? throw Refusal.RequiredField("unit_measures");
        PeriodMeasures measures = ScoringMapping.Measures("unit_measures", given);
        given.Etag = "";
        return Enter(
            ScoringKinds.Measures, given, "unit_measures", f => Within("unit_measures", f),
            s => CheckEtag(s.Scoring.Of(measures.Key).Measures?.Etag, request.Etag, given.Unit), mutation,
            (s, r, v) =>
            {
                P.UnitMeasures kept = given.Clone();
                kept.Etag = r.Record;
                return new P.RecordMeasuresResponse { UnitMeasures = kept, Record = r, Revision = v };
            });
    }

    public Task<TResponse> Step<TResponse>(P.AppraisalStep step, string etag, Mutation mutation, Func<P.Appraisal, RecordInfo, long, TResponse> answer)
        where TResponse : IMessage<TResponse>, new()
    {
        ScoringKey key = ScoringMapping.Move("", step).Key;
        return Enter(
            ScoringKinds.Step, step, "", ScoringMapping.Told, s => CheckEtag(s.Scoring.Of(key).Moves.LastOrDefault()?.Etag, etag, step.Unit), mutation,
            (s, r, v) => answer(ScoringWriting.ToProto(s.Of(key).AppraisalOn(null)!), r, v));
    }

    public Task<P.ImportMeasuresResponse> Import(P.ImportMeasuresRequest request, Mutation mutation)
    {
        string group = ScoringMapping.Group("group", request.Group);
        EvaluationPeriod period = ScoringMapping.Period("period", request.Period);
        if (request.Content.IsEmpty)
        {
            throw Refusal.RequiredField("content");
        }

        return edits.Do(
            mutation,
            state =>
            {
                FactEdits.CheckRevision(state, request.Etag);
                var entries = new RegisterEntries();
                foreach (UnitMeasures unit in Read(request, ScoringMapping.Answer(() => state.Scoring.SetFor(group, period))))
                {
                    if (unit.Group != group)
                    {
                        throw Refusal.InvalidField("group", "tệp có đơn vị của nhóm khác", "the file has a unit of another group");
                    }

                    string list = ScoringKinds.Measures.List;
                    entries.Add(list, RegisterEntries.NewId(list), ScoringWriting.ToProto(unit, period.Id, ""), null, "content", f => "content: " + f);
                }

                return entries.All.Count > 0 ? entries : throw Refusal.InvalidField("content", "không có đơn vị nào", "has no unit");
            },
            (after, entries) => new P.ImportMeasuresResponse { Units = entries.All.Count, Revision = after.Revision });
    }

    /// <summary>The etag that a request has to bear of something: that of its last record, or none before there is one.</summary>
    public static void CheckEtag(string? standing, string given, string name)
    {
        if ((standing ?? "") != given)
        {
            throw Refusal.EtagMismatch(name);
        }
    }

    private Task<TResponse> Enter<TResponse>(
        IFactList list, IMessage fact, string path, Func<string, string?> told, Action<RegisterState> check, Mutation mutation,
        Func<ScoringBook, RecordInfo, long, TResponse> answer)
        where TResponse : IMessage<TResponse>, new() => edits.Do(
            mutation,
            state =>
            {
                check(state);
                var entries = new RegisterEntries();
                entries.Add(list.List, RegisterEntries.NewId(list.List), fact, null, path, told);
                return entries;
            },
            (after, entries) => answer(after.Scoring, FactEdits.Info(entries, after, mutation), after.Revision));

    private static string? Within(string path, string field) => ScoringMapping.Told(field) is string told ? path + "." + told : null;

    private static ValueList<UnitMeasures> Read(P.ImportMeasuresRequest request, CriteriaSet set)
    {
        try
        {
            using var stream = new MemoryStream(request.Content.ToByteArray());
            return request.Format switch
            {
                P.MeasureFormat.Json => MeasureFile.Read(stream, set, "content"),
                P.MeasureFormat.Csv => MeasureFile.ReadCsv(stream, set, "content"),
                P.MeasureFormat.Unspecified => throw Refusal.RequiredField("format"),
                _ => throw Refusal.InvalidField("format", "không có giá trị này", "there is no such value"),
            };
        }
        catch (InvalidDataFileException e)
        {
            throw Refusal.InvalidData(e);
        }
    }
}
