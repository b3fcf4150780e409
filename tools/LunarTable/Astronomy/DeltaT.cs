using System.Globalization;

namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>
/// Delta T = TT - UT1 in seconds. To 2019 the splines of Morrison, Stephenson, Hohenkerk and Zawilski (2021), to 2026 observed values,
/// after it their long-term length of day, integrated from the last observed value.
/// </summary>
public static class DeltaT
{
    private const double J2000Year = 2000 + (0.5 / 365.25);

    private static readonly double[][] Splines = Read("delta-t-spline.tsv");
    private static readonly double[][] Observed = Read("delta-t-observed.tsv");

    /// <summary>Delta T on a day since J2000.</summary>
    public static double At(double day) => InYear(J2000Year + (day / 365.25));

    /// <summary>Delta T at a fractional year.</summary>
    public static double InYear(double year)
    {
        if (year < Splines[0][0])
        {
            throw new ArgumentOutOfRangeException(nameof(year), year, "Delta T is kept from 1895 on.");
        }

        return Array.Find(Splines, s => year < s[1]) is { } spline ? InSpline(spline, year)
            : year < Observed[^1][0] ? Interpolated(year)
            : Observed[^1][1] + LongTerm(year) - LongTerm(Observed[^1][0]);
    }

    private static double InSpline(double[] s, double year) => Angles.Polynomial((year - s[0]) / (s[1] - s[0]), s[5], s[4], s[3], s[2]);

    // Linear between the observed values; the first interval begins at the end of the splines.
    private static double Interpolated(double year)
    {
        double[] before = [Splines[^1][1], InSpline(Splines[^1], Splines[^1][1])];
        foreach (double[] after in Observed)
        {
            if (year < after[0])
            {
                return before[1] + ((after[1] - before[1]) * (year - before[0]) / (after[0] - before[0]));
            }

            before = after;
        }

        throw new ArgumentOutOfRangeException(nameof(year), year, "The year lies after the observed values.");
    }

    // Length of day beyond 86,400 s = 1.72 t - 3.5 sin(2 pi (t + 0.75) / 14) ms, t in centuries from 1825, times 36,525 days a century.
    private static double LongTerm(double year)
    {
        double t = (year - 1825) / 100;
        return 36.525 * ((0.86 * t * t) + (3.5 * 14 / Math.Tau * Math.Cos(Math.Tau * (t + 0.75) / 14)));
    }

    private static double[][] Read(string file) =>
        [.. DataRows.Of(file).Select(r => r.Select(f => double.Parse(f, CultureInfo.InvariantCulture)).ToArray())];
}
