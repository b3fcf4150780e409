namespace Reform.Domain.Specifications;

/// <summary>
/// Specifications judged together: compiled into one pass over the candidates, which reads each once and makes nothing on the way.
/// </summary>
/// <remarks>
/// The verdicts are those of <see cref="Specification{T}.IsSatisfiedBy"/>, each by itself: one that throws is reported with its
/// place, and the others keep their verdicts. A property is taken to answer the same as often as it is read for one candidate. The
/// code is compiled at the first use, once for each shape of the specifications together; captured values are handed to it.
/// Immutable, safe for use by many threads at once, each with its own <see cref="SpecificationMatches"/>.
/// </remarks>
/// <typeparam name="T">The type of the candidates.</typeparam>
public sealed class SpecificationBatch<T>
{
    private const int PartRows = 8192;
    private readonly Specification<T>[] specifications;
    private readonly int[] firsts;
    private volatile FusedGroup<T>[]? overObjects;
    private volatile ColumnGroup<T>[]? overColumns;

    /// <summary>Takes specifications to be judged together.</summary>
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

        firsts = BatchGroups.Of(this.specifications);
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
        Blocks.Judge(new ObjectBlocks<T>(candidates, OverObjects), 0, candidates.Length, into);
    }

    /// <summary>Judges facts by every specification, over their columns. A match names a fact by its place, from 0.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="into">Takes the matches and the failures; what it held before is dropped.</param>
    /// <exception cref="ArgumentException">
    /// A specification reads something that has no column form, or that the facts have no column of: they were made for others.
    /// </exception>
    public void Evaluate(FactColumns<T> facts, SpecificationMatches into)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(into);
        into.Clear();
        var blocks = new ColumnBlocks<T>(facts, OverColumns);
        try
        {
            Blocks.Judge(blocks, 0, facts.Count, into);
        }
        finally
        {
            blocks.Close();
        }
    }

    /// <summary>Judges candidates on all processors; the answer is that of <see cref="Evaluate(ReadOnlySpan{T}, SpecificationMatches)"/>, in the same order.</summary>
    /// <param name="candidates">The candidates.</param>
    /// <param name="into">Takes the matches and the failures; what it held before is dropped.</param>
    /// <param name="cancellation">Ends the work between two parts of it.</param>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public void EvaluateInParallel(ReadOnlyMemory<T> candidates, SpecificationMatches into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(into);
        FusedGroup<T>[] groups = OverObjects;
        ParallelParts.Evaluate(
            candidates.Length,
            PartRows,
            into,
            (from, count, part) => Blocks.Judge(new ObjectBlocks<T>(candidates.Span.Slice(from, count), groups), 0, count, part),
            cancellation);
    }

    /// <summary>Judges facts over their columns on all processors; the answer is that of <see cref="Evaluate(FactColumns{T}, SpecificationMatches)"/>, in the same order.</summary>
    /// <param name="facts">The facts.</param>
    /// <param name="into">Takes the matches and the failures; what it held before is dropped.</param>
    /// <param name="cancellation">Ends the work between two parts of it.</param>
    /// <exception cref="ArgumentException">
    /// A specification reads something that has no column form, or that the facts have no column of: they were made for others.
    /// </exception>
    /// <exception cref="OperationCanceledException">The work was ended.</exception>
    public void EvaluateInParallel(FactColumns<T> facts, SpecificationMatches into, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(into);
        var blocks = new ColumnBlocks<T>(facts, OverColumns);
        try
        {
            ParallelParts.Evaluate(
                facts.Count, PartRows, into, (from, count, part) => Blocks.Judge(blocks, from, from + count, part), cancellation);
        }
        finally
        {
            blocks.Close();
        }
    }

    private FusedGroup<T>[] OverObjects => overObjects ??= Groups((group, first) => new FusedGroup<T>(group, first));

    private ColumnGroup<T>[] OverColumns => overColumns ??= Groups((group, first) => new ColumnGroup<T>(group, first));

    private TGroup[] Groups<TGroup>(Func<Specification<T>[], int, TGroup> make) =>
        [.. firsts.Select((first, g) => make(specifications[first..(g + 1 < firsts.Length ? firsts[g + 1] : specifications.Length)], first))];
}
