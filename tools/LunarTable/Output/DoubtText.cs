using System.Globalization;
using System.Text;
using NodaTime.Text;
using Reform.Tools.LunarTable.Rule;

namespace Reform.Tools.LunarTable.Output;

/// <summary>What a person wants to see of a run: the uncertain months, and the instants near midnight.</summary>
public static class DoubtText
{
    private const double ShownMargin = 180;

    /// <summary>The report.</summary>
    public static string Of(CivilSky sky, IEnumerable<CivilMonth> months)
    {
        var text = new StringBuilder("Uncertain months:\n");
        foreach (CivilMonth month in TableText.InTable(months).Where(m => m.IsUncertain))
        {
            text.Append(CultureInfo.InvariantCulture, $"  {month.Number}{(month.IsLeap ? " (leap)" : "")}/{month.Year}")
                .Append(CultureInfo.InvariantCulture, $" from {LocalDatePattern.Iso.Format(month.First)}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"Instants within {ShownMargin} seconds of midnight:\n");
        foreach (CivilInstant moon in sky.NewMoons.Where(IsNear))
        {
            Append(moon, "new moon");
        }

        foreach ((CivilInstant term, int degrees) in sky.Terms.Where(t => IsNear(t.At)))
        {
            Append(term, "solar term " + degrees.ToString(CultureInfo.InvariantCulture));
        }

        return text.ToString();

        void Append(CivilInstant instant, string name) => text.Append(
            CultureInfo.InvariantCulture, $"  {name}: {LocalDatePattern.Iso.Format(instant.Date)}, {instant.SecondsAfterMidnight:F0} s\n");
    }

    private static bool IsNear(CivilInstant instant) => Math.Abs(instant.SecondsAfterMidnight) <= ShownMargin;
}
