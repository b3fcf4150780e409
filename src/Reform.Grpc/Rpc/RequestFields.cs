using System.Buffers;
using System.Globalization;
using NodaTime;
using Reform.Domain.Values;

namespace Reform.Grpc.Rpc;

/// <summary>Checks the fields that many requests share.</summary>
internal static class RequestFields
{
    private const int DefaultPageSize = 50;
    private const int MaxPageSize = 1000;
    private const int MaxTextLength = 200;

    private static readonly SearchValues<char> Unwritable =
        SearchValues.Create([.. Enumerable.Range(0, 32).Select(c => (char)c).Except(['\t', '\n', '\r']), '\uFFFE', '\uFFFF']);

    /// <summary>The request id in its one spelling.</summary>
    public static string RequestId(string requestId) => Guid.TryParse(requestId, out Guid id) && id != Guid.Empty
        ? id.ToString("D", CultureInfo.InvariantCulture)
        : throw Refusal.InvalidField("request_id", "phải là một UUID", "must be a UUID");

    public static Language Language(string code) => code switch
    {
        "" or "vi" => Domain.Values.Language.Vietnamese,
        "en" => Domain.Values.Language.English,
        _ => throw Refusal.InvalidField("language_code", "phải là 'vi' hoặc 'en'", "must be 'vi' or 'en'"),
    };

    public static LocalDate? Date(string field, Google.Type.Date? date)
    {
        if (date is null)
        {
            return null;
        }

        return date.Year is >= 1 and <= 9999 && date.Month is >= 1 and <= 12 && date.Day >= 1
            && date.Day <= CalendarSystem.Iso.GetDaysInMonth(date.Year, date.Month)
            ? new LocalDate(date.Year, date.Month, date.Day)
            : throw Refusal.InvalidField(field, "phải là một ngày đầy đủ, có thật", "must be a whole date that exists");
    }

    public static int PageSize(int size) => size switch
    {
        0 => DefaultPageSize,
        >= 1 and <= MaxPageSize => size,
        _ => throw Refusal.InvalidField("page_size", "phải từ 1 đến 1000", "must be from 1 to 1000"),
    };

    /// <summary>The path of a list's item.</summary>
    public static string At(string list, int index) => list + "[" + index.ToString(CultureInfo.InvariantCulture) + "]";

    public static void AtMost(string list, int count, int most)
    {
        if (count > most)
        {
            string number = most.ToString(CultureInfo.InvariantCulture);
            throw Refusal.InvalidField(list, "nhiều nhất là " + number, "has more than " + number + " items");
        }
    }

    /// <summary>A text of the caller's, which reads the same in both languages; null when it is empty.</summary>
    public static BilingualText? Text(string field, string text)
    {
        if (text.Length == 0)
        {
            return null;
        }

        if (text.Length > MaxTextLength)
        {
            throw Refusal.InvalidField(field, "dài quá 200 ký tự", "is longer than 200 characters");
        }

        CheckCharacters(field, text);
        try
        {
            return BilingualText.Same(text);
        }
        catch (ArgumentException)
        {
            throw Refusal.InvalidField(field, "không phải văn bản đọc được", "is blank or no valid Unicode");
        }
    }

    /// <summary>Refuses what no document that leaves the service could hold: control characters other than tabs and line ends.</summary>
    public static void CheckCharacters(string field, string text)
    {
        if (text.AsSpan().IndexOfAny(Unwritable) >= 0)
        {
            throw Refusal.InvalidField(field, "có ký tự điều khiển", "has a control character");
        }
    }

    public static BilingualText RequiredText(string field, string text) => Text(field, text) ?? throw Refusal.RequiredField(field);
}
