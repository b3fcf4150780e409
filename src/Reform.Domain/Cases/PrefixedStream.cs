namespace Reform.Domain.Cases;

/// <summary>A stream whose first bytes were read already: gives them back first.</summary>
internal sealed class PrefixedStream(ReadOnlyMemory<byte> prefix, Stream rest) : Stream
{
    private ReadOnlyMemory<byte> left = prefix;

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
        if (left.IsEmpty)
        {
            return rest.Read(buffer);
        }

        int count = Math.Min(left.Length, buffer.Length);
        left.Span[..count].CopyTo(buffer);
        left = left[count..];
        return count;
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A log is read forward only.");

    public override void SetLength(long value) => throw new NotSupportedException("A log is read only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A log is read only.");
}
