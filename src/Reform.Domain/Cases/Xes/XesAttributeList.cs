using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The attributes of one trace or event as they are read, each key once; a key is found in constant time however many there are.</summary>
internal sealed class XesAttributeList
{
    private const int FewAttributes = 32;
    private const int MostReused = 1024;
    private XesAttribute[] attributes = new XesAttribute[FewAttributes];
    private Dictionary<string, int>? places;

    // A bit for each key that is there: most keys are new, and are seen to be by this alone.
    private ulong marks;

    public int Count { get; private set; }

    public ValueList<XesAttribute> ToValueList() => ValueList.Create<XesAttribute>(attributes.AsSpan(0, Count));

    /// <summary>Empties the list for the next trace or event.</summary>
    public void Clear()
    {
        Count = 0;
        marks = 0;
        places = null;
        if (attributes.Length > MostReused)
        {
            attributes = new XesAttribute[FewAttributes];
        }
    }

    /// <summary>Adds an attribute, or puts it in the place of an earlier one with its key; tells whether there was one.</summary>
    public bool Put(in XesAttribute attribute)
    {
        string key = attribute.Key;
        ulong mark = 1UL << (((key[0] * 7) + (key[^1] * 3) + key.Length) & 63);
        int place = (marks & mark) == 0 ? -1 : Find(key);
        marks |= mark;
        if (place >= 0)
        {
            attributes[place] = attribute;
            return true;
        }

        places?.Add(key, Count);
        if (Count == attributes.Length)
        {
            Array.Resize(ref attributes, 2 * Count);
        }

        attributes[Count++] = attribute;
        return false;
    }

    private int Find(string key)
    {
        if (Count < FewAttributes)
        {
            for (int i = 0; i < Count; i++)
            {
                if (string.Equals(attributes[i].Key, key, StringComparison.Ordinal))
                {
                    return i;
                }
            }

            return -1;
        }

        if (places is null)
        {
            places = new Dictionary<string, int>(StringComparer.Ordinal);
            for (int i = 0; i < Count; i++)
            {
                places.Add(attributes[i].Key, i);
            }
        }

        return places.TryGetValue(key, out int place) ? place : -1;
    }
}
