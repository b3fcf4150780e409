using System.Text.Json;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>The objects, lists and values of an OCEL document, within the bounds; says where it stands.</summary>
internal sealed class OcelTokens(JsonCursor json, DataQuality quality, string source, XesLimits limits)
{
    private const int WeightOfItem = 64;
    private long characters;

    public int Line => json.Line;

    /// <summary>Moves to the first token; false when it begins no object.</summary>
    public bool ReadStart() => json.Read() && json.Token == JsonTokenType.StartObject;

    /// <summary>Moves behind the last token: what follows it is found here.</summary>
    public void ReadEnd() => json.Read();

    /// <summary>Calls with the name of each member, at the first token of its value; the callee reads to the last token.</summary>
    public void Members(Action<string> member)
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

    /// <summary>Calls at the first token of each item of a list; the callee reads to the last token.</summary>
    public void Items(string part, Action item)
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

    /// <summary>The one value of a member as it is written; null when it is null.</summary>
    public string? Text(string field)
    {
        if (json.Token is JsonTokenType.StartArray or JsonTokenType.StartObject)
        {
            throw Problem(field, "phải là một giá trị", "must be one value");
        }

        Weigh(json.Text.Length);
        return json.Token == JsonTokenType.Null ? null : json.Text;
    }

    /// <summary>Reports and skips what OCEL does not have.</summary>
    public void Unknown(string name)
    {
        quality.Report("unknown_element", name, json.Line, new BilingualText(
            "phần không có ở chỗ này trong OCEL 2.0; đã bỏ qua", "a part that OCEL 2.0 does not have in this place; left out"));
        json.Skip();
    }

    public void Bounded(int count, string what)
    {
        if (count == limits.MaxAttributes)
        {
            throw Problem(what, "nhiều hơn " + XesLimits.Number(limits.MaxAttributes) + " phần tử", "more than " + XesLimits.Number(limits.MaxAttributes));
        }
    }

    /// <summary>Counts what is held of the document.</summary>
    public void Weigh(int length)
    {
        characters += length + WeightOfItem;
        if (characters > limits.MaxTraceCharacters)
        {
            string most = XesLimits.Number(limits.MaxTraceCharacters);
            throw Problem("", "nhật ký OCEL dài hơn " + most + " ký tự", "an OCEL log of more than " + most + " characters");
        }
    }

    public InvalidDataFileException Problem(string field, string vietnamese, string english) => Problem(Line, field, vietnamese, english);

    public InvalidDataFileException Problem(int line, string field, string vietnamese, string english) =>
        new([new DataProblem(source, line, field, new BilingualText(vietnamese, english))]);
}
