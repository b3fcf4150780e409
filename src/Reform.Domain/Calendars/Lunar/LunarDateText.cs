using System.Globalization;
using Reform.Domain.Values;

namespace Reform.Domain.Calendars;

/// <summary>Lunar dates as text, for machines and in words.</summary>
internal static class LunarDateText
{
    private const string Prefix = "AL";
    private const char Leap = 'N';

    private static readonly string[] MonthNames =
        ["Giêng", "Hai", "Ba", "Tư", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười", "Mười một", "Chạp"];

    public static string Write(LunarDate date) => string.Create(
        CultureInfo.InvariantCulture, $"{Prefix}{date.Year:D4}-{date.Month:D2}{(date.IsLeapMonth ? "N" : "")}-{date.Day:D2}");

    public static bool TryRead(string? text, out LunarDate date)
    {
        date = default;
        if (text is null || !text.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        // yyyy-mm-dd or yyyy-mmN-dd
        ReadOnlySpan<char> rest = text.AsSpan(Prefix.Length);
        bool isLeap = rest.Length == 11 && rest[7] == Leap;
        int dayFrom = isLeap ? 9 : 8;
        if (rest.Length != dayFrom + 2 || rest[4] != '-' || rest[dayFrom - 1] != '-'
            || !TryNumber(rest[..4], out int year) || !TryNumber(rest.Slice(5, 2), out int month) || !TryNumber(rest[dayFrom..], out int day)
            || !LunarCalendar.Exists(year, month, isLeap, day))
        {
            return false;
        }

        date = new LunarDate(year, month, day, isLeap);
        return true;
    }

    public static BilingualText InWords(LunarDate date)
    {
        string year = string.Create(CultureInfo.InvariantCulture, $"{CanChi.OfYear(date.Year)} ({date.Year})");
        string day = date.Day.ToString(CultureInfo.InvariantCulture);
        string month = date.Month.ToString(CultureInfo.InvariantCulture);
        return new BilingualText(
            (date.Day <= 10 ? "mùng " : "ngày ") + day + " tháng " + MonthNames[date.Month - 1] + (date.IsLeapMonth ? " nhuận" : "") + " năm " + year,
            "day " + day + " of " + (date.IsLeapMonth ? "leap " : "") + "lunar month " + month + ", year " + year);
    }

    private static bool TryNumber(ReadOnlySpan<char> digits, out int number) =>
        int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
