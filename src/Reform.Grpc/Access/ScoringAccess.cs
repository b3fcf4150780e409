using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Reform.Grpc.Scoring;
using Reform.Scoring.V1;

namespace Reform.Grpc.Access;

/// <summary>
/// Criteria are for everybody to read. A unit's measures, self-score and disputes are its own; whoever appraises does so for the unit that appraises,
/// and results are the deciding unit's. Scores of a whole group, and imports, concern everybody.
/// </summary>
internal static class ScoringAccess
{
    private const string AnyUnit = "units/-";
    private static readonly string Service = ScoringService.Descriptor.FullName;

    public static IEnumerable<AccessRule> Rules =>
    [
        AccessRule.Always(Service, "PublishCriteriaSet", AccessRole.ScoringEditor, Concern.Everything),
        AccessRule.Always(Service, "GetCriteriaSet", AccessRole.Reader, Concern.Nobody),
        AccessRule.Always(Service, "ListCriteriaSets", AccessRole.Reader, Concern.Nobody),
        AccessRule.For<RecordMeasuresRequest>(Service, "RecordMeasures", AccessRole.ScoringClerk, (r, _) => Unit("unit_measures.unit", r.UnitMeasures?.Unit)),
        AccessRule.Always(Service, "ImportMeasures", AccessRole.ScoringEditor, Concern.Everything),
        AccessRule.For<GetMeasuresRequest>(Service, "GetMeasures", AccessRole.Reader, (r, _) => Unit("unit", r.Unit)),
        AccessRule.For<RecordSelfScoreRequest>(Service, "RecordSelfScore", AccessRole.ScoringClerk, (r, _) => Unit("unit", r.Unit)),
        AccessRule.For<AppraiseScoreRequest>(Service, "AppraiseScore", AccessRole.ScoringEditor, (r, _) => Unit("appraiser_unit", r.AppraiserUnit)),
        AccessRule.For<RaiseDisputeRequest>(Service, "RaiseDispute", AccessRole.ScoringClerk, (r, _) => Unit("unit", r.Unit)),
        AccessRule.For<DecideDisputeRequest>(Service, "DecideDispute", AccessRole.ScoringEditor, (r, s) => Appraiser(s, r.Unit, r.Period)),
        AccessRule.For<CloseAppraisalRequest>(Service, "CloseAppraisal", AccessRole.ScoringEditor, (r, s) => Appraiser(s, r.Unit, r.Period)),
        AccessRule.For<GetAppraisalRequest>(Service, "GetAppraisal", AccessRole.Reader, (r, _) => Unit("unit", r.Unit)),
        AccessRule.Always(Service, "ListScores", AccessRole.Reader, Concern.Everything),
        AccessRule.For<ExplainScoreRequest>(Service, "ExplainScore", AccessRole.Reader, (r, _) => Unit("unit", r.Unit)),
        AccessRule.For<PublishResultRequest>(Service, "PublishResult", AccessRole.ScoringEditor, (r, _) => Unit("decided_by", r.DecidedBy)),
        AccessRule.For<ListResultsRequest>(Service, "ListResults", AccessRole.Reader, (r, _) => r.Unit == AnyUnit ? Concern.Everything : Unit("unit", r.Unit)),
        AccessRule.For<ListEvaluationsRequest>(Service, "ListEvaluations", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        // A rating is the deciding unit's to enter, a round the evaluating one's; what was seen to be shown concerns the unit whose result it is.
        AccessRule.For<EnterScoringFactsRequest>(Service, "EnterScoringFacts", AccessRole.ScoringEditor, (r, s) =>
            Concern.Of(ScoringKinds.All.UnitsOf(s, [.. ScoringServiceV1.Entries(r)]).Concat(Deciders(r)))),
        AccessRule.For<GetScoringFactRequest>(Service, "GetScoringFact", AccessRole.Reader, (r, s) =>
        {
            (IFactKind kind, string id) = ScoringKinds.All.Named("name", r.Name);
            return Concern.Of(kind.UnitOfLatest(s, id) ?? Concern.NobodysUnit);
        }),
        AccessRule.For<ListScoringFactsRequest>(Service, "ListScoringFacts", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<ListScoringRecordsRequest>(Service, "ListScoringRecords", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<ProposeHeadRatingRequest>(Service, "ProposeHeadRating", AccessRole.Reader, (r, _) => Unit("unit", r.Unit)),
        AccessRule.Always(Service, "ProposeExcellence", AccessRole.Reader, Concern.Everything),
        AccessRule.For<CompareResultsRequest>(Service, "CompareResults", AccessRole.Reader, (r, _) => Unit("unit", r.Unit)),
        AccessRule.For<ListRatingEntriesRequest>(Service, "ListRatingEntries", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
        AccessRule.For<EvaluateScoringRequest>(Service, "EvaluateScoring", AccessRole.Reader, (r, _) => Concern.Of(FactLists.UnitOf(r.Parent))),
    ];

    private static Concern Unit(string field, string? name) => Concern.Of(ResourceName.InOptional(ResourceName.Units, field, name ?? ""));

    private static IEnumerable<string> Deciders(EnterScoringFactsRequest request) => request.Entries.Index()
        .Where(e => !e.Item.StruckOut && e.Item.Fact?.FactCase == ScoringFact.FactOneofCase.Rating)
        .Select(e => ResourceName.In(ResourceName.Units, RequestFields.At("entries", e.Index) + ".fact.rating.decided_by", e.Item.Fact.Rating.DecidedBy));

    private static Concern Appraiser(RegisterState state, string unit, string period)
    {
        string id = ResourceName.In(ResourceName.Units, "unit", unit);
        return Concern.Of(state.Scoring.Of(new ScoringKey(id, period)).Appraisal?.AppraiserUnitId ?? Concern.NobodysUnit);
    }
}
