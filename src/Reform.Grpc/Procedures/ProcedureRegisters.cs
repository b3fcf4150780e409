using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;
using Reform.Grpc.Registers;

namespace Reform.Grpc.Procedures;

/// <summary>A procedure with the file that it stands in.</summary>
/// <param name="History">The procedure.</param>
/// <param name="File">The file, for its sources.</param>
/// <param name="Etag">The record that published it; "built-in": it ships with the service.</param>
internal sealed record Published(Procedure History, ProcedureCatalogue File, string Etag)
{
    public const string BuiltInEtag = "built-in";
}

/// <summary>Within what versions have to be posted, as it was recorded.</summary>
internal sealed record StatedRule(string Id, PublicationRule Rule);

/// <summary>
/// The procedures that the service knows – those that were published, and the built-in ones that they do not replace – and the registers over
/// them, at one moment of record. Immutable.
/// </summary>
internal sealed class ProcedureRegisters
{
    private readonly SortedDictionary<string, Published> byCode;
    private readonly ProcedureCatalogue procedures;

    /// <summary>Puts them together from records.</summary>
    /// <exception cref="ProcedureInputException">The records do not fit.</exception>
    public ProcedureRegisters(FactRecords records)
    {
        byCode = new SortedDictionary<string, Published>(StringComparer.Ordinal);
        foreach (Procedure history in ProcedureCatalogue.Vietnam.Procedures)
        {
            byCode[history.Code] = new Published(history, ProcedureCatalogue.Vietnam, Published.BuiltInEtag);
        }

        foreach (Recorded<Published> definition in records.Of(ProcedureKinds.Definition))
        {
            byCode[definition.Fact!.History.Code] = definition.Fact with { Etag = definition.Id };
        }

        procedures = new ProcedureCatalogue(ProcedureCatalogue.Vietnam.Sources, byCode.Values.Select(p => p.History).ToValueList());
        Interpretations = InterpretationsOf(records);
        Publications = PublicationsOf(records);
        Reviews = ReviewsOf(records);
    }

    /// <summary>With later records that define no procedure: only the registers that got some are put together and checked again.</summary>
    /// <exception cref="ProcedureInputException">The records do not fit.</exception>
    public ProcedureRegisters(ProcedureRegisters before, FactRecords all, FactRecords later)
    {
        (byCode, procedures) = (before.byCode, before.procedures);
        Interpretations = later.HasAny([ProcedureKinds.Question, ProcedureKinds.Interpretation]) ? InterpretationsOf(all) : before.Interpretations;
        Publications = !later.HasAny([ProcedureKinds.Publication, ProcedureKinds.Application, ProcedureKinds.Rule]) ? before.Publications
            : before.Publications.With(new PublicationRecords
            {
                Publications = later.Of(ProcedureKinds.Publication),
                Applications = later.Of(ProcedureKinds.Application),
                Rules = RulesOf(all),
            });
        Reviews = later.HasAny([ProcedureKinds.Round, ProcedureKinds.Verdict]) ? ReviewsOf(all) : before.Reviews;
    }

    /// <summary>The procedures, by code.</summary>
    public IReadOnlyCollection<Published> All => byCode.Values;

    public InterpretationRegister Interpretations { get; }

    public PublicationRegister Publications { get; }

    public ReviewRegister Reviews { get; }

    public Published? Find(string code) => byCode.GetValueOrDefault(code);

    /// <summary>The procedures of which a question or an interpretation was entered, corrected or struck out after a moment.</summary>
    public static IEnumerable<string> ReadAnewAfter(FactRecords records, Instant moment) =>
        After(records.Of(ProcedureKinds.Question), moment).Select(q => q.Subject.ProcedureCode)
            .Concat(After(records.Of(ProcedureKinds.Interpretation), moment).Select(i => i.Subject.ProcedureCode)).Distinct();

    // What was entered, and what that replaced.
    private static IEnumerable<T> After<T>(ValueList<Recorded<T>> records, Instant moment)
        where T : class
    {
        HashSet<string> changed = new(records.Where(r => r.RecordedAt > moment).Select(r => r.Corrects).OfType<string>(), StringComparer.Ordinal);
        return records.Where(r => r.RecordedAt > moment || changed.Contains(r.Id)).Select(r => r.Fact).OfType<T>();
    }

    private InterpretationRegister InterpretationsOf(FactRecords records) => new(
        new InterpretationRecords { Questions = records.Of(ProcedureKinds.Question), Interpretations = records.Of(ProcedureKinds.Interpretation) }, procedures);

    private PublicationRegister PublicationsOf(FactRecords records) => new(
        new PublicationRecords
        {
            Publications = records.Of(ProcedureKinds.Publication),
            Applications = records.Of(ProcedureKinds.Application),
            Rules = RulesOf(records),
        },
        procedures);

    private static ValueList<PublicationRule> RulesOf(FactRecords records) =>
        Recorded.StandingAt(records.Of(ProcedureKinds.Rule), Instant.MaxValue).Select(r => r.Fact!.Rule).ToValueList();

    private ReviewRegister ReviewsOf(FactRecords records) =>
        new(new ReviewRecords { Rounds = records.Of(ProcedureKinds.Round), Verdicts = records.Of(ProcedureKinds.Verdict) }, procedures);
}
