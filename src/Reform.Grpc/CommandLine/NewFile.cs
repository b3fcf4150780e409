using System.CommandLine;
using System.IO.Compression;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Grpc.CommandLine;

/// <summary>A file that a command writes: whole, or not at all.</summary>
internal static class NewFile
{
    public static Option<FileInfo> Option() =>
        new("--to") { Description = "The XES file to write; packed when its name ends with .gz. Must not exist yet.", Required = true };

    /// <exception cref="InvalidDataFileException">There is such a file.</exception>
    public static void EnsureAbsent(FileInfo target)
    {
        if (Path.Exists(target.FullName))
        {
            throw new InvalidDataFileException([new DataProblem(Files.NameOf(target), null, "--to", new BilingualText("đã có tệp này", "the file exists already"))]);
        }
    }

    /// <summary>Writes the file under another name until it is whole.</summary>
    /// <exception cref="InvalidDataFileException">There is such a file.</exception>
    public static T Write<T>(FileInfo target, Func<Stream, T> write)
    {
        EnsureAbsent(target);
        string partial = target.FullName + ".partial";
        try
        {
            T written;
            using (var file = new FileStream(partial, FileMode.CreateNew, FileAccess.Write))
            using (Stream output = target.Extension == ".gz" ? new GZipStream(file, CompressionLevel.Optimal) : file)
            {
                written = write(output);
            }

            File.Move(partial, target.FullName);
            return written;
        }
        finally
        {
            File.Delete(partial);
        }
    }
}
