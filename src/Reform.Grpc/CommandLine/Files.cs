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
        string folder = Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(mapping.FullName)) ?? ".";
        return CaseContextLoader.Load(NameOf(mapping), name => OpenIfThere(Path.Combine(folder, name)), asOf);
    }

    /// <summary>What to call a file in problems.</summary>
    public static string NameOf(FileInfo file) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(file.FullName)) is { Length: > 0 } name ? name : file.FullName;

    /// <exception cref="InvalidDataFileException">The file is missing or may not be read.</exception>
    public static FileStream Open(FileInfo file)
    {
        if (Directory.Exists(file.FullName))
        {
            throw Problem(file, "là thư mục, không phải tệp", "is a folder, not a file");
        }

        if (!file.Exists)
        {
            throw Problem(file, "không tìm thấy tệp", "the file was not found");
        }

        try
        {
            return new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read, bufferSize: 128 * 1024);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Problem(file, "không mở được tệp: " + e.Message, "the file cannot be opened: " + e.Message);
        }
    }

    private static FileStream? OpenIfThere(string path) => Path.Exists(path) ? Open(new FileInfo(path)) : null;

    private static InvalidDataFileException Problem(FileInfo file, string vietnamese, string english) =>
        new([new DataProblem(NameOf(file), null, "", new BilingualText(vietnamese, english))]);
}
