using System.Collections.Immutable;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>A published version of a criteria set with the files that it was read from.</summary>
internal sealed record StoredSet(PublishedSet Set, P.PublishedContent Content, string Etag);

/// <summary>Something with the record that stands for it.</summary>
internal sealed record Stored<T>(T Fact, string Etag);

/// <summary>Whose, and in which period.</summary>
internal readonly record struct ScoringKey(string UnitId, string PeriodId);

/// <summary>Criteria sets, and what is recorded of each period, at one moment of record. Immutable: what nothing was recorded of is the same object as before.</summary>
internal sealed record ScoringBook
{
    public static ScoringBook Empty { get; } = new();

    public PublishedSets Published { get; private init; } = PublishedSets.None;

    /// <summary>The versions, in the order of their publication.</summary>
    public ImmutableList<StoredSet> Sets { get; private init; } = [];

    /// <summary>The periods of which anything is recorded.</summary>
    public ImmutableSortedDictionary<string, ScoringPeriod> Periods { get; private init; } =
        ImmutableSortedDictionary.Create<string, ScoringPeriod>(StringComparer.Ordinal);

    // By record, so that a correction is taken out of the period in which it stood.
    private ImmutableDictionary<string, object> Facts { get; init; } = ImmutableDictionary.Create<string, object>(StringComparer.Ordinal);

    /// <summary>What is recorded of a unit in a period; nothing, when nothing is.</summary>
    public KeptUnit Of(ScoringKey key) => Periods.GetValueOrDefault(key.PeriodId)?.Units.GetValueOrDefault(key.UnitId) ?? KeptUnit.Nothing;

    /// <summary>The criteria of a peer group in a period.</summary>
    /// <exception cref="RecordInputException">None is in force, or the period is none.</exception>
    public CriteriaSet SetFor(string group, EvaluationPeriod period) => Published.InForceFor(group, period);

    /// <summary>The units of a group in a period that have measures, by identifier.</summary>
    public IEnumerable<UnitMeasures> UnitsOf(string group, string periodId) =>
        Periods.GetValueOrDefault(periodId)?.Units.Values.Select(u => u.Measures?.Fact).OfType<UnitMeasures>().Where(m => m.Group == group) ?? [];

    public UnitScore Score(CriteriaSet set, UnitMeasures unit, string periodId) =>
        set.ToScorer().Score(unit, Of(new ScoringKey(unit.UnitId, periodId)).Appraisal);

    public ScoringBook With(Recorded<PublishedFile> record)
    {
        PublishedSets sets = Published.With(record.Fact!.Set, record.Fact.On);
        return this with { Published = sets, Sets = Sets.Add(new StoredSet(sets.All[^1], record.Fact.Content, record.Id)) };
    }

    /// <exception cref="RecordInputException">They cannot be scored, for want of a set, of a leaf or of an item: refused before they are kept.</exception>
    public ScoringBook With(Recorded<PeriodMeasures> record)
    {
        UnitMeasures unit = record.Fact!.Unit;
        ScoringMapping.CheckFits(SetFor(unit.Group, PeriodOf(record.Fact.Key)), unit);
        return With(record.Fact.Key, k => k with { Measures = new Stored<UnitMeasures>(unit, record.Id) });
    }

    public ScoringBook With(Recorded<AppraisalMove> record) => With(record.Fact!.Key, kept => kept with
    {
        Appraisal = record.Fact.Take(kept.Appraisal ?? Opened(record.Fact.Key, kept)),
        Moves = kept.Moves.Add(new Stored<AppraisalMove>(record.Fact, record.Id)),
    });

    public ScoringBook With(Recorded<DecidedResult> record)
    {
        DecidedResult result = record.Fact!;
        return With(result.Key, kept => kept with
        {
            History = kept.History is ResultHistory history
                ? history.ReRate(result.Score, result.Level, result.On, result.DecidedBy, result.Reason)
                : ResultHistory.Publish(result.Score, result.Level, result.On, result.DecidedBy),
            Versions = kept.Versions.Add(new Stored<P.ScoreResult>(result.Message, record.Id)),
        });
    }

    /// <exception cref="RecordInputException">The group has another round in the period.</exception>
    public ScoringBook With(Recorded<EvaluationRound> record) => With(record, r => r.Period, (period, id, round) =>
        round is not null && period.Rounds.Any(o => o.Key != id && o.Value.Group == round.Group)
            ? throw RecordProblem("two_rounds_at_once", "group", "nhóm đã có kế hoạch đánh giá trong kỳ này", "the group has another round in this period")
            : period with { Rounds = Set(period.Rounds, id, round) });

    /// <exception cref="RecordInputException">The unit is not rated, is rated below it, or the subject has another rating in the period.</exception>
    public ScoringBook With(Recorded<DecidedRating> record) => With(record, r => r.Period, (period, id, rating) =>
    {
        if (rating is not null)
        {
            RatingChecks.Check(rating, period, id);
        }

        return period with { Ratings = Set(period.Ratings, id, rating) };
    });

    public ScoringBook With(Recorded<ShownResult> record) =>
        With(record, r => r.Period, (period, id, shown) => period with { Shown = Set(period.Shown, id, shown) });

    private static RecordInputException RecordProblem(string code, string field, string vietnamese, string english) =>
        new([new RecordProblem(code, field, new BilingualText(vietnamese, english))]);

    private static EvaluationPeriod PeriodOf(ScoringKey key) => EvaluationPeriod.Parse(key.PeriodId)!;

    private static ImmutableSortedDictionary<string, T> Set<T>(ImmutableSortedDictionary<string, T> facts, string recordId, T? fact)
        where T : class => fact is null ? facts : facts.SetItem(recordId, fact);

    private Appraisal Opened(ScoringKey key, KeptUnit kept) => kept.Measures?.Fact is UnitMeasures unit
        ? Appraisal.Open(SetFor(unit.Group, PeriodOf(key)).Tree, key.UnitId, key.PeriodId)
        : throw RecordProblem("no_measures", "unit", "chưa có số liệu của đơn vị trong kỳ này", "no measures of the unit are recorded in this period");

    private ScoringBook With(ScoringKey key, Func<KeptUnit, KeptUnit> change) =>
        With(PeriodOf(key), p => p with { Units = p.Units.SetItem(key.UnitId, change(p.Units.GetValueOrDefault(key.UnitId) ?? KeptUnit.Nothing)) });

    private ScoringBook With(EvaluationPeriod period, Func<ScoringPeriod, ScoringPeriod> change) =>
        this with { Periods = Periods.SetItem(period.Id, change(Periods.GetValueOrDefault(period.Id) ?? new ScoringPeriod(period))) };

    // The record that is corrected is taken out first: what is new then has to fit with the rest.
    private ScoringBook With<T>(Recorded<T> record, Func<T, EvaluationPeriod> periodOf, Func<ScoringPeriod, string, T?, ScoringPeriod> change)
        where T : class
    {
        ScoringBook book = this;
        if (record.Corrects is string corrected && Facts.GetValueOrDefault(corrected) is T before)
        {
            book = book.With(periodOf(before), p => p.Without(corrected)) with { Facts = Facts.Remove(corrected) };
        }

        return record.Fact is not T fact
            ? book
            : book.With(periodOf(fact), p => change(p, record.Id, fact)) with { Facts = book.Facts.SetItem(record.Id, fact) };
    }
}

/// <summary>What is recorded of a period. Immutable.</summary>
internal sealed record ScoringPeriod(EvaluationPeriod Period)
{
    /// <summary>By unit.</summary>
    public ImmutableSortedDictionary<string, KeptUnit> Units { get; init; } = ImmutableSortedDictionary.Create<string, KeptUnit>(StringComparer.Ordinal);

    /// <summary>By record; so are the others.</summary>
    public ImmutableSortedDictionary<string, EvaluationRound> Rounds { get; init; } = ImmutableSortedDictionary.Create<string, EvaluationRound>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, DecidedRating> Ratings { get; init; } = ImmutableSortedDictionary.Create<string, DecidedRating>(StringComparer.Ordinal);

    public ImmutableSortedDictionary<string, ShownResult> Shown { get; init; } = ImmutableSortedDictionary.Create<string, ShownResult>(StringComparer.Ordinal);

    public ScoringPeriod Without(string recordId) =>
        this with { Rounds = Rounds.Remove(recordId), Ratings = Ratings.Remove(recordId), Shown = Shown.Remove(recordId) };
}

/// <summary>What is recorded of a unit in a period. Immutable.</summary>
internal sealed record KeptUnit
{
    public static KeptUnit Nothing { get; } = new();

    public Stored<UnitMeasures>? Measures { get; init; }

    /// <summary>The steps of the appraisal, in the order of entry.</summary>
    public ImmutableList<Stored<AppraisalMove>> Moves { get; init; } = [];

    /// <summary>The appraisal after all of them; null: there is none.</summary>
    public Appraisal? Appraisal { get; init; }

    /// <summary>The results that were decided; null: none was.</summary>
    public ResultHistory? History { get; init; }

    /// <summary>The messages of their versions.</summary>
    public ImmutableList<Stored<P.ScoreResult>> Versions { get; init; } = [];

    /// <summary>The appraisal as it stood at the end of a day, with the record of its last step; null: there was none.</summary>
    /// <param name="day">The day; null: with everything that is recorded.</param>
    public Stored<Appraisal>? AppraisalOn(LocalDate? day)
    {
        Stored<AppraisalMove>[] taken = [.. Moves.TakeWhile(m => day is null || m.Fact.On <= day)];
        return taken.Length == 0 ? null
            : taken.Length == Moves.Count ? new Stored<Appraisal>(Appraisal!, taken[^1].Etag)
            : new Stored<Appraisal>(taken.Aggregate(Appraisal.Open(Appraisal!.Tree, Appraisal.UnitId, Appraisal.PeriodId), (a, m) => m.Fact.Take(a)), taken[^1].Etag);
    }
}
