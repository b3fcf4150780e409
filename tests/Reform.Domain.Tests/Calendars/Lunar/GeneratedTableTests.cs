using System.Globalization;
using System.Text;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Testing;
using Reform.Tools.LunarTable.Output;
using Reform.Tools.LunarTable.Rule;

namespace Reform.Domain.Tests.Calendars.Lunar;

/// <summary>What tools/LunarTable makes is what the repository holds, and the library answers as the vectors say.</summary>
public sealed class GeneratedTableTests
{
    private static readonly Lazy<IReadOnlyList<CivilMonth>> Months = new(() => LunisolarRule.Months(CivilSky.Computed(zoneHours: 7)));

    [Fact]
    public void The_shipped_table_is_made_again_byte_for_byte() =>
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(Repository.PathOf(GeneratedFiles.Table))), TableText.Of(Months.Value));

    [Fact]
    public void The_vectors_are_made_again_byte_for_byte() =>
        Assert.Equal(Encoding.UTF8.GetString(File.ReadAllBytes(Repository.PathOf(GeneratedFiles.Conformance))), ConformanceText.Of(Months.Value));

    [Fact]
    public void The_library_answers_as_the_vectors_say()
    {
        string[][] rows = [.. File.ReadLines(Repository.PathOf(GeneratedFiles.Conformance)).Skip(1).Select(l => l.Split('\t'))];

        Assert.Equal(300, rows.Count(r => r[5].Contains("new year", StringComparison.Ordinal)));
        Assert.Equal(45, rows.Count(r => r[5].Contains("official: ", StringComparison.Ordinal)));
        Assert.Equal(
            Enumerable.Range(1900, 300).Count(y => LunarCalendar.LeapMonth(y) is not null),
            rows.Count(r => r[5].Contains("leap month begins", StringComparison.Ordinal)));
        Assert.All(rows, r =>
        {
            LocalDate date = LocalDatePattern.Iso.Parse(r[0]).Value;
            LunarDate lunar = new(Number(r[1]), Number(r[2]), Number(r[4]), Number(r[3]) == 1);
            Assert.Equal(lunar, LunarCalendar.FromSolar(date));
            Assert.Equal(date, LunarCalendar.ToSolar(lunar));
        });

        static int Number(string text) => int.Parse(text, NumberStyles.None, CultureInfo.InvariantCulture);
    }
}
