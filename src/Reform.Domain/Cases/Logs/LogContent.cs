using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The bytes of an event log, unpacked where they are gzip, and the format that they begin like (nội dung nhật ký).</summary>
/// <remarks>The stream is read forward once, and never closed here.</remarks>
public sealed class LogContent : IDisposable
{
    private const int Looked = 512;

    /// <summary>Looks at the first bytes of a log: gzip of one member or more is unpacked, whatever its name.</summary>
    /// <param name="stream">The log.</param>
    /// <param name="source">What to call the log in problems.</param>
    /// <exception cref="InvalidDataFileException">It is empty, or its gzip is damaged from the start.</exception>
    public LogContent(Stream stream, string source = "log")
    {
        ArgumentNullException.ThrowIfNull(stream);
        byte[] first = Head(stream, 2);
        if (first.Length == 0)
        {
            throw new InvalidDataFileException([new DataProblem(source, null, "", new BilingualText("tệp rỗng", "the file is empty"))]);
        }

        Packed = first is [0x1F, 0x8B] ? new GunzipStream(first, stream) : null;
        Stream unpacked = Packed ?? (Stream)new JoinedStream(first, stream, []);
        byte[] head = new LogFailure(source, Packed, XesLimits.Default).Guard(() => null, () => Head(unpacked, Looked));
        if (head.AsSpan().StartsWith("SQLite format 3"u8))
        {
            throw new InvalidDataFileException([new DataProblem(source, null, "", new BilingualText(
                "đây là tệp SQLite; chỉ đọc OCEL 2.0 dạng JSON", "this is an SQLite file; OCEL 2.0 is read in JSON only"))]);
        }

        Format = FormatOf(head);
        Bytes = new JoinedStream(head, unpacked, []);
    }

    /// <summary>The format that the first character tells: "&lt;" begins XES, "{" OCEL, anything else a table.</summary>
    public LogFormat Format { get; }

    /// <summary>The unpacked bytes, from the first. Reading throws <see cref="InvalidDataException"/> where the gzip is damaged or cut.</summary>
    public Stream Bytes { get; }

    internal GunzipStream? Packed { get; }

    /// <summary>Gives back what unpacking took.</summary>
    public void Dispose()
    {
        Packed?.Dispose();
        Bytes.Dispose();
    }

    private static byte[] Head(Stream stream, int length)
    {
        byte[] head = new byte[length];
        return head[..stream.ReadAtLeast(head, length, throwOnEndOfStream: false)];
    }

    private static LogFormat FormatOf(ReadOnlySpan<byte> head)
    {
        // UTF-16 is told by its mark, or by the zero beside the first "<"; only XML comes in it.
        if (head is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..] or [(byte)'<', 0, ..] or [0, (byte)'<', ..])
        {
            return LogFormat.Xes;
        }

        head = head.StartsWith("\uFEFF"u8) ? head[3..] : head;
        head = head.TrimStart(" \t\r\n"u8);
        return head switch
        {
            [] => LogFormat.Xes,
            [(byte)'<', ..] => LogFormat.Xes,
            [(byte)'{', ..] => LogFormat.Ocel,
            _ => LogFormat.Csv,
        };
    }
}

/// <summary>The formats of event logs (định dạng nhật ký).</summary>
public enum LogFormat
{
    /// <summary>XES, IEEE 1849-2016.</summary>
    Xes = 0,

    /// <summary>OCEL 2.0 in JSON.</summary>
    Ocel = 1,

    /// <summary>A table, one event a row: CSV and its kin.</summary>
    Csv = 2,
}
