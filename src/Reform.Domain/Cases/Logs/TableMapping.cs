using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>How a table of events is written, one event a row (ánh xạ bảng; CSV).</summary>
/// <remarks>The first row names the columns; they are what the attributes of a case and of an event are called in the mapping.</remarks>
public sealed record TableMapping
{
    /// <summary>The character between two cells; a comma by default.</summary>
    public char Delimiter { get; init; } = ',';

    /// <summary>The character around a cell that holds a delimiter, a line break or, doubled, itself.</summary>
    public char Quote { get; init; } = '"';

    /// <summary>The decimal sign of the columns in <see cref="Numbers"/>: a point or a comma.</summary>
    public char DecimalSign { get; init; } = '.';

    /// <summary>The columns that hold numbers; they are given on with a decimal point.</summary>
    public ValueList<string> Numbers { get; init; } = [];

    /// <summary>
    /// Whether the rows of a case may stand anywhere. The table is then held whole, within bounds; else a case whose rows do not stand
    /// together is refused.
    /// </summary>
    public bool RowsInAnyOrder { get; init; }
}
