using Grpc.Core;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Scoring.V1;
using S = Reform.Domain.Scoring;

namespace Reform.Grpc.Scoring;

/// <summary>The service that keeps criteria, measures, appraisals and results, and scores by them.</summary>
internal sealed class ScoringServiceV1(ScoringEdits edits, FactLists lists) : ScoringService.ScoringServiceBase
{
    public override Task<PublishCriteriaSetResponse> PublishCriteriaSet(PublishCriteriaSetRequest request, ServerCallContext context)
    {
        var content = new PublishedContent { Content = request.Content, CriteriaCsv = request.CriteriaCsv, PublishedOn = request.PublishedOn };
        return edits.Enter(ScoringRecordsBuilder.Sets, content, "", _ => { }, Mutation.Of(request, context), (s, r, v) => new PublishCriteriaSetResponse
        {
            CriteriaSet = ScoringWriting.ToProto(s.Sets[^1]),
            Record = r,
            Revision = v,
        });
    }

    public override async Task<GetCriteriaSetResponse> GetCriteriaSet(GetCriteriaSetRequest request, ServerCallContext context)
    {
        string id = ResourceName.In(ScoringMapping.Collection, "name", request.Name);
        RegisterState state = await lists.At(request.KnownAt, context.CancellationToken);
        StoredSet stored = state.Scoring.Sets.LastOrDefault(s => s.Set.Set.Id == id && (request.Version == 0 || s.Set.Set.Version == request.Version))
            ?? throw RegisterRefusal.NotFound("name", request.Name);
        return new GetCriteriaSetResponse
        {
            CriteriaSet = ScoringWriting.ToProto(stored),
            Content = stored.Content.Content,
            CriteriaCsv = stored.Content.CriteriaCsv,
            Revision = state.Revision,
        };
    }

    public override async Task<ListCriteriaSetsResponse> ListCriteriaSets(ListCriteriaSetsRequest request, ServerCallContext context)
    {
        ListPage page = await lists.Page(request, context.CancellationToken);
        var response = new ListCriteriaSetsResponse { Revision = page.State.Revision };
        (List<Reform.Scoring.V1.CriteriaSet> items, response.NextPageToken) = page.Cut(page.State.Scoring.Sets, ScoringWriting.ToProto);
        response.CriteriaSets.AddRange(items);
        return response;
    }

    public override Task<RecordMeasuresResponse> RecordMeasures(RecordMeasuresRequest request, ServerCallContext context)
    {
        Reform.Scoring.V1.UnitMeasures given = request.UnitMeasures?.Clone() ?? throw Refusal.RequiredField("unit_measures");
        S.UnitMeasures unit = ScoringMapping.Measures("unit_measures", given);
        var key = new ScoringKey(unit.UnitId, given.Period);
        string etag = given.Etag;
        given.Etag = "";
        return edits.Enter(
            ScoringRecordsBuilder.Measures, given, "unit_measures", s => ScoringEdits.CheckEtag(s.Measures.GetValueOrDefault(key)?.Etag, etag, given.Unit),
            Mutation.Of(request, context),
            (s, r, v) => new RecordMeasuresResponse { UnitMeasures = Kept(given, r.Record), Record = r, Revision = v });
    }

    public override Task<ImportMeasuresResponse> ImportMeasures(ImportMeasuresRequest request, ServerCallContext context) =>
        edits.Import(request, Mutation.Of(request, context));

    public override async Task<GetMeasuresResponse> GetMeasures(GetMeasuresRequest request, ServerCallContext context)
    {
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        RegisterState state = await lists.At(request.KnownAt, context.CancellationToken);
        Stored<S.UnitMeasures> stored = state.Scoring.Measures.GetValueOrDefault(key) ?? throw RegisterRefusal.NotFound("unit", request.Unit);
        return new GetMeasuresResponse { UnitMeasures = ScoringWriting.ToProto(stored.Fact, key.PeriodId, stored.Etag), Revision = state.Revision };
    }

    public override Task<RecordSelfScoreResponse> RecordSelfScore(RecordSelfScoreRequest request, ServerCallContext context) => edits.Step(
        new AppraisalStep { Unit = request.Unit, Period = request.Period, On = request.On, SelfScore = new SelfScoreStep { Scores = { request.Scores } } },
        request.Etag, Mutation.Of(request, context), (a, r, v) => new RecordSelfScoreResponse { Appraisal = a, Record = r, Revision = v });

    public override Task<AppraiseScoreResponse> AppraiseScore(AppraiseScoreRequest request, ServerCallContext context) => edits.Step(
        new AppraisalStep
        {
            Unit = request.Unit,
            Period = request.Period,
            On = request.On,
            Appraise = new AppraiseStep { AppraiserUnit = request.AppraiserUnit, Scores = { request.Scores }, DisputeUntil = request.DisputeUntil },
        },
        request.Etag, Mutation.Of(request, context), (a, r, v) => new AppraiseScoreResponse { Appraisal = a, Record = r, Revision = v });

    public override Task<RaiseDisputeResponse> RaiseDispute(RaiseDisputeRequest request, ServerCallContext context) => edits.Step(
        new AppraisalStep
        {
            Unit = request.Unit,
            Period = request.Period,
            On = request.On,
            Dispute = new DisputeStep { Leaf = request.Leaf, Claimed = request.Claimed, Grounds = request.Grounds },
        },
        request.Etag, Mutation.Of(request, context), (a, r, v) => new RaiseDisputeResponse { Appraisal = a, Record = r, Revision = v });

    public override Task<DecideDisputeResponse> DecideDispute(DecideDisputeRequest request, ServerCallContext context) => edits.Step(
        new AppraisalStep
        {
            Unit = request.Unit,
            Period = request.Period,
            On = request.On,
            Decide = new DecideStep { Leaf = request.Leaf, Points = request.Points, Reason = request.Reason },
        },
        request.Etag, Mutation.Of(request, context), (a, r, v) => new DecideDisputeResponse { Appraisal = a, Record = r, Revision = v });

    public override Task<CloseAppraisalResponse> CloseAppraisal(CloseAppraisalRequest request, ServerCallContext context) => edits.Step(
        new AppraisalStep { Unit = request.Unit, Period = request.Period, On = request.On, Close = new CloseStep() },
        request.Etag, Mutation.Of(request, context), (a, r, v) => new CloseAppraisalResponse { Appraisal = a, Record = r, Revision = v });

    public override async Task<GetAppraisalResponse> GetAppraisal(GetAppraisalRequest request, ServerCallContext context)
    {
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        RegisterState state = await lists.At(request.KnownAt, context.CancellationToken);
        Stored<S.Appraisal> stored = state.Scoring.Appraisals.GetValueOrDefault(key) ?? throw RegisterRefusal.NotFound("unit", request.Unit);
        return new GetAppraisalResponse { Appraisal = ScoringWriting.ToProto(stored), Revision = state.Revision };
    }

    public override async Task<ListScoresResponse> ListScores(ListScoresRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string group = ScoringMapping.Group("group", request.Group);
        string period = ScoringMapping.Period("period", request.Period).Id;
        ListPage page = await lists.Page(request, context.CancellationToken);
        S.CriteriaSet set = SetFor(page.State, group, period);
        List<(S.UnitMeasures Unit, S.UnitScore Score)> all =
            [.. page.State.Scoring.UnitsOf(group, period).Select(u => (u, page.State.Scoring.Score(set, u, period)))];
        Dictionary<string, int> ranks = Ranks.Of(all.Select(a => a.Score)).ToDictionary(r => r.UnitId, r => r.Rank, StringComparer.Ordinal);
        var response = new ListScoresResponse { Revision = page.State.Revision };
        (List<Reform.Scoring.V1.UnitScore> items, response.NextPageToken) = page.Cut(all, a => ScoringEdits.ToProto(
            page.State.Scoring, set, a.Unit, a.Score, period, ranks.TryGetValue(a.Unit.UnitId, out int rank) ? rank : null, language));
        response.Scores.AddRange(items);
        return response;
    }

    public override async Task<ExplainScoreResponse> ExplainScore(ExplainScoreRequest request, ServerCallContext context)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        RegisterState state = await lists.At(request.KnownAt, context.CancellationToken);
        S.UnitMeasures unit = state.Scoring.Measures.GetValueOrDefault(key)?.Fact ?? throw RegisterRefusal.NotFound("unit", request.Unit);
        S.CriteriaSet set = SetFor(state, unit.Group, key.PeriodId);
        S.UnitScore score = state.Scoring.Score(set, unit, key.PeriodId);
        return new ExplainScoreResponse
        {
            Score = ScoringEdits.ToProto(state.Scoring, set, unit, score, key.PeriodId, null, language),
            Explanation = ScoringWriting.ToProto(S.ScoreExplanation.Of(set.Tree, unit, score), language),
            Revision = state.Revision,
        };
    }

    public override Task<PublishResultResponse> PublishResult(PublishResultRequest request, ServerCallContext context) =>
        edits.Publish(request, Mutation.Of(request, context));

    public override async Task<ListResultsResponse> ListResults(ListResultsRequest request, ServerCallContext context)
    {
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        ListPage page = await lists.Page(request, context.CancellationToken);
        var response = new ListResultsResponse { Revision = page.State.Revision };
        (List<ScoreResult> items, response.NextPageToken) = page.Cut(page.State.Scoring.Results.GetValueOrDefault(key, []), ScoringEdits.ToProto);
        response.Results.AddRange(items);
        return response;
    }

    private static S.CriteriaSet SetFor(RegisterState state, string group, string period)
    {
        try
        {
            return state.Scoring.SetFor(group, period);
        }
        catch (ScoringInputException e)
        {
            throw RegisterRefusal.Conflict([.. e.Problems.Select(p => (p.Code, p.Field, p.Message))]);
        }
    }

    private static Reform.Scoring.V1.UnitMeasures Kept(Reform.Scoring.V1.UnitMeasures given, string etag)
    {
        Reform.Scoring.V1.UnitMeasures kept = given.Clone();
        kept.Etag = etag;
        return kept;
    }
}
