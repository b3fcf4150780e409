using Google.Protobuf.Collections;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>From the messages of scoring to the domain; what is wrong is refused with its path.</summary>
internal static class ScoringMapping
{
    public const string Collection = "criteriaSets";
    private const int MostItems = 10_000;

    public static CriteriaSet Set(P.PublishedContent content)
    {
        if (content.Content.IsEmpty)
        {
            throw Refusal.RequiredField("content");
        }

        try
        {
            using var json = new MemoryStream(content.Content.ToByteArray());
            using MemoryStream? table = content.CriteriaCsv.IsEmpty ? null : new MemoryStream(content.CriteriaCsv.ToByteArray());
            return CriteriaSetFile.Read(json, "content", table, "criteria_csv");
        }
        catch (InvalidDataFileException e)
        {
            throw Refusal.InvalidData(e);
        }
    }

    public static EvaluationPeriod Period(string field, string id) => EvaluationPeriod.Parse(id)
        ?? throw Refusal.InvalidField(field, "phải là năm '2025' hoặc quý '2025-Q3'", "must be a year '2025' or a quarter '2025-Q3'");

    public static LocalDate Date(string field, Google.Type.Date? date) => CivilTimes.RequiredDate(field, date);

    public static ScoringKey Key(string unit, string period) => new(ResourceName.In(ResourceName.Units, "unit", unit), Period("period", period).Id);

    public static string Group(string field, string group) => ResourceName.Identifier(field, group);

    public static Fraction Number(string field, string text) => Fraction.TryParse(text, out Fraction number)
        ? number
        : text.Length == 0 ? throw Refusal.RequiredField(field) : throw Refusal.InvalidField(field, "phải là số thập phân", "must be a decimal number");

    public static UnitMeasures Measures(string path, P.UnitMeasures message)
    {
        string At(string field) => path.Length == 0 ? field : path + "." + field;
        ScoringKey key = new(ResourceName.In(ResourceName.Units, At("unit"), message.Unit), Period(At("period"), message.Period).Id);
        RequestFields.AtMost(At("leaves"), message.Leaves.Count, MostItems);
        RequestFields.AtMost(At("bonus"), message.Bonus.Count, MostItems);
        RequestFields.AtMost(At("penalty"), message.Penalty.Count, MostItems);
        RequestFields.AtMost(At("missing_evidence"), message.MissingEvidence.Count, MostItems);
        return new UnitMeasures(key.UnitId, Group(At("group"), message.Group))
        {
            Leaves = message.Leaves.Select((l, i) => Leaf(RequestFields.At(At("leaves"), i), l)).ToValueList(),
            Bonus = message.Bonus.Select(c => new AdjustmentCount(c.Item, c.Count)).ToValueList(),
            Penalty = message.Penalty.Select(c => new AdjustmentCount(c.Item, c.Count)).ToValueList(),
            MissingEvidence = message.MissingEvidence.ToValueList(),
            Conditions = MeasuresOf(At("conditions"), message.Conditions),
        };
    }

    /// <summary>Refuses measures of leaves, or items, that the criteria do not have; what cannot be computed stays unknown.</summary>
    /// <exception cref="ScoringInputException">They do not fit.</exception>
    public static void CheckFits(CriteriaSet set, UnitMeasures unit)
    {
        ScoringProblem[] problems =
        [
            .. unit.Leaves.Index().Where(l => set.Tree.FindLeaf(l.Item.LeafId) is null).Select(l => new ScoringProblem(
                "unknown_leaf", RequestFields.At("leaves", l.Index), new BilingualText("không có tiêu chí thành phần này", "there is no such leaf"))),
            .. unit.Leaves.Index().GroupBy(l => l.Item.LeafId, StringComparer.Ordinal).SelectMany(g => g.Skip(1)).Select(l => new ScoringProblem(
                "duplicate_leaf", RequestFields.At("leaves", l.Index), new BilingualText("tiêu chí bị lặp lại", "the leaf stands twice"))),
        ];
        if (problems.Length > 0)
        {
            throw new ScoringInputException(problems);
        }

        _ = set.ToScorer().Score(unit);
        _ = new MeasureSet(unit.Conditions);
    }

    public static Appraisal Step(Appraisal before, P.AppraisalStep step)
    {
        LocalDate on = Date("on", step.On);
        return step.StepCase switch
        {
            P.AppraisalStep.StepOneofCase.SelfScore => before.SelfScore(
                step.SelfScore.Scores.Select((s, i) => new SelfScore(s.Leaf, Number(RequestFields.At("scores", i) + ".points", s.Points))).ToValueList(), on),
            P.AppraisalStep.StepOneofCase.Appraise => before.Appraise(
                ResourceName.In(ResourceName.Units, "appraiser_unit", step.Appraise.AppraiserUnit),
                step.Appraise.Scores.Select((s, i) => Appraised(RequestFields.At("scores", i), s)).ToValueList(),
                on,
                Date("dispute_until", step.Appraise.DisputeUntil)),
            P.AppraisalStep.StepOneofCase.Dispute => before.Dispute(
                step.Dispute.Leaf, Number("claimed", step.Dispute.Claimed), RecordMapping.RequiredText("grounds", step.Dispute.Grounds), on),
            P.AppraisalStep.StepOneofCase.Decide => before.Decide(
                step.Decide.Leaf, Number("points", step.Decide.Points), RecordMapping.RequiredText("reason", step.Decide.Reason), on),
            P.AppraisalStep.StepOneofCase.Close => before.Close(on),
            _ => throw Refusal.RequiredField("step"),
        };
    }

    private static AppraisedScore Appraised(string field, P.LeafPoints score) =>
        new(score.Leaf, Number(field + ".points", score.Points), RecordMapping.Text(field + ".reason", score.Reason));

    private static LeafMeasures Leaf(string field, P.LeafMeasures leaf) =>
        new(ResourceName.Identifier(field + ".leaf", leaf.Leaf), new MeasureSet(MeasuresOf(field + ".measures", leaf.Measures)));

    private static ValueList<Measure> MeasuresOf(string field, RepeatedField<P.Measure> measures)
    {
        const int MostFacts = 1000;
        RequestFields.AtMost(field, measures.Count, MostFacts);
        return measures.Select((m, i) =>
        {
            string at = RequestFields.At(field, i);
            RequestFields.AtMost(at + ".facts", m.Facts.Count, MostFacts);
            return new Measure(ResourceName.Identifier(at + ".name", m.Name), Value(at, m))
            {
                Source = RecordMapping.Optional<MeasureSource>(at + ".source", m.Source) ?? MeasureSource.Declared,
                Facts = m.Facts.Select((f, k) => ResourceName.Identifier(RequestFields.At(at + ".facts", k), f)).ToValueList(),
            };
        }).ToValueList();
    }

    private static MeasureValue Value(string field, P.Measure measure)
    {
        switch (measure.ValueCase)
        {
            case P.Measure.ValueOneofCase.Number:
                return Number(field + ".number", measure.Number);
            case P.Measure.ValueOneofCase.Flag:
                return measure.Flag;
            case P.Measure.ValueOneofCase.Date:
                return new MeasureValue.Date(RequestFields.Date(field + ".date", measure.Date.Date));
            case P.Measure.ValueOneofCase.Limits:
                RequestFields.AtMost(field + ".limits", measure.Limits.Changes.Count, MostItems);
                return new MeasureValue.Limits(measure.Limits.Changes.Select((c, i) =>
                {
                    string at = RequestFields.At(field + ".limits.changes", i);
                    return new LimitChange(Number(at + ".before", c.Before), Number(at + ".after", c.After));
                }).ToValueList());
            default:
                throw Refusal.RequiredField(field + ".value");
        }
    }
}
