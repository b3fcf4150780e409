using System.Text.Json;

namespace Reform.Grpc.CommandLine;

/// <summary>Keeps the items of a JSON array in a temporary file until the log proves readable to its end; memory stays free of them.</summary>
internal sealed class JsonItemsBuffer(bool isWanted) : IDisposable
{
    private readonly FileStream? file = isWanted
        ? new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose)
        : null;

    private bool isFirst = true;

    public bool IsWanted => file is not null;

    /// <summary>Adds an item.</summary>
    public void Add(Action<Utf8JsonWriter> write)
    {
        if (file is null)
        {
            return;
        }

        file.Write(isFirst ? "\n    "u8 : ",\n    "u8);
        isFirst = false;
        using var json = new Utf8JsonWriter(file, ReportJson.Compact);
        write(json);
    }

    /// <summary>Writes the items, the brackets of the array not included.</summary>
    public void CopyTo(Stream output)
    {
        if (file is not null)
        {
            file.Position = 0;
            file.CopyTo(output);
        }
    }

    public void Dispose() => file?.Dispose();
}
