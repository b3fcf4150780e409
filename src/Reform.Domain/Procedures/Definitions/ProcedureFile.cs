using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads procedures with their versions from a data file (JSON; comments allowed).</summary>
public static class ProcedureFile
{
    /// <summary>Reads the procedures.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The procedures.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static ProcedureCatalogue Read(Stream stream, string source = "procedures")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        var sourceIds = new HashSet<string>(StringComparer.Ordinal);
        List<ProcedureSource> sources = [.. (root.Required("sources")?.Items() ?? []).Select(s => ReadSource(s, sourceIds)).OfType<ProcedureSource>()];
        var codes = new HashSet<string>(StringComparer.Ordinal);
        var reader = new VersionReader(sourceIds, LimitIds(root));
        List<Procedure> procedures =
            [.. (root.Required("procedures")?.Items() ?? []).Select(p => ReadProcedure(p, codes, reader)).OfType<Procedure>()];
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        return new ProcedureCatalogue(sources.ToValueList(), procedures.ToValueList());
    }

    /// <summary>Writes procedures as a file that reads back equal.</summary>
    /// <param name="procedures">The procedures.</param>
    /// <returns>The JSON text, UTF-8.</returns>
    public static byte[] Write(ProcedureCatalogue procedures)
    {
        ArgumentNullException.ThrowIfNull(procedures);
        return ProcedureWriter.Bytes(ProcedureWriter.File(procedures));
    }

    // A step may be bound by a limit that stands in another procedure, such as the verification inside an admission.
    private static HashSet<string> LimitIds(JsonPart root) =>
        [.. ListOf(root.Find("procedures")).SelectMany(p => ListOf(p.Find("versions"))).SelectMany(v => ListOf(v.Find("time_limits")))
            .Select(l => l.Find("id")?.TextIfAny).OfType<string>()];

    private static IReadOnlyList<JsonPart> ListOf(JsonPart? part) => part?.ItemsIfAny ?? [];

    private static ProcedureSource? ReadSource(JsonPart item, HashSet<string> ids)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.UniqueId(ids);
        string? title = item.Required("title")?.Text();
        string? number = item.Required("number")?.Text();
        string? issuer = item.Required("issuer")?.Text();
        string? kind = item.Required("kind")?.Text();
        string? note = item.Optional("from_note")?.Text();
        Validity? validity = item.DateRange();
        item.RejectUnknownMembers();
        return id is null || title is null || number is null || issuer is null || kind is null || validity is not Validity period
            ? null
            : new ProcedureSource(id, title, number, issuer, kind, period) { FromNote = note };
    }

    private static Procedure? ReadProcedure(JsonPart item, HashSet<string> codes, VersionReader reader)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? code = item.UniqueId(codes, "code");
        BilingualText? name = item.Required("name")?.Bilingual();
        OrganizationSystem? system = item.Required("system")?.Word(DefinitionParts.Systems);
        JsonPart? list = item.Required("versions");
        IReadOnlyList<JsonPart> parts = list?.Items() ?? [];
        List<ProcedureVersion> versions = [.. parts.Select(reader.Read).OfType<ProcedureVersion>()];
        item.RejectUnknownMembers();
        if (list is not null && parts.Count == 0)
        {
            list.Problem("phải có ít nhất một phiên bản", "there must be at least one version");
        }

        if (list is null || versions.Count != parts.Count || versions.Count == 0)
        {
            return null;
        }

        if (Procedure.FirstBreak(versions) is int broken)
        {
            parts[broken].Problem(
                "phiên bản phải bắt đầu đúng ngày phiên bản trước kết thúc: không chồng lấn, không gián đoạn",
                "a version must begin on the day on which the one before it ends: no overlap, no gap");
            return null;
        }

        return code is null || name is null || system is not OrganizationSystem where
            ? null
            : new Procedure(code, name, where, versions.ToValueList());
    }
}
