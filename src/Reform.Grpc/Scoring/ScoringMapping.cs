using Google.Protobuf.Collections;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
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

    public static PublishedFile File(string path, P.PublishedContent content) => new(Set(content), Date("published_on", content.PublishedOn), content);

    private static CriteriaSet Set(P.PublishedContent content)
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

    public static EvaluationPeriod Period(string field, string id) => id.Length == 0 ? throw Refusal.RequiredField(field)
        : EvaluationPeriod.Parse(id)
        ?? throw Refusal.InvalidField(field, "phải là năm '2025' hoặc quý '2025-Q3'", "must be a year '2025' or a quarter '2025-Q3'");

    public static LocalDate Date(string field, Google.Type.Date? date) => CivilTimes.RequiredDate(field, date);

    public static ScoringKey Key(string unit, string period) => new(ResourceName.In(ResourceName.Units, "unit", unit), Period("period", period).Id);

    public static string Group(string field, string group) => ResourceName.Identifier(field, group);

    public static Fraction Number(string field, string text) => Fraction.TryParse(text, out Fraction number)
        ? number
        : text.Length == 0 ? throw Refusal.RequiredField(field) : throw Refusal.InvalidField(field, "phải là số thập phân", "must be a decimal number");

    /// <summary>The answer to a question; what cannot be asked is told at the field of the request.</summary>
    public static T Answer<T>(Func<T> question)
    {
        try
        {
            return question();
        }
        catch (RecordInputException e)
        {
            throw RegisterRefusal.Conflict(e, f => Told(f) ?? f);
        }
    }

    /// <summary>The field of a request for a field of the domain; null: it is called alike.</summary>
    public static string? Told(string field) => field switch
    {
        "from" or "to" => "period",
        "state" or "disputes" => "unit",
        "leafId" => "leaf",
        "appraiserUnitId" => "appraiser_unit",
        _ => null,
    };

    public static PeriodMeasures Measures(string path, P.UnitMeasures message)
    {
        string At(string field) => path.Length == 0 ? field : path + "." + field;
        var key = new ScoringKey(ResourceName.In(ResourceName.Units, At("unit"), message.Unit), Period(At("period"), message.Period).Id);
        RequestFields.AtMost(At("leaves"), message.Leaves.Count, MostItems);
        RequestFields.AtMost(At("missing_evidence"), message.MissingEvidence.Count, MostItems);
        return new PeriodMeasures(key, new UnitMeasures(key.UnitId, Group(At("group"), message.Group))
        {
            Leaves = message.Leaves.Select((l, i) => Leaf(RequestFields.At(At("leaves"), i), l)).ToValueList(),
            Bonus = Counts(At("bonus"), message.Bonus),
            Penalty = Counts(At("penalty"), message.Penalty),
            MissingEvidence = message.MissingEvidence.Select((l, i) => ResourceName.Identifier(RequestFields.At(At("missing_evidence"), i), l)).ToValueList(),
            Conditions = MeasuresOf(At("conditions"), message.Conditions).All,
        });
    }

    /// <summary>Refuses measures of leaves, or items, that the criteria do not have; what cannot be computed stays unknown.</summary>
    /// <exception cref="RecordInputException">They do not fit.</exception>
    public static void CheckFits(CriteriaSet set, UnitMeasures unit)
    {
        RecordProblem[] problems =
        [
            .. Unknown("leaves", unit.Leaves.Select(l => l.LeafId)), .. Unknown("missing_evidence", unit.MissingEvidence),
            .. unit.Leaves.Index().GroupBy(l => l.Item.LeafId, StringComparer.Ordinal).SelectMany(g => g.Skip(1)).Select(l => new RecordProblem(
                "duplicate_leaf", RequestFields.At("leaves", l.Index), new BilingualText("tiêu chí bị lặp lại", "the leaf stands twice"))),
            .. ProblemsIn("bonus", set.Adjustments.Bonus, unit.Bonus), .. ProblemsIn("penalty", set.Adjustments.Penalty, unit.Penalty),
        ];
        if (problems.Length > 0)
        {
            throw new RecordInputException(problems);
        }

        IEnumerable<RecordProblem> Unknown(string list, IEnumerable<string> leaves) => leaves.Index().Where(l => set.Tree.FindLeaf(l.Item) is null).Select(l =>
            new RecordProblem("unknown_leaf", RequestFields.At(list, l.Index), new BilingualText("không có tiêu chí thành phần này", "there is no such leaf")));
    }

    public static AppraisalMove Move(string path, P.AppraisalStep step)
    {
        ScoringKey key = Key(step.Unit, step.Period);
        LocalDate on = Date("on", step.On);
        return new AppraisalMove(key, on, Taking(step, on));
    }

    /// <summary>A result, with the score as it was then: points, not how they came about.</summary>
    public static DecidedResult Result(string path, P.ScoreResult message)
    {
        ScoringKey key = Key(message.Unit, message.Period);
        P.UnitScore score = message.Score;
        ValueList<LeafScore> leaves = score.Leaves.Select((l, i) =>
        {
            string at = RequestFields.At("score.leaves", i);
            return new LeafScore(l.Leaf, Number(at + ".max", l.Max), RecordMapping.Required<LeafState>(at + ".state", l.State), OptionalNumber(at + ".points", l.Points), [], null);
        }).ToValueList();
        return new DecidedResult(
            key, message,
            new UnitScore(
                key.UnitId, score.Group, leaves, Number("score.bonus", score.Bonus), Number("score.penalty", score.Penalty),
                Number("score.applicable_max", score.ApplicableMax), OptionalNumber("score.total", score.Total), OptionalNumber("score.index", score.Index)),
            RecordMapping.Required<RatingLevel>("level", message.Level), Date("decided_on", message.DecidedOn),
            ResourceName.In(ResourceName.Units, "decided_by", message.DecidedBy), RecordMapping.Text("reason", message.Reason));
    }

    public static Fraction? OptionalNumber(string field, string text) => text.Length == 0 ? null : Number(field, text);

    private static Func<Appraisal, Appraisal> Taking(P.AppraisalStep step, LocalDate on)
    {
        switch (step.StepCase)
        {
            case P.AppraisalStep.StepOneofCase.SelfScore:
                RequestFields.AtMost("scores", step.SelfScore.Scores.Count, MostItems);
                ValueList<SelfScore> own = step.SelfScore.Scores.Select((s, i) => new SelfScore(
                    LeafId(RequestFields.At("scores", i) + ".leaf", s.Leaf), Number(RequestFields.At("scores", i) + ".points", s.Points))).ToValueList();
                return a => a.SelfScore(own, on);
            case P.AppraisalStep.StepOneofCase.Appraise:
                RequestFields.AtMost("scores", step.Appraise.Scores.Count, MostItems);
                string appraiser = ResourceName.In(ResourceName.Units, "appraiser_unit", step.Appraise.AppraiserUnit);
                ValueList<AppraisedScore> appraised = step.Appraise.Scores.Select((s, i) => Appraised(RequestFields.At("scores", i), s)).ToValueList();
                LocalDate until = Date("dispute_until", step.Appraise.DisputeUntil);
                return a => a.Appraise(appraiser, appraised, on, until);
            case P.AppraisalStep.StepOneofCase.Dispute:
                string disputed = LeafId("leaf", step.Dispute.Leaf);
                Fraction claimed = Number("claimed", step.Dispute.Claimed);
                BilingualText grounds = RecordMapping.RequiredText("grounds", step.Dispute.Grounds);
                return a => a.Dispute(disputed, claimed, grounds, on);
            case P.AppraisalStep.StepOneofCase.Decide:
                string decided = LeafId("leaf", step.Decide.Leaf);
                Fraction points = Number("points", step.Decide.Points);
                BilingualText reason = RecordMapping.RequiredText("reason", step.Decide.Reason);
                return a => a.Decide(decided, points, reason, on);
            case P.AppraisalStep.StepOneofCase.Close:
                return a => a.Close(on);
            default:
                throw Refusal.RequiredField("step");
        }
    }

    private static IEnumerable<RecordProblem> ProblemsIn(string field, AdjustmentSide side, ValueList<AdjustmentCount> counts)
    {
        try
        {
            _ = side.SumOf(counts);
            return [];
        }
        catch (RecordInputException e)
        {
            return e.Problems.Select(p => p with { Field = p.Field.Replace("counts", field, StringComparison.Ordinal) });
        }
    }

    private static string LeafId(string field, string leaf) => leaf.Length == 0 ? throw Refusal.RequiredField(field) : ResourceName.Identifier(field, leaf);

    private static ValueList<AdjustmentCount> Counts(string field, RepeatedField<P.ItemCount> counts)
    {
        RequestFields.AtMost(field, counts.Count, MostItems);
        return counts.Select((c, i) => new AdjustmentCount(ResourceName.Identifier(RequestFields.At(field, i) + ".item", c.Item), c.Count)).ToValueList();
    }

    private static AppraisedScore Appraised(string field, P.LeafPoints score) =>
        new(LeafId(field + ".leaf", score.Leaf), Number(field + ".points", score.Points), RecordMapping.Text(field + ".reason", score.Reason));

    private static LeafMeasures Leaf(string field, P.LeafMeasures leaf) =>
        new(ResourceName.Identifier(field + ".leaf", leaf.Leaf), MeasuresOf(field + ".measures", leaf.Measures));

    private static MeasureSet MeasuresOf(string field, RepeatedField<P.Measure> measures)
    {
        const int MostFacts = 1000;
        RequestFields.AtMost(field, measures.Count, MostFacts);
        ValueList<Measure> read = measures.Select((m, i) =>
        {
            string at = RequestFields.At(field, i);
            RequestFields.AtMost(at + ".facts", m.Facts.Count, MostFacts);
            return new Measure(ResourceName.Identifier(at + ".name", m.Name), Value(at, m))
            {
                Source = RecordMapping.Optional<MeasureSource>(at + ".source", m.Source) ?? MeasureSource.Declared,
                Facts = m.Facts.Select((f, k) => ResourceName.Identifier(RequestFields.At(at + ".facts", k), f)).ToValueList(),
            };
        }).ToValueList();
        try
        {
            return new MeasureSet(read);
        }
        catch (RecordInputException e)
        {
            throw RegisterRefusal.Conflict(e, f => f.Replace("measures", field, StringComparison.Ordinal));
        }
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
