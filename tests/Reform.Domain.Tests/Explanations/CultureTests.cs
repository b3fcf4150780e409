using System.Globalization;
using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.DataFiles;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Explanations;
using Reform.Domain.Procedures;
using Reform.Domain.Tests.Calendars;
using Reform.Domain.Tests.Delegation;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Explanations;

/// <summary>The same answers on every machine: the culture of the thread decides nothing.</summary>
public sealed class CultureTests
{
    private static readonly string[] Cultures = ["vi-VN", "tr-TR", "az-AZ", "ar-SA", "fa-IR", "th-TH", "sv-SE", "de-DE"];

    [Fact]
    public void A_deadline_is_explained_in_the_same_words() => SameEverywhere(() => Text(
        TimeLimit.CalendarDays(5).From(new LocalDate(2024, 4, 24), TestCalendars.Vietnam).Explain()));

    [Fact]
    public void A_lack_of_authority_is_explained_in_the_same_words()
    {
        Grant ended = TestRegisters.Grant("chair", "director", validity: TestRegisters.Year2026);
        SameEverywhere(() => Text(TestRegisters.HeldBy("chair", ended).Ask("director", new LocalDate(2027, 1, 5)).Explain())
            + Text(TestRegisters.HeldBy("chair", ended).Ask("director", new LocalDate(2026, 1, 5)).Explain()));
    }

    [Fact]
    public void A_calendar_has_the_same_version() => SameEverywhere(
        () => TestCalendars.June2026(TestCalendars.Day(new LocalDate(2026, 6, 5), DayKind.PublicHoliday)).Version);

    [Fact]
    public void A_range_error_reads_the_same() => SameEverywhere(
        () => Assert.Throws<CalendarRangeException>(() => TestCalendars.June2026().KindOf(new LocalDate(2026, 7, 1))).Message);

    [Fact]
    public void A_bad_file_gives_the_same_problems() => SameEverywhere(() => Assert.Throws<InvalidDataFileException>(
        () => ProcedureFile.Read(TestCalendars.Utf8("""
            { "PROCEDURES": [], "sources": [], "procedures": [ { "code": "I", "name": "ı", "system": "PARTY", "versions": [ { "from": "1/2/2026",
              "steps": [ { "number": 1, "name": "İ", "unit": "i" }, { "number": 2, "name": "I", "unit": "i" }, { "number": 3, "name": "I", "unit": "i" } ],
              "time_limits": [ { "id": "ı", "limit": { "amount": -1, "unit": "WEEK" } }, { "id": "I", "limit": { "amount": 1234567, "unit": "week" } },
                { "id": "i", "limit": { "amount": 1.0, "unit": "week" } } ] } ] } ] }
            """))).Message);

    private static string Text(ValueList<Reason> reasons) => string.Join(
        "\n",
        reasons.Select(r => r.Sentence + "|" + r.Basis?.Citation + "|" + string.Join(",", r.Arguments.Select(a => a.Value.ToInvariant()))));

    private static void SameEverywhere(Func<string> answer)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo beforeUi = CultureInfo.CurrentUICulture;
        try
        {
            CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.InvariantCulture;
            string expected = answer();
            foreach (string culture in Cultures)
            {
                CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(culture);
                Assert.Equal(expected, answer());
            }
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
            CultureInfo.CurrentUICulture = beforeUi;
        }
    }
}
