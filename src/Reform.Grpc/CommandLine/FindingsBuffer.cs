using System.Text.Json;
using Reform.Domain.Compliance;
using Reform.Domain.Rules;

namespace Reform.Grpc.CommandLine;

/// <summary>Keeps the findings of a log as JSON in a temporary file until the log proves readable to its end; memory stays free of them.</summary>
internal sealed class FindingsBuffer(bool isWanted) : IDisposable
{
    private readonly FileStream? file = isWanted
        ? new FileStream(
            Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), FileMode.CreateNew, FileAccess.ReadWrite, FileShare.None, 128 * 1024, FileOptions.DeleteOnClose)
        : null;

    private bool isFirst = true;

    public bool IsWanted => file is not null;

    public void Add(CaseReport report)
    {
        if (file is null)
        {
            return;
        }

        foreach (Judgement judgement in report.Breaches.Concat(report.Undecided))
        {
            file.Write(isFirst ? "\n    "u8 : ",\n    "u8);
            isFirst = false;
            using var json = new Utf8JsonWriter(file, ReportJson.Compact);
            ReportJson.WriteFinding(json, report.Facts.File.Id, judgement);
        }
    }

    /// <summary>Writes the findings as the items of a JSON array, brackets not included.</summary>
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
