namespace Reform.Grpc.CommandLine;

/// <summary>Cuts a stream of bytes into lines ended by LF or CR LF; a byte order mark at the beginning is left out.</summary>
/// <param name="input">The stream.</param>
/// <param name="beforeRead">Called before each read, which may wait: whoever answers lines can send what is answered.</param>
internal sealed class LineReader(Stream input, Action beforeRead)
{
    /// <summary>A longer line is skipped, and said to be too long.</summary>
    public const int MostBytes = 1024 * 1024;

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    private byte[] buffer = new byte[64 * 1024];
    private int start;
    private int end;
    private bool isFirst = true;
    private bool isOver;

    /// <summary>The next line, without its end; good until the next call. False when there is none.</summary>
    public bool TryRead(out ReadOnlySpan<byte> line, out bool isTooLong)
    {
        isTooLong = false;
        int searched = 0; // from start
        while (true)
        {
            int at = buffer.AsSpan((start + searched)..end).IndexOf((byte)'\n');
            bool isEnded = at >= 0;
            int length = isEnded ? searched + at : end - start;
            if (isEnded || isOver)
            {
                line = Trimmed(buffer.AsSpan(start, length));
                start = isEnded ? start + length + 1 : end;
                isFirst = false;
                return isEnded || length > 0 || isTooLong;
            }

            searched = length;
            if (length > MostBytes)
            {
                isTooLong = true;
                start = end;
                searched = 0;
            }

            Fill();
        }
    }

    private ReadOnlySpan<byte> Trimmed(ReadOnlySpan<byte> line)
    {
        if (isFirst && line.StartsWith(ByteOrderMark))
        {
            line = line[ByteOrderMark.Length..];
        }

        return line is [.., (byte)'\r'] ? line[..^1] : line;
    }

    private void Fill()
    {
        if (end == buffer.Length)
        {
            buffer.AsSpan(start..end).CopyTo(buffer);
            (start, end) = (0, end - start);
            if (end > buffer.Length / 2)
            {
                Array.Resize(ref buffer, buffer.Length * 2);
            }
        }

        beforeRead();
        int read = input.Read(buffer, end, buffer.Length - end);
        end += read;
        isOver = read == 0;
    }
}
