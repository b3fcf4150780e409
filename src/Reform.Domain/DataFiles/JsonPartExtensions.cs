using NodaTime;
using NodaTime.Text;
using Reform.Domain.Legal;
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

    public static Instant? Instant(this JsonPart part)
    {
        if (part.Text() is not string text)
        {
            return null;
        }

        ParseResult<OffsetDateTime> result = OffsetDateTimePattern.ExtendedIso.Parse(text);
        if (result.Success)
        {
            return result.Value.ToInstant();
        }

        part.Problem(
            "'" + text + "' không phải thời điểm có múi giờ, dạng 2026-01-31T08:00:00+07:00",
            "'" + text + "' is not a moment with its offset, of the form 2026-01-31T08:00:00+07:00");
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

    /// <summary>The members "from" and "to" as [from, to): absent means open. Null when one of them is wrong, which is reported.</summary>
    public static Validity? DateRange(this JsonPart part)
    {
        JsonPart? fromPart = part.Optional("from");
        JsonPart? toPart = part.Optional("to");
        LocalDate? from = fromPart?.Date();
        LocalDate? to = toPart?.Date();
        if ((fromPart is not null && from is null) || (toPart is not null && to is null))
        {
            return null;
        }

        if (from is LocalDate start && to is LocalDate end && end <= start)
        {
            part.Problem("'to' phải sau 'from' (ngày 'to' không được tính)", "'to' must be after 'from' (the day 'to' is not included)");
            return null;
        }

        return new Validity(from, to);
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
