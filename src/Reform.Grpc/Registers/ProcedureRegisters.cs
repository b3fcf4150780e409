using System.Globalization;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Grpc.Registers;

/// <summary>
/// The procedures that the service knows – those that were published, and the built-in ones that they do not replace – and the registers over
/// them, at one moment of record. Immutable.
/// </summary>
internal sealed class ProcedureRegisters
{
    private static readonly Lazy<ProcedureRegisters> Nothing = new(() => new ProcedureRegisters(ProcedureRecords.None));

    private readonly SortedDictionary<string, Published> byCode;
    private readonly ProcedureCatalogue procedures;

    private ProcedureRegisters(ProcedureRecords records)
    {
        Records = records;
        byCode = new SortedDictionary<string, Published>(StringComparer.Ordinal);
        foreach (Procedure history in ProcedureCatalogue.Vietnam.Procedures)
        {
            byCode[history.Code] = new Published(history, ProcedureCatalogue.Vietnam, Published.BuiltInEtag);
        }

        foreach (Recorded<Published> definition in records.Definitions)
        {
            byCode[definition.Fact!.History.Code] = definition.Fact;
        }

        procedures = new ProcedureCatalogue(ProcedureCatalogue.Vietnam.Sources, byCode.Values.Select(p => p.History).ToValueList());
        Interpretations = InterpretationsOf(records);
        Publications = PublicationsOf(records);
        Reviews = ReviewsOf(records);
    }

    // The procedures are the same: only the registers that got further records are put together and checked again.
    private ProcedureRegisters(ProcedureRegisters before, ProcedureRecords all, ProcedureRecords later)
    {
        Records = all;
        (byCode, procedures) = (before.byCode, before.procedures);
        Interpretations = later.Questions.Count + later.Interpretations.Count == 0 ? before.Interpretations : InterpretationsOf(all);
        Publications = later.Publications.Count + later.Applications.Count + later.Rules.Count == 0 ? before.Publications
            : before.Publications.With(new PublicationRecords { Publications = later.Publications, Applications = later.Applications, Rules = RulesOf(all) });
        Reviews = later.Rounds.Count + later.Verdicts.Count == 0 ? before.Reviews : ReviewsOf(all);
    }

    /// <summary>Those of which nothing is recorded.</summary>
    public static ProcedureRegisters Empty => Nothing.Value;

    public ProcedureRecords Records { get; }

    /// <summary>The procedures, by code.</summary>
    public IReadOnlyCollection<Published> All => byCode.Values;

    public InterpretationRegister Interpretations { get; }

    public PublicationRegister Publications { get; }

    public ReviewRegister Reviews { get; }

    public Published? Find(string code) => byCode.GetValueOrDefault(code);

    /// <exception cref="ProcedureInputException">The records do not fit.</exception>
    public static ProcedureRegisters Of(ProcedureRecords records) => records.HasAny ? new ProcedureRegisters(records) : Empty;

    /// <summary>The registers with later records.</summary>
    /// <exception cref="ProcedureInputException">The records do not fit, or what is recorded no longer fits a new definition. Places are those among the later records.</exception>
    public ProcedureRegisters With(ProcedureRecords later)
    {
        try
        {
            return later.HasAny && later.Definitions.Count == 0 ? new ProcedureRegisters(this, Records.With(later), later) : Of(Records.With(later));
        }
        catch (ProcedureInputException e)
        {
            throw new ProcedureInputException(e.Problems.Select(InLater));
        }
    }

    /// <summary>The registers as they were known at a moment.</summary>
    public ProcedureRegisters AsKnownAt(Instant moment) => Of(Records.Until(moment));

    private InterpretationRegister InterpretationsOf(ProcedureRecords records) =>
        new(new InterpretationRecords { Questions = records.Questions, Interpretations = records.Interpretations }, procedures);

    private PublicationRegister PublicationsOf(ProcedureRecords records) => new(
        new PublicationRecords
        {
            Publications = records.Publications,
            Applications = records.Applications,
            Rules = RulesOf(records),
        },
        procedures);

    private static ValueList<PublicationRule> RulesOf(ProcedureRecords records) =>
        Recorded.StandingAt(records.Rules, Instant.MaxValue).Select(r => r.Fact!.Rule).ToValueList();

    private ReviewRegister ReviewsOf(ProcedureRecords records) => new(new ReviewRecords { Rounds = records.Rounds, Verdicts = records.Verdicts }, procedures);

    // A problem of a record that was there before is told of "recorded.list[i]".
    private ProcedureProblem InLater(ProcedureProblem problem)
    {
        int open = problem.Field.IndexOf('[', StringComparison.Ordinal);
        int close = problem.Field.IndexOf(']', StringComparison.Ordinal);
        if (open <= 0 || close < open || !int.TryParse(problem.Field[(open + 1)..close], NumberStyles.None, CultureInfo.InvariantCulture, out int index))
        {
            return problem;
        }

        string list = problem.Field[..open];
        int before = Records.CountOf(list);
        return problem with
        {
            Field = index < before
                ? "recorded." + problem.Field
                : list + "[" + (index - before).ToString(CultureInfo.InvariantCulture) + problem.Field[close..],
        };
    }
}
