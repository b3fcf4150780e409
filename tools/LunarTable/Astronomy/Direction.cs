namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>A point in rectangular coordinates; the unit is the caller's.</summary>
public readonly record struct Direction(double X, double Y, double Z)
{
    /// <summary>The longitude in the plane of X and Y, in radians.</summary>
    public double Longitude => Math.Atan2(Y, X);

    /// <summary>The point at a longitude, a latitude and a distance.</summary>
    public static Direction FromSpherical(double longitude, double latitude, double distance) => new(
        distance * Math.Cos(latitude) * Math.Cos(longitude),
        distance * Math.Cos(latitude) * Math.Sin(longitude),
        distance * Math.Sin(latitude));

    /// <summary>The same point in axes that are turned about X by an angle.</summary>
    public Direction TurnAboutX(double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return new Direction(X, (cos * Y) + (sin * Z), (cos * Z) - (sin * Y));
    }

    /// <summary>The same point in axes that are turned about Z by an angle.</summary>
    public Direction TurnAboutZ(double angle)
    {
        (double sin, double cos) = Math.SinCos(angle);
        return new Direction((cos * X) + (sin * Y), (cos * Y) - (sin * X), Z);
    }

    /// <summary>The opposite point.</summary>
    public Direction Opposite() => new(-X, -Y, -Z);
}
