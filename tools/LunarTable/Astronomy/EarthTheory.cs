namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>The Earth as seen from the Sun: VSOP87 (Bretagnon and Francou 1988), truncated; see Data/vsop87b-earth.tsv.</summary>
public static class EarthTheory
{
    private const string File = "vsop87b-earth.tsv";

    // VSOP87 gives the position of its ecliptic and equinox in the equator of FK5 (its README); FK5 lies within 0.03" of the ICRS.
    private const double Obliquity = 84_381.4091 * Angles.ArcSecond;
    private const double Equinox = -0.0990 * Angles.ArcSecond;

    private static readonly PeriodicTerms Longitude = PeriodicTerms.Read(File, "L");
    private static readonly PeriodicTerms Latitude = PeriodicTerms.Read(File, "B");
    private static readonly PeriodicTerms Radius = PeriodicTerms.Read(File, "R");

    /// <summary>The distance from the Sun in astronomical units.</summary>
    public static double Distance(double day) => Radius.CosineSum(Millennia(day));

    /// <summary>The position in the axes of the ICRS, in astronomical units.</summary>
    public static Direction Position(double day)
    {
        double t = Millennia(day);
        return Direction.FromSpherical(Longitude.CosineSum(t), Latitude.CosineSum(t), Radius.CosineSum(t))
            .TurnAboutX(-Obliquity).TurnAboutZ(-Equinox);
    }

    private static double Millennia(double day) => day / (10 * Angles.Century);
}
