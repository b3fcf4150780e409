using System.Buffers;

namespace Reform.Domain.Specifications;

/// <summary>Up to 64 consecutive specifications of a batch over columns: a bit of a word for each.</summary>
internal sealed class ColumnGroup<T>
{
    private readonly Specification<T>[] specifications;
    private readonly ColumnCode<T> code;
    private readonly object?[] values;

    public ColumnGroup(Specification<T>[] specifications, int first)
    {
        this.specifications = specifications;
        First = first;
        (code, values) = ColumnCode<T>.For(specifications, nameof(specifications));
    }

    /// <summary>The place of its first specification in the batch.</summary>
    public int First { get; }

    /// <summary>The arrays that judging these facts takes.</summary>
    /// <exception cref="ArgumentException">The facts have no column that is read.</exception>
    public object[] ArraysOf(FactColumns<T> facts) => facts.ArraysOf(code.Slots, code.Memos);

    /// <summary>What is remembered of texts starts anew.</summary>
    public void Open(object[] arrays, FactColumns<T> facts)
    {
        for (int i = arrays.Length - code.Memos; i < arrays.Length; i++)
        {
            byte[] memo = ArrayPool<byte>.Shared.Rent(facts.Texts.Count);
            Array.Clear(memo);
            arrays[i] = memo;
        }
    }

    /// <summary>Gives back what remembered.</summary>
    public void Close(object[] arrays)
    {
        for (int i = arrays.Length - code.Memos; i < arrays.Length; i++)
        {
            ArrayPool<byte>.Shared.Return((byte[])arrays[i]);
        }
    }

    /// <summary>Judges rows.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="arrays">The arrays of their columns.</param>
    /// <param name="from">The first row.</param>
    /// <param name="end">The row after the last.</param>
    /// <param name="satisfied">Takes a word for each.</param>
    /// <param name="offset">What is taken from the row for its place among the results.</param>
    /// <param name="into">Takes the failures.</param>
    public void Judge(FactColumns<T> facts, object[] arrays, int from, int end, scoped Span<ulong> satisfied, int offset, SpecificationMatches into)
    {
        int next = facts.Apart.BinarySearch(from);
        next = next < 0 ? ~next : next;
        int position = from;
        while (position < end)
        {
            int stop = next < facts.Apart.Count ? Math.Min(end, facts.Apart[next]) : end;
            if (stop == position)
            {
                satisfied[position - from] = AsObject(facts.Kept(position), position - offset, into);
                position++;
                next++;
            }
            else if (TryPass(facts, arrays, from, stop, satisfied, ref position))
            {
                position = stop;
            }
            else
            {
                satisfied[position - from] = Carefully(facts, arrays, position, position - offset, into);
                position++;
            }
        }
    }

    private ulong AsObject(T fact, int place, SpecificationMatches into) => OneByOne.Ask(
        specifications.Length,
        First,
        place,
        (Of: this, Fact: fact),
        static (asked, i) => asked.Of.specifications[i].IsSatisfiedBy(asked.Fact),
        into);

    private ulong Carefully(FactColumns<T> facts, object[] arrays, int row, int place, SpecificationMatches into) => OneByOne.Ask(
        specifications.Length,
        First,
        place,
        (Of: this, Facts: facts, Arrays: arrays, Row: row),
        static (asked, i) => asked.Of.code.Test(i)(asked.Row, asked.Of.values, asked.Arrays, asked.Facts.Texts),
        into);

    private bool TryPass(FactColumns<T> facts, object[] arrays, int from, int stop, scoped Span<ulong> satisfied, ref int position)
    {
        try
        {
            code.Pass(from, stop, satisfied, values, arrays, facts.Texts, ref position);
            return true;
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again by the specification that it belongs to, if it belongs to one.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }
}

/// <summary>Facts that groups judge over their columns.</summary>
internal readonly struct ColumnBlocks<T> : IBlocks
{
    private readonly FactColumns<T> facts;
    private readonly ColumnGroup<T>[] groups;
    private readonly object[][] arrays;

    /// <exception cref="ArgumentException">The facts have no column that a group reads.</exception>
    public ColumnBlocks(FactColumns<T> facts, ColumnGroup<T>[] groups)
    {
        this.facts = facts;
        this.groups = groups;
        arrays = [.. groups.Select(g => g.ArraysOf(facts))];
        for (int g = 0; g < groups.Length; g++)
        {
            groups[g].Open(arrays[g], facts);
        }
    }

    public int Groups => groups.Length;

    public int FirstOf(int group) => groups[group].First;

    public void Judge(int group, int from, int end, scoped Span<ulong> satisfied, int offset, SpecificationMatches into) =>
        groups[group].Judge(facts, arrays[group], from, end, satisfied, offset, into);

    /// <summary>Gives back what remembered.</summary>
    public void Close()
    {
        for (int g = 0; g < groups.Length; g++)
        {
            groups[g].Close(arrays[g]);
        }
    }
}
