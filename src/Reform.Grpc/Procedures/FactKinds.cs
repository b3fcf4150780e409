using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using Google.Protobuf;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using P = Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>One kind of fact about procedures: where it is kept, how it is named, and both ways between it and its message.</summary>
/// <typeparam name="TMessage">Its message.</typeparam>
/// <typeparam name="TFact">The fact.</typeparam>
/// <param name="List">The list of the journal.</param>
/// <param name="Collection">The collection of its resource names.</param>
/// <param name="Field">Its field in requests.</param>
/// <param name="Read">From the message at a path.</param>
/// <param name="Write">To the message, with an etag.</param>
/// <param name="IdOf">Its identifier.</param>
/// <param name="Records">Its records.</param>
internal sealed record FactKind<TMessage, TFact>(
    string List,
    string Collection,
    string Field,
    Func<string, TMessage, TFact> Read,
    Func<TFact, string, TMessage> Write,
    Func<TFact, string> IdOf,
    Func<ProcedureRecords, ValueList<Recorded<TFact>>> Records)
    where TMessage : class, IMessage
    where TFact : class
{
    // A batch asks for each of its entries: worked out once for each state.
    private readonly ConditionalWeakTable<ValueList<Recorded<TFact>>, Dictionary<string, Recorded<TFact>>> latest = [];

    /// <summary>The records that stand, in the order of entry.</summary>
    public ValueList<Recorded<TFact>> Standing(RegisterState state) => Recorded.StandingAt(Records(state.Procedures.Records), NodaTime.Instant.MaxValue);

    /// <summary>The latest record of a fact, which may be one that strikes it out; null: none.</summary>
    public Recorded<TFact>? Latest(RegisterState state, string id) =>
        latest.GetValue(Records(state.Procedures.Records), LatestOf).GetValueOrDefault(id);

    /// <summary>Its message.</summary>
    public TMessage ToProto(Recorded<TFact> record) => Write(record.Fact!, record.Id);

    private Dictionary<string, Recorded<TFact>> LatestOf(ValueList<Recorded<TFact>> records)
    {
        var idOf = new Dictionary<string, string>(StringComparer.Ordinal);
        var byId = new Dictionary<string, Recorded<TFact>>(StringComparer.Ordinal);
        foreach (Recorded<TFact> record in records)
        {
            string id = idOf[record.Id] = record.Fact is TFact fact ? IdOf(fact) : idOf[record.Corrects!];
            byId[id] = record;
        }

        return byId;
    }
}

/// <summary>The kinds of facts about procedures.</summary>
internal static class FactKinds
{
    public const string Questions = "questions";
    public const string Interpretations = "interpretations";
    public const string Publications = "publications";
    public const string Applications = "applications";
    public const string Rules = "publicationRules";
    public const string Rounds = "rounds";
    public const string Verdicts = "verdicts";
    public const string ReviewRounds = "reviewRounds";
    public const string ReviewVerdicts = "reviewVerdicts";

    public static FrozenSet<string> Lists { get; } =
        FrozenSet.ToFrozenSet([Questions, Interpretations, Publications, Applications, Rules, Rounds, Verdicts], StringComparer.Ordinal);

    public static FactKind<P.InterpretationQuestion, InterpretationQuestion> Question { get; } = new(
        Questions, Questions, "question", InterpretationMapping.Question, InterpretationMapping.ToProto, q => q.Id, r => r.Questions);

    public static FactKind<P.Interpretation, Interpretation> Interpretation { get; } = new(
        Interpretations, Interpretations, "interpretation", InterpretationMapping.Interpretation, InterpretationMapping.ToProto, i => i.Id, r => r.Interpretations);

    public static FactKind<P.Publication, Publication> Publication { get; } = new(
        Publications, Publications, "publication", PublicationMapping.Publication, PublicationMapping.ToProto, p => p.Id, r => r.Publications);

    public static FactKind<P.ProcedureApplication, ProcedureApplication> Application { get; } = new(
        Applications, Applications, "application", PublicationMapping.Application, PublicationMapping.ToProto, a => a.Id, r => r.Applications);

    public static FactKind<P.PublicationRule, StatedRule> Rule { get; } = new(
        Rules, Rules, "publication_rule", PublicationMapping.Rule, PublicationMapping.ToProto, s => s.Id, r => r.Rules);

    public static FactKind<P.ReviewRound, ReviewRound> Round { get; } = new(
        Rounds, ReviewRounds, "review_round", ReviewMapping.Round, ReviewMapping.ToProto, r => r.Id, r => r.Rounds);

    public static FactKind<P.ReviewVerdict, ReviewVerdict> Verdict { get; } = new(
        Verdicts, ReviewVerdicts, "review_verdict", ReviewMapping.Verdict, ReviewMapping.ToProto, v => v.Id, r => r.Verdicts);
}
