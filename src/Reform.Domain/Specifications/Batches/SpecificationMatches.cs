namespace Reform.Domain.Specifications;

/// <summary>A candidate that satisfies a specification (đối tượng thỏa điều kiện).</summary>
/// <param name="Candidate">The place of the candidate among those judged, from 0.</param>
/// <param name="Specification">The place of the specification in its batch, from 0.</param>
public readonly record struct SpecificationMatch(int Candidate, int Specification);

/// <summary>A specification that threw on a candidate; the other specifications judged it all the same.</summary>
/// <param name="Candidate">The place of the candidate among those judged, from 0.</param>
/// <param name="Specification">The place of the specification in its batch, from 0.</param>
/// <param name="Exception">What it threw.</param>
public sealed record SpecificationFailure(int Candidate, int Specification, Exception Exception);

/// <summary>
/// What a batch found: matches and failures, each in the order of the candidates, then of the specifications. It belongs to the
/// caller and is used again and again: once it has grown to the size of its work, nothing is allocated.
/// </summary>
/// <remarks>Not safe for use by several threads at once.</remarks>
public sealed class SpecificationMatches
{
    private readonly List<SpecificationFailure> failures = [];
    private SpecificationMatch[] items = [];
    private int count;

    /// <summary>The matches of the last evaluation, until the next one.</summary>
    public ReadOnlySpan<SpecificationMatch> Matches => items.AsSpan(0, count);

    /// <summary>The failures of the last evaluation, until the next one; empty as a rule.</summary>
    public IReadOnlyList<SpecificationFailure> Failures => failures;

    /// <summary>The matches of each part of a parallel evaluation, kept to be used again.</summary>
    internal List<SpecificationMatches> Parts { get; } = [];

    internal void Clear()
    {
        count = 0;
        failures.Clear();
    }

    internal void Fail(int candidate, int specification, Exception exception) => failures.Add(new(candidate, specification, exception));

    /// <summary>Puts the failures from a place on in order.</summary>
    internal void SortFailures(int from)
    {
        if (failures.Count > from + 1)
        {
            failures.Sort(from, failures.Count - from, InOrder.Instance);
        }
    }

    /// <summary>Adds the matches of consecutive candidates: one word of bits for each, the lowest bit for the first specification.</summary>
    internal void Add(int firstCandidate, int firstSpecification, ReadOnlySpan<ulong> satisfied)
    {
        Reserve(satisfied.Length * 64L, satisfied);
        SpecificationMatch[] into = items;
        int at = count;
        for (int i = 0; i < satisfied.Length; i++)
        {
            for (ulong rest = satisfied[i]; rest != 0; rest &= rest - 1)
            {
                into[at++] = new(firstCandidate + i, firstSpecification + System.Numerics.BitOperations.TrailingZeroCount(rest));
            }
        }

        count = at;
    }

    internal void Append(SpecificationMatches other, int candidateOffset)
    {
        Grow((long)count + other.count);
        Span<SpecificationMatch> into = items.AsSpan(count);
        ReadOnlySpan<SpecificationMatch> from = other.Matches;
        for (int i = 0; i < from.Length; i++)
        {
            into[i] = new(from[i].Candidate + candidateOffset, from[i].Specification);
        }

        count += from.Length;
        foreach (SpecificationFailure failure in other.failures)
        {
            failures.Add(failure with { Candidate = failure.Candidate + candidateOffset });
        }
    }

    // Most candidates match little: counting the bits is only worth it when the worst case would not fit.
    private void Reserve(long atMost, ReadOnlySpan<ulong> satisfied)
    {
        if (items.Length - count >= atMost)
        {
            return;
        }

        long wanted = count;
        foreach (ulong word in satisfied)
        {
            wanted += System.Numerics.BitOperations.PopCount(word);
        }

        Grow(wanted);
    }

    private void Grow(long wanted)
    {
        if (wanted > Array.MaxLength)
        {
            throw new InvalidOperationException("More matches than an array holds: judge fewer candidates at once.");
        }

        if (wanted > items.Length)
        {
            Array.Resize(ref items, (int)Math.Min(Array.MaxLength, Math.Max(wanted, Math.Max(256, items.Length * 2L))));
        }
    }

    private sealed class InOrder : IComparer<SpecificationFailure>
    {
        public static readonly InOrder Instance = new();

        public int Compare(SpecificationFailure? x, SpecificationFailure? y) =>
            (x!.Candidate, x.Specification).CompareTo((y!.Candidate, y.Specification));
    }
}
