namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>The instants that make the calendar: new moons (sóc) and major solar terms (trung khí), in days of TT since J2000.</summary>
public static class SkyEvents
{
    private const double MonthDays = 29.530588861;
    private const double YearDays = 365.242190;
    private const double FirstNewMoon = 5.09766;      // the mean new moon of 6 January 2000
    private const double FirstEquinox = 79.31;        // near the equinox of March 2000
    private const double Tolerance = 1e-7;            // days: 0.01 s

    /// <summary>The new moons from one time to another: the Moon's apparent longitude equals the Sun's.</summary>
    public static IEnumerable<double> NewMoons(double from, double to) =>
        Roots(from, to, FirstNewMoon, MonthDays, Math.Tau / MonthDays, (day, _) =>
            ApparentLongitude.OfMoon(day) - ApparentLongitude.OfSun(day)).Select(e => e.Day);

    /// <summary>The major solar terms from one time to another: the Sun's apparent longitude is a multiple of 30 degrees.</summary>
    public static IEnumerable<(double Day, int Degrees)> MajorTerms(double from, double to) =>
        Roots(from, to, FirstEquinox, YearDays / 12, Math.Tau / YearDays, (day, number) =>
            ApparentLongitude.OfSun(day) - (number * Math.PI / 6)).Select(e => (e.Day, 30 * Modulo12(e.Number)));

    private static int Modulo12(int number) => ((number % 12) + 12) % 12;

    // One root near each mean time. The mean speed gives a second guess, the secant of the last two the next one.
    private static IEnumerable<(double Day, int Number)> Roots(
        double from, double to, double first, double step, double speed, Func<double, int, double> angle)
    {
        for (int number = (int)Math.Floor((from - first) / step) - 1; ; number++)
        {
            double before = first + (number * step);
            double angleBefore = Angles.Wrap(angle(before, number));
            double day = before - (angleBefore / speed);
            while (Math.Abs(day - before) > Tolerance)
            {
                double angleNow = Angles.Wrap(angle(day, number));
                double slope = (angleNow - angleBefore) / (day - before);
                (before, angleBefore, day) = (day, angleNow, day - (angleNow / slope));
            }

            if (day > to)
            {
                yield break;
            }

            if (day >= from)
            {
                yield return (day, number);
            }
        }
    }
}
