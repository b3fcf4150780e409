using System.Linq.Expressions;

namespace Reform.Domain.Specifications;

/// <summary>Rows that groups of specifications judge.</summary>
internal interface IBlocks
{
    /// <summary>How many groups judge them.</summary>
    int Groups { get; }

    /// <summary>The place of the first specification of a group.</summary>
    int FirstOf(int group);

    /// <summary>Judges rows by a group: a word for each, failures by their place counted from a row.</summary>
    void Judge(int group, int from, int end, scoped Span<ulong> satisfied, int offset, SpecificationMatches into);
}

/// <summary>Judges rows block by block, and puts what the groups found in the order of the rows.</summary>
internal static class Blocks
{
    private const int Rows = 512;

    public static void Judge<TBlocks>(TBlocks blocks, int from, int end, SpecificationMatches into)
        where TBlocks : IBlocks, allows ref struct
    {
        if (blocks.Groups == 1)
        {
            JudgeByOne(blocks, from, end, into);
        }
        else if (blocks.Groups > 1)
        {
            JudgeByMany(blocks, from, end, into);
        }
    }

    private static void JudgeByOne<TBlocks>(TBlocks blocks, int from, int end, SpecificationMatches into)
        where TBlocks : IBlocks, allows ref struct
    {
        Span<ulong> satisfied = stackalloc ulong[Rows];
        for (int start = from; start < end; start += Rows)
        {
            int count = Math.Min(Rows, end - start);
            blocks.Judge(0, start, start + count, satisfied, from, into);
            into.Add(start - from, 0, satisfied[..count]);
        }
    }

    // The matches of a row stand together, so what the groups found of a block is woven.
    private static void JudgeByMany<TBlocks>(TBlocks blocks, int from, int end, SpecificationMatches into)
        where TBlocks : IBlocks, allows ref struct
    {
        Span<ulong> satisfied = blocks.Groups <= 8 ? stackalloc ulong[Rows * 8] : new ulong[Rows * blocks.Groups];
        for (int start = from; start < end; start += Rows)
        {
            int count = Math.Min(Rows, end - start);
            int failures = into.Failures.Count;
            for (int g = 0; g < blocks.Groups; g++)
            {
                blocks.Judge(g, start, start + count, satisfied.Slice(g * Rows, Rows), from, into);
            }

            into.SortFailures(failures);
            for (int i = 0; i < count; i++)
            {
                for (int g = 0; g < blocks.Groups; g++)
                {
                    into.Add(start - from + i, blocks.FirstOf(g), satisfied.Slice((g * Rows) + i, 1));
                }
            }
        }
    }
}

/// <summary>Divides specifications into groups that a word has bits for, and that the runtime still optimizes as one method.</summary>
internal static class BatchGroups
{
    private const int MaxSpecifications = 64;

    // Beyond some thousand branches the runtime gives up optimizing a method.
    private const int MaxNodes = 1500;

    /// <summary>The place of the first specification of each group.</summary>
    public static int[] Of<T>(IReadOnlyList<Specification<T>> specifications)
    {
        var firsts = new List<int>();
        int nodes = 0;
        for (int i = 0; i < specifications.Count; i++)
        {
            int size = NodeCounter.In(specifications[i].Expression);
            if (firsts.Count == 0 || i - firsts[^1] == MaxSpecifications || nodes + size > MaxNodes)
            {
                firsts.Add(i);
                nodes = 0;
            }

            nodes += size;
        }

        return [.. firsts];
    }

    private sealed class NodeCounter : ExpressionVisitor
    {
        private int count;

        public static int In(Expression condition)
        {
            var counter = new NodeCounter();
            counter.Visit(condition);
            return counter.count;
        }

        public override Expression? Visit(Expression? node)
        {
            count++;
            return base.Visit(node);
        }
    }
}
