using Reform.Grpc.Rpc;
using Reform.Scoring.V1;

namespace Reform.Grpc.Access;

/// <summary>
/// Criteria are for everybody to read. A unit's measures, self-score and disputes are its own; whoever appraises does so for the unit that appraises,
/// and results are the deciding unit's. Scores of a whole group, and imports, concern everybody.
/// </summary>
internal static class ScoringAccess
{
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
        AccessRule.For<ListResultsRequest>(Service, "ListResults", AccessRole.Reader, (r, _) => Unit("unit", r.Unit)),
    ];

    private static Concern Unit(string field, string? name) => Concern.Of(ResourceName.InOptional(ResourceName.Units, field, name ?? ""));

    private static Concern Appraiser(Registers.RegisterState state, string unit, string period)
    {
        string id = ResourceName.In(ResourceName.Units, "unit", unit);
        return Concern.Of(state.Scoring.Appraisals.GetValueOrDefault(new Registers.ScoringKey(id, period))?.Fact.AppraiserUnitId ?? Concern.NobodysUnit);
    }
}
