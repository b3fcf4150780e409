using System.Buffers.Text;
using NodaTime;

namespace Reform.Grpc.CommandLine;

/// <summary>Reads dates and local date-times in the one form of ISO 8601 that the commands take; other forms and offsets are refused.</summary>
internal static class IsoText
{
    private const int DateLength = 10;
    private const int ToMinute = 16;
    private const int ToSecond = 19;

    /// <summary>yyyy-MM-dd.</summary>
    public static bool TryDate(ReadOnlySpan<byte> text, out LocalDate date)
    {
        date = default;
        if (text.Length != DateLength || text[4] != '-' || text[7] != '-'
            || !TryDigits(text[..4], out int year) || !TryDigits(text[5..7], out int month) || !TryDigits(text[8..], out int day)
            || year == 0 || month is 0 or > 12 || day == 0 || day > CalendarSystem.Iso.GetDaysInMonth(year, month))
        {
            return false;
        }

        date = new LocalDate(year, month, day);
        return true;
    }

    /// <summary>yyyy-MM-ddTHH:mm or yyyy-MM-ddTHH:mm:ss.</summary>
    public static bool TryDateTime(ReadOnlySpan<byte> text, out LocalDateTime moment)
    {
        moment = default;
        int second = 0;
        if (text.Length is not (ToMinute or ToSecond) || text[DateLength] != 'T' || text[13] != ':'
            || !TryDate(text[..DateLength], out LocalDate date)
            || !TryDigits(text[11..13], out int hour) || !TryDigits(text[14..ToMinute], out int minute)
            || (text.Length == ToSecond && (text[ToMinute] != ':' || !TryDigits(text[17..], out second)))
            || hour > 23 || minute > 59 || second > 59)
        {
            return false;
        }

        moment = date + new LocalTime(hour, minute, second);
        return true;
    }

    private static bool TryDigits(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        return !text.ContainsAnyExceptInRange((byte)'0', (byte)'9') && Utf8Parser.TryParse(text, out number, out _);
    }
}
