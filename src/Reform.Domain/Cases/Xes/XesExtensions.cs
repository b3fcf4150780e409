namespace Reform.Domain.Cases;

/// <summary>The extensions that a log declares, and the keys of those that the standard defines (IEEE 1849-2016).</summary>
internal sealed class XesExtensions(XesConformance conformance)
{
    private const int MaxDeclared = 1000;

    private static readonly Dictionary<string, XesLevel> Defined = new(StringComparer.Ordinal)
    {
        ["concept:name"] = XesLevel.Log | XesLevel.Trace | XesLevel.Event,
        ["concept:instance"] = XesLevel.Event,
        ["lifecycle:model"] = XesLevel.Log,
        ["lifecycle:transition"] = XesLevel.Event,
        ["lifecycle:state"] = XesLevel.Event,
        ["org:resource"] = XesLevel.Event,
        ["org:role"] = XesLevel.Event,
        ["org:group"] = XesLevel.Event,
        ["time:timestamp"] = XesLevel.Event,
        ["semantic:modelReference"] = XesLevel.Log | XesLevel.Trace | XesLevel.Event | XesLevel.Nested,
        ["identity:id"] = XesLevel.Log | XesLevel.Trace | XesLevel.Event | XesLevel.Nested,
        ["cost:total"] = XesLevel.Trace | XesLevel.Event,
        ["cost:currency"] = XesLevel.Trace | XesLevel.Event,
        ["cost:drivers"] = XesLevel.Trace | XesLevel.Event,
        ["cost:amount"] = XesLevel.Nested,
        ["cost:driver"] = XesLevel.Nested,
        ["cost:type"] = XesLevel.Nested,
    };

    private static readonly HashSet<string> StandardPrefixes =
        new(Defined.Keys.Select(k => k[..k.IndexOf(':', StringComparison.Ordinal)]), StringComparer.Ordinal);

    private readonly HashSet<string> declared = new(StringComparer.Ordinal);
    private readonly HashSet<(string Key, XesLevel Level)> checkedKeys = [];

    public void Declare(string? prefix)
    {
        if (prefix is not null && declared.Count < MaxDeclared)
        {
            declared.Add(prefix);
        }
    }

    /// <summary>Whether the key's extension is declared, and has that key there; only asked when reading is strict.</summary>
    public void Check(string key, XesLevel level, int line)
    {
        int colon = key.IndexOf(':', StringComparison.Ordinal);
        if (colon <= 0 || checkedKeys.Contains((key, level)))
        {
            return;
        }

        string prefix = key[..colon];
        if (!declared.Contains(prefix))
        {
            conformance.Form(key, line, "phần mở rộng '" + prefix + "' không được khai báo", "the extension '" + prefix + "' is not declared");
        }

        if (StandardPrefixes.Contains(prefix) && (!Defined.TryGetValue(key, out XesLevel levels) || (levels & level) == 0))
        {
            conformance.Form(key, line, "phần mở rộng '" + prefix + "' không có khóa này ở đây", "the extension '" + prefix + "' does not have this key here");
        }

        if (checkedKeys.Count < MaxDeclared)
        {
            checkedKeys.Add((key, level));
        }
    }
}

/// <summary>Where an attribute stands.</summary>
[Flags]
internal enum XesLevel
{
    None = 0,
    Log = 1,
    Trace = 2,
    Event = 4,
    Nested = 8,
}
