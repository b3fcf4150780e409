namespace Reform.Domain.Specifications;

/// <summary>
/// Facts by columns (dữ kiện theo cột): of each fact only what given specifications read, in typed arrays. Dates are day numbers,
/// texts are codes, absent values have a mark, lists are ranges of a table of their elements. A
/// <see cref="SpecificationBatch{T}"/> judges them several times as fast as objects.
/// </summary>
/// <remarks>
/// The verdicts are those over the objects. A fact that does not fit into columns – a property throws, an element of a list is
/// null, a date is of another calendar – is kept as it is, and judged as an object. Facts are taken not to change.
/// Adding is for one thread; judging, for any number at once.
/// </remarks>
/// <typeparam name="T">The type of the facts.</typeparam>
public sealed class FactColumns<T>
{
    private readonly ColumnBuilder builder;
    private readonly FactTable<T> table;
    private readonly List<int> apart = [];
    private readonly List<T> kept = [];

    /// <summary>Creates columns for what specifications read.</summary>
    /// <param name="readers">The specifications.</param>
    /// <exception cref="ArgumentException">A specification is null, or reads something that has no column form; the message names it.</exception>
    public FactColumns(IEnumerable<Specification<T>> readers)
    {
        ArgumentNullException.ThrowIfNull(readers);
        builder = new ColumnBuilder(Texts);
        table = builder.Build<T>(ColumnCode<T>.SlotsOf([.. readers], nameof(readers)));
    }

    /// <summary>How many facts there are.</summary>
    public int Count => table.Count;

    /// <summary>The texts that the codes stand for.</summary>
    internal TextTable Texts { get; } = new();

    /// <summary>The rows that are judged as objects, in order.</summary>
    internal List<int> Apart => apart;

    /// <summary>Adds a fact.</summary>
    /// <param name="fact">The fact.</param>
    public void Add(T fact)
    {
        try
        {
            table.Append(fact);
        }
#pragma warning disable CA1031 // A property that throws is no reason to refuse the fact: whoever reads it shall meet what it throws.
        catch (Exception)
#pragma warning restore CA1031
        {
            table.Truncate(table.Count);
            apart.Add(table.Count);
            kept.Add(fact);
            table.AppendNothing();
        }
    }

    /// <summary>Adds facts, in order.</summary>
    /// <param name="facts">The facts.</param>
    public void AddRange(ReadOnlySpan<T> facts)
    {
        foreach (T fact in facts)
        {
            Add(fact);
        }
    }

    /// <summary>The fact of a row that is kept as it is.</summary>
    internal T Kept(int row) => kept[apart.BinarySearch(row)];

    /// <summary>The arrays of the columns that code reads.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    internal object[] ArraysOf(IReadOnlyList<ColumnSlot> slots, int memos)
    {
        var arrays = new List<object>();
        foreach (ColumnSlot slot in slots)
        {
            arrays.AddRange(builder.Arrays.TryGetValue(slot.Path, out Func<object[]>? found)
                ? found()
                : throw new ArgumentException("The facts have no column '" + slot.Path + "': they were made for other specifications."));
        }

        arrays.AddRange(Enumerable.Repeat<object>(null!, memos));
        return [.. arrays];
    }
}
