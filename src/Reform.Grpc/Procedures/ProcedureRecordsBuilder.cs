using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using P = Reform.Procedures.V1;

namespace Reform.Grpc.Procedures;

/// <summary>Puts the records about procedures together from their messages. A definition is kept as the file that was sent.</summary>
internal sealed class ProcedureRecordsBuilder : IRecordsBuilder<ProcedureRecords>
{
    public const string Definitions = "definitions";

    private readonly List<Recorded<Published>> definitions = [];
    private readonly List<Recorded<InterpretationQuestion>> questions = [];
    private readonly List<Recorded<Interpretation>> interpretations = [];
    private readonly List<Recorded<Publication>> publications = [];
    private readonly List<Recorded<ProcedureApplication>> applications = [];
    private readonly List<Recorded<StatedRule>> rules = [];
    private readonly List<Recorded<ReviewRound>> rounds = [];
    private readonly List<Recorded<ReviewVerdict>> verdicts = [];

    public bool Has(string list) => list == Definitions || FactKinds.Lists.Contains(list);

    public IMessage Parse(string list, byte[] content) => Parser(list).ParseFrom(content);

    public void Add(string list, string recordId, IMessage? fact, Instant recordedAt, string? corrects, string path)
    {
        Recorded<T> Of<TMessage, T>(FactKind<TMessage, T> kind)
            where TMessage : class, IMessage
            where T : class => new(recordId, fact is null ? null : kind.Read(path, (TMessage)fact), recordedAt, corrects);

        switch (list)
        {
            case Definitions:
                (Procedure history, ProcedureCatalogue file) = DefinitionReading.Read(path, ((BytesValue)fact!).Value);
                definitions.Add(new Recorded<Published>(recordId, new Published(history, file, recordId), recordedAt));
                break;
            case FactKinds.Questions:
                questions.Add(Of(FactKinds.Question));
                break;
            case FactKinds.Interpretations:
                interpretations.Add(Of(FactKinds.Interpretation));
                break;
            case FactKinds.Publications:
                publications.Add(Of(FactKinds.Publication));
                break;
            case FactKinds.Applications:
                applications.Add(Of(FactKinds.Application));
                break;
            case FactKinds.Rules:
                rules.Add(Of(FactKinds.Rule));
                break;
            case FactKinds.Rounds:
                rounds.Add(Of(FactKinds.Round));
                break;
            case FactKinds.Verdicts:
                verdicts.Add(Of(FactKinds.Verdict));
                break;
            default:
                throw new ArgumentException("No such list.", nameof(list));
        }
    }

    public ProcedureRecords Build() => new()
    {
        Definitions = definitions.ToValueList(),
        Questions = questions.ToValueList(),
        Interpretations = interpretations.ToValueList(),
        Publications = publications.ToValueList(),
        Applications = applications.ToValueList(),
        Rules = rules.ToValueList(),
        Rounds = rounds.ToValueList(),
        Verdicts = verdicts.ToValueList(),
    };

    private static MessageParser Parser(string list) => list switch
    {
        Definitions => BytesValue.Parser,
        FactKinds.Questions => P.InterpretationQuestion.Parser,
        FactKinds.Interpretations => P.Interpretation.Parser,
        FactKinds.Publications => P.Publication.Parser,
        FactKinds.Applications => P.ProcedureApplication.Parser,
        FactKinds.Rules => P.PublicationRule.Parser,
        FactKinds.Rounds => P.ReviewRound.Parser,
        FactKinds.Verdicts => P.ReviewVerdict.Parser,
        _ => throw new ArgumentException("No such list.", nameof(list)),
    };
}
