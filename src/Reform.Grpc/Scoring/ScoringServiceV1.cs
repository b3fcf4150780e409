using Grpc.Core;
using Reform.Grpc.Registers;
using Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>The service that keeps criteria, measures, appraisals, results and what else is decided, scores by them, and puts before people what they decide.</summary>
internal sealed class ScoringServiceV1(
    FactEdits facts, FactLists lists, ScoringEdits edits, ResultEdits results, ScoringQuestions questions, RatingQuestions ratings)
    : ScoringService.ScoringServiceBase
{
    public override Task<PublishCriteriaSetResponse> PublishCriteriaSet(PublishCriteriaSetRequest request, ServerCallContext context) =>
        edits.Publish(request, Mutation.Of(request, context));

    public override Task<GetCriteriaSetResponse> GetCriteriaSet(GetCriteriaSetRequest request, ServerCallContext context) =>
        questions.Set(request, context.CancellationToken);

    public override Task<ListCriteriaSetsResponse> ListCriteriaSets(ListCriteriaSetsRequest request, ServerCallContext context) =>
        questions.Sets(request, context.CancellationToken);

    public override Task<RecordMeasuresResponse> RecordMeasures(RecordMeasuresRequest request, ServerCallContext context) =>
        edits.Record(request, Mutation.Of(request, context));

    public override Task<ImportMeasuresResponse> ImportMeasures(ImportMeasuresRequest request, ServerCallContext context) =>
        edits.Import(request, Mutation.Of(request, context));

    public override Task<GetMeasuresResponse> GetMeasures(GetMeasuresRequest request, ServerCallContext context) =>
        questions.Measures(request, context.CancellationToken);

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

    public override Task<GetAppraisalResponse> GetAppraisal(GetAppraisalRequest request, ServerCallContext context) =>
        questions.Appraisal(request, context.CancellationToken);

    public override Task<ListScoresResponse> ListScores(ListScoresRequest request, ServerCallContext context) => questions.Scores(request, context.CancellationToken);

    public override Task<ExplainScoreResponse> ExplainScore(ExplainScoreRequest request, ServerCallContext context) =>
        questions.Explain(request, context.CancellationToken);

    public override Task<PublishResultResponse> PublishResult(PublishResultRequest request, ServerCallContext context) =>
        results.Publish(request, Mutation.Of(request, context));

    public override Task<ListResultsResponse> ListResults(ListResultsRequest request, ServerCallContext context) =>
        questions.Results(request, context.CancellationToken);

    public override Task<ListEvaluationsResponse> ListEvaluations(ListEvaluationsRequest request, ServerCallContext context) =>
        questions.Evaluations(request, context.CancellationToken);

    public override Task<EnterScoringFactsResponse> EnterScoringFacts(EnterScoringFactsRequest request, ServerCallContext context) => facts.Enter(
        ScoringKinds.All, [.. Entries(request)], request.Etag, Mutation.Of(request, context),
        (records, revision) => new EnterScoringFactsResponse { Records = { records }, Revision = revision });

    public override async Task<GetScoringFactResponse> GetScoringFact(GetScoringFactRequest request, ServerCallContext context)
    {
        (ScoringFact fact, long revision) = await lists.Get(ScoringKinds.All, request.Name, request.KnownAt, context.CancellationToken);
        return new GetScoringFactResponse { Fact = fact, Revision = revision };
    }

    public override async Task<ListScoringFactsResponse> ListScoringFacts(ListScoringFactsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        IReadOnlyList<IFactKind> kinds = ScoringKinds.All.Chosen("kind", (int)request.Kind);
        ListPage page = await lists.Page(request, context.CancellationToken);
        (List<ScoringFact> found, string next) = FactLists.Cut(page, ScoringKinds.All, kinds, unit);
        return new ListScoringFactsResponse { Facts = { found }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override async Task<ListScoringRecordsResponse> ListScoringRecords(ListScoringRecordsRequest request, ServerCallContext context)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        IReadOnlyList<IFactKind> kinds = ScoringKinds.All.Chosen("kind", (int)request.Kind);
        ListPage page = await lists.Page(request, context.CancellationToken);
        (List<ScoringRecord> records, string next) = await lists.CutRecords(
            page, kinds, unit, i => new ScoringRecord { Info = i.Info, Fact = ScoringKinds.All.Wrap(i), Standing = i.IsStanding }, r => r.Info,
            context.CancellationToken);
        return new ListScoringRecordsResponse { Records = { records }, NextPageToken = next, Revision = page.State.Revision };
    }

    public override Task<ProposeHeadRatingResponse> ProposeHeadRating(ProposeHeadRatingRequest request, ServerCallContext context) =>
        ratings.Head(request, context.CancellationToken);

    public override Task<ProposeExcellenceResponse> ProposeExcellence(ProposeExcellenceRequest request, ServerCallContext context) =>
        ratings.Excellence(request, context.CancellationToken);

    public override Task<CompareResultsResponse> CompareResults(CompareResultsRequest request, ServerCallContext context) =>
        ratings.Compare(request, context.CancellationToken);

    public override Task<ListRatingEntriesResponse> ListRatingEntries(ListRatingEntriesRequest request, ServerCallContext context) =>
        ratings.Entries(request, context.CancellationToken);

    public override Task<EvaluateScoringResponse> EvaluateScoring(EvaluateScoringRequest request, ServerCallContext context) =>
        ratings.Evaluate(request, context.CancellationToken);

    /// <summary>The entries of a request.</summary>
    public static IEnumerable<FactEntry<ScoringFact>> Entries(EnterScoringFactsRequest request) =>
        request.Entries.Select(e => new FactEntry<ScoringFact>(e.Fact, e.Etag, e.StruckOut));
}
