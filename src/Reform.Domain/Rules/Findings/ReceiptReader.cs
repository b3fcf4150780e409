using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Rules;

/// <summary>Reads receipts; what it reads may have been altered.</summary>
internal static class ReceiptReader
{
    /// <exception cref="InvalidDataFileException">It is no receipt.</exception>
    public static ReceiptContent Read(ReadOnlyMemory<byte> receipt, string source)
    {
        using var stream = new MemoryStream(receipt.ToArray(), writable: false);
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        string? format = Text(root, "format");
        if (format is not null and not "reform-finding/1")
        {
            root.Find("format")!.Problem("định dạng không được hỗ trợ", "the format is not supported");
        }

        string? rule = Text(root, "rule"), ruleHash = Text(root, "rule_version"), book = Text(root, "book_version");
        string? kind = Text(root, "subject_kind"), subject = Text(root, "subject"), period = Text(root, "period");
        string? verdict = Text(root, "verdict"), reason = Text(root, "reason");
        BilingualText? sentence = Texts(root, "sentence");
        LocalDate? simulated = root.Optional("simulated_on")?.Date();
        LocalDate? judged = root.Required("judged_on")?.Date();
        bool? toCome = root.Required("to_come")?.Boolean();
        ValueList<(string, string)> arguments = Texts(root.Required("arguments"));
        ValueList<(string, string)> facts = Texts(root.Required("facts"));
        var thresholds = new List<(string, int)>();
        foreach ((string name, JsonPart part) in root.Required("thresholds")?.Members ?? [])
        {
            if (part.Integer() is int value)
            {
                thresholds.Add((name, value));
            }
        }

        string? pack = root.Find("pack") is null ? null : Text(root, "pack");
        DataRuleText? data = root.Optional("data_rule") is JsonPart written ? DataRuleJson.Read(written, rule) : null;
        Text(root, "sha256");
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        return new ReceiptContent(
            new FindingKey(rule!, kind!, subject!, period!), ruleHash!, book!, simulated, toCome!.Value, judged!.Value, verdict!, reason!, arguments,
            sentence!, new RuleValues(thresholds), facts, pack, data);
    }

    public static string? Text(JsonPart root, string name)
    {
        JsonPart? part = root.Required(name);
        if (part is not null && part.TextIfAny is null)
        {
            part.Problem("phải là chuỗi", "has to be a string");
        }

        return part?.TextIfAny;
    }

    /// <summary>A text in both languages, in two members; null where a problem says why there is none.</summary>
    public static BilingualText? Texts(JsonPart part, string name)
    {
        string? vietnamese = Text(part, name + "_vi"), english = Text(part, name + "_en");
        try
        {
            return vietnamese is null || english is null ? null : new BilingualText(vietnamese, english);
        }
        catch (ArgumentException)
        {
            part.Find(name + "_vi")!.Problem("để trống hoặc không phải Unicode hợp lệ", "is blank in a language, or no valid Unicode");
            return null;
        }
    }

    private static ValueList<(string Name, string Value)> Texts(JsonPart? part)
    {
        var texts = new List<(string, string)>();
        foreach ((string name, JsonPart value) in part?.Members ?? [])
        {
            if (value.TextIfAny is string text)
            {
                texts.Add((name, text));
            }
            else
            {
                value.Problem("phải là chuỗi", "has to be a string");
            }
        }

        return texts.ToValueList();
    }
}
