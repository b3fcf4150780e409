using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads review rounds and verdicts from a data file (JSON; comments allowed).</summary>
public static class ReviewFile
{
    private static readonly Dictionary<string, ReviewOutcome> Outcomes = new(StringComparer.Ordinal)
    {
        ["keep"] = ReviewOutcome.Keep,
        ["amend"] = ReviewOutcome.Amend,
        ["merge"] = ReviewOutcome.Merge,
        ["abolish"] = ReviewOutcome.Abolish,
    };

    /// <summary>Reads a register.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="procedures">The procedures that it is about.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The register.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static ReviewRegister Read(Stream stream, ProcedureCatalogue procedures, string source = "reviews")
    {
        ArgumentNullException.ThrowIfNull(procedures);
        return RecordFile.Read<ReviewRegister>(stream, source, (records, root) =>
        {
            var read = new ReviewRecords
            {
                Rounds = records.List(root.Optional("rounds"), "rounds", Round, r => r.Id),
                Verdicts = records.List(root.Optional("verdicts"), "verdicts", Verdict, v => v.Id),
            };
            return () => new ReviewRegister(read, procedures);
        });
    }

    private static ReviewRound? Round(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        Validity? period = item.DateRange();
        LocalDate? due = item.Required("due_on")?.Date();
        ValueList<string>? codes = item.Required("procedures")?.Texts();
        ValueList<string>? units = item.Required("units")?.Texts();
        return id is null || name is null || period is null || due is null || codes is null || units is null
            ? null
            : new ReviewRound(id, name, period.Value, due.Value, codes, units);
    }

    private static ReviewVerdict? Verdict(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? round = item.Required("round")?.Text();
        string? procedure = item.Required("procedure")?.Text();
        string? unit = item.Required("unit")?.Text();
        ReviewOutcome? outcome = item.Required("outcome")?.Word(Outcomes);
        LocalDate? decided = item.Required("decided_on")?.Date();
        BilingualText? grounds = item.Required("grounds")?.Bilingual();
        string? into = item.Optional("merged_into")?.Text();
        TimeLimit? within = DefinitionParts.Limit(item.Optional("follow_within"));
        return id is null || round is null || procedure is null || unit is null || outcome is null || decided is null || grounds is null
            ? null
            : new ReviewVerdict(id, round, procedure, unit, outcome.Value, decided.Value, grounds) { MergedInto = into, FollowWithin = within };
    }
}
