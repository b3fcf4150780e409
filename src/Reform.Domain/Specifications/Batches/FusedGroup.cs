namespace Reform.Domain.Specifications;

/// <summary>Up to 64 consecutive specifications of a batch: a bit of a word for each.</summary>
internal sealed class FusedGroup<T>
{
    private const int MaxSpecifications = 64;

    // Beyond some thousand branches the runtime gives up optimizing a method.
    private const int MaxNodes = 1500;

    private readonly Specification<T>[] specifications;
    private readonly FusedPass<T> code;
    private readonly object?[] values;
    private readonly CompiledCondition<T>[] apart;

    private FusedGroup(Specification<T>[] specifications, int first)
    {
        this.specifications = specifications;
        First = first;
        (code, values, apart) = FusedCode<T>.For(specifications);
    }

    /// <summary>The place of its first specification in the batch.</summary>
    public int First { get; }

    public static FusedGroup<T>[] Of(Specification<T>[] specifications)
    {
        var groups = new List<FusedGroup<T>>();
        int first = 0;
        int nodes = 0;
        for (int i = 0; i < specifications.Length; i++)
        {
            int size = NodeCounter.In(specifications[i].Expression);
            if (i > first && (i - first == MaxSpecifications || nodes + size > MaxNodes))
            {
                groups.Add(new(specifications[first..i], first));
                first = i;
                nodes = 0;
            }

            nodes += size;
        }

        if (first < specifications.Length)
        {
            groups.Add(new(specifications[first..], first));
        }

        return [.. groups];
    }

    /// <summary>Judges a block of candidates.</summary>
    /// <param name="block">The candidates.</param>
    /// <param name="satisfied">Takes a word for each.</param>
    /// <param name="offset">The place of the first in the whole.</param>
    /// <param name="into">Takes the failures.</param>
    public void Judge(ReadOnlySpan<T> block, Span<ulong> satisfied, int offset, SpecificationMatches into)
    {
        int position = 0;
        while (position < block.Length && !TryPass(block, satisfied, ref position))
        {
            satisfied[position] = JudgedOneByOne(block[position], offset + position, into);
            position++;
        }
    }

    private bool TryPass(ReadOnlySpan<T> block, Span<ulong> satisfied, ref int position)
    {
        try
        {
            code(block, satisfied, values, apart, ref position);
            return true;
        }
#pragma warning disable CA1031 // Whatever it is, it is thrown again by the specification that it belongs to, if it belongs to one.
        catch (Exception)
#pragma warning restore CA1031
        {
            return false;
        }
    }

    private ulong JudgedOneByOne(T candidate, int place, SpecificationMatches into)
    {
        ulong word = 0;
        for (int i = 0; i < specifications.Length; i++)
        {
            try
            {
                word |= specifications[i].IsSatisfiedBy(candidate) ? 1UL << i : 0;
            }
#pragma warning disable CA1031 // Conditions come from outside too: whatever one throws is reported with its place.
            catch (Exception e)
#pragma warning restore CA1031
            {
                into.Fail(place, First + i, e);
            }
        }

        return word;
    }

    private sealed class NodeCounter : System.Linq.Expressions.ExpressionVisitor
    {
        private int count;

        public static int In(System.Linq.Expressions.Expression condition)
        {
            var counter = new NodeCounter();
            counter.Visit(condition);
            return counter.count;
        }

        public override System.Linq.Expressions.Expression? Visit(System.Linq.Expressions.Expression? node)
        {
            count++;
            return base.Visit(node);
        }
    }
}
