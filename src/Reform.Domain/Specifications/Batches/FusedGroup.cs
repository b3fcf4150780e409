namespace Reform.Domain.Specifications;

/// <summary>Up to 64 consecutive specifications of a batch over objects: a bit of a word for each.</summary>
internal sealed class FusedGroup<T>
{
    private readonly Specification<T>[] specifications;
    private readonly FusedPass<T> code;
    private readonly object?[] values;
    private readonly CompiledCondition<T>[] apart;

    public FusedGroup(Specification<T>[] specifications, int first)
    {
        this.specifications = specifications;
        First = first;
        (code, values, apart) = FusedCode<T>.For(specifications);
    }

    /// <summary>The place of its first specification in the batch.</summary>
    public int First { get; }

    /// <summary>Judges a block of candidates.</summary>
    /// <param name="block">The candidates.</param>
    /// <param name="satisfied">Takes a word for each.</param>
    /// <param name="offset">The place of the first in the whole.</param>
    /// <param name="into">Takes the failures.</param>
    public void Judge(ReadOnlySpan<T> block, scoped Span<ulong> satisfied, int offset, SpecificationMatches into)
    {
        int position = 0;
        while (position < block.Length && !TryPass(block, satisfied, ref position))
        {
            satisfied[position] = OneByOne.Ask(
                specifications.Length,
                First,
                offset + position,
                (Of: this, Candidate: block[position]),
                static (asked, i) => asked.Of.specifications[i].IsSatisfiedBy(asked.Candidate),
                into);
            position++;
        }
    }

    private bool TryPass(ReadOnlySpan<T> block, scoped Span<ulong> satisfied, ref int position)
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
}

/// <summary>Candidates that groups judge.</summary>
internal readonly ref struct ObjectBlocks<T>(ReadOnlySpan<T> candidates, FusedGroup<T>[] groups) : IBlocks
{
    private readonly ReadOnlySpan<T> candidates = candidates;

    public int Groups => groups.Length;

    public int FirstOf(int group) => groups[group].First;

    public void Judge(int group, int from, int end, scoped Span<ulong> satisfied, int offset, SpecificationMatches into) =>
        groups[group].Judge(candidates[from..end], satisfied, from - offset, into);
}
