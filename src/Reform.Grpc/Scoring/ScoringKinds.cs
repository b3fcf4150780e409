using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Scoring;
using Reform.Domain.Values;
using Reform.Grpc.Compliance;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>A criteria set with the files that it was read from.</summary>
internal sealed record PublishedFile(CriteriaSet Set, LocalDate On, P.PublishedContent Content);

/// <summary>What is known of a unit in a period.</summary>
internal sealed record PeriodMeasures(ScoringKey Key, UnitMeasures Unit);

/// <summary>A step of an appraisal.</summary>
/// <param name="Key">Whose.</param>
/// <param name="On">The day.</param>
/// <param name="Take">Takes it; what does not follow on what was before is refused.</param>
internal sealed record AppraisalMove(ScoringKey Key, LocalDate On, Func<Appraisal, Appraisal> Take);

/// <summary>A result as it was decided.</summary>
internal sealed record DecidedResult(
    ScoringKey Key, P.ScoreResult Message, UnitScore Score, RatingLevel Level, LocalDate On, string DecidedBy, BilingualText? Reason);

/// <summary>The lists of the journal of what is scored: steps that only follow on each other, and facts that are corrected by name.</summary>
internal static class ScoringKinds
{
    public const string Rounds = "evaluationRounds";
    public const string Ratings = "ratings";
    public const string ShownResults = "shownResults";

    public static FactList<P.PublishedContent, PublishedFile> Set { get; } = new("criteriaSets", ScoringMapping.File);

    public static FactList<P.UnitMeasures, PeriodMeasures> Measures { get; } = new("unitMeasures", ScoringMapping.Measures);

    public static FactList<P.AppraisalStep, AppraisalMove> Step { get; } = new("appraisalSteps", ScoringMapping.Move);

    public static FactList<P.ScoreResult, DecidedResult> Result { get; } = new("scoreResults", ScoringMapping.Result);

    public static FactKind<P.EvaluationRound, EvaluationRound> Round { get; } = new(
        Rounds, Rounds, "round", EvaluationMapping.Round, EvaluationMapping.ToProto, r => r.Id)
    {
        UnitOf = (_, r) => r.UnitId,
    };

    public static FactKind<P.Rating, DecidedRating> Rating { get; } = new(Ratings, Ratings, "rating", EvaluationMapping.Rating, EvaluationMapping.ToProto, r => r.Id)
    {
        UnitOf = (_, r) => r.UnitId,
    };

    public static FactKind<P.ShownResult, ShownResult> Shown { get; } = new(
        ShownResults, ShownResults, "shown", EvaluationMapping.Shown, EvaluationMapping.ToProto, s => s.Id)
    {
        UnitOf = (_, s) => s.UnitId,
    };

    /// <summary>The facts that are corrected by name, as the contract numbers them.</summary>
    public static FactSet<P.ScoringFact> All { get; } = new(Round, Rating, Shown);
}

/// <summary>
/// How what is recorded for scoring is kept. What a record means depends on those before it in any list – measures on the criteria that were published
/// by then, a step on the appraisal so far – so that all lists are taken in the order of entry.
/// </summary>
internal sealed class ScoringKept : FactRegister<ScoringBook>
{
    private ScoringKept()
    {
    }

    public static ScoringKept Register { get; } = new();

    public override IReadOnlyList<IFactList> Lists { get; } =
        [ScoringKinds.Set, ScoringKinds.Measures, ScoringKinds.Step, ScoringKinds.Result, .. ScoringKinds.All.Kinds];

    /// <summary>The findings of evaluations follow in the same transaction.</summary>
    internal override Task Follow(IServiceProvider services, RegisterState before, RegisterState after, CancellationToken cancellation) =>
        services.GetRequiredService<EvaluationJudging>().Follow(
            services.GetRequiredService<ReformDbContext>(), services.GetRequiredService<FindingLedger>(), before, after, cancellation);

    protected override ScoringBook Of(FactRecords records) => Taken(ScoringBook.Empty, records, records);

    protected override ScoringBook Of(ScoringBook before, FactRecords all, FactRecords later) => Taken(before, all, later);

    private static ScoringBook Taken(ScoringBook book, FactRecords all, FactRecords later)
    {
        IEnumerable<Entered> entered =
        [
            .. In(ScoringKinds.Set, all, later, (b, r) => b.With(r)), .. In(ScoringKinds.Measures, all, later, (b, r) => b.With(r)),
            .. In(ScoringKinds.Step, all, later, (b, r) => b.With(r)), .. In(ScoringKinds.Result, all, later, (b, r) => b.With(r)),
            .. In(ScoringKinds.Round, all, later, (b, r) => b.With(r)), .. In(ScoringKinds.Rating, all, later, (b, r) => b.With(r)),
            .. In(ScoringKinds.Shown, all, later, (b, r) => b.With(r)),
        ];
        foreach (Entered one in entered.OrderBy(e => e.At))
        {
            try
            {
                book = one.Take(book);
            }
            catch (RecordInputException e)
            {
                throw new RecordInputException(e.Problems.Select(p => p with { Field = one.Place + "." + p.Field }));
            }
        }

        return book;
    }

    private static IEnumerable<Entered> In<TMessage, TFact>(
        FactList<TMessage, TFact> list, FactRecords all, FactRecords later, Func<ScoringBook, Recorded<TFact>, ScoringBook> take)
        where TMessage : class, Google.Protobuf.IMessage<TMessage>, new()
        where TFact : class
    {
        int before = all.CountOf(list) - later.CountOf(list);
        return later.Of(list).Select((r, i) => new Entered(r.RecordedAt, Rpc.RequestFields.At(list.Place, before + i), b => take(b, r)));
    }

    private sealed record Entered(Instant At, string Place, Func<ScoringBook, ScoringBook> Take);
}

/// <summary>Scoring in a state of the registers.</summary>
internal static class ScoringStates
{
    extension(RegisterState state)
    {
        /// <summary>Criteria sets, measures, appraisals and results.</summary>
        public ScoringBook Scoring => state.Facts.Get(ScoringKept.Register);
    }
}
