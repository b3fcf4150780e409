using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Reform.Domain.Cases;

/// <summary>Identifiers with their lines: of each 96 bits of its SHA-256, 16 bytes with the line, 18 to 25 with the room to grow.</summary>
internal sealed class HashedCaseIds
{
    private const int Parts = 256;

    // In parts that grow one by one, and by little: growing holds little twice, and little stands empty.
    private readonly Slot[][] parts = [.. Enumerable.Range(0, Parts).Select(_ => new Slot[16])];
    private readonly int[] counts = new int[Parts];

    public int Count { get; private set; }

    /// <summary>The line of an identifier; null when it is not there.</summary>
    public int? LineOf(IdHash id)
    {
        int line = Find(parts[id.High % Parts], id).Line;
        return line == 0 ? null : line;
    }

    /// <summary>Adds one that is not there.</summary>
    public void Add(IdHash id, int line)
    {
        uint part = id.High % Parts;
        if (counts[part] >= parts[part].Length / 8 * 7)
        {
            parts[part] = Grown(parts[part]);
        }

        // A slot whose line is 0 is free; lines of a log begin with 1.
        Find(parts[part], id) = new Slot(id.Low, id.High, Math.Max(1, line));
        counts[part]++;
        Count++;
    }

    private static Slot[] Grown(Slot[] slots)
    {
        var larger = new Slot[slots.Length + Math.Max(8, slots.Length / 32 * 8)];
        foreach (Slot slot in slots)
        {
            if (slot.Line != 0)
            {
                Find(larger, new IdHash(slot.Low, slot.High)) = slot;
            }
        }

        return larger;
    }

    private static ref Slot Find(Slot[] slots, IdHash wanted)
    {
        int at = (int)((uint)wanted.Low * (ulong)slots.Length >> 32);
        while (slots[at].Line != 0 && (slots[at].Low != wanted.Low || slots[at].High != wanted.High))
        {
            at = at + 1 == slots.Length ? 0 : at + 1;
        }

        return ref slots[at];
    }

    // With the line in the same 16 bytes.
    private readonly record struct Slot(ulong Low, uint High, int Line);
}

/// <summary>96 bits of the SHA-256 of an identifier.</summary>
internal readonly record struct IdHash(ulong Low, uint High)
{
    public static IdHash Of(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(MemoryMarshal.AsBytes(id.AsSpan()), hash);
        return new IdHash(BinaryPrimitives.ReadUInt64LittleEndian(hash), BinaryPrimitives.ReadUInt32LittleEndian(hash[8..]));
    }
}
