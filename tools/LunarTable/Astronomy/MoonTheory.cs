namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>The Moon as seen from the Earth: ELP/MPP02 (Chapront and Francou 2003), truncated; see Data/elp-mpp02-moon.tsv.</summary>
public static class MoonTheory
{
    private const string File = "elp-mpp02-moon.tsv";

    // The ecliptic and equinox of the theory in the ICRS: Chapront, Chapront-Touzé and Francou, A&A 387 (2002) 700-709.
    private const double Obliquity = 84_381.41100 * Angles.ArcSecond;
    private const double Equinox = -0.05542 * Angles.ArcSecond;

    private static readonly PeriodicTerms Longitude = PeriodicTerms.Read(File, "L");
    private static readonly PeriodicTerms Latitude = PeriodicTerms.Read(File, "B");
    private static readonly PeriodicTerms Radius = PeriodicTerms.Read(File, "R");

    /// <summary>The distance from the Earth in kilometres.</summary>
    public static double Distance(double day) => Radius.SineSum(day / Angles.Century);

    /// <summary>The position in the axes of the ICRS, in kilometres.</summary>
    public static Direction Position(double day)
    {
        double t = day / Angles.Century;
        double longitude = MeanLongitude(t) + (Longitude.SineSum(t) * Angles.ArcSecond);
        Direction ofDate = Direction.FromSpherical(longitude, Latitude.SineSum(t) * Angles.ArcSecond, Radius.SineSum(t));
        return ToEclipticOfJ2000(ofDate, t).TurnAboutX(-Obliquity).TurnAboutZ(-Equinox);
    }

    // W1 of ELP/MPP02, fitted to DE405.
    private static double MeanLongitude(double t) => Angles.Polynomial(
        t, 3.81034409083088, 8399.68473007193, -3.31895204255e-5, 3.11024944911e-8, -2.03282376489e-10);

    // The ecliptic of date in that of J2000 (Laskar 1986), as the theory prescribes: P and Q are sin(i/2) sin(node) and sin(i/2) cos(node).
    private static Direction ToEclipticOfJ2000(Direction d, double t)
    {
        double p = Angles.Polynomial(t, 0, 0.10180391e-4, 0.47020439e-6, -0.5417367e-9, -0.2507948e-11, 0.463486e-14);
        double q = Angles.Polynomial(t, 0, -0.113469002e-3, 0.12372674e-6, 0.12654170e-8, -0.1371808e-11, -0.320334e-14);
        double root = 2 * Math.Sqrt(1 - (p * p) - (q * q));
        return new Direction(
            ((1 - (2 * p * p)) * d.X) + (2 * p * q * d.Y) + (p * root * d.Z),
            (2 * p * q * d.X) + ((1 - (2 * q * q)) * d.Y) - (q * root * d.Z),
            ((1 - (2 * p * p) - (2 * q * q)) * d.Z) - (p * root * d.X) + (q * root * d.Y));
    }
}
