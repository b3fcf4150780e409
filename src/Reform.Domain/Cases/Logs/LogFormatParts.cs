using NodaTime.Text;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>Reads the parts of a mapping file that say how a log is written: "csv", "ocel", "time_patterns".</summary>
internal static class LogFormatParts
{
    public static TableMapping? Table(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        var defaults = new TableMapping();
        var table = new TableMapping
        {
            Delimiter = Sign(part.Optional("delimiter"), ",;\t|") ?? defaults.Delimiter,
            Quote = Sign(part.Optional("quote"), "\"'") ?? defaults.Quote,
            DecimalSign = Sign(part.Optional("decimal"), ".,") ?? defaults.DecimalSign,
            Numbers = part.Optional("numbers")?.Texts() ?? [],
            RowsInAnyOrder = part.Optional("rows_in_any_order")?.Boolean() ?? false,
        };
        part.RejectUnknownMembers();
        return table;
    }

    public static OcelMapping? Ocel(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        var ocel = new OcelMapping(part.Required("case_type")?.Text() ?? "", part.Optional("qualifiers")?.Texts() ?? []);
        part.RejectUnknownMembers();
        return ocel;
    }

    public static ValueList<TimePatterns> Patterns(JsonPart? part)
    {
        var patterns = new List<TimePatterns>();
        if (part is null || !part.ExpectObject())
        {
            return [];
        }

        foreach (string attribute in part.Members.Select(m => m.Key).ToList())
        {
            if (part.Optional(attribute) is not JsonPart list)
            {
                continue;
            }

            patterns.Add(new TimePatterns(attribute, list.Texts()));
            foreach (JsonPart item in list.ItemsIfAny)
            {
                CheckPattern(item);
            }
        }

        return patterns.ToValueList();
    }

    private static void CheckPattern(JsonPart item)
    {
        if (item.TextIfAny is not string pattern)
        {
            return;
        }

        try
        {
            TimePattern.Of(pattern);
        }
        catch (InvalidPatternException e)
        {
            item.Problem("mẫu thời điểm không hợp lệ: " + e.Message, "not a pattern of a time: " + e.Message);
        }
    }

    private static char? Sign(JsonPart? part, string known)
    {
        if (part?.Text() is not string text)
        {
            return null;
        }

        if (text.Length == 1 && known.Contains(text[0], StringComparison.Ordinal))
        {
            return text[0];
        }

        string all = string.Join(" ", known.Select(c => c == '\t' ? "\\t" : c.ToString()));
        part.Problem("phải là một trong: " + all, "must be one of: " + all);
        return null;
    }
}
