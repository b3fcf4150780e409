using System.Runtime.CompilerServices;
using NodaTime;

namespace Reform.Domain.Specifications;

/// <summary>
/// The one number that a <see cref="LocalDate"/> is in memory: year, month, day and calendar in fields of bits, the year in front and 0 for the
/// ISO calendar. Two ISO dates compare as these numbers do. That it is so is checked once against NodaTime; where it is not, the number is put
/// together from the parts.
/// </summary>
internal static class PackedDate
{
    private const int Calendar = 63;
    private const int Day = 6;
    private static readonly bool IsPacked = IsAsExpected();

    /// <summary>Has the check done before code that depends on it is compiled, so that only one of the two ways is.</summary>
    public static void Prepare() => RuntimeHelpers.RunClassConstructor(typeof(PackedDate).TypeHandle);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool AreIso(LocalDate left, LocalDate right) => IsPacked
        ? ((Raw(left) | Raw(right)) & Calendar) == 0
        : left.Calendar == CalendarSystem.Iso && right.Calendar == CalendarSystem.Iso;

    /// <summary>A number in the order of the dates, of an ISO date; it is not the number of a day.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Of(LocalDate date) => IsPacked ? Raw(date) : (((date.Year * 16) + date.Month) * 32) + date.Day;

    /// <summary>Adds days: within the first 28 of a month to the day, all else by NodaTime.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static LocalDate Plus(LocalDate date, int days)
    {
        if (IsPacked)
        {
            int raw = Raw(date);
            int then = ((raw >> Day) & 63) + days;
            return then is >= 0 and < 28 && (raw & Calendar) == 0 ? Unsafe.BitCast<int, LocalDate>(raw + (days << Day)) : Counted(date, days);
        }

        int day = date.Day + days;
        return day is >= 1 and <= 28 && date.Calendar == CalendarSystem.Iso ? new(date.Year, date.Month, day) : date.PlusDays(days);
    }

    // Apart, so that the loops stay small.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static LocalDate Counted(LocalDate date, int days) => date.PlusDays(days);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Raw(LocalDate date) => Unsafe.BitCast<LocalDate, int>(date);

    // Every field of bits from its least to its greatest value, one day apart; and every other calendar.
    private static bool IsAsExpected()
    {
        if (Unsafe.SizeOf<LocalDate>() != sizeof(int) || Raw(new LocalDate(1, 1, 1)) != 0)
        {
            return false;
        }

        (int Year, int Month, int Day)[] dates =
        [
            (-9998, 1, 1), (-9998, 12, 31), (-1, 12, 31), (0, 1, 1), (0, 12, 31), (1, 1, 1), (1, 1, 2), (1, 1, 28), (1, 1, 31), (1, 2, 1),
            (1, 12, 31), (2, 1, 1), (1582, 10, 15), (2024, 2, 28), (2024, 2, 29), (2024, 3, 1), (2024, 12, 31), (2025, 1, 1), (9999, 12, 30), (9999, 12, 31),
        ];
        return dates.All(d => Raw(new LocalDate(d.Year, d.Month, d.Day)) == ((d.Year - 1) << 17) + ((d.Month - 1) << 12) + ((d.Day - 1) << Day))
            && CalendarSystem.Ids.Select(CalendarSystem.ForId)
                .All(c => c == CalendarSystem.Iso || (Raw(new LocalDate(2025, 1, 1).WithCalendar(c)) & Calendar) != 0);
    }
}
