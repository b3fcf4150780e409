using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>Between rounds, ratings and shown results, and their messages.</summary>
internal static class EvaluationMapping
{
    private const int MostUnits = 10_000;

    public static EvaluationRound Round(string path, P.EvaluationRound message)
    {
        string units = path + ".evaluated_units";
        RequestFields.AtMost(units, message.EvaluatedUnits.Count, MostUnits);
        ValueList<string> evaluated = message.EvaluatedUnits.Select((u, i) => ResourceName.In(ResourceName.Units, RequestFields.At(units, i), u)).ToValueList();
        if (evaluated.Distinct(StringComparer.Ordinal).Count() < evaluated.Count)
        {
            throw Refusal.InvalidField(units, "có đơn vị bị lặp lại", "has a unit twice");
        }

        return new EvaluationRound(
            ResourceName.In(ScoringKinds.Rounds, path + ".name", message.Name), Period(path + ".period", message.Period),
            ScoringMapping.Group(path + ".group", message.Group), ResourceName.In(ResourceName.Units, path + ".unit", message.Unit))
        {
            Units = evaluated,
            SelfScoreDueOn = RequestFields.Date(path + ".self_score_due_on", message.SelfScoreDueOn),
            ResultDueOn = RequestFields.Date(path + ".result_due_on", message.ResultDueOn),
            IsOutstanding = message.Outstanding,
        };
    }

    public static P.EvaluationRound ToProto(EvaluationRound round, string etag) => new()
    {
        Name = ResourceName.Of(ScoringKinds.Rounds, round.Id),
        Etag = etag,
        Period = round.Period.Id,
        Group = round.Group,
        Unit = ResourceName.Of(ResourceName.Units, round.UnitId),
        EvaluatedUnits = { round.Units.Select(u => ResourceName.Of(ResourceName.Units, u)) },
        SelfScoreDueOn = RecordMapping.ToProto(round.SelfScoreDueOn),
        ResultDueOn = RecordMapping.ToProto(round.ResultDueOn),
        Outstanding = round.IsOutstanding,
    };

    public static DecidedRating Rating(string path, P.Rating message)
    {
        RatingSubject subject = RecordMapping.Required<RatingSubject>(path + ".subject", message.Subject);
        if (subject == RatingSubject.Collective)
        {
            throw Refusal.InvalidField(
                path + ".subject", "kết quả của tập thể được công bố bằng PublishResult", "the result of a unit itself is published by PublishResult");
        }

        string? position = ResourceName.InOptional(ResourceName.Positions, path + ".position", message.Position);
        if (position is null != (subject != RatingSubject.Head))
        {
            throw position is null ? Refusal.RequiredField(path + ".position")
                : Refusal.InvalidField(path + ".position", "chỉ người đứng đầu có chức vụ", "only a head has a position");
        }

        RatingLevel level = RecordMapping.Required<RatingLevel>(path + ".level", message.Level);
        if (level is RatingLevel.Indeterminate or RatingLevel.ExcellentCandidate)
        {
            throw Refusal.InvalidField(path + ".level", "phải là một mức đã quyết định", "must be a level that was decided");
        }

        Fraction? weight = ScoringMapping.OptionalNumber(path + ".reform_weight", message.ReformWeight);
        if (weight is Fraction known && (known.Sign < 0 || known >= 100))
        {
            throw Refusal.InvalidField(path + ".reform_weight", "phải từ 0 đến dưới 100", "must be from 0 to below 100");
        }

        return new DecidedRating(
            ResourceName.In(ScoringKinds.Ratings, path + ".name", message.Name), subject, ResourceName.In(ResourceName.Units, path + ".unit", message.Unit),
            Period(path + ".period", message.Period), level, ResourceName.In(ResourceName.Units, path + ".decided_by", message.DecidedBy),
            CivilTimes.RequiredDate(path + ".decided_on", message.DecidedOn))
        {
            PositionId = position,
            ReformWeight = weight,
        };
    }

    public static P.Rating ToProto(DecidedRating rating, string etag) => new()
    {
        Name = ResourceName.Of(ScoringKinds.Ratings, rating.Id),
        Etag = etag,
        Subject = (P.RatingSubject)((int)rating.Subject + 1),
        Unit = ResourceName.Of(ResourceName.Units, rating.UnitId),
        Position = ResourceName.OfOptional(ResourceName.Positions, rating.PositionId),
        Period = rating.Period.Id,
        Level = ScoringWriting.ToProto(rating.Level),
        DecidedBy = ResourceName.Of(ResourceName.Units, rating.DecidedBy),
        DecidedOn = CivilTimes.ToProto(rating.DecidedOn),
        ReformWeight = rating.ReformWeight is Fraction weight ? ScoringWriting.Decimal(weight) : "",
    };

    public static ShownResult Shown(string path, P.ShownResult message) => new(
        ResourceName.In(ScoringKinds.ShownResults, path + ".name", message.Name), ResourceName.In(ResourceName.Units, path + ".unit", message.Unit),
        Period(path + ".period", message.Period), CivilTimes.RequiredDate(path + ".seen_on", message.SeenOn))
    {
        Place = RecordMapping.Word(path + ".place", message.Place),
        Index = ScoringMapping.OptionalNumber(path + ".index", message.Index),
        Level = RecordMapping.Optional<RatingLevel>(path + ".level", message.Level),
        ComparedWith = message.ComparedWith.Length == 0 ? null : ScoringMapping.Period(path + ".compared_with", message.ComparedWith),
    };

    public static P.ShownResult ToProto(ShownResult shown, string etag) => new()
    {
        Name = ResourceName.Of(ScoringKinds.ShownResults, shown.Id),
        Etag = etag,
        Unit = ResourceName.Of(ResourceName.Units, shown.UnitId),
        Period = shown.Period.Id,
        SeenOn = CivilTimes.ToProto(shown.SeenOn),
        Place = shown.Place ?? "",
        Index = shown.Index is Fraction index ? ScoringWriting.Decimal(index) : "",
        Level = shown.Level is RatingLevel level ? ScoringWriting.ToProto(level) : P.RatingLevel.Unspecified,
        ComparedWith = shown.ComparedWith?.Id ?? "",
    };

    // A period before the criterion exists has no evaluation.
    private static EvaluationPeriod Period(string field, string id)
    {
        EvaluationPeriod period = ScoringMapping.Period(field, id);
        return period.From >= ReformCriterion.InForceFrom ? period
            : throw Refusal.InvalidField(field, "tiêu chí cải cách hành chính chỉ áp dụng từ năm 2024", "the reform criterion applies from 2024 on");
    }
}
