using NodaTime;

namespace Reform.Domain.Tests.Calendars.Lunar;

/// <summary>A month as the slow and obvious reference names it.</summary>
internal sealed record SlowMonth(int Year, int Number, bool IsLeap, LocalDate First, int Length)
{
    /// <summary>Names the months between the first and the last winter solstice, by looking at every month for its terms.</summary>
    public static List<SlowMonth> Name(IReadOnlyList<LocalDate> newMoons, IReadOnlyList<(LocalDate Date, int Degrees)> terms)
    {
        ILookup<LocalDate, int> termsByDay = terms.ToLookup(t => t.Date, t => t.Degrees);
        var all = new List<(LocalDate First, int Length, List<int> Terms)>();
        for (int i = 0; i + 1 < newMoons.Count; i++)
        {
            var inMonth = new List<int>();
            for (LocalDate day = newMoons[i]; day < newMoons[i + 1]; day = day.PlusDays(1))
            {
                inMonth.AddRange(termsByDay[day]);
            }

            all.Add((newMoons[i], Period.DaysBetween(newMoons[i], newMoons[i + 1]), inMonth));
        }

        var named = new List<SlowMonth>();
        int start = all.FindIndex(m => m.Terms.Contains(270));
        for (int end; (end = all.FindIndex(start + 1, m => m.Terms.Contains(270))) > 0; start = end)
        {
            var between = all[start..end];
            int leap = between.Count == 13 ? between.FindIndex(m => m.Terms.Count == 0) : -1;
            string[] names = [.. Enumerable.Range(0, 12).Select(i => "11 12 1 2 3 4 5 6 7 8 9 10".Split(' ')[i])];
            int solsticeYear = between[0].First.PlusDays(between[0].Length - 1) is var last && last.Month == 1 ? last.Year - 1 : last.Year;
            for (int i = 0; i < between.Count; i++)
            {
                int number = int.Parse(names[leap >= 0 && i >= leap ? i - 1 : i], System.Globalization.CultureInfo.InvariantCulture);
                named.Add(new SlowMonth(solsticeYear + (number < 11 ? 1 : 0), number, i == leap, between[i].First, between[i].Length));
            }
        }

        return named;
    }
}
