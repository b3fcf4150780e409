using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Reform.Domain.Cases;

/// <summary>
/// The identifiers that a log has used, with their lines. Of each only 96 bits of its SHA-256 are held, 16 bytes with the line: a log
/// of millions of cases fits, and nobody can make two identifiers that are taken for one.
/// </summary>
internal sealed class SeenCaseIds
{
    private const int Parts = 256;

    // In parts that grow one by one: growing holds little twice.
    private readonly Slot[][] parts = [.. Enumerable.Range(0, Parts).Select(_ => new Slot[16])];
    private readonly int[] counts = new int[Parts];

    public int Count { get; private set; }

    /// <summary>Notes an identifier; the line of the case that had it before, or null when it is new.</summary>
    public int? Add(string id, int line)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        // A slot whose line is 0 is free; lines of a log begin with 1.
        var slot = new Slot(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt32LittleEndian(hash[8..]), Math.Max(1, line));
        int part = (int)(slot.High % Parts);
        if (counts[part] >= parts[part].Length / 4 * 3)
        {
            parts[part] = Grown(parts[part]);
        }

        ref Slot place = ref Find(parts[part], slot);
        if (place.Line != 0)
        {
            return place.Line;
        }

        place = slot;
        counts[part]++;
        Count++;
        return null;
    }

    private static Slot[] Grown(Slot[] slots)
    {
        var larger = new Slot[slots.Length * 2];
        foreach (Slot slot in slots)
        {
            if (slot.Line != 0)
            {
                Find(larger, slot) = slot;
            }
        }

        return larger;
    }

    private static ref Slot Find(Slot[] slots, Slot wanted)
    {
        int at = (int)(wanted.Low & (ulong)(slots.Length - 1));
        while (slots[at].Line != 0 && (slots[at].Low != wanted.Low || slots[at].High != wanted.High))
        {
            at = (at + 1) & (slots.Length - 1);
        }

        return ref slots[at];
    }

    private readonly record struct Slot(ulong Low, uint High, int Line);
}
