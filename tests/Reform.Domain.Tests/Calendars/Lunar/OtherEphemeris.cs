using System.Globalization;
using NodaTime;
using Reform.Testing;

namespace Reform.Domain.Tests.Calendars.Lunar;

/// <summary>The instants of another ephemeris, which shares no code and no series with ours: swiss-ephemeris.tsv.</summary>
internal static class OtherEphemeris
{
    private static readonly (string Event, double Day, double DeltaT)[] Rows =
        [.. File.ReadLines(Repository.PathOf("tests", "Reform.Domain.Tests", "Calendars", "Lunar", "swiss-ephemeris.tsv"))
            .Where(l => l[0] != '#').Select(l => l.Split('\t')).Select(f => (f[0], Number(f[1]), Number(f[2])))];

    /// <summary>The new moons, in days of TT since J2000.</summary>
    public static double[] NewMoons { get; } = [.. Rows.Where(r => r.Event == "M").Select(r => r.Day)];

    /// <summary>The major solar terms, in days of TT since J2000, with the longitude of the Sun in degrees.</summary>
    public static (double Day, int Degrees)[] Terms { get; } =
        [.. Rows.Where(r => r.Event != "M").Select(r => (r.Day, int.Parse(r.Event, CultureInfo.InvariantCulture)))];

    /// <summary>The months of a zone by these instants, their Delta T and the slow reference.</summary>
    public static List<SlowMonth> Months(int zoneHours) => SlowMonth.Name(
        [.. Rows.Where(r => r.Event == "M").Select(r => Day(r, zoneHours))],
        [.. Rows.Where(r => r.Event != "M").Select(r => (Day(r, zoneHours), int.Parse(r.Event, CultureInfo.InvariantCulture)))]);

    /// <summary>The days of the new moons that fall within so many seconds of a local midnight.</summary>
    public static IEnumerable<LocalDate> NewMoonsNearMidnight(int zoneHours, int seconds) => Rows
        .Where(r => r.Event == "M").Select(r => Local(r, zoneHours))
        .Where(t => t.PlusSeconds(seconds).Date != t.Date || t.PlusSeconds(-seconds).Date != t.Date).Select(t => t.Date);

    private static LocalDate Day((string Event, double Day, double DeltaT) row, int zoneHours) => Local(row, zoneHours).Date;

    private static LocalDateTime Local((string Event, double Day, double DeltaT) row, int zoneHours) => new LocalDateTime(2000, 1, 1, 12, 0)
        .PlusTicks((long)(row.Day * NodaConstants.TicksPerDay)).PlusHours(zoneHours).PlusMilliseconds((long)(-1000 * row.DeltaT));

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);
}
