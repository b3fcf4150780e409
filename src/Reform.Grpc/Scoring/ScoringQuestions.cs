using NodaTime;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>Tells of criteria, measures, appraisals, scores and results.</summary>
internal sealed class ScoringQuestions(FactLists lists, IClock clock)
{
    public async Task<P.GetCriteriaSetResponse> Set(P.GetCriteriaSetRequest request, CancellationToken cancellation)
    {
        string id = ResourceName.In(ScoringMapping.Collection, "name", request.Name);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        StoredSet stored = state.Scoring.Sets.LastOrDefault(s => s.Set.Set.Id == id && (request.Version == 0 || s.Set.Set.Version == request.Version))
            ?? throw RegisterRefusal.NotFound(state.Scoring.Sets.Exists(s => s.Set.Set.Id == id) ? "version" : "name", request.Name);
        return new P.GetCriteriaSetResponse
        {
            CriteriaSet = ScoringWriting.ToProto(stored),
            Content = stored.Content.Content,
            CriteriaCsv = stored.Content.CriteriaCsv,
            Revision = state.Revision,
        };
    }

    public async Task<P.ListCriteriaSetsResponse> Sets(P.ListCriteriaSetsRequest request, CancellationToken cancellation)
    {
        string? group = GroupOf(request.Group);
        LocalDate? on = RequestFields.Date("effective_on", request.EffectiveOn);
        ListPage page = await lists.Page(request, cancellation);
        StoredSet[] wanted = [.. page.State.Scoring.Sets.Select(s => s).Where(s =>
            (group is null || s.Set.Set.Groups.Contains(group, StringComparer.Ordinal)) && (on is not LocalDate day || s.Set.Set.Effective.Contains(day)))];
        (List<P.CriteriaSet> items, string next) = page.Cut(wanted, ScoringWriting.ToProto);
        return new P.ListCriteriaSetsResponse { CriteriaSets = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public async Task<P.GetMeasuresResponse> Measures(P.GetMeasuresRequest request, CancellationToken cancellation)
    {
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        Stored<UnitMeasures> stored = state.Scoring.Of(key).Measures ?? throw RegisterRefusal.NotFound("unit", request.Unit);
        return new P.GetMeasuresResponse { UnitMeasures = ScoringWriting.ToProto(stored.Fact, key.PeriodId, stored.Etag), Revision = state.Revision };
    }

    public async Task<P.GetAppraisalResponse> Appraisal(P.GetAppraisalRequest request, CancellationToken cancellation)
    {
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        LocalDate? asOf = RequestFields.Date("as_of", request.AsOf);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        Stored<Appraisal> stored = state.Scoring.Of(key).AppraisalOn(asOf) ?? throw RegisterRefusal.NotFound("unit", request.Unit);
        return new P.GetAppraisalResponse { Appraisal = ScoringWriting.ToProto(stored), Revision = state.Revision };
    }

    public async Task<P.ListScoresResponse> Scores(P.ListScoresRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        string group = ScoringMapping.Group("group", request.Group);
        EvaluationPeriod period = ScoringMapping.Period("period", request.Period);
        ListPage page = await lists.Page(request, cancellation);
        ScoringBook scoring = page.State.Scoring;
        CriteriaSet set = ScoringMapping.Answer(() => scoring.SetFor(group, period));
        List<(UnitMeasures Unit, UnitScore Score)> all = [.. scoring.UnitsOf(group, period.Id).Select(u => (u, scoring.Score(set, u, period.Id)))];
        var ranks = Ranks.Of(all.Select(a => a.Score)).ToDictionary(r => r.UnitId, r => r.Rank, StringComparer.Ordinal);
        (List<P.UnitScore> items, string next) = page.Cut(all, a => ScoringWriting.ToProto(
            scoring, set, a.Unit, a.Score, period.Id, ranks.TryGetValue(a.Unit.UnitId, out int rank) ? rank : null, language));
        return new P.ListScoresResponse { Scores = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public async Task<P.ExplainScoreResponse> Explain(P.ExplainScoreRequest request, CancellationToken cancellation)
    {
        Language language = RequestFields.Language(request.LanguageCode);
        ScoringKey key = ScoringMapping.Key(request.Unit, request.Period);
        RegisterState state = await lists.At(request.KnownAt, cancellation);
        ScoringBook scoring = state.Scoring;
        UnitMeasures unit = scoring.Of(key).Measures?.Fact ?? throw RegisterRefusal.NotFound("unit", request.Unit);
        CriteriaSet set = ScoringMapping.Answer(() => scoring.SetFor(unit.Group, ScoringMapping.Period("period", key.PeriodId)));
        UnitScore score = scoring.Score(set, unit, key.PeriodId);
        return new P.ExplainScoreResponse
        {
            Score = ScoringWriting.ToProto(scoring, set, unit, score, key.PeriodId, null, language),
            Explanation = ScoringWriting.ToProto(ScoreExplanation.Of(set.Tree, unit, score), language),
            Revision = state.Revision,
        };
    }

    public async Task<P.ListResultsResponse> Results(P.ListResultsRequest request, CancellationToken cancellation)
    {
        string? unit = request.Unit == "units/-" ? null : ResourceName.In(ResourceName.Units, "unit", request.Unit);
        string? period = PeriodOf(request.Period);
        string? group = GroupOf(request.Group);
        LocalDate? asOf = RequestFields.Date("as_of", request.AsOf);
        RatingLevel? level = RecordMapping.Optional<RatingLevel>("level", request.Level);
        ListPage page = await lists.Page(request, cancellation);
        Stored<P.ScoreResult>[] wanted =
        [
            .. page.State.Scoring.Periods.Values.Where(p => period is null || p.Period.Id == period).SelectMany(p => p.Units)
                .Where(u => (unit is null || u.Key == unit) && u.Value.History is not null)
                .SelectMany(u => u.Value.Versions.Zip(u.Value.History!.Versions)
                    .Where(v => asOf is not LocalDate day || v.Second == u.Value.History.AsOf(day)))
                .Where(v => (group is null || v.Second.Score.Group == group) && (level is null || v.Second.Level == level))
                .Select(v => v.First),
        ];
        (List<P.ScoreResult> items, string next) = page.Cut(wanted, ScoringWriting.ToProto);
        return new P.ListResultsResponse { Results = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    public async Task<P.ListEvaluationsResponse> Evaluations(P.ListEvaluationsRequest request, CancellationToken cancellation)
    {
        string? unit = FactLists.UnitOf(request.Parent);
        string? period = PeriodOf(request.Period);
        string? group = GroupOf(request.Group);
        AppraisalState? state = RecordMapping.Optional<AppraisalState>("appraisal_state", request.AppraisalState);
        LocalDate asOf = RequestFields.Date("as_of", request.AsOf) ?? clock.TodayInVietnam();
        ListPage page = await lists.Page(request, cancellation);
        EvaluationStatus[] wanted =
        [
            .. page.State.Scoring.Periods.Values.Where(p => period is null || p.Period.Id == period).SelectMany(p => EvaluationSubjects.UnitsOf(p)
                .Where(u => unit is null || u.UnitId == unit)
                .Select(u => EvaluationStatus.Of(p, u.UnitId, u.Round, asOf)))
                .Where(e => (group is null || e.Group == group) && (state is null || (e.Appraisal?.State ?? AppraisalState.Open) == state)
                    && (!request.WithoutResult || e.Result is null)),
        ];
        (List<P.Evaluation> items, string next) = page.Cut(wanted, e => e.ToProto(page.State.Scoring));
        return new P.ListEvaluationsResponse { Evaluations = { items }, NextPageToken = next, Revision = page.State.Revision };
    }

    private static string? PeriodOf(string period) => period.Length == 0 ? null : ScoringMapping.Period("period", period).Id;

    private static string? GroupOf(string group) => group.Length == 0 ? null : ScoringMapping.Group("group", group);
}
