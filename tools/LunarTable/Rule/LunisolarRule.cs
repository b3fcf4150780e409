using NodaTime;

namespace Reform.Tools.LunarTable.Rule;

/// <summary>
/// The rule of the calendar: a month begins on the local day of the new moon; the month of the winter solstice is month 11; where 13
/// months lead from one to the next, the first of them without a major solar term is a leap month.
/// </summary>
public static class LunisolarRule
{
    /// <summary>Instants nearer to midnight than this many seconds leave the day open.</summary>
    public const double Margin = 120;

    private const int WinterSolstice = 270;

    /// <summary>The months from the first winter solstice of the sky to the last, with their doubts.</summary>
    public static IReadOnlyList<CivilMonth> Months(CivilSky sky)
    {
        LocalDate[] newMoons = [.. sky.NewMoons.Select(n => n.Date)];
        (LocalDate Date, int Degrees)[] terms = [.. sky.Terms.Select(t => (t.At.Date, t.Degrees))];
        List<CivilMonth> months = Months(newMoons, terms);
        var uncertain = new HashSet<int>();

        // Each doubtful instant in turn falls on the other side of its midnight: what changes is uncertain.
        for (int i = 0; i < newMoons.Length; i++)
        {
            Doubt(sky.NewMoons[i], ref newMoons[i]);
        }

        for (int i = 0; i < terms.Length; i++)
        {
            Doubt(sky.Terms[i].At, ref terms[i].Date);
        }

        return [.. months.Select((m, i) => m with { IsUncertain = uncertain.Contains(i) })];

        void Doubt(CivilInstant instant, ref LocalDate date)
        {
            if (Math.Abs(instant.SecondsAfterMidnight) > Margin)
            {
                return;
            }

            date = instant.OtherDate;
            List<CivilMonth> others = Months(newMoons, terms);
            date = instant.Date;
            uncertain.UnionWith(Enumerable.Range(0, Math.Min(months.Count, others.Count)).Where(i => !SameName(months[i], others[i])));
        }
    }

    private static bool SameName(CivilMonth a, CivilMonth b) => a.First == b.First && a.Number == b.Number && a.IsLeap == b.IsLeap;

    private static List<CivilMonth> Months(LocalDate[] newMoons, (LocalDate Date, int Degrees)[] terms)
    {
        (int Year, int Index)[] solsticeMonths =
            [.. terms.Where(t => t.Degrees == WinterSolstice).Select(t => (t.Date.Year, MonthOf(t.Date))).Where(s => s.Item2 >= 0)];
        HashSet<int> withTerm = [.. terms.Select(t => MonthOf(t.Date))];
        var months = new List<CivilMonth>();
        for (int s = 0; s + 1 < solsticeMonths.Length; s++)
        {
            (int year, int from) = solsticeMonths[s];
            int to = solsticeMonths[s + 1].Index;
            int leap = to - from == 13 ? Enumerable.Range(from, 13).First(m => !withTerm.Contains(m)) : -1;
            int number = 11;
            for (int m = from; m < to; m++)
            {
                int count = Period.DaysBetween(newMoons[m], newMoons[m + 1]);
                number += m > from && m != leap ? 1 : 0;
                months.Add(new CivilMonth(number > 12 ? year + 1 : year, ((number - 1) % 12) + 1, m == leap, newMoons[m], count));
            }
        }

        return months;

        // The month that holds a day, by its place among the new moons.
        int MonthOf(LocalDate date)
        {
            int found = Array.BinarySearch(newMoons, date);
            return found >= 0 ? found : ~found - 1;
        }
    }
}
