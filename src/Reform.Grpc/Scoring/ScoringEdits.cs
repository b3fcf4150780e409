using Google.Protobuf;
using Reform.Domain.DataFiles;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Access;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Scoring.V1;
using RecordInfo = Reform.Registers.V1.RecordInfo;

namespace Reform.Grpc.Scoring;

/// <summary>Enters criteria, measures, steps of appraisals and results.</summary>
internal sealed class ScoringEdits(RegisterStore store)
{
    /// <summary>Enters one fact.</summary>
    /// <param name="list">The list of the journal.</param>
    /// <param name="fact">The message.</param>
    /// <param name="path">The field of the request that holds it; empty: the request itself.</param>
    /// <param name="check">Refuses what has changed.</param>
    /// <param name="mutation">The call.</param>
    /// <param name="answer">Makes the answer of the registers after it, its record and the revision.</param>
    public Task<TResponse> Enter<TResponse>(
        string list, IMessage fact, string path, Action<ScoringRegisters> check, Mutation mutation, Func<ScoringRegisters, RecordInfo, long, TResponse> answer)
        where TResponse : IMessage<TResponse>, new() => Do(
            mutation,
            state =>
            {
                check(state.Scoring);
                var entries = new RegisterEntries();
                entries.Add(list, RegisterEntries.NewId(list), fact, null, path);
                return entries;
            },
            (after, entries) => answer(after.Scoring, FactEdits.Info(entries, after, mutation), after.Revision));

    public Task<TResponse> Step<TResponse>(P.AppraisalStep step, string etag, Mutation mutation, Func<P.Appraisal, RecordInfo, long, TResponse> answer)
        where TResponse : IMessage<TResponse>, new()
    {
        ScoringKey key = ScoringMapping.Key(step.Unit, step.Period);
        return Enter(
            ScoringRecordsBuilder.Steps, step, "", s => CheckEtag(s.Appraisals.GetValueOrDefault(key)?.Etag, etag, step.Unit), mutation,
            (s, r, v) => answer(ScoringWriting.ToProto(s.Appraisals[key]), r, v));
    }

    public Task<P.ImportMeasuresResponse> Import(P.ImportMeasuresRequest request, Mutation mutation)
    {
        string group = ScoringMapping.Group("group", request.Group);
        string period = ScoringMapping.Period("period", request.Period).Id;
        if (request.Content.IsEmpty)
        {
            throw Refusal.RequiredField("content");
        }

        return Do(
            mutation,
            state =>
            {
                var entries = new RegisterEntries();
                foreach (UnitMeasures unit in Read(request, SetFor(state.Scoring, group, period)))
                {
                    if (unit.Group != group)
                    {
                        throw Refusal.InvalidField("group", "tệp có đơn vị của nhóm khác", "the file has a unit of another group");
                    }

                    entries.Add(
                        ScoringRecordsBuilder.Measures, RegisterEntries.NewId(ScoringRecordsBuilder.Measures), ScoringWriting.ToProto(unit, period, ""), null, "content");
                }

                return entries.All.Count > 0 ? entries : throw Refusal.InvalidField("content", "không có đơn vị nào", "has no unit");
            },
            (after, entries) => new P.ImportMeasuresResponse { Units = entries.All.Count, Revision = after.Revision });
    }

    public Task<P.PublishResultResponse> Publish(P.PublishResultRequest request, Mutation mutation)
    {
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        string decidedBy = ResourceName.In(ResourceName.Units, "decided_by", request.DecidedBy);
        _ = ScoringMapping.Date("decided_on", request.DecidedOn);
        BilingualText? reason = RecordMapping.Text("reason", request.Reason);
        RatingLevel? chosen = RecordMapping.Optional<RatingLevel>("level", request.Level);
        return Do(
            mutation,
            state =>
            {
                ScoringRegisters scoring = state.Scoring;
                Stored<P.ScoreResult>? standing = scoring.Results.GetValueOrDefault(key, []).LastOrDefault();
                CheckEtag(standing?.Etag, request.Etag, request.Unit);
                P.ScoreResult result = Result(scoring, key, request, chosen);
                CheckVersion(standing?.Fact, result, reason);
                result.Version = (standing?.Fact.Version ?? 0) + 1;
                result.DecidedBy = ResourceName.Of(ResourceName.Units, decidedBy);
                result.Reason = reason is null ? null : RecordMapping.ToProto(reason);
                var entries = new RegisterEntries();
                entries.Add(ScoringRecordsBuilder.Results, RegisterEntries.NewId(ScoringRecordsBuilder.Results), result, null, "");
                return entries;
            },
            (after, entries) => new P.PublishResultResponse
            {
                Result = ToProto(after.Scoring.Results[key][^1]),
                Record = FactEdits.Info(entries, after, mutation),
                Revision = after.Revision,
            });
    }

    public static void CheckEtag(string? standing, string given, string name)
    {
        if ((standing ?? "") != given)
        {
            throw Refusal.EtagMismatch(name);
        }
    }

    public static P.ScoreResult ToProto(Stored<P.ScoreResult> stored)
    {
        P.ScoreResult result = stored.Fact.Clone();
        result.Etag = stored.Etag;
        return result;
    }

    public static P.UnitScore ToProto(
        ScoringRegisters scoring, CriteriaSet set, UnitMeasures unit, UnitScore score, string period, int? rank, Language language)
    {
        Appraisal? appraisal = scoring.Appraisals.GetValueOrDefault(new ScoringKey(unit.UnitId, period))?.Fact;
        SelfAppraisalGap? gap = appraisal is { SelfScoredOn: not null } ? SelfAppraisalGap.Of(appraisal.SelfScores, score, set.GapThreshold) : null;
        return ScoringWriting.ToProto(score, period, rank, set.Levels.Classify(LevelFacts.Of(score, unit)), gap, language);
    }

    private static P.ScoreResult Result(ScoringRegisters scoring, ScoringKey key, P.PublishResultRequest request, RatingLevel? chosen)
    {
        UnitMeasures unit = scoring.Measures.GetValueOrDefault(key)?.Fact ?? throw RegisterRefusal.NotFound("unit", request.Unit);
        CriteriaSet set = SetFor(scoring, unit.Group, key.PeriodId);
        UnitScore score = scoring.Score(set, unit, key.PeriodId);
        if (score.Index is null)
        {
            string leaves = string.Join(", ", score.UnknownLeaves.Select(l => l.LeafId));
            throw Conflict("score_incomplete", "unit", "chưa tính được điểm: " + leaves, "the score is not known: " + leaves);
        }

        // The rank among those whose measures are there now.
        int rank = Ranks.Of(scoring.UnitsOf(unit.Group, key.PeriodId).Select(u => scoring.Score(set, u, key.PeriodId))).Single(r => r.UnitId == key.UnitId).Rank;
        P.UnitScore shown = ToProto(scoring, set, unit, score, key.PeriodId, rank, Language.Vietnamese);
        RatingLevel computed = set.Levels.Classify(LevelFacts.Of(score, unit)).Level;
        if (chosen is not null && (computed != RatingLevel.ExcellentCandidate || chosen is not (RatingLevel.Excellent or RatingLevel.Good)))
        {
            throw Refusal.InvalidField(
                "level", "chỉ ứng viên xuất sắc được quyết định 'xuất sắc' hoặc 'tốt'", "only a candidate for excellence is decided to be excellent or good");
        }

        return new P.ScoreResult
        {
            Unit = request.Unit,
            Period = key.PeriodId,
            Score = shown,
            Level = ScoringWriting.ToProto(chosen ?? computed),
            DecidedOn = request.DecidedOn,
        };
    }

    private static void CheckVersion(P.ScoreResult? standing, P.ScoreResult result, BilingualText? reason)
    {
        if (standing is null && reason is not null)
        {
            throw Refusal.InvalidField("reason", "kết quả đầu tiên không có lý do đánh giá lại", "the first version has no reason of a re-rating");
        }

        if (standing is not null && reason is null)
        {
            throw Conflict("no_reason", "reason", "đánh giá lại phải nêu lý do", "a re-rating needs a reason");
        }

        if (standing is not null && ScoringMapping.Date("decided_on", result.DecidedOn) < ScoringMapping.Date("decided_on", standing.DecidedOn))
        {
            throw Conflict("out_of_order", "decided_on", "trước ngày quyết định phiên bản đang có", "before the version that stands");
        }
    }

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

    private static CriteriaSet SetFor(ScoringRegisters scoring, string group, string period)
    {
        try
        {
            return scoring.SetFor(group, period);
        }
        catch (ScoringInputException e)
        {
            throw RegisterRefusal.Conflict([.. e.Problems.Select(p => (p.Code, p.Field, p.Message))]);
        }
    }

    private static global::Grpc.Core.RpcException Conflict(string code, string field, string vietnamese, string english) =>
        RegisterRefusal.Conflict([(code, field, new BilingualText(vietnamese, english))]);

    private Task<TResponse> Do<TResponse>(Mutation mutation, Func<RegisterState, RegisterEntries> decide, Func<RegisterState, RegisterEntries, TResponse> answer)
        where TResponse : IMessage<TResponse>, new() => store.Append(
            new RegisterMutation<TResponse>(mutation.RequestId, mutation.Request, mutation.ValidateOnly, Caller.Of(mutation.Context).Id, decide, answer),
            mutation.Context.CancellationToken);
}
