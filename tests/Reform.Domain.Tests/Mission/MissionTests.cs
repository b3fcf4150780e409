using System.Text.Json;
using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Cases;
using Reform.Domain.Indicators;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Mission;

/// <summary>What the mission asks and no single feature shows alone: docs/coverage.md names each row.</summary>
public sealed class MissionTests
{
    // Section 2.3 of Regulation 294: 30, 60 and 90 working days by the level that answers. Counted by hand over Monday to Friday without
    // 1 and 2 September 2025, the only days off between.
    [Theory]
    [InlineData("QRY-30", 30)]
    [InlineData("QRY-60", 60)]
    [InlineData("QRY-90", 90)]
    public void A13_One_question_has_a_due_date_of_its_own_at_each_level(string limitId, int days)
    {
        var asked = new LocalDate(2025, 7, 7);
        ProcedureTimeLimit limit = ProcedureCatalogue.Vietnam.Find("PTY-QRY")!.Versions.Single(v => v.Validity.Contains(asked))
            .TimeLimits.Single(l => l.Id == limitId);
        LocalDate due = asked;
        for (int left = days; left > 0;)
        {
            due = due.PlusDays(1);
            bool isOff = due.DayOfWeek is IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday || due == new LocalDate(2025, 9, 1) || due == new LocalDate(2025, 9, 2);
            left -= isOff ? 0 : 1;
        }

        Assert.Equal(due, (limit.InForceOn(asked) ?? limit.Terms).Limit!.From(asked, WorkCalendar.VietnamStateAgencies).DueDate);
    }

    [Theory]
    [InlineData("2016-07-24", null)]
    [InlineData("2016-07-25", "29-QĐ/TW")]
    [InlineData("2021-07-29", "29-QĐ/TW")]
    [InlineData("2021-07-30", "24-QĐ/TW")]
    [InlineData("2025-01-19", "24-QĐ/TW")]
    [InlineData("2025-01-20", "232-QĐ/TW")]
    [InlineData("2025-06-30", "232-QĐ/TW")]
    [InlineData("2025-07-01", "294-QĐ/TW")]
    [InlineData("2026-04-07", "294-QĐ/TW")]
    [InlineData("2026-04-08", "20-QĐ/TW")]
    [InlineData("2026-07-25", "20-QĐ/TW")]
    [InlineData("2026-07-26", "208-QĐ/TW")]
    public void B10_Of_the_regulations_that_replaced_each_other_one_is_in_force_on_any_day(string on, string? number)
    {
        LocalDate day = LocalDatePattern.Iso.Parse(on).Value;
        string[] chain = ["29-QĐ/TW", "24-QĐ/TW", "232-QĐ/TW", "294-QĐ/TW", "20-QĐ/TW", "208-QĐ/TW"];
        Assert.Equal(number, ProcedureCatalogue.Vietnam.Sources.SingleOrDefault(s => chain.Contains(s.Number) && s.Validity.Contains(day))?.Number);
    }

    // Every text that a report, or whoever holds the receipt code, can read: neither who handled the case nor who asked.
    [Fact]
    public void F09_What_others_read_names_no_officer_and_no_requester()
    {
        var received = new LocalDate(2025, 9, 8);
        CaseEvent[] events =
        [
            new CaseReceived(CaseTime.On(received), "PTY-ADM", "ward-a", "requester-1") { By = "officer-1" },
            new StepStarted(CaseTime.On(received.PlusDays(1)), 1) { By = "officer-2" },
            new CaseDecided(CaseTime.On(received.PlusDays(9))) { By = "officer-3" },
        ];
        var file = CaseFile.From("H-1", events.Select((e, i) => new Recorded<CaseEvent>("r" + i, e, Instant.FromUnixTimeSeconds(i))));
        var terms = CaseTerms.Of(ProcedureCatalogue.Vietnam.Find("PTY-ADM")!.Versions[^1], WorkCalendar.VietnamStateAgencies);
        LocalDateTime now = received.PlusDays(30).AtMidnight();
        var facts = CaseFacts.Of(file, terms, now);
        var tally = new IndicatorTally(received, now.Date);
        tally.Add(facts);
        string[] read = [JsonSerializer.Serialize(tally.Report()), JsonSerializer.Serialize(RequesterView.Of(file, BilingualText.Same("x"), terms, now))];
        Assert.All(read, text => Assert.DoesNotMatch("officer-|requester-", text));
        Assert.Contains("officer-3", JsonSerializer.Serialize(facts), StringComparison.Ordinal);
        Assert.Contains("ward-a", read[0], StringComparison.Ordinal);
    }
}
