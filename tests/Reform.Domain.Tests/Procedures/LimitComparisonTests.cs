using NodaTime;
using Reform.Domain.Procedures;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Procedures;

/// <summary>What a limit saves against its earlier self: Regulations 29-QĐ/TW and 294-QĐ/TW.</summary>
public sealed class LimitComparisonTests
{
    // 60 working days for admission became 45: a quarter, exactly.
    [Fact]
    public void From_60_to_45_working_days_is_25_percent()
    {
        LimitComparison comparison = Compare("PTY-ADM", "ADM-TOTAL", new LocalDate(2020, 1, 1), new LocalDate(2025, 7, 1));

        Assert.Equal((Comparability.Comparable, 15, true, false),
            (comparison.Comparability, comparison.Saved, comparison.SavesAtLeast(25), comparison.SavesAtLeast(26)));
        Assert.Equal("From 60 to 45 working day(s): 15 working day(s) less, which is 25%", comparison.Explain().Sentence.In(Language.English));
        Assert.Equal("Từ 60 thành 45 ngày làm việc: giảm 15 ngày làm việc, tức 25%", comparison.Explain().Sentence.In(Language.Vietnamese));
    }

    // The ceremony keeps its 30 working days, but they now run from the issue of the decision, not from its receipt.
    [Fact]
    public void A_moved_start_event_is_no_saving()
    {
        LimitComparison comparison = Compare("PTY-CER", "CER-30", new LocalDate(2025, 7, 1), new LocalDate(2026, 7, 26));

        Assert.Equal((Comparability.StartEventMoved, null, null),
            (comparison.Comparability, comparison.Saved, comparison.SavesAtLeast(0)));
        Assert.Equal(
            "Not comparable: the start event moved from 'decision.received.date' to 'decision.issued.date'",
            comparison.Explain().Sentence.In(Language.English));
    }

    [Fact]
    public void A_longer_limit_saves_less_than_nothing()
    {
        LimitComparison comparison = Compare("PTY-ADM", "ADM-TOTAL", new LocalDate(2025, 7, 1), new LocalDate(2020, 1, 1));

        Assert.Equal((-15, false), (comparison.Saved, comparison.SavesAtLeast(0)));
    }

    private static LimitComparison Compare(string code, string id, LocalDate before, LocalDate after)
    {
        ProcedureTimeLimit limit = ProcedureCatalogue.Vietnam.Find(code)!.Versions[0].TimeLimits.Single(l => l.Id == id);
        return LimitComparison.Of(limit.InForceOn(before)!, limit.InForceOn(after)!);
    }
}
