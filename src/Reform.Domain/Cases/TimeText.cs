using NodaTime;
using NodaTime.TimeZones;

namespace Reform.Domain.Cases;

/// <summary>Reads the times of a log: ISO 8601 with any number of fraction digits, "Z" or an offset, or a date alone.</summary>
internal sealed class TimeText(DateTimeZone zone, DateTimeZone? naiveZone)
{
    private static readonly LocalDate Latest = LocalDate.MaxIsoValue.PlusDays(-2);

    /// <summary>The time, or why there is none.</summary>
    public (CaseTime? Time, TimeTextProblem Problem) Read(string text)
    {
        ReadOnlySpan<char> rest = text.AsSpan().Trim();
        if (!TryDate(rest, out LocalDate date))
        {
            return (null, TimeTextProblem.NotATime);
        }

        if (rest.Length == 10)
        {
            return (CaseTime.On(date), TimeTextProblem.None);
        }

        if (rest[10] is not ('T' or 't' or ' ') || !TryTime(rest[11..], out long nanoseconds, out ReadOnlySpan<char> zonePart))
        {
            return (null, TimeTextProblem.NotATime);
        }

        LocalDateTime local = nanoseconds == NodaConstants.NanosecondsPerDay
            ? date.PlusDays(1).AtMidnight()
            : date + LocalTime.FromNanosecondsSinceMidnight(nanoseconds);
        if (zonePart.IsEmpty)
        {
            return Naive(local);
        }

        return TryOffset(zonePart, out Offset offset)
            ? (At(local.WithOffset(offset).ToInstant(), offset), TimeTextProblem.None)
            : (null, TimeTextProblem.NotATime);
    }

    /// <summary>The time, where it is written by one of these patterns when it is not ISO 8601.</summary>
    public (CaseTime? Time, TimeTextProblem Problem) Read(string text, TimePattern[] patterns)
    {
        (CaseTime? time, TimeTextProblem problem) = Read(text);
        if (problem != TimeTextProblem.NotATime)
        {
            return (time, problem);
        }

        foreach (TimePattern pattern in patterns)
        {
            if (pattern.Read(text.Trim()) is (LocalDate { Year: >= 1 } date, var local, var offset)
                && IsInRange(date.Year, date.Month, date.Day))
            {
                return local is null ? (CaseTime.On(date), TimeTextProblem.None)
                    : offset is Offset written ? (At(local.Value.WithOffset(written).ToInstant(), written), TimeTextProblem.None)
                    : Naive(local.Value);
            }
        }

        return (null, TimeTextProblem.NotATime);
    }

    /// <summary>Whether a text is a dateTime of XML Schema; the zone may be absent.</summary>
    public static bool IsXmlDateTime(ReadOnlySpan<char> text) =>
        text.Length >= 19 && text[10] == 'T' && text[16] == ':' && !(text.Length > 19 && text[19] == ',')
        && TryDate(text, out int year, out int month, out int day) && IsInRange(year, month, day)
        && TryTime(text[11..], out _, out ReadOnlySpan<char> zonePart)
        && (zonePart is [] or ['Z'] || (zonePart.Length == 6 && TryOffset(zonePart, out _)));

    private (CaseTime? Time, TimeTextProblem Problem) Naive(LocalDateTime local) => naiveZone is null
        ? (null, TimeTextProblem.NoOffset)
        : (At(naiveZone.ResolveLocal(local, Resolvers.LenientResolver).ToInstant(), null), TimeTextProblem.None);

    private CaseTime At(Instant instant, Offset? written) => CaseTime.At(instant, zone, written);

    private static bool TryDate(ReadOnlySpan<char> text, out LocalDate date)
    {
        bool isDate = TryDate(text, out int year, out int month, out int day) && IsInRange(year, month, day);
        date = isDate ? new LocalDate(year, month, day) : default;
        return isDate;
    }

    private static bool TryDate(ReadOnlySpan<char> text, out int year, out int month, out int day)
    {
        year = month = day = 0;
        return text.Length >= 10 && text[4] == '-' && text[7] == '-'
            && TryDigits(text[..4], out year) && TryDigits(text[5..7], out month) && TryDigits(text[8..10], out day)
            && year >= 1 && month is >= 1 and <= 12 && day >= 1 && (day <= 28 || day <= DateTime.DaysInMonth(year, month));
    }

    // A zone can move an instant by a day; the end of the calendar leaves room for that.
    private static bool IsInRange(int year, int month, int day) => year < Latest.Year || month < Latest.Month || day < Latest.Day;

    // The nanoseconds since midnight; a whole day of them for 24:00.
    private static bool TryTime(ReadOnlySpan<char> text, out long nanoseconds, out ReadOnlySpan<char> rest)
    {
        nanoseconds = 0;
        rest = default;
        if (text.Length < 5 || text[2] != ':' || !TryDigits(text[..2], out int hour) || !TryDigits(text[3..5], out int minute))
        {
            return false;
        }

        rest = text[5..];
        int second = 0;
        if (rest is [':', ..])
        {
            if (rest.Length < 3 || !TryDigits(rest[1..3], out second))
            {
                return false;
            }

            rest = rest[3..];
            if (rest is ['.' or ',', ..])
            {
                int digits = CountDigits(rest[1..]);
                if (digits == 0)
                {
                    return false;
                }

                nanoseconds = Nanoseconds(rest.Slice(1, digits));
                rest = rest[(1 + digits)..];
            }
        }

        bool endOfDay = hour == 24 && minute == 0 && second == 0 && nanoseconds == 0;
        if ((hour > 23 && !endOfDay) || minute > 59 || second > 59)
        {
            return false;
        }

        nanoseconds += ((((hour * 60L) + minute) * 60) + second) * NodaConstants.NanosecondsPerSecond;
        return true;
    }

    private static bool TryOffset(ReadOnlySpan<char> text, out Offset offset)
    {
        offset = Offset.Zero;
        if (text is ['Z' or 'z'])
        {
            return true;
        }

        ReadOnlySpan<char> digits = text.Length > 1 ? text[1..] : default;
        ReadOnlySpan<char> minutePart = digits.Length switch { 5 when digits[2] == ':' => digits[3..], 4 => digits[2..], 2 => "00", _ => "?" };
        if (text[0] is not ('+' or '-') || minutePart.Length != 2
            || !TryDigits(digits[..2], out int hours) || !TryDigits(minutePart, out int minutes) || hours > 14 || minutes > 59)
        {
            return false;
        }

        int total = (hours * 60) + minutes;
        offset = Offset.FromSeconds((text[0] == '-' ? -total : total) * 60);
        return true;
    }

    // For a few digits; the framework's own reading of numbers takes ten times as long.
    private static bool TryDigits(ReadOnlySpan<char> text, out int value)
    {
        value = 0;
        foreach (char c in text)
        {
            if (!char.IsAsciiDigit(c))
            {
                return false;
            }

            value = (value * 10) + (c - '0');
        }

        return true;
    }

    private static int CountDigits(ReadOnlySpan<char> text)
    {
        int count = 0;
        while (count < text.Length && char.IsAsciiDigit(text[count]))
        {
            count++;
        }

        return count;
    }

    private static long Nanoseconds(ReadOnlySpan<char> digits)
    {
        long value = 0;
        for (int i = 0; i < 9; i++)
        {
            value = (value * 10) + (i < digits.Length ? digits[i] - '0' : 0);
        }

        return value;
    }
}

/// <summary>Why a text gave no time.</summary>
internal enum TimeTextProblem
{
    None = 0,
    NotATime = 1,
    NoOffset = 2,
}
