using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Reads publications and who applies what from a data file (JSON; comments allowed).</summary>
public static class PublicationFile
{
    private static readonly Dictionary<string, PublicationChannel> Channels = new(StringComparer.Ordinal)
    {
        ["notice_board"] = PublicationChannel.NoticeBoard,
        ["website"] = PublicationChannel.Website,
        ["portal"] = PublicationChannel.Portal,
        ["internal_network"] = PublicationChannel.InternalNetwork,
    };

    /// <summary>Reads a register.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="procedures">The procedures that it is about.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The register.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static PublicationRegister Read(Stream stream, ProcedureCatalogue procedures, string source = "publications")
    {
        ArgumentNullException.ThrowIfNull(procedures);
        return RecordFile.Read<PublicationRegister>(stream, source, (records, root) =>
        {
            var read = new PublicationRecords
            {
                Publications = records.List(root.Optional("publications"), "publications", Posting, p => p.Id),
                Applications = records.List(root.Optional("applications"), "applications", Application, a => a.Id),
                Rules = (root.Optional("rules")?.Items() ?? []).Select(Rule).OfType<PublicationRule>().ToValueList(),
            };
            return () => new PublicationRegister(read, procedures);
        });
    }

    private static Publication? Posting(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? procedure = item.Required("procedure")?.Text();
        int? version = item.Required("version")?.Integer();
        string? unit = item.Required("unit")?.Text();
        PublicationChannel? channel = item.Required("channel")?.Word(Channels);
        Validity? posted = item.DateRange();
        string? body = item.Optional("deciding_body")?.Text();
        bool? secret = item.Optional("secret_content")?.Boolean();
        return id is null || procedure is null || version is null || unit is null || channel is null || posted is null
            ? null
            : new Publication(id, procedure, version.Value, unit, channel.Value, posted.Value) { DecidingBodyShown = body, HasSecretContent = secret };
    }

    private static ProcedureApplication? Application(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? procedure = item.Required("procedure")?.Text();
        string? unit = item.Required("unit")?.Text();
        bool? applies = item.Required("applies")?.Boolean();
        Validity? validity = item.DateRange();
        return id is null || procedure is null || unit is null || applies is null || validity is null
            ? null
            : new ProcedureApplication(id, procedure, unit, applies.Value, validity.Value);
    }

    private static PublicationRule? Rule(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        TimeLimit? within = DefinitionParts.Limit(item.Required("within"));
        OrganizationSystem? system = item.Optional("system")?.Word(DefinitionParts.Systems);
        BilingualText? basis = item.Required("basis")?.Bilingual();
        Validity? validity = item.DateRange();
        item.RejectUnknownMembers();
        return within is null || basis is null || validity is null
            ? null
            : new PublicationRule(within, new LegalBasis(basis), validity.Value) { System = system };
    }
}
