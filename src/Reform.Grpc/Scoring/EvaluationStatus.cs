using NodaTime;
using Reform.Domain.Scoring;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>How the evaluation of a unit in a period stands on a date.</summary>
internal sealed record EvaluationStatus(EvaluationPeriod Period, string UnitId, EvaluationRound? Round, KeptUnit Kept, Appraisal? Appraisal, ResultVersion? Result)
{
    public string? Group => Kept.Measures?.Fact.Group ?? Round?.Group;

    public static EvaluationStatus Of(ScoringPeriod period, string unitId, EvaluationRound? round, LocalDate asOf)
    {
        KeptUnit kept = period.Units.GetValueOrDefault(unitId) ?? KeptUnit.Nothing;
        return new EvaluationStatus(period.Period, unitId, round, kept, kept.AppraisalOn(asOf)?.Fact, kept.History?.AsOf(asOf));
    }

    public P.Evaluation ToProto(ScoringBook book)
    {
        var message = new P.Evaluation
        {
            Unit = ResourceName.Of(ResourceName.Units, UnitId),
            Period = Period.Id,
            Group = Group ?? "",
            Measured = Kept.Measures is not null,
            AppraisalState = (P.AppraisalState)((int)(Appraisal?.State ?? AppraisalState.Open) + 1),
            ResultVersion = Result?.Number ?? 0,
            DecidedLevel = Result is null ? P.RatingLevel.Unspecified : ScoringWriting.ToProto(Result.Level),
            SelfScoreDueOn = RecordMapping.ToProto(Round?.SelfScoreDueOn),
            ResultDueOn = RecordMapping.ToProto(Round?.ResultDueOn),
        };
        if (EvaluationSubjects.SetFor(book, Group, Period) is CriteriaSet set)
        {
            (message.CriteriaSet, message.CriteriaVersion) = (ResourceName.Of(ScoringMapping.Collection, set.Id), set.Version);
            if (Kept.Measures?.Fact is UnitMeasures unit)
            {
                UnitScore score = set.ToScorer().Score(unit, Appraisal);
                message.Index = ScoringWriting.Text(score.Index);
                message.ComputedLevel = ScoringWriting.ToProto(set.Levels.Classify(LevelFacts.Of(score, unit)).Level);
            }
        }

        return message;
    }
}
