using System.Text.Json;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads an OCEL 2.0 document token by token.</summary>
internal sealed class OcelParser(JsonCursor json, DataQuality quality, string source, XesLimits limits)
{
    private const int WeightOfItem = 64;
    private readonly OcelDocument document = new();
    private readonly HashSet<string> parts = new(StringComparer.Ordinal);
    private long characters;

    /// <exception cref="InvalidDataFileException">It is no OCEL 2.0, or is beyond a bound.</exception>
    public OcelDocument Read()
    {
        if (!json.Read() || json.Token != JsonTokenType.StartObject)
        {
            throw Problem("", "không phải OCEL 2.0: nội dung không phải đối tượng JSON", "not OCEL 2.0: the top is no JSON object");
        }

        Members(Part);
        json.Read();
        foreach (string part in (ReadOnlySpan<string>)["objectTypes", "eventTypes", "objects", "events"])
        {
            if (!parts.Contains(part))
            {
                throw Problem(part, "không phải OCEL 2.0: thiếu phần này", "not OCEL 2.0: this part is missing");
            }
        }

        return document;
    }

    private void Part(string name)
    {
        if (name.StartsWith("ocel:", StringComparison.Ordinal))
        {
            throw Problem(name, "đây là OCEL 1; chỉ đọc OCEL 2.0, hãy chuyển đổi trước", "this is OCEL 1; only OCEL 2.0 is read, so convert it first");
        }

        if (name is "objectTypes" or "eventTypes" or "objects" or "events" && !parts.Add(name))
        {
            throw Problem(name, "phần này xuất hiện hai lần", "this part stands twice");
        }

        switch (name)
        {
            case "objectTypes":
                Items(name, () => DeclaredType(ofEvent: false, document.ObjectTypes));
                break;
            case "eventTypes":
                Items(name, () => DeclaredType(ofEvent: true, document.EventTypes));
                break;
            case "objects":
                Items(name, () => document.Objects.Add(Item(ofEvent: false)));
                break;
            case "events":
                Items(name, () => document.Events.Add(Item(ofEvent: true)));
                break;
            default:
                Unknown(name);
                break;
        }
    }

    private void DeclaredType(bool ofEvent, HashSet<string> types)
    {
        string? type = null;
        List<(string? Name, string? Type)> declared = [];
        Members(name =>
        {
            switch (name)
            {
                case "name":
                    type = Text(name);
                    break;
                case "attributes":
                    Items(name, () => declared.Add(NameAndType()));
                    break;
                default:
                    Unknown(name);
                    break;
            }
        });
        if (type is null)
        {
            throw Problem("name", "kiểu không có tên", "a type without a name");
        }

        Weigh(type.Length);
        types.Add(type);
        foreach ((string? attribute, string? valueType) in declared)
        {
            if (attribute is not null)
            {
                Weigh(attribute.Length);
                document.Types[(ofEvent, type, attribute)] = TypeOf(valueType);
            }
        }
    }

    private (string? Name, string? Type) NameAndType()
    {
        string? name = null;
        string? type = null;
        Members(member =>
        {
            switch (member)
            {
                case "name":
                    name = Text(member);
                    break;
                case "type":
                    type = Text(member);
                    break;
                default:
                    Unknown(member);
                    break;
            }
        });
        return (name, type);
    }

    private OcelItem Item(bool ofEvent)
    {
        var item = new OcelItem(json.Line);
        Weigh(0);
        Members(name =>
        {
            switch (name)
            {
                case "id":
                    item.Id = Text(name);
                    break;
                case "type":
                    item.Type = Text(name);
                    break;
                case "time" when ofEvent:
                    item.Time = Text(name);
                    break;
                case "attributes":
                    Items(name, () => Value(item));
                    break;
                case "relationships":
                    Items(name, () => Relation(item));
                    break;
                default:
                    Unknown(name);
                    break;
            }
        });
        if (string.IsNullOrWhiteSpace(item.Id) || item.Type is null)
        {
            throw new InvalidDataFileException([new DataProblem(source, item.Line, ofEvent ? "events" : "objects", new BilingualText(
                "thiếu 'id' hoặc 'type'", "'id' or 'type' is missing"))]);
        }

        return item;
    }

    private void Value(OcelItem item)
    {
        int line = json.Line;
        string? name = null;
        string? value = null;
        string? time = null;
        Members(member =>
        {
            switch (member)
            {
                case "name":
                    name = Text(member);
                    break;
                case "value":
                    value = Text(member);
                    break;
                case "time":
                    time = Text(member);
                    break;
                default:
                    Unknown(member);
                    break;
            }
        });
        if (string.IsNullOrWhiteSpace(name) || value is null)
        {
            quality.Report("attribute_without_key_or_value", "", line,
                new BilingualText("thuộc tính thiếu khóa hoặc giá trị; đã bỏ qua", "an attribute without key or value; left out"));
            return;
        }

        Bounded(item.Attributes.Count, "attributes");
        item.Attributes.Add(new OcelValue(name, value, time, line));
    }

    private void Relation(OcelItem item)
    {
        int line = json.Line;
        string? id = null;
        string qualifier = "";
        Members(member =>
        {
            switch (member)
            {
                case "objectId":
                    id = Text(member);
                    break;
                case "qualifier":
                    qualifier = Text(member) ?? "";
                    break;
                default:
                    Unknown(member);
                    break;
            }
        });
        if (id is null)
        {
            throw new InvalidDataFileException([new DataProblem(source, line, "relationships", new BilingualText("thiếu 'objectId'", "'objectId' is missing"))]);
        }

        Bounded(item.Relations.Count, "relationships");
        item.Relations.Add(new OcelRelation(id, qualifier, line));
    }

    // Calls with the name of each member, at the first token of its value; the callee reads to the last token.
    private void Members(Action<string> member)
    {
        if (json.Token != JsonTokenType.StartObject)
        {
            throw Problem("", "phải là đối tượng JSON", "must be a JSON object");
        }

        var names = new HashSet<string>(StringComparer.Ordinal);
        while (json.Read() && json.Token == JsonTokenType.PropertyName)
        {
            string name = json.Text;
            if (names.Count < limits.MaxAttributes && !names.Add(name))
            {
                quality.Report("duplicate_attribute", name, json.Line, new BilingualText(
                    "thuộc tính bị lặp lại; giá trị sau được dùng", "an attribute that stands twice; the later value is used"));
            }

            json.Read();
            member(name);
        }
    }

    private void Items(string part, Action item)
    {
        if (json.Token == JsonTokenType.Null)
        {
            return;
        }

        if (json.Token != JsonTokenType.StartArray)
        {
            throw Problem(part, "phải là danh sách", "must be a list");
        }

        while (json.Read() && json.Token != JsonTokenType.EndArray)
        {
            item();
        }
    }

    private string? Text(string field)
    {
        if (json.Token is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            throw Problem(field, "phải là một giá trị", "must be one value");
        }

        Weigh(json.Text.Length);
        return json.Token == JsonTokenType.Null ? null : json.Text;
    }

    private void Unknown(string name)
    {
        quality.Report("unknown_element", name, json.Line, new BilingualText(
            "phần không có ở chỗ này trong OCEL 2.0; đã bỏ qua", "a part that OCEL 2.0 does not have in this place; left out"));
        json.Skip();
    }

    private void Bounded(int count, string what)
    {
        if (count == limits.MaxAttributes)
        {
            throw Problem(what, "nhiều hơn " + XesLimits.Number(limits.MaxAttributes) + " phần tử", "more than " + XesLimits.Number(limits.MaxAttributes));
        }
    }

    private void Weigh(int length)
    {
        characters += length + WeightOfItem;
        if (characters > limits.MaxTraceCharacters)
        {
            string most = XesLimits.Number(limits.MaxTraceCharacters);
            throw Problem("", "nhật ký OCEL dài hơn " + most + " ký tự", "an OCEL log of more than " + most + " characters");
        }
    }

    private InvalidDataFileException Problem(string field, string vietnamese, string english) =>
        new([new DataProblem(source, json.Line, field, new BilingualText(vietnamese, english))]);

    private static XesType TypeOf(string? type) => type switch
    {
        "time" => XesType.Date,
        "integer" => XesType.WholeNumber,
        "float" => XesType.Real,
        "boolean" => XesType.Truth,
        _ => XesType.Text,
    };
}
