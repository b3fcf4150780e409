namespace Reform.Domain.Cases;

/// <summary>
/// The identifiers that a log has used, so that none comes twice. The first are kept with their lines. Of a longer log, those that end in
/// a number, as case numbers do, are kept exactly but without a line, a bit each in a bounded number of bitmaps: any number of cases takes
/// a few MiB. Of all others 96 bits of a SHA-256 stay, so that nobody can make two that are taken for one.
/// </summary>
internal sealed class SeenCaseIds(int withLines = 65_536)
{
    private readonly HashedCaseIds hashed = new();
    private readonly NumberedCaseIds numbered = new();

    public long Count => hashed.Count + numbered.Count;

    /// <summary>Notes an identifier; false when it stood before, on the line <paramref name="earlier"/> where that is kept.</summary>
    public bool Add(string id, int line, out int? earlier)
    {
        bool isNumbered = NumberedCaseIds.TrySplit(id, out int prefix, out long number);
        IdHash hash = IdHash.Of(id);
        bool isAmongNumbered = isNumbered && numbered.Contains(id.AsSpan(0, prefix), number);
        earlier = isAmongNumbered ? null : hashed.LineOf(hash);
        if (isAmongNumbered || earlier is not null)
        {
            return false;
        }

        if (Count < withLines || !isNumbered || !numbered.TryAdd(id.AsSpan(0, prefix), number))
        {
            hashed.Add(hash, line);
        }

        return true;
    }
}
