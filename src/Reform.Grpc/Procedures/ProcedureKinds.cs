using Google.Protobuf.WellKnownTypes;
using Reform.Domain.Procedures;
using Reform.Grpc.Registers;
using P = Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>The kinds of facts about procedures.</summary>
internal static class ProcedureKinds
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

    /// <summary>The definitions of procedures, each kept as the file that was sent.</summary>
    public static FactList<BytesValue, Published> Definition { get; } = new("definitions", (path, file) =>
    {
        (Procedure history, ProcedureCatalogue catalogue) = DefinitionReading.Read(path, file.Value);
        return new Published(history, catalogue, "");
    });

    public static FactKind<P.InterpretationQuestion, InterpretationQuestion> Question { get; } = new(
        Questions, Questions, "question", InterpretationMapping.Question, InterpretationMapping.ToProto, q => q.Id)
    {
        FieldTold = Reading,
    };

    public static FactKind<P.Interpretation, Interpretation> Interpretation { get; } = new(
        Interpretations, Interpretations, "interpretation", InterpretationMapping.Interpretation, InterpretationMapping.ToProto, i => i.Id)
    {
        FieldTold = Reading,
    };

    public static FactKind<P.Publication, Publication> Publication { get; } = new(
        Publications, Publications, "publication", PublicationMapping.Publication, PublicationMapping.ToProto, p => p.Id);

    public static FactKind<P.ProcedureApplication, ProcedureApplication> Application { get; } = new(
        Applications, Applications, "application", PublicationMapping.Application, PublicationMapping.ToProto, a => a.Id);

    public static FactKind<P.PublicationRule, StatedRule> Rule { get; } = new(
        Rules, Rules, "publication_rule", PublicationMapping.Rule, PublicationMapping.ToProto, s => s.Id);

    public static FactKind<P.ReviewRound, ReviewRound> Round { get; } = new(
        Rounds, ReviewRounds, "review_round", ReviewMapping.Round, ReviewMapping.ToProto, r => r.Id);

    public static FactKind<P.ReviewVerdict, ReviewVerdict> Verdict { get; } = new(
        Verdicts, ReviewVerdicts, "review_verdict", ReviewMapping.Verdict, ReviewMapping.ToProto, v => v.Id);

    // A limit and its readings are one message within.
    private static string Reading(string field) => field is "procedure" or "limit"
        ? "subject." + field
        : field.Replace(".policies", ".policy", StringComparison.Ordinal).Replace("].id", "].reading_id", StringComparison.Ordinal);
}
