namespace Reform.Domain.Cases;

/// <summary>
/// Passes bytes on and refuses a run without a "&lt;" sign that is too long, before a parser has to hold it in memory. In XML a
/// "&lt;" begins every tag and cannot stand inside an attribute's value, in any encoding that contains ASCII as itself.
/// </summary>
internal sealed class ElementGuardStream(Stream inner, int maxElementBytes) : ForwardStream
{
    private long sinceSign;

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

    private void Check(long length)
    {
        if (length > maxElementBytes)
        {
            throw new ElementTooLongException(maxElementBytes);
        }
    }
}

/// <summary>An element is longer than its bound.</summary>
internal sealed class ElementTooLongException(int maxElementBytes) : IOException("An element is too long.")
{
    public int MaxElementBytes { get; } = maxElementBytes;
}
