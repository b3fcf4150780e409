using System.Xml;

namespace Reform.Domain.Cases;

/// <summary>
/// The names that an XML reader keeps for as long as it lives; refuses more than a bound of them. A log has few names and asks for each
/// millions of times, so the last one in each of a few places is found without hashing it.
/// </summary>
internal sealed class XesNameTable : XmlNameTable
{
    private const int Places = 256;
    private readonly string?[] recent = new string?[Places];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> bySpan;
    private readonly int maxNames;
    private string? lastAsked;
    private string? askedBefore;

    public XesNameTable(int maxNames)
    {
        this.maxNames = maxNames;
        bySpan = names.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public override string Add(char[] array, int offset, int length)
    {
        ReadOnlySpan<char> name = array.AsSpan(offset, length);
        if (name.IsEmpty)
        {
            return "";
        }

        ref string? place = ref recent[((name[0] * 7) + name[^1] + length) & (Places - 1)];
        if (place is not null && name.SequenceEqual(place))
        {
            return place;
        }

        return place = bySpan.TryGetValue(name, out string? known) ? known : Kept(name.ToString());
    }

    public override string Add(string array) => array.Length == 0 ? "" : names.TryGetValue(array, out string? known) ? known : Kept(array);

    public override string? Get(char[] array, int offset, int length) =>
        length == 0 ? "" : bySpan.TryGetValue(array.AsSpan(offset, length), out string? known) ? known : null;

    public override string? Get(string array) =>
        ReferenceEquals(array, lastAsked) || ReferenceEquals(array, askedBefore) ? array : array.Length == 0 ? "" : Asked(names.GetValueOrDefault(array));

    // The reader asks for the names of two attributes in turn, by the very strings of this table.
    private string? Asked(string? name)
    {
        (askedBefore, lastAsked) = (lastAsked, name);
        return name;
    }

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
