namespace Reform.Domain.Delegation;

/// <summary>Identifiers and the numbers that stand for them; ordinal.</summary>
internal sealed class IdTable
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);
    private readonly List<string> ids = [];

    public int Count => ids.Count;

    public string this[int number] => ids[number];

    /// <summary>The number of an identifier, which gets one when it has none.</summary>
    public int Add(string id)
    {
        if (!numbers.TryGetValue(id, out int number))
        {
            number = ids.Count;
            numbers.Add(id, number);
            ids.Add(id);
        }

        return number;
    }

    /// <summary>False when the identifier has a number already.</summary>
    public bool TryAdd(string id)
    {
        int before = ids.Count;
        return Add(id) == before;
    }

    public int Find(string id) => numbers.GetValueOrDefault(id, -1);
}
