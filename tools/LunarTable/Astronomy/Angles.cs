namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>Arithmetic of angles (radians) and of time: days of Terrestrial Time (TT) since J2000, 2000-01-01T12:00 TT.</summary>
public static class Angles
{
    /// <summary>One arc second in radians.</summary>
    public const double ArcSecond = Math.PI / 648_000;

    /// <summary>Days in a Julian century.</summary>
    public const double Century = 36_525;

    /// <summary>Seconds in a day.</summary>
    public const double SecondsPerDay = 86_400;

    /// <summary>A polynomial, the constant term first.</summary>
    public static double Polynomial(double t, params ReadOnlySpan<double> coefficients)
    {
        double sum = 0;
        for (int i = coefficients.Length - 1; i >= 0; i--)
        {
            sum = (sum * t) + coefficients[i];
        }

        return sum;
    }

    /// <summary>The same angle from minus half a turn to half a turn.</summary>
    public static double Wrap(double angle) => Math.IEEERemainder(angle, Math.Tau);
}
