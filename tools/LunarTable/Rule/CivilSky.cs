using Reform.Tools.LunarTable.Astronomy;

namespace Reform.Tools.LunarTable.Rule;

/// <summary>The new moons and the major solar terms on the clock of a zone.</summary>
/// <param name="NewMoons">The new moons in order.</param>
/// <param name="Terms">The major solar terms in order, each with its longitude in degrees.</param>
public sealed record CivilSky(IReadOnlyList<CivilInstant> NewMoons, IReadOnlyList<(CivilInstant At, int Degrees)> Terms)
{
    private const double From = -36_890;    // the first days of 1899
    private const double To = 73_500;       // the spring of 2201

    private static readonly Lazy<(double[] NewMoons, (double Day, int Degrees)[] Terms)> Events = new(() =>
        ([.. SkyEvents.NewMoons(From, To)], [.. SkyEvents.MajorTerms(From, To)]));

    /// <summary>The computed sky of all years of the table.</summary>
    /// <param name="zoneHours">The clock's hours ahead of universal time: 7 for Vietnam.</param>
    public static CivilSky Computed(double zoneHours)
    {
        return new CivilSky(
            [.. Events.Value.NewMoons.Select(Civil)],
            [.. Events.Value.Terms.Select(t => (Civil(t.Day), t.Degrees))]);

        CivilInstant Civil(double day) => CivilInstant.At(day, DeltaT.At(day), zoneHours);
    }
}
