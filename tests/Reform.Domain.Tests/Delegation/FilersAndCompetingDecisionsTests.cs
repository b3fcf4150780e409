using NodaTime;
using Reform.Domain.Delegation;

namespace Reform.Domain.Tests.Delegation;

public sealed class FilersAndCompetingDecisionsTests
{
    private static readonly AuthorizedFiler Filer = new("relative", "member", new LocalDate(2025, 1, 31));

    [Theory]
    [InlineData("2025-01-30", "filer_not_yet_authorized")]
    [InlineData("2025-01-31", "filer_authorized")]
    [InlineData("2026-01-31", "filer_authorized")]
    [InlineData("2026-02-01", "filer_term_ended")]
    [InlineData("2026-02-28", "filer_term_ended")]
    public void Without_a_term_an_authorisation_to_file_lasts_a_year(string on, string expected)
    {
        LocalDate date = NodaTime.Text.LocalDatePattern.Iso.Parse(on).Value;
        Assert.Equal(expected, Filer.Explain(date).Code);
        Assert.Equal(expected == "filer_authorized", Filer.MayFileOn(date));
    }

    [Fact]
    public void A_term_that_was_agreed_and_the_end_of_the_matter_go_before()
    {
        Assert.Equal(new LocalDate(2027, 6, 30), (Filer with { AgreedLastDay = new LocalDate(2027, 6, 30) }).LastDay);
        Assert.Equal(new LocalDate(2025, 3, 1), (Filer with { EndedOn = new LocalDate(2025, 3, 1) }).LastDay);
        Assert.Equal(new LocalDate(2026, 1, 31), (Filer with { EndedOn = new LocalDate(2026, 3, 1) }).LastDay);
    }

    [Fact]
    public void Of_decisions_that_differ_the_one_notified_first_stands()
    {
        var granted = new CompetingDecision("12/QĐ", "chair", "granted", Instant.FromUtc(2026, 6, 2, 1, 0));
        var refused = new CompetingDecision("3/TB", "director", "refused", Instant.FromUtc(2026, 6, 1, 1, 0));
        DecisionConflict? conflict = CompetingDecisions.Review([granted, refused]);
        Assert.Equal(refused, conflict?.Standing);
        Assert.Equal("conflicting_decisions", conflict?.Reason.Code);
        Assert.Equal("The decisions 12/QĐ; 3/TB on one case differ; 3/TB stands until they are reviewed", conflict?.Reason.Sentence.English);
        Assert.Null(CompetingDecisions.Review([granted, refused with { Outcome = "granted" }]));
        Assert.Null(CompetingDecisions.Review([granted]));
        Assert.Null(CompetingDecisions.Review([granted with { NotifiedAt = null }, refused with { NotifiedAt = null }])?.Standing);
    }
}
