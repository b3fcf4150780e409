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
    private Slot[] slots = new Slot[1024];

    public int Count { get; private set; }

    /// <summary>Notes an identifier; the line of the case that had it before, or null when it is new.</summary>
    public int? Add(string id, int line)
    {
        if (Count >= slots.Length / 4 * 3)
        {
            Grow();
        }

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        // A slot whose line is 0 is free; lines of a log begin with 1.
        var slot = new Slot(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt32LittleEndian(hash[8..]), Math.Max(1, line));
        ref Slot place = ref Find(slots, slot);
        if (place.Line != 0)
        {
            return place.Line;
        }

        place = slot;
        Count++;
        return null;
    }

    private void Grow()
    {
        var larger = new Slot[slots.Length * 2];
        foreach (Slot slot in slots)
        {
            if (slot.Line != 0)
            {
                Find(larger, slot) = slot;
            }
        }

        slots = larger;
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
