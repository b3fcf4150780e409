using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads a procedure catalogue from its data file (JSON; comments allowed).</summary>
public static class ProcedureFile
{
    /// <summary>Reads a catalogue.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The catalogue.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static ProcedureCatalogue Read(Stream stream, string source = "procedures")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        root.Optional("synthetic")?.Boolean();
        root.Optional("sources");
        var codes = new HashSet<string>(StringComparer.Ordinal);
        List<Procedure> procedures = [.. (root.Required("procedures")?.Items() ?? []).Select(p => ReadProcedure(p, codes)).OfType<Procedure>()];
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        return new ProcedureCatalogue(procedures);
    }

    private static Procedure? ReadProcedure(JsonPart item, HashSet<string> codes)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? code = item.UniqueId(codes, "code");
        BilingualText? name = item.Required("name")?.Bilingual();
        string? system = item.Required("system")?.Text();
        string? source = item.Required("source")?.Text();
        ValueList<string> steps = ActivityLists.Steps(item.Required("steps"));
        ValueList<FourEyesPair> pairs = ActivityLists.Pairs(item.Optional("four_eyes"), steps);
        DecisionStep? decision = ReadDecision(item.Optional("decision"), steps);
        DatedValues<TimeLimit>? limits = ReadLimits(item.Required("time_limits"));
        item.RejectUnknownMembers();
        return code is null || name is null || system is null || source is null || limits is null
            ? null
            : new Procedure(code, name, system, LegalBasis.Citing(source), steps, pairs, decision, limits);
    }

    private static DecisionStep? ReadDecision(JsonPart? part, ValueList<string> steps)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        JsonPart? activityPart = part.Required("activity");
        string? activity = activityPart?.Text();
        if (activity is not null && !steps.Contains(activity, StringComparer.Ordinal))
        {
            activityPart!.Problem("'" + activity + "' không phải là một bước của quy trình", "'" + activity + "' is no step of the procedure");
        }

        string? power = part.Required("power")?.Text();
        part.RejectUnknownMembers();
        return activity is null || power is null ? null : new DecisionStep(activity, power);
    }

    private static DatedValues<TimeLimit>? ReadLimits(JsonPart? part)
    {
        if (part is null)
        {
            return null;
        }

        List<Dated<TimeLimit>> limits = [.. part.Items().Select(ReadLimit).OfType<Dated<TimeLimit>>()];
        for (int i = 0; i < limits.Count; i++)
        {
            if (limits.Take(i).Any(earlier => earlier.Validity.Overlaps(limits[i].Validity)))
            {
                part.Problem("hai thời hạn có hiệu lực cùng lúc", "two time limits are in force at once");
                return null;
            }
        }

        return new DatedValues<TimeLimit>(limits);
    }

    private static Dated<TimeLimit>? ReadLimit(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        TimeUnit? unit = item.Required("unit")?.Word(TimeUnits.Codes);
        TimeLimit? limit = unit is TimeUnit u ? DefinitionParts.Length(item, u) : null;
        string? basis = item.Required("basis")?.Text();
        Validity? validity = item.DateRange();
        item.Optional("amount");
        item.Optional("event");
        item.RejectUnknownMembers();
        return limit is null || basis is null || validity is not Validity period
            ? null
            : new Dated<TimeLimit>(limit, period, LegalBasis.Citing(basis));
    }
}
