namespace Reform.Domain.Specifications;

/// <summary>A column of a table of facts, or of the elements of a list.</summary>
internal abstract class Column<TRow>
{
    /// <summary>The arrays of the column, in the order that its slot names.</summary>
    public abstract object[] Arrays { get; }

    /// <summary>Adds what a row has; what throws adds nothing that counts.</summary>
    public abstract void Append(TRow row, int at);

    /// <summary>Adds an entry that is never read.</summary>
    public abstract void AppendNothing(int at);

    /// <summary>Drops what was added from a row on.</summary>
    public virtual void Truncate(int at)
    {
    }

    protected static void Put<TValue>(ref TValue[] values, int at, TValue value)
    {
        if (at >= values.Length)
        {
            Array.Resize(ref values, Math.Max(16, values.Length * 2));
        }

        values[at] = value;
    }
}

/// <summary>Values as they are; also days, texts and the presence of objects, by what they are read as.</summary>
internal sealed class ValueColumn<TRow, TValue>(Func<TRow, TValue> read) : Column<TRow>
{
    private TValue[] values = new TValue[16];

    public override object[] Arrays => [values];

    public override void Append(TRow row, int at) => Put(ref values, at, read(row));

    public override void AppendNothing(int at) => Put(ref values, at, default!);
}

/// <summary>Values that may be absent.</summary>
internal sealed class OptionalColumn<TRow, TValue>(Func<TRow, TValue?> read) : Column<TRow>
    where TValue : struct
{
    private bool[] present = new bool[16];
    private TValue[] values = new TValue[16];

    public override object[] Arrays => [present, values];

    public override void Append(TRow row, int at)
    {
        TValue? value = read(row);
        Put(ref present, at, value.HasValue);
        Put(ref values, at, value.GetValueOrDefault());
    }

    public override void AppendNothing(int at)
    {
        Put(ref present, at, false);
        Put(ref values, at, default);
    }
}

/// <summary>Lists: where the elements of each begin in the table of the elements.</summary>
internal sealed class ChildColumn<TRow, TElement>(Func<TRow, IReadOnlyList<TElement>?> read, FactTable<TElement> elements) : Column<TRow>
{
    private int[] begins = new int[16];
    private bool[] present = new bool[16];

    public override object[] Arrays => [begins, present];

    public override void Append(TRow row, int at)
    {
        IReadOnlyList<TElement>? list = read(row);
        Put(ref present, at, list is not null);
        for (int i = 0; i < (list?.Count ?? 0); i++)
        {
            elements.Append(list![i]);
        }

        Put(ref begins, at + 1, elements.Count);
    }

    public override void AppendNothing(int at)
    {
        Put(ref present, at, false);
        Put(ref begins, at + 1, elements.Count);
    }

    public override void Truncate(int at) => elements.Truncate(begins[at]);
}

/// <summary>The rows of a table: facts, or the elements of all their lists.</summary>
internal sealed class FactTable<TRow>
{
    private readonly List<Column<TRow>> columns = [];

    public int Count { get; private set; }

    public void Add(Column<TRow> column) => columns.Add(column);

    public void Append(TRow row)
    {
        // Nothing can be read of an object that is null; a text or a value that is null has a column of its own.
        if (!typeof(TRow).IsValueType && typeof(TRow) != typeof(string))
        {
            ArgumentNullException.ThrowIfNull(row);
        }

        foreach (Column<TRow> column in columns)
        {
            column.Append(row, Count);
        }

        Count++;
    }

    public void AppendNothing()
    {
        foreach (Column<TRow> column in columns)
        {
            column.AppendNothing(Count);
        }

        Count++;
    }

    public void Truncate(int count)
    {
        foreach (Column<TRow> column in columns)
        {
            column.Truncate(count);
        }

        Count = count;
    }
}
