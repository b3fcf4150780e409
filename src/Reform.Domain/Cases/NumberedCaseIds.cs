namespace Reform.Domain.Cases;

/// <summary>
/// Identifiers that are a short prefix and a number, exactly: a bit each. Takes no more than <see cref="MostBlocks"/> KiB for them, and
/// refuses those that would need more.
/// </summary>
internal sealed class NumberedCaseIds
{
    private const int MostBlocks = 4_096;
    private const int MostPrefix = 32;
    private const int MostDigits = 18;
    private const int NumbersOfBlock = 8_192;
    private readonly Dictionary<string, Dictionary<long, ulong[]>> blocks = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Dictionary<long, ulong[]>>.AlternateLookup<ReadOnlySpan<char>> byPrefix;
    private int blockCount;

    public NumberedCaseIds() => byPrefix = blocks.GetAlternateLookup<ReadOnlySpan<char>>();

    public long Count { get; private set; }

    /// <summary>
    /// Splits an identifier where its number begins; zeros before it belong to the prefix, so that "A7" and "A07" stay two. False when it
    /// does not end in a number, or is too long.
    /// </summary>
    public static bool TrySplit(string id, out int prefix, out long number)
    {
        prefix = id.Length;
        number = 0;
        for (int i = id.Length - 1; i >= Math.Max(0, id.Length - MostDigits) && char.IsAsciiDigit(id[i]); i--)
        {
            prefix = id[i] == '0' ? prefix : i;
        }

        for (int i = prefix; i < id.Length; i++)
        {
            number = (number * 10) + (id[i] - '0');
        }

        return prefix < id.Length && prefix <= MostPrefix;
    }

    public bool Contains(ReadOnlySpan<char> prefix, long number) =>
        byPrefix.TryGetValue(prefix, out Dictionary<long, ulong[]>? own)
        && own.TryGetValue(number / NumbersOfBlock, out ulong[]? bits)
        && (bits[Word(number)] & Bit(number)) != 0;

    /// <summary>Adds one that is not there; false when there is no room for it.</summary>
    public bool TryAdd(ReadOnlySpan<char> prefix, long number)
    {
        if (!byPrefix.TryGetValue(prefix, out Dictionary<long, ulong[]>? own))
        {
            own = [];
        }

        if (!own.TryGetValue(number / NumbersOfBlock, out ulong[]? bits))
        {
            if (blockCount == MostBlocks)
            {
                return false;
            }

            blockCount++;
            own.Add(number / NumbersOfBlock, bits = new ulong[NumbersOfBlock / 64]);
            byPrefix[prefix] = own;
        }

        bits[Word(number)] |= Bit(number);
        Count++;
        return true;
    }

    private static int Word(long number) => (int)(number % NumbersOfBlock) / 64;

    private static ulong Bit(long number) => 1UL << (int)(number % 64);
}
