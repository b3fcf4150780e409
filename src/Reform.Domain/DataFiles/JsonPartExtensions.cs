using NodaTime;
using NodaTime.Text;
using Reform.Domain.Values;

namespace Reform.Domain.DataFiles;

/// <summary>Readers of the small shapes that every data file shares: dates, bilingual names, words from a closed list.</summary>
internal static class JsonPartExtensions
{
    public static LocalDate? Date(this JsonPart part)
    {
        if (part.Text() is not string text)
        {
            return null;
        }

        ParseResult<LocalDate> result = LocalDatePattern.Iso.Parse(text);
        if (result.Success)
        {
            return result.Value;
        }

        part.Problem("'" + text + "' không phải ngày dạng năm-tháng-ngày", "'" + text + "' is not a date of the form year-month-day");
        return null;
    }

    /// <summary>A {"vi": …, "en": …} object, or one string that reads the same in both languages.</summary>
    public static BilingualText? Bilingual(this JsonPart part)
    {
        if (!part.IsObject)
        {
            return part.Text() is string same ? BilingualText.Same(same) : null;
        }

        string? vietnamese = part.Required("vi")?.Text();
        string? english = part.Required("en")?.Text();
        part.RejectUnknownMembers();
        return vietnamese is null || english is null ? null : new BilingualText(vietnamese, english);
    }

    /// <summary>One word from a closed list.</summary>
    public static T? Word<T>(this JsonPart part, IReadOnlyDictionary<string, T> words)
        where T : struct
    {
        if (part.Text() is not string text)
        {
            return null;
        }

        if (words.TryGetValue(text, out T value))
        {
            return value;
        }

        string allowed = string.Join(", ", words.Keys);
        part.Problem("'" + text + "' không có trong danh sách: " + allowed, "'" + text + "' is not one of: " + allowed);
        return null;
    }

    public static ValueList<string> Texts(this JsonPart part) =>
        part.Items().Select(item => item.Text()).OfType<string>().ToValueList();

    /// <summary>A day of validity [from, to): the end is exclusive, absent means open.</summary>
    public static (LocalDate? From, LocalDate? To) DateRange(this JsonPart part)
    {
        LocalDate? from = part.Optional("from")?.Date();
        LocalDate? to = part.Optional("to")?.Date();
        if (from is LocalDate start && to is LocalDate end && end <= start)
        {
            part.Problem("'to' phải sau 'from' (ngày 'to' không được tính)", "'to' must be after 'from' (the day 'to' is not included)");
            return (null, null);
        }

        return (from, to);
    }

    /// <summary>The member "id"; a value that was met before is reported.</summary>
    public static string? UniqueId(this JsonPart part, HashSet<string> seen, string member = "id")
    {
        JsonPart? value = part.Required(member);
        string? id = value?.Text();
        if (id is not null && !seen.Add(id))
        {
            value!.Problem("mã '" + id + "' bị lặp lại", "the identifier '" + id + "' stands twice");
        }

        return id;
    }
}
