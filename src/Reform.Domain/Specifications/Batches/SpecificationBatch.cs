namespace Reform.Domain.Specifications;

/// <summary>
/// Specifications judged together: compiled into one pass over the candidates, which reads each once and makes nothing on the way.
/// </summary>
/// <remarks>
/// The verdicts are those of <see cref="Specification{T}.IsSatisfiedBy"/>, each by itself: one that throws is reported with its
/// place, and the others keep their verdicts. A property is taken to answer the same as often as it is read for one candidate. The
/// code is compiled once for each shape of the specifications together; captured values are handed to it. Immutable, safe for
/// use by many threads at once, each with its own <see cref="SpecificationMatches"/>.
/// </remarks>
/// <typeparam name="T">The type of the candidates.</typeparam>
public sealed class SpecificationBatch<T>
{
    private const int Rows = 256;
    private const int PartRows = 8192;
    private readonly Specification<T>[] specifications;
    private readonly FusedGroup<T>[] groups;

    /// <summary>Compiles specifications to be judged together.</summary>
    /// <param name="specifications">The specifications; their order is that of the matches.</param>
    /// <exception cref="ArgumentException">One of them is null.</exception>
    public SpecificationBatch(IEnumerable<Specification<T>> specifications)
    {
        ArgumentNullException.ThrowIfNull(specifications);
        this.specifications = [.. specifications];
        if (this.specifications.Contains(null!))
        {
            throw new ArgumentException("A specification is null.", nameof(specifications));
        }

        groups = FusedGroup<T>.Of(this.specifications);
    }

    /// <summary>How many specifications are judged.</summary>
    public int Count => specifications.Length;

    /// <summary>Judges candidates by every specification.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="into">Takes the matches and the failures; what it held before is dropped.</param>
    public void Evaluate(ReadOnlySpan<T> candidates, SpecificationMatches into)
    {
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        Judge(candidates, into);
    }

    /// <summary>Judges candidates on all processors; the answer is that of <see cref="Evaluate"/>, in the same order.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="into">Takes the matches and the failures; what it held before is dropped.</param>
    /// <param name="cancellation">Ends the work between two parts of it.</param>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public void EvaluateInParallel(ReadOnlyMemory<T> candidates, SpecificationMatches into, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(into);
        ParallelParts.Evaluate(
            candidates.Length, PartRows, into, (from, count, part) => Judge(candidates.Span.Slice(from, count), part), cancellation);
    }

    private void Judge(ReadOnlySpan<T> candidates, SpecificationMatches into)
    {
        Span<ulong> satisfied = stackalloc ulong[Rows];
        for (int from = 0; from < candidates.Length; from += Rows)
        {
            ReadOnlySpan<T> block = candidates.Slice(from, Math.Min(Rows, candidates.Length - from));
            if (groups is [FusedGroup<T> only])
            {
                only.Judge(block, satisfied, from, into);
                into.Add(from, 0, satisfied[..block.Length]);
            }
            else
            {
                JudgeGroups(block, from, into);
            }
        }
    }

    // The matches of a candidate stand together, so what the groups found of a block is woven.
    private void JudgeGroups(ReadOnlySpan<T> block, int from, SpecificationMatches into)
    {
        int failures = into.FailureCount;
        Span<ulong> satisfied = groups.Length <= 8 ? stackalloc ulong[Rows * 8] : new ulong[Rows * groups.Length];
        for (int g = 0; g < groups.Length; g++)
        {
            groups[g].Judge(block, satisfied.Slice(g * Rows, Rows), from, into);
        }

        if (into.FailureCount > failures + 1)
        {
            into.SortFailures(failures);
        }

        for (int i = 0; i < block.Length; i++)
        {
            for (int g = 0; g < groups.Length; g++)
            {
                into.Add(from + i, groups[g].First, satisfied.Slice((g * Rows) + i, 1));
            }
        }
    }
}
