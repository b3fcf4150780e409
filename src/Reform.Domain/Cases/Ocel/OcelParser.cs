using Reform.Domain.DataFiles;

namespace Reform.Domain.Cases;

/// <summary>Reads an OCEL 2.0 document: its parts, and the types that it declares.</summary>
internal sealed class OcelParser(OcelTokens tokens, DataQuality quality)
{
    private readonly OcelDocument document = new();
    private readonly HashSet<string> parts = new(StringComparer.Ordinal);
    private readonly OcelItemParser items = new(tokens, quality);

    /// <exception cref="InvalidDataFileException">It is no OCEL 2.0, or is beyond a bound.</exception>
    public OcelDocument Read()
    {
        if (!tokens.ReadStart())
        {
            throw tokens.Problem("", "không phải OCEL 2.0: nội dung không phải đối tượng JSON", "not OCEL 2.0: the top is no JSON object");
        }

        tokens.Members(Part);
        tokens.ReadEnd();
        foreach (string part in (ReadOnlySpan<string>)["objectTypes", "eventTypes", "objects", "events"])
        {
            if (!parts.Contains(part))
            {
                throw tokens.Problem(part, "không phải OCEL 2.0: thiếu phần này", "not OCEL 2.0: this part is missing");
            }
        }

        return document;
    }

    private void Part(string name)
    {
        if (name.StartsWith("ocel:", StringComparison.Ordinal))
        {
            throw tokens.Problem(name, "đây là OCEL 1; chỉ đọc OCEL 2.0, hãy chuyển đổi trước", "this is OCEL 1; only OCEL 2.0 is read, so convert it first");
        }

        if (name is "objectTypes" or "eventTypes" or "objects" or "events" && !parts.Add(name))
        {
            throw tokens.Problem(name, "phần này xuất hiện hai lần", "this part stands twice");
        }

        switch (name)
        {
            case "objectTypes":
                tokens.Items(name, () => DeclaredType(ofEvent: false, document.ObjectTypes));
                break;
            case "eventTypes":
                tokens.Items(name, () => DeclaredType(ofEvent: true, document.EventTypes));
                break;
            case "objects":
                tokens.Items(name, () => document.Objects.Add(items.Read(ofEvent: false)));
                break;
            case "events":
                tokens.Items(name, () => document.Events.Add(items.Read(ofEvent: true)));
                break;
            default:
                tokens.Unknown(name);
                break;
        }
    }

    private void DeclaredType(bool ofEvent, HashSet<string> types)
    {
        string? type = null;
        List<(string? Name, string? Type)> declared = [];
        tokens.Members(name =>
        {
            switch (name)
            {
                case "name":
                    type = tokens.Text(name);
                    break;
                case "attributes":
                    tokens.Items(name, () => declared.Add(NameAndType()));
                    break;
                default:
                    tokens.Unknown(name);
                    break;
            }
        });
        if (type is null)
        {
            throw tokens.Problem("name", "kiểu không có tên", "a type without a name");
        }

        tokens.Weigh(type.Length);
        types.Add(type);
        foreach ((string? attribute, string? valueType) in declared)
        {
            if (attribute is not null)
            {
                tokens.Weigh(attribute.Length);
                document.Types[(ofEvent, type, attribute)] = TypeOf(valueType);
            }
        }
    }

    private (string? Name, string? Type) NameAndType()
    {
        string? name = null;
        string? type = null;
        tokens.Members(member =>
        {
            switch (member)
            {
                case "name":
                    name = tokens.Text(member);
                    break;
                case "type":
                    type = tokens.Text(member);
                    break;
                default:
                    tokens.Unknown(member);
                    break;
            }
        });
        return (name, type);
    }

    private static XesType TypeOf(string? type) => type switch
    {
        "time" => XesType.Date,
        "integer" => XesType.WholeNumber,
        "float" => XesType.Real,
        "boolean" => XesType.Truth,
        _ => XesType.Text,
    };
}
