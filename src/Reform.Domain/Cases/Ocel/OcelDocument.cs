namespace Reform.Domain.Cases;

/// <summary>What an object-centric log says, held whole until its cases can be made.</summary>
internal sealed class OcelDocument
{
    /// <summary>The types of the attributes: of (whether an event's, type, attribute).</summary>
    public Dictionary<(bool OfEvent, string Type, string Attribute), XesType> Types { get; } = [];

    public HashSet<string> ObjectTypes { get; } = new(StringComparer.Ordinal);

    public HashSet<string> EventTypes { get; } = new(StringComparer.Ordinal);

    public List<OcelItem> Objects { get; } = [];

    public List<OcelItem> Events { get; } = [];
}

/// <summary>An object or an event.</summary>
internal sealed class OcelItem(int line)
{
    public int Line => line;

    public string? Id { get; set; }

    public string? Type { get; set; }

    /// <summary>When an event happened.</summary>
    public string? Time { get; set; }

    public List<OcelValue> Attributes { get; } = [];

    public List<OcelRelation> Relations { get; } = [];
}

/// <summary>A value of an attribute; of an object's from a time on.</summary>
internal sealed record OcelValue(string Name, string Value, string? Time, int Line);

/// <summary>A relation to an object.</summary>
internal sealed record OcelRelation(string ObjectId, string Qualifier, int Line);
