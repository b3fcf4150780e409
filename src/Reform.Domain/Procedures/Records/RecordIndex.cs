using System.Collections.Immutable;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>
/// Records that were checked: which stand for each cell, a unit and procedure. Immutable; with further records only those are checked, whatever
/// was there before.
/// </summary>
internal sealed class RecordIndex<T>
    where T : class
{
    private static readonly ImmutableHashSet<string> Nothing = ImmutableHashSet.Create<string>(StringComparer.Ordinal);

    private readonly ImmutableDictionary<string, Recorded<T>> byId;
    private readonly ImmutableHashSet<string> keys;
    private readonly ImmutableHashSet<string> corrected;
    private readonly ImmutableDictionary<(string Unit, string Procedure), ImmutableList<Recorded<T>>> cells;

    private RecordIndex(
        ImmutableDictionary<string, Recorded<T>> byId, ImmutableHashSet<string> keys, ImmutableHashSet<string> corrected,
        ImmutableDictionary<(string Unit, string Procedure), ImmutableList<Recorded<T>>> cells) =>
        (this.byId, this.keys, this.corrected, this.cells) = (byId, keys, corrected, cells);

    /// <summary>That of no records.</summary>
    public static RecordIndex<T> Empty { get; } = new(
        ImmutableDictionary.Create<string, Recorded<T>>(StringComparer.Ordinal), Nothing, Nothing,
        ImmutableDictionary<(string Unit, string Procedure), ImmutableList<Recorded<T>>>.Empty);

    /// <summary>The facts that stand for a cell, in the order in which they were recorded.</summary>
    public IReadOnlyList<T> this[string unit, string procedure] => cells.TryGetValue((unit, procedure), out ImmutableList<Recorded<T>>? cell) ? [.. cell.Select(r => r.Fact!)] : [];

    /// <summary>The index with the records from a place on; those before it are the ones of this index.</summary>
    /// <param name="all">All records.</param>
    /// <param name="from">The place of the first further one.</param>
    /// <param name="list">The name of the list, for problems.</param>
    /// <param name="problems">Where problems are reported; with any, the index is not to be used.</param>
    /// <param name="keyOf">The identifier of a fact.</param>
    /// <param name="cellOf">The cell of a fact.</param>
    public RecordIndex<T> With(
        ValueList<Recorded<T>> all, int from, string list, ProblemList problems, Func<T, string> keyOf, Func<T, (string Unit, string Procedure)> cellOf)
    {
        ImmutableDictionary<string, Recorded<T>>.Builder seen = byId.ToBuilder();
        ImmutableHashSet<string>.Builder about = keys.ToBuilder(), replaced = corrected.ToBuilder();
        problems.CheckRecords(all, from, list, keyOf, seen, about, replaced);
        ImmutableDictionary<(string Unit, string Procedure), ImmutableList<Recorded<T>>>.Builder standing = cells.ToBuilder();
        for (int i = from; i < all.Count; i++)
        {
            if (all[i].Corrects is string corrects && seen.TryGetValue(corrects, out Recorded<T>? before) && before.Fact is T old
                && standing.TryGetValue(cellOf(old), out ImmutableList<Recorded<T>>? there))
            {
                standing[cellOf(old)] = there.Remove(before);
            }

            if (all[i].Fact is T fact)
            {
                standing[cellOf(fact)] = (standing.TryGetValue(cellOf(fact), out ImmutableList<Recorded<T>>? cell) ? cell : []).Add(all[i]);
            }
        }

        return new RecordIndex<T>(seen.ToImmutable(), about.ToImmutable(), replaced.ToImmutable(), standing.ToImmutable());
    }
}
