using static Reform.Tools.LunarTable.Astronomy.Angles;

namespace Reform.Tools.LunarTable.Astronomy;

/// <summary>
/// Longitudes on the ecliptic of date, from its mean equinox: IAU 2006 precession with the frame bias of the ICRS, by the four angles
/// of Fukushima and Williams (Capitaine, Wallace and Chapront, A&amp;A 412 (2003) 567; Hilton et al., Celest. Mech. 94 (2006) 351).
/// </summary>
public static class EclipticOfDate
{
    /// <summary>The longitude of a direction given in the axes of the ICRS.</summary>
    public static double Longitude(Direction direction, double day)
    {
        double t = day / Century;
        double gamma = Polynomial(t, -0.052928, 10.556378, 0.4932044, -0.00031238, -0.000002788, 0.0000000260) * ArcSecond;
        double phi = Polynomial(t, 84_381.412819, -46.811016, 0.0511268, 0.00053289, -0.000000440, -0.0000000176) * ArcSecond;
        double psi = Polynomial(t, -0.041775, 5_038.481484, 1.5584175, -0.00018522, -0.000026452, -0.0000000148) * ArcSecond;
        return direction.TurnAboutZ(gamma).TurnAboutX(phi).Longitude + psi;
    }
}
