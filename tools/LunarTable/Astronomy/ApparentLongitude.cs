namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>Apparent geocentric longitudes, from the true equinox of date: with light time, annual aberration and nutation.</summary>
public static class ApparentLongitude
{
    private const double LightDaysPerAstronomicalUnit = 499.004784 / Angles.SecondsPerDay;
    private const double LightDaysPerKilometre = 1 / (299_792.458 * Angles.SecondsPerDay);

    // Light time and aberration together show a body where it stood, relative to the Earth, when the light left it.

    /// <summary>The Sun's.</summary>
    public static double OfSun(double day)
    {
        double seen = day - (EarthTheory.Distance(day) * LightDaysPerAstronomicalUnit);
        return EclipticOfDate.Longitude(EarthTheory.Position(seen).Opposite(), day) + Nutation.InLongitude(day);
    }

    /// <summary>The Moon's.</summary>
    public static double OfMoon(double day)
    {
        double seen = day - (MoonTheory.Distance(day) * LightDaysPerKilometre);
        return EclipticOfDate.Longitude(MoonTheory.Position(seen), day) + Nutation.InLongitude(day);
    }
}
