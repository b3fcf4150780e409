namespace Reform.Domain.Cases;

/// <summary>
/// Passes bytes on and refuses a run without a "&lt;" sign that is too long, before a parser has to hold it in memory. In XML a
/// "&lt;" begins every tag and cannot stand inside an attribute's value, in any encoding that contains ASCII as itself.
/// </summary>
internal sealed class ElementGuardStream(Stream inner, int maxElementBytes) : Stream
{
    private long sinceSign;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The length of a log is not known.");

    public override long Position
    {
        get => throw new NotSupportedException("A log has no position.");
        set => throw new NotSupportedException("A log has no position.");
    }

    public override int Read(Span<byte> buffer)
    {
        int read = inner.Read(buffer);
        ReadOnlySpan<byte> rest = buffer[..read];
        int sign;
        while ((sign = rest.IndexOf((byte)'<')) >= 0)
        {
            Check(sinceSign + sign);
            sinceSign = 0;
            rest = rest[(sign + 1)..];
        }

        sinceSign += rest.Length;
        Check(sinceSign);
        return read;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A log is read forward only.");

    public override void SetLength(long value) => throw new NotSupportedException("A log is read only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A log is read only.");

    private void Check(long length)
    {
        if (length > maxElementBytes)
        {
            throw new ElementTooLongException(maxElementBytes);
        }
    }
}

/// <summary>An element is longer than its bound.</summary>
internal sealed class ElementTooLongException(int maxElementBytes) : IOException("An element is longer than " + maxElementBytes + " bytes.")
{
    public int MaxElementBytes { get; } = maxElementBytes;
}
