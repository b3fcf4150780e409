using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Grpc.Cases;

/// <summary>Opens one document by the name that the mapping gives it; null when there is none of that name.</summary>
internal delegate Stream? DocumentSource(string name);

/// <summary>Reads a mapping and the reference documents that it names, and reports what is wrong with all of them at once.</summary>
internal static class CaseContextLoader
{
    /// <exception cref="InvalidDataFileException">The mapping or a document is missing or invalid, or they do not fit together.</exception>
    public static CaseContext Load(string mappingName, DocumentSource documents, LocalDate? asOf = null)
    {
        var problems = new List<DataProblem>();
        LogMapping? mapping = Read(mappingName, mappingName, "", documents, LogMappingFile.Read, problems);
        if (mapping is null)
        {
            throw new InvalidDataFileException(problems);
        }

        ReferenceFiles names = mapping.References;
        WorkCalendar? calendar = Read(names.Calendar, mappingName, "calendar", documents, WorkCalendarFile.Read, problems);
        ProcedureCatalogue? procedures = Read(names.Procedures, mappingName, "procedures", documents, ProcedureFile.Read, problems);
        OrganizationRegister? units = Read(names.Units, mappingName, "units", documents, OrganizationFile.Read, problems);
        AuthorityRegister? authority = Read(
            names.Authority, mappingName, "authority", documents, (stream, name) => AuthorityFile.Read(stream, name, units), problems);
        if (problems.Count > 0)
        {
            throw new InvalidDataFileException(problems);
        }

        return new CaseContext(asOf is null ? mapping : mapping with { AsOf = asOf }, calendar, procedures, units, authority);
    }

    private static T? Read<T>(
        string? name, string mappingName, string field, DocumentSource documents, Func<Stream, string, T> read, List<DataProblem> problems)
        where T : class
    {
        if (name is null)
        {
            return null;
        }

        try
        {
            using Stream? stream = documents(name);
            if (stream is not null)
            {
                return read(stream, name);
            }

            problems.Add(new DataProblem(mappingName, null, field, new BilingualText(
                "không tìm thấy tệp '" + name + "'", "the file '" + name + "' was not found")));
            return null;
        }
        catch (InvalidDataFileException e)
        {
            problems.AddRange(e.Problems);
            return null;
        }
    }
}
