using NodaTime;
using Reform.Tools.LunarTable.Astronomy;

namespace Reform.Tools.LunarTable.Rule;

/// <summary>An instant as the civil calendar sees it: on which local day it falls, and how near to a midnight.</summary>
/// <param name="Date">The local day.</param>
/// <param name="SecondsAfterMidnight">The seconds from the nearest midnight; negative before it.</param>
public readonly record struct CivilInstant(LocalDate Date, double SecondsAfterMidnight)
{
    /// <summary>The day on the other side of the nearest midnight.</summary>
    public LocalDate OtherDate => Date.PlusDays(SecondsAfterMidnight < 0 ? 1 : -1);

    /// <summary>An instant of TT, in days since J2000, on the clock of a zone.</summary>
    /// <param name="day">The instant.</param>
    /// <param name="deltaT">TT minus universal time at the instant, in seconds.</param>
    /// <param name="zoneHours">The clock's hours ahead of universal time.</param>
    public static CivilInstant At(double day, double deltaT, double zoneHours)
    {
        // J2000 is a noon.
        double sinceMidnight = day + 0.5 + (((zoneHours * 3600) - deltaT) / Angles.SecondsPerDay);
        double whole = Math.Floor(sinceMidnight);
        double seconds = (sinceMidnight - whole) * Angles.SecondsPerDay;
        return new CivilInstant(
            new LocalDate(2000, 1, 1).PlusDays((int)whole), seconds > Angles.SecondsPerDay / 2 ? seconds - Angles.SecondsPerDay : seconds);
    }
}
