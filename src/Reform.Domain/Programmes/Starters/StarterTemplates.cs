using Reform.Domain.DataFiles;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>A step of a first checklist (việc cần làm đầu tiên).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Text">What to do.</param>
/// <param name="WithinWorkingDays">Within how many working days from the start.</param>
public sealed record StarterStep(string Id, BilingualText Text, int WithinWorkingDays);

/// <summary>An activity of a first plan (nội dung kế hoạch mẫu).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="Activity">What is done.</param>
/// <param name="Output">What comes of it.</param>
/// <param name="WithinWorkingDays">Within how many working days from the start.</param>
public sealed record StarterActivity(string Id, BilingualText Activity, BilingualText Output, int WithinWorkingDays);

/// <summary>Procedures to begin with (thủ tục nên bắt đầu).</summary>
/// <param name="Kinds">The kinds of bodies for which they are; empty: for every other body.</param>
/// <param name="ProcedureCodes">The codes of the procedures.</param>
/// <param name="Why">Why to begin with them.</param>
public sealed record StarterProcedures(ValueList<BodyKind> Kinds, ValueList<string> ProcedureCodes, BilingualText Why);

/// <summary>What a unit is offered that does not know where to begin (bộ mẫu khởi đầu).</summary>
/// <param name="Checklist">The first steps, by their days.</param>
/// <param name="Activities">The activities of a first plan.</param>
/// <param name="Catalogue">The procedures to begin with; the first entry that names the kind of body holds.</param>
public sealed record StarterTemplates(
    ValueList<StarterStep> Checklist, ValueList<StarterActivity> Activities, ValueList<StarterProcedures> Catalogue)
{
    private static readonly Lazy<StarterTemplates> BuiltIn = new(() =>
    {
        using Stream stream = typeof(StarterTemplates).Assembly.GetManifestResourceStream("starters.json")!;
        return Read(stream, "starters.json");
    });

    /// <summary>The templates that come with the library: its own choice, which no document states.</summary>
    public static StarterTemplates Standard => BuiltIn.Value;

    /// <summary>Reads templates from a data file (JSON; comments allowed).</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The templates.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static StarterTemplates Read(Stream stream, string source = "starters")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        var ids = new HashSet<string>(StringComparer.Ordinal);
        List<StarterStep> steps = ProgrammeParts.Items(root, "checklist", p => Step(p, ids));
        ids.Clear();
        List<StarterActivity> activities = ProgrammeParts.Items(root, "activities", p => Activity(p, ids));
        List<StarterProcedures> catalogue = ProgrammeParts.Items(root, "catalogue", Procedures);
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        return new StarterTemplates(steps.OrderBy(s => s.WithinWorkingDays).ToValueList(), activities.ToValueList(), catalogue.ToValueList());
    }

    private static StarterStep? Step(JsonPart item, HashSet<string> ids)
    {
        string? id = item.UniqueId(ids);
        BilingualText? text = item.Required("text")?.Bilingual();
        int? within = ProgrammeParts.WorkingDays(item.Required("within"))?.Amount;
        return id is null || text is null || within is null ? null : new StarterStep(id, text, within.Value);
    }

    private static StarterActivity? Activity(JsonPart item, HashSet<string> ids)
    {
        string? id = item.UniqueId(ids);
        BilingualText? activity = item.Required("activity")?.Bilingual();
        BilingualText? output = item.Required("output")?.Bilingual();
        int? within = ProgrammeParts.WorkingDays(item.Required("within"))?.Amount;
        return id is null || activity is null || output is null || within is null ? null : new StarterActivity(id, activity, output, within.Value);
    }

    private static StarterProcedures? Procedures(JsonPart item)
    {
        List<BodyKind?> kinds = [.. (item.Required("kinds")?.Items() ?? []).Select(k => k.Word(BodyKinds.ByWord))];
        ValueList<string>? codes = item.Required("procedures")?.Texts();
        BilingualText? why = item.Required("why")?.Bilingual();
        return codes is null || why is null || kinds.Contains(null)
            ? null
            : new StarterProcedures(kinds.OfType<BodyKind>().ToValueList(), codes, why);
    }
}
