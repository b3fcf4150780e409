using System.Text;
using System.Text.Json;
using Reform.Domain.Values;

namespace Reform.Domain.DataFiles;

/// <summary>
/// A value of a JSON document that knows its line and its path, so that every problem can be reported with its place.
/// Reading goes on after a problem: the caller collects them all and then calls <see cref="JsonFile.ThrowIfAnyProblem"/>.
/// </summary>
internal sealed class JsonPart(JsonFile file, string path, int line, JsonTokenType kind, string? text)
{
    // Most values are neither an object nor a list, and there may be millions of them.
    private Dictionary<string, JsonPart>? members;
    private List<JsonPart>? items;
    private HashSet<string>? known;

    public string Path { get; } = path;

    public int Line { get; } = line;

    public bool IsNull => kind == JsonTokenType.Null;

    public bool IsObject => kind == JsonTokenType.StartObject;

    public IEnumerable<KeyValuePair<string, JsonPart>> Members => members ?? [];

    public void Problem(string vietnamese, string english) =>
        file.Report(new DataProblem(file.Source, Line, Path, new BilingualText(vietnamese, english)));

    /// <summary>The member, or null when it is absent or null.</summary>
    public JsonPart? Optional(string name)
    {
        (known ??= new HashSet<string>(StringComparer.Ordinal)).Add(name);
        return members is not null && members.TryGetValue(name, out JsonPart? part) && !part.IsNull ? part : null;
    }

    /// <summary>The member, or null when it is absent; asking for it this way does not make it a known one.</summary>
    public JsonPart? Find(string name) => members?.GetValueOrDefault(name);

    /// <summary>The member; when it is absent, the problem is reported and null returned.</summary>
    public JsonPart? Required(string name)
    {
        JsonPart? part = Optional(name);
        if (part is null)
        {
            file.Report(new DataProblem(file.Source, Line, Join(name), new BilingualText("thiếu trường bắt buộc", "a required field is missing")));
        }

        return part;
    }

    /// <summary>The string that this is, as it stands, or null; reports nothing.</summary>
    public string? TextIfAny => kind == JsonTokenType.String ? text : null;

    /// <summary>The number that this is, as it is written, or null; reports nothing.</summary>
    public string? NumberIfAny => kind == JsonTokenType.Number ? text : null;

    /// <summary>The truth value that this is, or null; reports nothing.</summary>
    public bool? BooleanIfAny => kind is JsonTokenType.True or JsonTokenType.False ? kind == JsonTokenType.True : null;

    public bool IsList => kind == JsonTokenType.StartArray;

    /// <summary>The items of a list, or none; reports nothing.</summary>
    public IReadOnlyList<JsonPart> ItemsIfAny => items ?? [];

    public string? Text()
    {
        if (kind != JsonTokenType.String)
        {
            Problem("phải là chuỗi ký tự", "must be a string");
            return null;
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Problem("không được để trống", "must not be blank");
            return null;
        }

        try
        {
            return text!.Normalize(NormalizationForm.FormC);
        }
        catch (ArgumentException)
        {
            // U+FFFE can be written in JSON but is no character
            Problem("có ký tự Unicode không hợp lệ", "holds a character that is not valid Unicode");
            return null;
        }
    }

    /// <summary>The string letter by letter, not brought into one normal form and not looked at: for identifiers that compare ordinally.</summary>
    public string? Verbatim()
    {
        if (kind != JsonTokenType.String)
        {
            Problem("phải là chuỗi ký tự", "must be a string");
        }

        return TextIfAny;
    }

    public int? Integer()
    {
        if (kind == JsonTokenType.Number && int.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out int value))
        {
            return value;
        }

        Problem("phải là số nguyên", "must be a whole number");
        return null;
    }

    public decimal? Decimal()
    {
        if (kind == JsonTokenType.Number
            && decimal.TryParse(text, System.Globalization.NumberStyles.Number, System.Globalization.CultureInfo.InvariantCulture, out decimal value))
        {
            return value;
        }

        Problem("phải là số", "must be a number");
        return null;
    }

    public bool? Boolean()
    {
        if (kind is JsonTokenType.True or JsonTokenType.False)
        {
            return kind == JsonTokenType.True;
        }

        Problem("phải là true hoặc false", "must be true or false");
        return null;
    }

    public IReadOnlyList<JsonPart> Items() => ItemsIfList() ?? [];

    /// <summary>The items, or null when this is no list, which is reported.</summary>
    public IReadOnlyList<JsonPart>? ItemsIfList()
    {
        if (kind != JsonTokenType.StartArray)
        {
            Problem("phải là một danh sách [...]", "must be a list [...]");
            return null;
        }

        return items ?? [];
    }

    /// <summary>True when this is an object; otherwise the problem is reported.</summary>
    public bool ExpectObject()
    {
        if (!IsObject)
        {
            Problem("phải là một đối tượng {...}", "must be an object {...}");
        }

        return IsObject;
    }

    /// <summary>Reports every member that no reader asked for, so that a misspelt name never passes silently.</summary>
    public void RejectUnknownMembers()
    {
        foreach ((string name, JsonPart part) in Members)
        {
            if (known is null || !known.Contains(name))
            {
                part.Problem("trường không xác định", "unknown field");
            }
        }
    }

    internal void Add(string name, JsonPart part)
    {
        members ??= new Dictionary<string, JsonPart>(StringComparer.Ordinal);
        if (!members.TryAdd(name, part))
        {
            part.Problem("trường bị lặp lại", "the field stands twice");
        }
    }

    internal void Add(JsonPart part) => (items ??= []).Add(part);

    private string Join(string name) => Path.Length == 0 ? name : Path + "." + name;
}
