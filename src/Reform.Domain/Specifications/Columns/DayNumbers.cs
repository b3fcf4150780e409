using System.Runtime.CompilerServices;
using NodaTime;

namespace Reform.Domain.Specifications;

/// <summary>Dates as numbers of days. Only dates of the ISO calendar have one; others throw, and are judged as dates.</summary>
internal static class DayNumbers
{
    public const int Absent = int.MinValue;

    private static readonly LocalDate Epoch = new(1970, 1, 1);
    private static readonly int First = Of(LocalDate.MinIsoValue);
    private static readonly int Last = Of(LocalDate.MaxIsoValue);

    /// <summary>The number of the date that a default value is.</summary>
    public static int Default { get; } = Of(default(LocalDate));

    public static int Of(LocalDate date) => Period.DaysBetween(Epoch, date);

    public static int OfOptional(LocalDate? date) => date is { } there ? Of(there) : Absent;

    public static LocalDate ToDate(int day) => Epoch.PlusDays(day);

    public static LocalDate? ToOptional(int day) => day == Absent ? null : ToDate(day);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Plus(int day, int days)
    {
        long sum = (long)day + days;
        return sum >= First && sum <= Last ? (int)sum : throw OutOfRange();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Demand(int day) => day != Absent ? day : throw Missing();

    private static ArgumentOutOfRangeException OutOfRange() => new(nameof(DayNumbers));

    private static InvalidOperationException Missing() => new("Nullable object must have a value.");
}
