using System.Collections.Immutable;
using NodaTime;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Scoring;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Registers;

/// <summary>A published criteria set with the files that it was read from.</summary>
/// <param name="Set">The version.</param>
/// <param name="Content">The files.</param>
/// <param name="Etag">The record that published it.</param>
internal sealed record StoredSet(PublishedSet Set, P.PublishedContent Content, string Etag);

/// <summary>Something of a unit in a period, with the record that stands for it.</summary>
internal sealed record Stored<T>(T Fact, string Etag);

/// <summary>Whose, and in which period.</summary>
internal readonly record struct ScoringKey(string UnitId, string PeriodId);

/// <summary>Criteria sets, measures, appraisals and results at one moment of record. Immutable.</summary>
internal sealed record ScoringRegisters
{
    public static ScoringRegisters Empty { get; } = new();

    public ScoringRecords Records { get; private init; } = ScoringRecords.None;

    public PublishedSets Published { get; private init; } = PublishedSets.None;

    /// <summary>The versions, in the order of their publication.</summary>
    public ImmutableList<StoredSet> Sets { get; private init; } = [];

    public ImmutableDictionary<ScoringKey, Stored<UnitMeasures>> Measures { get; private init; } = ImmutableDictionary<ScoringKey, Stored<UnitMeasures>>.Empty;

    public ImmutableDictionary<ScoringKey, Stored<Appraisal>> Appraisals { get; private init; } = ImmutableDictionary<ScoringKey, Stored<Appraisal>>.Empty;

    public ImmutableDictionary<ScoringKey, ImmutableList<Stored<P.ScoreResult>>> Results { get; private init; } =
        ImmutableDictionary<ScoringKey, ImmutableList<Stored<P.ScoreResult>>>.Empty;

    /// <summary>The registers with later records.</summary>
    /// <exception cref="ScoringInputException">A record does not fit; fields are those of the request.</exception>
    public ScoringRegisters With(ScoringRecords later)
    {
        ScoringRegisters state = this;
        foreach (ScoringRecord record in later.All)
        {
            try
            {
                state = state.Applied(record);
            }
            catch (ScoringInputException e)
            {
                throw new ScoringInputException(e.Problems.Select(p => p with { Field = record.Path.Length == 0 ? p.Field : record.Path + "." + p.Field }));
            }
        }

        return state with { Records = Records.With(later) };
    }

    public ScoringRegisters AsKnownAt(Instant moment) => Empty.With(Records.Until(moment));

    /// <summary>The criteria of a peer group in a period.</summary>
    /// <exception cref="ScoringInputException">None is in force, or the period is none.</exception>
    public CriteriaSet SetFor(string group, string periodId) => Published.InForceFor(group, ScoringMapping.Period("period", periodId));

    /// <summary>The units of a group in a period, by identifier.</summary>
    public IEnumerable<UnitMeasures> UnitsOf(string group, string periodId) => Measures
        .Where(m => m.Key.PeriodId == periodId && m.Value.Fact.Group == group)
        .Select(m => m.Value.Fact)
        .OrderBy(m => m.UnitId, StringComparer.Ordinal);

    public UnitScore Score(CriteriaSet set, UnitMeasures unit, string periodId) =>
        set.ToScorer().Score(unit, Appraisals.GetValueOrDefault(new ScoringKey(unit.UnitId, periodId))?.Fact);

    private ScoringRegisters Applied(ScoringRecord record)
    {
        switch (record.Fact)
        {
            case P.PublishedContent content:
                PublishedSets sets = Published.With(ScoringMapping.Set(content), ScoringMapping.Date("published_on", content.PublishedOn));
                return this with { Published = sets, Sets = Sets.Add(new StoredSet(sets.All[^1], content, record.Id)) };
            case P.UnitMeasures message:
                UnitMeasures unit = ScoringMapping.Measures("", message);
                // What cannot be scored for want of a set or of a leaf is refused before it is kept.
                CriteriaSet set = SetFor(unit.Group, message.Period);
                ScoringMapping.CheckFits(set, unit);
                return this with { Measures = Measures.SetItem(new ScoringKey(unit.UnitId, message.Period), new Stored<UnitMeasures>(unit, record.Id)) };
            case P.AppraisalStep step:
                ScoringKey key = ScoringMapping.Key(step.Unit, step.Period);
                Appraisal before = Appraisals.GetValueOrDefault(key)?.Fact ?? Opened(key);
                return this with { Appraisals = Appraisals.SetItem(key, new Stored<Appraisal>(ScoringMapping.Step(before, step), record.Id)) };
            case P.ScoreResult result:
                ScoringKey of = ScoringMapping.Key(result.Unit, result.Period);
                return this with { Results = Results.SetItem(of, Results.GetValueOrDefault(of, []).Add(new Stored<P.ScoreResult>(result, record.Id))) };
            default:
                throw new ArgumentException("No such record.", nameof(record));
        }
    }

    private Appraisal Opened(ScoringKey key)
    {
        if (Measures.GetValueOrDefault(key)?.Fact is not UnitMeasures unit)
        {
            throw new ScoringInputException([new ScoringProblem("no_measures", "unit", new BilingualText(
                "chưa có số liệu của đơn vị trong kỳ này", "no measures of the unit are recorded in this period"))]);
        }

        return Appraisal.Open(SetFor(unit.Group, key.PeriodId).Tree, key.UnitId, key.PeriodId);
    }
}
