using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Reform.Grpc.Storage;

namespace Reform.Grpc.Cases;

/// <summary>The bytes of a staged import, read from the store piece by piece.</summary>
internal sealed class ImportedBytesStream(ReformDbContext db, string requestId) : Stream
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private byte[] piece = [];
    private int inPiece;
    private long nextPiece;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException("The bytes are read forward only.");

    public override long Position
    {
        get => throw new NotSupportedException("The bytes are read forward only.");
        set => throw new NotSupportedException("The bytes are read forward only.");
    }

    public override int Read(Span<byte> buffer)
    {
        if (inPiece == piece.Length)
        {
            byte[]? next = db.ImportChunks.AsNoTracking()
                .Where(c => c.RequestId == requestId && c.Offset == nextPiece).Select(c => c.Data).SingleOrDefault();
            if (next is null)
            {
                return 0;
            }

            hash.AppendData(next);
            piece = next;
            inPiece = 0;
            nextPiece += next.Length;
        }

        int count = Math.Min(buffer.Length, piece.Length - inPiece);
        piece.AsSpan(inPiece, count).CopyTo(buffer);
        inPiece += count;
        return count;
    }

    /// <summary>Reads what is left and gives the SHA-256 of all bytes.</summary>
    public byte[] HashToEnd()
    {
        CopyTo(Null);
        return hash.GetHashAndReset();
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    protected override void Dispose(bool disposing)
    {
        hash.Dispose();
        base.Dispose(disposing);
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException("The bytes are read forward only.");

    public override void SetLength(long value) => throw new NotSupportedException("The bytes are read only.");

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException("The bytes are read only.");
}
