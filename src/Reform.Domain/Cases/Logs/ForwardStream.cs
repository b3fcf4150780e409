namespace Reform.Domain.Cases;

/// <summary>A stream that is only read, forward: what the streams of a log have in common.</summary>
internal abstract class ForwardStream : Stream
{
    public sealed override bool CanRead => true;

    public sealed override bool CanSeek => false;

    public sealed override bool CanWrite => false;

    public sealed override long Length => throw new NotSupportedException("The length of a log is not known.");

    public sealed override long Position
    {
        get => throw new NotSupportedException("A log has no position.");
        set => throw new NotSupportedException("A log has no position.");
    }

    public abstract override int Read(Span<byte> buffer);

    public sealed override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public sealed override void Flush()
    {
    }

    public sealed override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("A log is read forward only.");

    public sealed override void SetLength(long value) => throw new NotSupportedException("A log is read only.");

    public sealed override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("A log is read only.");
}
