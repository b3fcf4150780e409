using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.Cases;

namespace Reform.Grpc.CommandLine;

/// <summary>Opens the files that a command names.</summary>
internal static class Files
{
    /// <exception cref="InvalidDataFileException">A file is missing, unreadable or invalid.</exception>
    public static CaseContext LoadContext(FileInfo mapping, LocalDate? asOf)
    {
        string folder = mapping.DirectoryName ?? ".";
        return CaseContextLoader.Load(
            mapping.Name, name => File.Exists(Path.Combine(folder, name)) ? Open(new FileInfo(Path.Combine(folder, name))) : null, asOf);
    }

    /// <exception cref="InvalidDataFileException">The file is missing or may not be read.</exception>
    public static FileStream Open(FileInfo file)
    {
        try
        {
            return new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 128 * 1024);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InvalidDataFileException([new DataProblem(
                file.Name, null, "", new BilingualText("không mở được tệp: " + e.Message, "the file cannot be opened: " + e.Message))]);
        }
    }
}
