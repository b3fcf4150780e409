namespace Reform.Domain.Delegation;

/// <summary>
/// Grants as trees: each grant hangs on the grant that it passes on, or on a holder by law. Knows the depth of each grant, an order in
/// which parents come first, and the rank that decides between chains: the shorter first, then the smaller identifiers from the top.
/// </summary>
internal sealed class GrantForest
{
    private readonly int[] firstChild;
    private readonly int[] nextSibling;

    private GrantForest(int[] parents, int[] firstChild, int[] nextSibling, int[] depths, int[] ranks, int[] order)
    {
        this.firstChild = firstChild;
        this.nextSibling = nextSibling;
        Parents = parents;
        Depths = depths;
        Ranks = ranks;
        Order = order;
    }

    /// <summary>The number of each grant's parent; -1 at the top.</summary>
    public int[] Parents { get; }

    /// <summary>How many grants each chain has; 1 at the top.</summary>
    public int[] Depths { get; }

    public int[] Ranks { get; }

    /// <summary>All grants in the order of their ranks: parents come before children.</summary>
    public int[] Order { get; }

    /// <summary>Builds the forest.</summary>
    /// <param name="ids">The identifiers.</param>
    /// <param name="parents">The number of each grant's parent; -1 at the top.</param>
    /// <param name="circular">The grants that stand above themselves; when there are any, there is no forest.</param>
    public static GrantForest? Build(string[] ids, int[] parents, out List<int> circular)
    {
        int count = ids.Length;
        (int[] firstChild, int[] nextSibling, List<int> level) = Hang(parents);
        int[] depths = new int[count];
        int[] ranks = new int[count];
        int[] order = new int[count];
        int placed = 0;
        for (int depth = 1; level.Count > 0; depth++)
        {
            level.Sort((a, b) =>
            {
                int byParent = depth == 1 ? 0 : ranks[parents[a]].CompareTo(ranks[parents[b]]);
                return byParent != 0 ? byParent : string.CompareOrdinal(ids[a], ids[b]);
            });
            var next = new List<int>();
            foreach (int grant in level)
            {
                depths[grant] = depth;
                ranks[grant] = placed;
                order[placed++] = grant;
                for (int child = firstChild[grant]; child >= 0; child = nextSibling[child])
                {
                    next.Add(child);
                }
            }

            level = next;
        }

        circular = placed == count ? [] : [.. Circular(parents, depths)];
        return placed == count ? new GrantForest(parents, firstChild, nextSibling, depths, ranks, order) : null;
    }

    /// <summary>The days on which each grant is in force: its own days, as far as what it rests on lasts.</summary>
    /// <param name="own">A grant's own days.</param>
    /// <param name="basis">The days of what a grant rests on: a holder by law, or its parent, whose days are worked out already.</param>
    public IntervalSet[] Propagate(Func<int, IntervalSet> own, Func<int, IntervalSet[], IntervalSet> basis)
    {
        var effective = new IntervalSet[Order.Length];
        foreach (int grant in Order)
        {
            effective[grant] = EffectiveOf(grant, effective, own, basis);
        }

        return effective;
    }

    /// <summary>The grants that hang directly on a grant.</summary>
    public IEnumerable<int> ChildrenOf(int grant)
    {
        for (int child = firstChild[grant]; child >= 0; child = nextSibling[child])
        {
            yield return child;
        }
    }

    /// <summary>Works the days out again for one grant and, as far as they change, for everything that hangs on it.</summary>
    /// <returns>The grants whose days changed.</returns>
    public List<int> Repropagate(int grant, IntervalSet[] effective, Func<int, IntervalSet> own, Func<int, IntervalSet[], IntervalSet> basis)
    {
        var changed = new List<int>();
        var waiting = new Stack<int>([grant]);
        while (waiting.TryPop(out int at))
        {
            IntervalSet days = EffectiveOf(at, effective, own, basis);
            if (days.SameAs(effective[at]))
            {
                continue;
            }

            effective[at] = days;
            changed.Add(at);
            for (int child = firstChild[at]; child >= 0; child = nextSibling[child])
            {
                waiting.Push(child);
            }
        }

        return changed;
    }

    private static IntervalSet EffectiveOf(int grant, IntervalSet[] effective, Func<int, IntervalSet> own, Func<int, IntervalSet[], IntervalSet> basis)
    {
        IntervalSet days = own(grant);
        return days.IsEmpty ? days : days.Intersect(basis(grant, effective));
    }

    private static (int[] FirstChild, int[] NextSibling, List<int> Roots) Hang(int[] parents)
    {
        int[] firstChild = new int[parents.Length];
        int[] nextSibling = new int[parents.Length];
        Array.Fill(firstChild, -1);
        var roots = new List<int>();
        for (int i = 0; i < parents.Length; i++)
        {
            if (parents[i] < 0)
            {
                nextSibling[i] = -1;
                roots.Add(i);
            }
            else
            {
                nextSibling[i] = firstChild[parents[i]];
                firstChild[parents[i]] = i;
            }
        }

        return (firstChild, nextSibling, roots);
    }

    // What was not placed hangs on a circle; a walk up that comes back to itself finds the circle proper.
    private static IEnumerable<int> Circular(int[] parents, int[] depths)
    {
        int[] walkOf = new int[parents.Length];
        for (int start = 0; start < parents.Length; start++)
        {
            int at = start;
            while (depths[at] == 0 && walkOf[at] == 0)
            {
                walkOf[at] = start + 1;
                at = parents[at];
            }

            if (depths[at] == 0 && walkOf[at] == start + 1)
            {
                int first = at;
                do
                {
                    yield return at;
                    at = parents[at];
                }
                while (at != first);
            }
        }
    }
}
