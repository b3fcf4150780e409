using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Values;
using Reform.Grpc.Calendars;

namespace Reform.Grpc.CommandLine;

/// <summary>Answers lines that are dates.</summary>
internal static class CalendarLines
{
    private const int MostAnswer = 96;

    /// <summary>date, lunar year, month, leap 0/1, day; separated by tabs.</summary>
    public static void Lunar(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        LunarDate lunar = LunarCalendar.FromSolar(DateOf(line, LunarCalendar.Id, LunarCalendar.Covers));
        Span<byte> span = Begin(line, output);
        Utf8.TryWrite(
            span, CultureInfo.InvariantCulture, $"\t{lunar.Year}\t{lunar.Month}\t{(lunar.IsLeapMonth ? 1 : 0)}\t{lunar.Day}", out int written);
        output.Advance(written);
    }

    /// <summary>date, working 0/1, kind, provisional 0/1; separated by tabs.</summary>
    public static void Day(ReadOnlySpan<byte> line, IBufferWriter<byte> output)
    {
        WorkCalendar calendar = WorkCalendar.VietnamStateAgencies;
        LocalDate date = DateOf(line, calendar.Id, calendar.Covers);
        int working = calendar.IsWorkingDay(date) ? 1 : 0;
        int provisional = calendar.IsProvisional(date) ? 1 : 0;
        string kind = calendar.KindOf(date).Word();
        Span<byte> span = Begin(line, output);
        Utf8.TryWrite(span, CultureInfo.InvariantCulture, $"\t{working}\t{kind}\t{provisional}", out int written);
        output.Advance(written);
    }

    private static Span<byte> Begin(ReadOnlySpan<byte> date, IBufferWriter<byte> output)
    {
        output.Write(date);
        return output.GetSpan(MostAnswer);
    }

    private static LocalDate DateOf(ReadOnlySpan<byte> line, string calendarId, Domain.Legal.Validity covers)
    {
        if (!IsoText.TryDate(line, out LocalDate date))
        {
            string quoted = BadLineException.Quote(Encoding.UTF8.GetString(line));
            throw new BadLineException(
                "date", quoted + " không phải ngày có thật dạng năm-tháng-ngày", quoted + " is no date that exists of the form year-month-day");
        }

        if (!covers.Contains(date))
        {
            BilingualText why = CalendarRangeText.Of(new CalendarRangeException(calendarId, date, covers));
            throw new BadLineException("date", why.Vietnamese, why.English);
        }

        return date;
    }
}
