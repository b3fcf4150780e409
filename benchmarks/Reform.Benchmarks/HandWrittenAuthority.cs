namespace Reform.Benchmarks;

/// <summary>Grants kept as they are, by cell; a question walks up the chain and looks at the days of every link.</summary>
internal sealed class HandWrittenChainWalk
{
    private readonly int[] holder;
    private readonly int[] starts;
    private readonly int[] ofCell;
    private readonly Link[] links;

    public HandWrittenChainWalk(AuthorityWork work)
    {
        holder = work.Holder;
        links = [.. work.Grants.Select(g => new Link(g.Grantee, g.Parent, g.From, Math.Min(g.To, g.RevokedFrom)))];
        starts = new int[holder.Length + 1];
        foreach (WorkGrant grant in work.Grants)
        {
            starts[grant.Cell + 1]++;
        }

        for (int cell = 0; cell < holder.Length; cell++)
        {
            starts[cell + 1] += starts[cell];
        }

        // Of several grants to one person the one with the shorter chain comes first, then the one with the smaller numbers.
        ofCell = [.. Enumerable.Range(0, links.Length).OrderBy(g => work.Grants[g].Cell).ThenBy(Depth).ThenBy(Path, Comparer<int[]>.Create(ComparePaths))];
    }

    /// <summary>The length of the chain, which is written to the span; -1 when the person is not competent.</summary>
    public int Check(int cell, int person, int day, Span<int> chain)
    {
        if (holder[cell] == person)
        {
            return 0;
        }

        for (int i = starts[cell]; i < starts[cell + 1]; i++)
        {
            int grant = ofCell[i];
            if (links[grant].Grantee != person)
            {
                continue;
            }

            int length = 0;
            int at = grant;
            while (at >= 0 && links[at].From <= day && day < links[at].To)
            {
                chain[length++] = at;
                at = links[at].Parent;
            }

            if (at < 0)
            {
                chain[..length].Reverse();
                return length;
            }
        }

        return -1;
    }

    private int Depth(int grant) => links[grant].Parent < 0 ? 1 : Depth(links[grant].Parent) + 1;

    private int[] Path(int grant) => links[grant].Parent < 0 ? [grant] : [.. Path(links[grant].Parent), grant];

    private static int ComparePaths(int[] a, int[] b)
    {
        int i = 0;
        while (i < a.Length - 1 && a[i] == b[i])
        {
            i++;
        }

        return a[i].CompareTo(b[i]);
    }

    private readonly record struct Link(int Grantee, int Parent, int From, int To);
}

/// <summary>Chains flattened to days, in an open hash table of 64-bit keys; yes or no only.</summary>
internal sealed class HandWrittenPackedTable
{
    private const int Bits = 18;
    private readonly ulong[] keys = new ulong[1 << Bits];
    private readonly int[] starts = new int[1 << Bits];
    private readonly int[] counts = new int[1 << Bits];
    private readonly (int From, int To)[] days;

    public HandWrittenPackedTable(AuthorityWork work)
    {
        Array.Fill(keys, ulong.MaxValue);
        var all = new List<(int From, int To)>();
        foreach (((int cell, int person), List<(int From, int To)> periods) in Flattened.Of(work))
        {
            int slot = Slot(Key(cell, person));
            keys[slot] = Key(cell, person);
            starts[slot] = all.Count;
            counts[slot] = periods.Count;
            all.AddRange(periods);
        }

        days = [.. all];
    }

    public bool Check(int cell, int person, int day)
    {
        int slot = Slot(Key(cell, person));
        if (keys[slot] == ulong.MaxValue)
        {
            return false;
        }

        for (int i = starts[slot]; i < starts[slot] + counts[slot]; i++)
        {
            if (days[i].From <= day && day < days[i].To)
            {
                return true;
            }
        }

        return false;
    }

    private static ulong Key(int cell, int person) => ((ulong)(uint)cell << 32) | (uint)person;

    private int Slot(ulong key)
    {
        int slot = (int)((key * 0x9E3779B97F4A7C15UL) >> (64 - Bits));
        while (keys[slot] != key && keys[slot] != ulong.MaxValue)
        {
            slot = (slot + 1) & ((1 << Bits) - 1);
        }

        return slot;
    }
}

/// <summary>Chains flattened to days, in a Dictionary; yes or no only.</summary>
internal sealed class HandWrittenDictionary(AuthorityWork work)
{
    private readonly Dictionary<(int Power, int Unit, int Person), (int From, int To)[]> periods = Flattened.Of(work)
        .ToDictionary(p => (p.Key.Cell / AuthorityWork.Units, p.Key.Cell % AuthorityWork.Units, p.Key.Person), p => p.Value.ToArray());

    public bool Check(int power, int unit, int person, int day)
    {
        if (!periods.TryGetValue((power, unit, person), out (int From, int To)[]? days))
        {
            return false;
        }

        foreach ((int from, int to) in days)
        {
            if (from <= day && day < to)
            {
                return true;
            }
        }

        return false;
    }
}

/// <summary>The days of each person in each cell, from the chains by brute force.</summary>
internal static class Flattened
{
    public static Dictionary<(int Cell, int Person), List<(int From, int To)>> Of(AuthorityWork work)
    {
        var result = new Dictionary<(int Cell, int Person), List<(int From, int To)>>();
        for (int cell = 0; cell < work.Holder.Length; cell++)
        {
            result[(cell, work.Holder[cell])] = [(0, int.MaxValue)];
        }

        foreach (WorkGrant grant in work.Grants)
        {
            (int from, int to) = (0, int.MaxValue);
            for (WorkGrant? at = grant; at is WorkGrant link; at = link.Parent < 0 ? null : work.Grants[link.Parent])
            {
                (from, to) = (Math.Max(from, link.From), Math.Min(to, Math.Min(link.To, link.RevokedFrom)));
            }

            if (from < to)
            {
                if (!result.TryGetValue((grant.Cell, grant.Grantee), out List<(int From, int To)>? list))
                {
                    result.Add((grant.Cell, grant.Grantee), list = []);
                }

                list.Add((from, to));
            }
        }

        return result;
    }
}
