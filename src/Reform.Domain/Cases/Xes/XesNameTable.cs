using System.Xml;

namespace Reform.Domain.Cases;

/// <summary>
/// The names that an XML reader keeps for as long as it lives; refuses more than a bound of them. A log has few names and asks for each
/// millions of times, so the last one in each of a few places is found without hashing it.
/// </summary>
internal sealed class XesNameTable : XmlNameTable
{
    private const int Places = 256;
    private const int IsKey = 1;
    private const int IsValue = 2;
    private const int Other = 3;
    private readonly string?[] recent = new string?[Places];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly int maxNames;

    // The kinds of the latest names, two bits each, the latest lowest.
    private int trail;

    public XesNameTable(int maxNames)
    {
        this.maxNames = maxNames;
        bySpan = names.GetAlternateLookup<ReadOnlySpan<char>>();
        Key = Kept("key");
        Value = Kept("value");
    }

    public string Key { get; }

    public string Value { get; }

    /// <summary>
    /// Whether the names that came since <see cref="BeginNode"/> are one other name, "key" and "value", in this order. To ask the reader
    /// itself which name its attributes have takes longer than all else that is done with them.
    /// </summary>
    public bool HasJustKeyAndValue => trail == ((((Other << 2) | IsKey) << 2) | IsValue);

    /// <summary>The reader is about to read a node.</summary>
    public void BeginNode() => trail = 0;

    public override string Add(char[] array, int offset, int length)
    {
        ReadOnlySpan<char> name = array.AsSpan(offset, length);
        if (name.IsEmpty)
        {
            return "";
        }

        ref string? place = ref recent[((name[0] * 7) + name[^1] + length) & (Places - 1)];
        if (place is null || !name.SequenceEqual(place))
        {
            place = bySpan.TryGetValue(name, out string? known) ? known : Kept(name.ToString());
        }

        trail = (trail << 2) | (ReferenceEquals(place, Key) ? IsKey : ReferenceEquals(place, Value) ? IsValue : Other);
        return place;
    }

    public override string Add(string array) => array.Length == 0 ? "" : names.TryGetValue(array, out string? known) ? known : Kept(array);

    public override string? Get(char[] array, int offset, int length) =>
        length == 0 ? "" : bySpan.TryGetValue(array.AsSpan(offset, length), out string? known) ? known : null;

    public override string? Get(string array) => array.Length == 0 ? "" : names.GetValueOrDefault(array);

    private string Kept(string name)
    {
        if (names.Count == maxNames)
        {
            string bound = XesLimits.Number(maxNames);
            throw new LogBoundException("có hơn " + bound + " tên phần tử khác nhau", "more than " + bound + " different names of elements and attributes");
        }

        names.Add(name, name);
        return name;
    }
}
