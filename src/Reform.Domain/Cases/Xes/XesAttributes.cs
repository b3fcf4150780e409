using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Looks into the attributes of a trace or an event.</summary>
internal static class XesAttributes
{
    /// <summary>The attribute of a key, or null.</summary>
    public static XesAttribute? Find(this ValueList<XesAttribute> attributes, string key)
    {
        foreach (XesAttribute attribute in attributes.AsSpan())
        {
            if (string.Equals(attribute.Key, key, StringComparison.Ordinal))
            {
                return attribute;
            }
        }

        return null;
    }
}
