using Reform.Domain.DataFiles;
using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <summary>Reads an organization register from its data file (JSON; comments allowed).</summary>
public static class OrganizationFile
{
    /// <summary>Reads a register.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The register.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static OrganizationRegister Read(Stream stream, string source = "units")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        root.Optional("synthetic")?.Boolean();
        root.Optional("sources");
        var list = new RecordList();
        Validity? covers = root.Optional("covers") is JsonPart part ? Covers(part) : default(Validity);
        var units = list.ReadUnits(root.Required("units"));
        var records = new OrganizationRecords
        {
            Covers = covers ?? default,
            Units = units,
            Positions = list.Read(root.Optional("positions"), "positions", OrganizationParts.Position, p => p.Id),
            Placements = list.ReadPlacements(root.Optional("placements")),
            Appointments = list.Read(root.Optional("appointments"), "appointments", OrganizationParts.Appointment),
            Allocations = list.Read(root.Optional("allocations"), "allocations", OrganizationParts.Allocation),
            Memberships = list.Read(root.Optional("memberships"), "memberships", OrganizationParts.Membership),
            Exclusions = list.Read(root.Optional("exclusions"), "exclusions", OrganizationParts.Exclusion),
            Relationships = list.Read(root.Optional("relationships"), "relationships", OrganizationParts.Relationship),
            Successions = list.Read(root.Optional("successions"), "successions", OrganizationParts.Succession),
        };
        root.RejectUnknownMembers();
        bool isWhole = !file.HasProblems;
        try
        {
            var register = new OrganizationRegister(records);
            file.ThrowIfAnyProblem();
            return register;
        }
        catch (OrganizationInputException invalid)
        {
            list.Report(invalid, root, isWhole);
            file.ThrowIfAnyProblem();
            throw;
        }
    }

    private static Validity? Covers(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        Validity? covers = part.DateRange();
        part.RejectUnknownMembers();
        return covers;
    }
}
