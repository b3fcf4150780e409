using System.Text.Json.Nodes;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Defines a procedure in code (định nghĩa thủ tục bằng mã): the same rules and the same result as the data file.</summary>
/// <remarks>
/// What is defined is written as the data file and read by its reader, so that the two ways in cannot differ. Nothing is checked before
/// <see cref="Build"/>; it tells every problem at once, at the place where the file would have it.
/// </remarks>
public sealed class ProcedureDefinition
{
    private readonly JsonArray sources = [];
    private readonly JsonArray versions = [];
    private readonly JsonObject procedure;

    private ProcedureDefinition(string code, BilingualText name, OrganizationSystem system) => procedure = ProcedureWriter.Object(
        ("code", code), ("name", ProcedureWriter.Text(name)), ("system", ProcedureWriter.Word(DefinitionParts.Systems, system)), ("versions", versions));

    /// <summary>Begins a definition.</summary>
    /// <param name="code">The code.</param>
    /// <param name="name">The name.</param>
    /// <param name="system">The system.</param>
    /// <returns>The definition.</returns>
    public static ProcedureDefinition Of(string code, BilingualText name, OrganizationSystem system)
    {
        ArgumentNullException.ThrowIfNull(code);
        ArgumentNullException.ThrowIfNull(name);
        return new ProcedureDefinition(code, name, system);
    }

    /// <summary>Names an instrument that limits cite.</summary>
    /// <param name="source">The instrument.</param>
    /// <returns>This definition.</returns>
    public ProcedureDefinition Source(ProcedureSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        sources.Add((JsonNode)ProcedureWriter.Source(source));
        return this;
    }

    /// <summary>Adds a version; the next one begins where it ends.</summary>
    /// <param name="from">The first date on which it is in force; null: not recorded.</param>
    /// <param name="to">The first date on which it no longer is; null: no end is known.</param>
    /// <param name="define">What it says.</param>
    /// <returns>This definition.</returns>
    public ProcedureDefinition Version(LocalDate? from, LocalDate? to, Action<VersionDefinition> define)
    {
        ArgumentNullException.ThrowIfNull(define);
        var version = new VersionDefinition(from, to);
        define(version);
        versions.Add((JsonNode)version.Json);
        return this;
    }

    /// <summary>Reads the definition.</summary>
    /// <returns>The procedure, with its instruments.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong or missing; every problem is listed with its place, such as "procedures[0].versions[0].documents".</exception>
    public ProcedureCatalogue Build()
    {
        JsonObject file = ProcedureWriter.Object(
            ("sources", sources.DeepClone()), ("procedures", new JsonArray(procedure.DeepClone())));
        using var stream = new MemoryStream(ProcedureWriter.Bytes(file));
        try
        {
            return ProcedureFile.Read(stream, "definition");
        }
        catch (InvalidDataFileException e)
        {
            // The lines are those of a text that nobody has seen.
            throw new InvalidDataFileException([.. e.Problems.Select(p => p with { Line = null })]);
        }
    }
}
