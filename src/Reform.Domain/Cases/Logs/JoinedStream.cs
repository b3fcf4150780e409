namespace Reform.Domain.Cases;

/// <summary>Some bytes, a stream, and some bytes more, read as one.</summary>
internal sealed class JoinedStream(byte[] before, Stream middle, byte[] after) : ForwardStream
{
    private int beforeRead;
    private int afterRead;
    private bool middleEnded;

    public override int Read(Span<byte> buffer)
    {
        if (beforeRead < before.Length)
        {
            return Copy(before, ref beforeRead, buffer);
        }

        if (!middleEnded)
        {
            int read = middle.Read(buffer);
            if (read > 0 || buffer.IsEmpty)
            {
                return read;
            }

            middleEnded = true;
        }

        return Copy(after, ref afterRead, buffer);
    }

    private static int Copy(byte[] bytes, ref int position, Span<byte> buffer)
    {
        int count = Math.Min(bytes.Length - position, buffer.Length);
        bytes.AsSpan(position, count).CopyTo(buffer);
        position += count;
        return count;
    }
}
