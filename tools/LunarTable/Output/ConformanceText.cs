using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Reform.Tools.LunarTable.Rule;

namespace Reform.Tools.LunarTable.Output;

/// <summary>The vectors that another implementation can run: conformance/calendar/lunar.tsv.</summary>
public static class ConformanceText
{
    /// <summary>The header.</summary>
    public const string Header = "date\tlunar year\tmonth\tleap\tday\twhy";

    /// <summary>The file: official dates, every new year, every leap month, every uncertain month, and the known mistakes of others.</summary>
    /// <param name="months">The months, in order.</param>
    public static string Of(IEnumerable<CivilMonth> months)
    {
        CivilMonth[] table = [.. TableText.InTable(months)];
        var reasons = new SortedDictionary<LocalDate, List<string>>();
        foreach (CivilMonth month in table)
        {
            Add(month.Number == 1 && !month.IsLeap, month.First, "new year");
            Add(month.IsLeap, month.First, "leap month begins");
            Add(month.IsUncertain, month.First, "uncertain: an instant within two minutes of midnight decides it");
        }

        foreach (string file in (string[])["official-dates.tsv", "mistakes-of-others.tsv"])
        {
            foreach (string[] row in DataRows.Of(file))
            {
                Add(true, LocalDatePattern.Iso.Parse(row[0]).Value, row[^1]);
            }
        }

        LocalDate last = table[^1].First.PlusDays(table[^1].Length - 1);
        Add(true, table[0].First, "first day of the table");
        Add(true, last, "last day of the table");

        var text = new StringBuilder(Header).Append('\n');
        foreach ((LocalDate date, List<string> why) in reasons)
        {
            CivilMonth month = table.Last(m => m.First <= date);
            text.Append(CultureInfo.InvariantCulture, $"{LocalDatePattern.Iso.Format(date)}\t{month.Year}\t{month.Number}\t")
                .Append(CultureInfo.InvariantCulture, $"{(month.IsLeap ? 1 : 0)}\t{Period.DaysBetween(month.First, date) + 1}\t")
                .AppendJoin("; ", why).Append('\n');
        }

        return text.ToString();

        void Add(bool applies, LocalDate date, string why)
        {
            if (!applies)
            {
                return;
            }

            if (!reasons.TryGetValue(date, out List<string>? list))
            {
                reasons[date] = list = [];
            }

            list.Add(why);
        }
    }
}
