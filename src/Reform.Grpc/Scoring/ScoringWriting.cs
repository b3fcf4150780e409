using System.Globalization;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>From scoring to its messages.</summary>
internal static class ScoringWriting
{
    public static P.CriteriaSet ToProto(StoredSet stored)
    {
        CriteriaSet set = stored.Set.Set;
        LevelRuleCheck check = set.CheckLevels();
        return new P.CriteriaSet
        {
            Name = ResourceName.Of(ScoringMapping.Collection, set.Id),
            Etag = stored.Etag,
            Version = set.Version,
            Title = RecordMapping.ToProto(set.Name),
            Effective = RecordMapping.ToProto(set.Effective),
            Groups = { set.Groups },
            PublishedOn = CivilTimes.ToProto(stored.Set.PublishedOn),
            Leaves =
            {
                set.Tree.Leaves.Select(l => new P.CriterionLeaf
                {
                    Id = l.Id, Title = RecordMapping.ToProto(l.Name), Max = l.Max.ToString(), Formula = l.Leaf!.Formula.Kind, Survey = l.Leaf.IsSurvey,
                }),
            },
            Gaps = { check.Gaps.Select(g => new P.LevelGap { Example = { g.Example.Select(ToProto) }, Failing = { g.Failing.SelectMany(f => f.Conditions) } }) },
            Overlaps = { check.Overlaps.Select(o => new P.LevelOverlap { First = o.First, Second = o.Second, Example = { o.Example.Select(ToProto) } }) },
            UnreachableRules = { check.Unreachable },
        };
    }

    /// <summary>Measures that were read from a file.</summary>
    public static P.UnitMeasures ToProto(UnitMeasures unit, string periodId, string etag) => new()
    {
        Unit = ResourceName.Of(ResourceName.Units, unit.UnitId),
        Period = periodId,
        Etag = etag,
        Group = unit.Group,
        Leaves = { unit.Leaves.Select(l => new P.LeafMeasures { Leaf = l.LeafId, Measures = { l.Measures.All.Select(ToProto) } }) },
        Bonus = { unit.Bonus.Select(c => new P.ItemCount { Item = c.Name, Count = c.Count }) },
        Penalty = { unit.Penalty.Select(c => new P.ItemCount { Item = c.Name, Count = c.Count }) },
        MissingEvidence = { unit.MissingEvidence },
        Conditions = { unit.Conditions.Select(ToProto) },
    };

    public static P.Appraisal ToProto(Stored<Appraisal> stored)
    {
        Appraisal appraisal = stored.Fact;
        return new P.Appraisal
        {
            Unit = ResourceName.Of(ResourceName.Units, appraisal.UnitId),
            Period = appraisal.PeriodId,
            Etag = stored.Etag,
            State = (P.AppraisalState)((int)appraisal.State + 1),
            SelfScores = { appraisal.SelfScores.Select(s => new P.LeafPoints { Leaf = s.LeafId, Points = s.Points.ToString() }) },
            SelfScoredOn = RecordMapping.ToProto(appraisal.SelfScoredOn),
            AppraiserUnit = ResourceName.OfOptional(ResourceName.Units, appraisal.AppraiserUnitId),
            Appraised =
            {
                appraisal.Appraised.Select(a => new P.LeafPoints { Leaf = a.LeafId, Points = a.Points.ToString(), Reason = a.Reason is null ? null : RecordMapping.ToProto(a.Reason) }),
            },
            DisputeUntil = RecordMapping.ToProto(appraisal.DisputeUntil),
            Disputes = { appraisal.Disputes.Select(ToProto) },
            ClosedOn = RecordMapping.ToProto(appraisal.ClosedOn),
        };
    }

    /// <summary>The score of a unit by what is recorded.</summary>
    public static P.UnitScore ToProto(
        ScoringBook scoring, CriteriaSet set, UnitMeasures unit, UnitScore score, string period, int? rank, Language language)
    {
        Appraisal? appraisal = scoring.Of(new ScoringKey(unit.UnitId, period)).Appraisal;
        SelfAppraisalGap? gap = appraisal is { SelfScoredOn: not null } ? SelfAppraisalGap.Of(appraisal.SelfScores, score, set.GapThreshold) : null;
        return ToProto(score, period, rank, set.Levels.Classify(LevelFacts.Of(score, unit)), gap, language);
    }

    public static P.ScoreResult ToProto(Stored<P.ScoreResult> stored)
    {
        P.ScoreResult result = stored.Fact.Clone();
        result.Etag = stored.Etag;
        return result;
    }

    private static P.UnitScore ToProto(
        UnitScore score, string periodId, int? rank, LevelResult level, SelfAppraisalGap? gap, Language language) => new()
        {
            Unit = ResourceName.Of(ResourceName.Units, score.UnitId),
            Period = periodId,
            Group = score.Group,
            Leaves =
            {
                score.Leaves.Select(l => new P.ScoredLeaf
                {
                    Leaf = l.LeafId, State = (P.LeafState)((int)l.State + 1), Points = Text(l.Points), Max = l.Max.ToString(), Fault = l.Fault?.Message.In(language) ?? "",
                }),
            },
            Bonus = score.Bonus.ToString(),
            Penalty = score.Penalty.ToString(),
            Total = Text(score.Total),
            ApplicableMax = score.ApplicableMax.ToString(),
            Index = Text(score.Index),
            Rank = rank ?? 0,
            Level = ToProto(level.Level),
            LevelReasons = { level.Why.Select(r => ReasonMapping.ToProto(r, language)) },
            SelfAppraisalGap = Text(gap?.Gap),
            GapFlagged = gap?.IsFlagged ?? false,
        };

    public static P.RatingLevel ToProto(RatingLevel level) => (P.RatingLevel)((int)level + 1);

    public static P.ScoreExplanation ToProto(ScoreExplanation explanation, Language language) => new()
    {
        Label = explanation.Label.In(language),
        Value = explanation.Value,
        Reasons = { explanation.Why.Select(r => ReasonMapping.ToProto(r, language)) },
        Children = { explanation.Children.Select(c => ToProto(c, language)) },
    };

    private static P.LevelFact ToProto(LevelFact fact) => new() { Name = fact.Name, Value = fact.Value };

    private static P.Dispute ToProto(ScoreDispute dispute) => new()
    {
        Leaf = dispute.LeafId,
        Claimed = dispute.Claimed.ToString(),
        Grounds = RecordMapping.ToProto(dispute.Grounds),
        RaisedOn = CivilTimes.ToProto(dispute.On),
        Decision = dispute.Decision is not DisputeDecision decision ? null : new P.DisputeDecision
        {
            Points = decision.Points.ToString(),
            Reason = RecordMapping.ToProto(decision.Reason),
            DecidedOn = CivilTimes.ToProto(decision.On),
        },
    };

    private static P.Measure ToProto(Measure measure)
    {
        var message = new P.Measure { Name = measure.Name, Source = (P.MeasureSource)((int)measure.Source + 1), Facts = { measure.Facts } };
        switch (measure.Value)
        {
            case MeasureValue.Number number:
                message.Number = Decimal(number.Content);
                break;
            case MeasureValue.Flag flag:
                message.Flag = flag.Holds;
                break;
            case MeasureValue.Date date:
                message.Date = new P.DateMeasure { Date = RecordMapping.ToProto(date.On) };
                break;
            case MeasureValue.Limits limits:
                message.Limits = new P.LimitChanges { Changes = { limits.Changes.Select(c => new P.LimitChange { Before = Decimal(c.Before), After = Decimal(c.After) }) } };
                break;
        }

        return message;
    }

    /// <summary>What was read as a decimal number is one: digits and a power of ten say it exactly.</summary>
    public static string Decimal(Fraction number)
    {
        int exponent = 0;
        Fraction scaled = number;
        while (!scaled.Denominator.IsOne)
        {
            scaled *= 10;
            exponent++;
        }

        string digits = scaled.Numerator.ToString(CultureInfo.InvariantCulture);
        return exponent == 0 ? digits : digits + "e-" + exponent.ToString(CultureInfo.InvariantCulture);
    }

    public static string Text(Fraction? number) => number?.ToString() ?? "";
}
