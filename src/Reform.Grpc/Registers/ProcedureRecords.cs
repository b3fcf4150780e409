using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Grpc.Registers;

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

/// <summary>What is recorded about procedures, in the order of entry.</summary>
internal sealed record ProcedureRecords
{
    public static ProcedureRecords None { get; } = new();

    public ValueList<Recorded<Published>> Definitions { get; init; } = [];

    public ValueList<Recorded<InterpretationQuestion>> Questions { get; init; } = [];

    public ValueList<Recorded<Interpretation>> Interpretations { get; init; } = [];

    public ValueList<Recorded<Publication>> Publications { get; init; } = [];

    public ValueList<Recorded<ProcedureApplication>> Applications { get; init; } = [];

    public ValueList<Recorded<StatedRule>> Rules { get; init; } = [];

    public ValueList<Recorded<ReviewRound>> Rounds { get; init; } = [];

    public ValueList<Recorded<ReviewVerdict>> Verdicts { get; init; } = [];

    public bool HasAny => Definitions.Count + Questions.Count + Interpretations.Count + Publications.Count + Applications.Count + Rules.Count
        + Rounds.Count + Verdicts.Count > 0;

    /// <summary>These and later ones.</summary>
    public ProcedureRecords With(ProcedureRecords later) => new()
    {
        Definitions = Both(Definitions, later.Definitions),
        Questions = Both(Questions, later.Questions),
        Interpretations = Both(Interpretations, later.Interpretations),
        Publications = Both(Publications, later.Publications),
        Applications = Both(Applications, later.Applications),
        Rules = Both(Rules, later.Rules),
        Rounds = Both(Rounds, later.Rounds),
        Verdicts = Both(Verdicts, later.Verdicts),
    };

    /// <summary>Those that were entered by a moment.</summary>
    public ProcedureRecords Until(Instant moment) => new()
    {
        Definitions = By(Definitions, moment),
        Questions = By(Questions, moment),
        Interpretations = By(Interpretations, moment),
        Publications = By(Publications, moment),
        Applications = By(Applications, moment),
        Rules = By(Rules, moment),
        Rounds = By(Rounds, moment),
        Verdicts = By(Verdicts, moment),
    };

    /// <summary>How many records of a list there are, by the list's name in the registers of the domain.</summary>
    public int CountOf(string list) => list switch
    {
        "questions" => Questions.Count,
        "interpretations" => Interpretations.Count,
        "publications" => Publications.Count,
        "applications" => Applications.Count,
        "rounds" => Rounds.Count,
        "verdicts" => Verdicts.Count,
        _ => 0,
    };

    /// <summary>The procedures of which a question or an interpretation was entered, corrected or struck out after a moment.</summary>
    public IEnumerable<string> ReadAnewAfter(Instant moment) => After(Questions, moment).Select(q => q.Subject.ProcedureCode)
        .Concat(After(Interpretations, moment).Select(i => i.Subject.ProcedureCode)).Distinct();

    // What was entered, and what that replaced.
    private static IEnumerable<T> After<T>(ValueList<Recorded<T>> records, Instant moment)
        where T : class
    {
        HashSet<string> changed = new(records.Where(r => r.RecordedAt > moment).Select(r => r.Corrects).OfType<string>(), StringComparer.Ordinal);
        return records.Where(r => r.RecordedAt > moment || changed.Contains(r.Id)).Select(r => r.Fact).OfType<T>();
    }

    private static ValueList<T> Both<T>(ValueList<T> one, ValueList<T> other) =>
        other.Count == 0 ? one : one.Count == 0 ? other : one.Concat(other).ToValueList();

    private static ValueList<Recorded<T>> By<T>(ValueList<Recorded<T>> records, Instant moment)
        where T : class => records.Count == 0 || records[^1].RecordedAt <= moment ? records : records.Where(r => r.RecordedAt <= moment).ToValueList();
}
