using System.Globalization;
using static Reform.Tools.LunarTable.Astronomy.Angles;

namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>The nutation in longitude: the lunisolar terms of IAU 2000A, truncated; see Data/nutation-longitude.tsv.</summary>
public static class Nutation
{
    private const double Unit = 1e-7 * ArcSecond;

    private static readonly double[][] Terms =
        [.. DataRows.Of("nutation-longitude.tsv").Select(r => r.Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray())];

    /// <summary>How far the true equinox lies behind the mean one, in radians.</summary>
    public static double InLongitude(double day)
    {
        double t = day / Century;
        ReadOnlySpan<double> delaunay = Delaunay(t);
        double sum = 0;
        foreach (double[] term in Terms)
        {
            double angle = 0;
            for (int i = 0; i < delaunay.Length; i++)
            {
                angle += term[i] * delaunay[i];
            }

            (double sin, double cos) = Math.SinCos(angle);
            sum += ((term[5] + (term[6] * t)) * sin) + (term[7] * cos);
        }

        return sum * Unit;
    }

    // Anomaly of the Moon, anomaly of the Sun, argument of latitude, elongation, node: IERS Conventions 2003, after Simon et al. 1994.
    private static double[] Delaunay(double t) =>
    [
        Polynomial(t, 485_868.249036, 1_717_915_923.2178, 31.8792, 0.051635, -0.00024470) * ArcSecond,
        Polynomial(t, 1_287_104.79305, 129_596_581.0481, -0.5532, 0.000136, -0.00001149) * ArcSecond,
        Polynomial(t, 335_779.526232, 1_739_527_262.8478, -12.7512, -0.001037, 0.00000417) * ArcSecond,
        Polynomial(t, 1_072_260.70369, 1_602_961_601.2090, -6.3706, 0.006593, -0.00003169) * ArcSecond,
        Polynomial(t, 450_160.398036, -6_962_890.5431, 7.4722, 0.007702, -0.00005939) * ArcSecond,
    ];
}
