using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;

namespace Reform.Domain.Programmes;

/// <summary>Reads a register of programmes from its data file (JSON; comments allowed). The shape: docs/schemas/programmes.schema.json.</summary>
public static class ProgrammeFile
{
    /// <summary>Reads a register.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="organization">The units and positions that it is about.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The register.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static ProgrammeRegister Read(Stream stream, OrganizationRegister organization, string source = "programmes")
    {
        ArgumentNullException.ThrowIfNull(organization);
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        root.Optional("synthetic")?.Boolean();
        root.Optional("sources");
        var list = new ProgrammeRecordList();
        var records = new ProgrammeRecords
        {
            Programmes = list.Read(root, "programmes", ProgrammeParts.Programme, p => p.Id),
            Roles = list.Read(root, "roles", ProgrammeParts.Role, r => r.Id),
            Tasks = list.Read(root, "tasks", TaskParts.Task, t => t.Id),
            Plans = list.Read(root, "plans", TaskParts.Plan, p => p.Id),
            Events = list.Read(root, "events", TaskParts.Event, e => e.Id),
            Reports = list.Read(root, "reports", CoordinationParts.Report, r => r.Id),
            Questions = list.Read(root, "questions", CoordinationParts.Question, q => q.Id),
            Guidance = list.Read(root, "guidance", CoordinationParts.Guidance, g => g.Id),
            Consultations = list.Read(root, "consultations", CoordinationParts.Consultation, c => c.Id),
            Replies = list.Read(root, "replies", CoordinationParts.Reply, r => r.Id),
            Closings = list.Read(root, "closings", CoordinationParts.Closing, c => c.Id),
        };
        root.RejectUnknownMembers();
        bool isWhole = !file.HasProblems;
        try
        {
            var register = new ProgrammeRegister(records, organization);
            file.ThrowIfAnyProblem();
            return register;
        }
        catch (RecordInputException invalid)
        {
            list.Report(invalid, root, isWhole);
            file.ThrowIfAnyProblem();
            throw;
        }
    }
}
