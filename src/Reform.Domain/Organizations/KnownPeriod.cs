using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>The moments at which a record stood: from its entry until it was corrected; null: until now.</summary>
internal readonly record struct KnownPeriod(Instant From, Instant? To)
{
    public bool Contains(Instant moment) => From <= moment && !(moment >= To);

    public KnownPeriod? Intersect(KnownPeriod other)
    {
        Instant from = Instant.Max(From, other.From);
        Instant? to = To is null || other.To < To ? other.To : To;
        return from >= to ? null : new KnownPeriod(from, to);
    }
}

/// <summary>A fact in both times: the dates for which it holds, the moments at which it was known.</summary>
internal sealed record KnownPiece<T>(T Fact, int Index, KnownPeriod Known, Validity Validity)
    where T : class
{
    /// <summary>The pieces that are left of this one within the lives of a unit or position that it is about.</summary>
    public IEnumerable<KnownPiece<T>> Within<TLife>(IEnumerable<KnownPiece<TLife>> lives)
        where TLife : class
    {
        foreach (KnownPiece<TLife> life in lives)
        {
            if (Known.Intersect(life.Known) is KnownPeriod known && Validity.Intersect(life.Validity) is Validity validity)
            {
                yield return this with { Known = known, Validity = validity };
            }
        }
    }
}

/// <summary>Records in both times.</summary>
internal static class KnownPieces
{
    /// <summary>Each fact with the moments at which it stood; one that never stood is left out.</summary>
    public static List<KnownPiece<T>> Of<T>(ValueList<Recorded<T>> records, Func<T, Validity> validity)
        where T : class
    {
        var correctedAt = new Dictionary<string, Instant>(StringComparer.Ordinal);
        foreach (Recorded<T> record in records)
        {
            if (record.Corrects is string corrected && (!correctedAt.TryGetValue(corrected, out Instant at) || record.RecordedAt < at))
            {
                correctedAt[corrected] = record.RecordedAt;
            }
        }

        var pieces = new List<KnownPiece<T>>();
        for (int i = 0; i < records.Count; i++)
        {
            Recorded<T> record = records[i];
            Instant? until = correctedAt.TryGetValue(record.Id, out Instant end) ? end : null;
            if (record.Fact is T fact && !(record.RecordedAt >= until))
            {
                pieces.Add(new KnownPiece<T>(fact, i, new KnownPeriod(record.RecordedAt, until), validity(fact)));
            }
        }

        return pieces;
    }

    /// <summary>The pieces, each together with those that follow it without a gap and say the same: a correction of a name changes no life.</summary>
    public static IEnumerable<KnownPiece<T>> Merged<T>(IEnumerable<KnownPiece<T>> pieces, Func<T, string> key, Func<T, T, bool> saysTheSame)
        where T : class
    {
        foreach (IGrouping<string, KnownPiece<T>> group in pieces.GroupBy(p => key(p.Fact), StringComparer.Ordinal))
        {
            KnownPiece<T>? last = null;
            foreach (KnownPiece<T> piece in group.OrderBy(p => p.Known.From))
            {
                if (last is not null && last.Known.To == piece.Known.From && last.Validity == piece.Validity && saysTheSame(last.Fact, piece.Fact))
                {
                    last = last with { Known = new KnownPeriod(last.Known.From, piece.Known.To) };
                    continue;
                }

                if (last is not null)
                {
                    yield return last;
                }

                last = piece;
            }

            yield return last!;
        }
    }

    /// <summary>The pieces that hold on a date for which another of them holds, known at the same moment; of each such pair, the later entered.</summary>
    public static List<(KnownPiece<T> Later, KnownPiece<T> Earlier)> Overlapping<T>(IEnumerable<KnownPiece<T>> pieces)
        where T : class
    {
        // Sweeps over the moments; the pieces known at one of them are kept in the order of their dates and never overlap.
        var found = new List<(KnownPiece<T>, KnownPiece<T>)>();
        var active = new SortedSet<KnownPiece<T>>(Comparer<KnownPiece<T>>.Create(ByFirstDate));
        var ending = new PriorityQueue<KnownPiece<T>, Instant>();
        foreach (KnownPiece<T> piece in pieces.OrderBy(p => p.Known.From).ThenBy(p => p.Index))
        {
            while (ending.TryPeek(out KnownPiece<T>? ended, out Instant end) && end <= piece.Known.From)
            {
                active.Remove(ended);
                ending.Dequeue();
            }

            KnownPiece<T>? before = active.Count == 0 ? null : active.GetViewBetween(active.Min, Later(active.Min!, piece)).Max;
            KnownPiece<T>? after = active.Count == 0 ? null : active.GetViewBetween(Earlier(active.Max!, piece), active.Max).Min;
            if (new[] { before, after }.FirstOrDefault(p => p is not null && p.Validity.Overlaps(piece.Validity)) is KnownPiece<T> met)
            {
                // A fact meets itself only where something that it is about stands twice, which is reported there.
                if (met.Index != piece.Index)
                {
                    found.Add((piece, met));
                }

                continue;
            }

            active.Add(piece);
            if (piece.Known.To is Instant to)
            {
                ending.Enqueue(piece, to);
            }
        }

        return found;
    }

    private static KnownPiece<T> Later<T>(KnownPiece<T> one, KnownPiece<T> other)
        where T : class => ByFirstDate(one, other) >= 0 ? one : other;

    private static KnownPiece<T> Earlier<T>(KnownPiece<T> one, KnownPiece<T> other)
        where T : class => ByFirstDate(one, other) <= 0 ? one : other;

    private static int ByFirstDate<T>(KnownPiece<T>? one, KnownPiece<T>? other)
        where T : class => (one?.Validity.From ?? LocalDate.MinIsoValue).CompareTo(other?.Validity.From ?? LocalDate.MinIsoValue);
}
