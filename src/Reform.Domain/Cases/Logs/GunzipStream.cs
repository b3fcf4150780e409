using System.IO.Compression;

namespace Reform.Domain.Cases;

/// <summary>Unpacks gzip of one member or more, and notices when it was cut off.</summary>
/// <remarks>
/// The framework's own unpacker ends silently where the bytes end, be it in the middle of a member. So a member of ours is put
/// behind the given bytes: only after a whole last member can its content come out at the very end, where it is taken off again.
/// </remarks>
internal sealed class GunzipStream : ForwardStream
{
    private static readonly byte[] Seal = "reform: the last member was whole"u8.ToArray();
    private static readonly byte[] SealMember = Pack(Seal);

    private readonly GZipStream unpacked;
    private readonly byte[] held = new byte[64 * 1024];
    private int heldStart;
    private int heldEnd;
    private bool ended;

    public GunzipStream(byte[] firstBytes, Stream rest) =>
        unpacked = new GZipStream(new JoinedStream(firstBytes, rest, SealMember), CompressionMode.Decompress);

    /// <summary>
    /// Reads on and tells whether the file is damaged. A cut or a wrong byte often gives what is no XML any more before the unpacker
    /// notices: then the damage is the news, not the XML.
    /// </summary>
    /// <param name="maxBytes">How far to look.</param>
    public bool IsDamaged(long maxBytes)
    {
        try
        {
            byte[] rest = new byte[64 * 1024];
            int read;
            while (maxBytes > 0 && (read = Read(rest)) > 0)
            {
                maxBytes -= read;
            }

            return false;
        }
        catch (InvalidDataException)
        {
            return true;
        }
    }

    /// <exception cref="InvalidDataException">The bytes are damaged, or end before the last member does.</exception>
    public override int Read(Span<byte> buffer)
    {
        while (!ended && heldEnd - heldStart <= Seal.Length)
        {
            Fill();
        }

        int ready = Math.Min(buffer.Length, heldEnd - heldStart - (ended ? 0 : Seal.Length));
        held.AsSpan(heldStart, ready).CopyTo(buffer);
        heldStart += ready;
        return ready;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            unpacked.Dispose();
        }

        base.Dispose(disposing);
    }

    private void Fill()
    {
        held.AsSpan(heldStart, heldEnd - heldStart).CopyTo(held);
        heldEnd -= heldStart;
        heldStart = 0;
        int read = unpacked.Read(held, heldEnd, held.Length - heldEnd);
        heldEnd += read;
        if (read > 0)
        {
            return;
        }

        if (!held.AsSpan(0, heldEnd).EndsWith(Seal))
        {
            throw new InvalidDataException("The data end before the last member does, or go on behind it.");
        }

        heldEnd -= Seal.Length;
        ended = true;
    }

    private static byte[] Pack(byte[] content)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return packed.ToArray();
    }
}
