using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Rules;

public sealed class DataRuleTests
{
    private static readonly LocalDate Day = new(2025, 8, 1);

    private static readonly DataRuleText Text = new(
        "HP-CAS-01",
        Severity.Warning,
        new BilingualText("Trả sau hạn", "Returned late"),
        LegalBasis.Citing("Quy chế 01"),
        "ended_on <= due_on AND copies < 4",
        new BilingualText("Kết thúc {ended_on}, hạn {due_on}, {copies} bản", "Ended {ended_on}, due {due_on}, {copies} copies"))
    {
        AppliesWhen = "state = closed AND NOT is_secret = true",
    };

    private static readonly Dossier Good = new() { State = DossierState.Closed, DueOn = Day, EndedOn = Day, Copies = 3 };

    [Fact]
    public void A_rule_of_data_judges_and_explains_itself_as_any_other()
    {
        var rule = new DataRule<Dossier>(Text, Dossier.Subject);

        Given(rule, Good).Passes();
        Given(rule, Good with { State = DossierState.Open, Copies = 9 }).DoesNotApply();
        Given(rule, Good with { IsSecret = true, Copies = 9 }).DoesNotApply();
        Given(rule, Good with { EndedOn = Day.PlusDays(1) }).Fails("hp_cas_01_broken", ("ended_on", "2025-08-02"), ("copies", "3"));
        Given(rule, Good with { Copies = 4, EndedOn = null }).Fails("hp_cas_01_broken", ("ended_on", "not known"));
        Given(rule, Good with { Copies = null }).IsUndecided("copies");
        Given(rule, Good with { DueOn = null }).IsUndecided("due_on");
        Assert.Equal(
            "Kết thúc 02/08/2025, hạn 01/08/2025, 3 bản", rule.Judge(Good with { EndedOn = Day.PlusDays(1) }).Reason!.Sentence.Vietnamese);
        Assert.Equal(
            "Broken: not: (EndedOn ≤ DueOn), ended on = 2 August 2025; due date = 1 August 2025",
            rule.Explain(Good with { EndedOn = Day.PlusDays(1) }).Sentences(Dossier.Subject)[1].English);
    }

    [Fact]
    public void A_rule_of_data_stands_in_a_book_with_the_others()
    {
        var book = new RuleBook<Dossier>(Dossier.Subject, [new EndedInTimeWithFewCopies(), new DataRule<Dossier>(Text with { Validity = new Validity(Day, null) }, Dossier.Subject)]);

        Assert.Empty(RuleBookCheck.Of(book));
        Assert.Equal(Verdict.NotApplicable, book.Judge(Good with { ReceivedOn = Day.PlusDays(-1), Copies = 9 }).Judged[0].Verdict);
        Assert.Equal(Verdict.Fail, book.Judge(Good with { ReceivedOn = Day, Copies = 9 }).Judged[0].Verdict);
    }

    [Theory]
    [InlineData("pages = 3", true)]
    [InlineData("pages != 3", false)]
    [InlineData("NOT pages = 3", false)]
    [InlineData("-pages = 3", false)]
    [InlineData("pages > -1", true)]
    [InlineData("pages > 2 AND pages < 4", true)]
    [InlineData("pages = 1 OR pages = 3", true)]
    [InlineData("pages = 3 OR pages = 1 AND pages = 9", false)]
    [InlineData("pages = 3 OR (pages = 1 AND pages = 9)", true)]
    [InlineData("channel = \"Một cửa\"", true)]
    [InlineData("channel = 'Một cửa'", true)]
    [InlineData("channel = 'một cửa'", false)]
    [InlineData("channel != 'x'", true)]
    [InlineData("copies:*", false)]
    [InlineData("NOT copies:*", true)]
    [InlineData("copies = 0", false)]
    [InlineData("copies != 0", true)]
    [InlineData("state = sent_back", true)]
    [InlineData("state != closed", true)]
    [InlineData("is_secret = false", true)]
    [InlineData("due_on = 2025-08-01", true)]
    [InlineData("due_on > \"2025-07-31\"", true)]
    [InlineData("due_on < ended_on", true)]
    [InlineData("ended_on <= due_on", false)]
    [InlineData("received_on < due_on", false)]
    [InlineData("((((pages=3))))", true)]
    [InlineData("unit_id = 'AND'", true)]
    public void Filters_mean_what_they_say(string filter, bool holds)
    {
        var dossier = new Dossier { Pages = 3, Channel = "Một cửa", State = DossierState.SentBack, DueOn = Day, EndedOn = Day.PlusDays(1), UnitId = "AND" };

        Assert.Equal(holds, Filter<Dossier>.Parse(filter).Specification.IsSatisfiedBy(dossier));
        Assert.Equal([dossier], new[] { dossier }.AsQueryable().Where(Filter<Dossier>.Parse(filter).Specification.Expression).Concat(holds ? [] : [dossier]));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("   ", 3)]
    [InlineData("pages", 5)]
    [InlineData("pages =", 7)]
    [InlineData("pages = 'three'", 8)]
    [InlineData("pages = 99999999999", 8)]
    [InlineData("pages = 3 pages = 4", 10)]
    [InlineData("pages == 3", 7)]
    [InlineData("Pages = 3", 0)]
    [InlineData("pages:*", 0)]
    [InlineData("computed = 3", 0)]
    [InlineData("pages = due_on", 8)]
    [InlineData("due_on = 2025-13-01", 9)]
    [InlineData("due_on = yesterday", 9)]
    [InlineData("state > closed", 6)]
    [InlineData("state = Closed", 8)]
    [InlineData("state = 1", 8)]
    [InlineData("is_secret = 1", 12)]
    [InlineData("channel < 'a'", 8)]
    [InlineData("channel = \"abc", 10)]
    [InlineData("channel = *", 10)]
    [InlineData("channel:'a'", 8)]
    [InlineData("(pages = 3", 10)]
    [InlineData("pages = 3)", 9)]
    [InlineData("pages = 3 AND", 13)]
    [InlineData("AND pages = 3", 0)]
    [InlineData("pages = 3; DROP TABLE x", 9)]
    [InlineData("pages.GetType() = 3", 5)]
    [InlineData("System.IO.File = 3", 6)]
    [InlineData("it.GetHashCode() = 3", 2)]
    [InlineData("unit_id = \"a\" + \"b\"", 14)]
    [InlineData("pages = 1 && pages = 2", 10)]
    [InlineData("регион = 3", 0)]
    [InlineData("pages = 3\0", 9)]
    public void What_is_no_filter_is_refused_at_its_place(string filter, int position)
    {
        FilterException refused = Assert.Throws<FilterException>(() => Filter<Dossier>.Parse(filter));

        Assert.Equal(position, refused.Position);
        Assert.StartsWith("Tại ký tự " + (position + 1), refused.Text.Vietnamese, StringComparison.Ordinal);
    }

    [Fact]
    public void Hostile_filters_are_refused_within_bounds()
    {
        string[] hostile =
        [
            new string('(', 4000), new string('-', 4000) + "pages = 1", string.Concat(Enumerable.Repeat("NOT ", 1000)) + "pages = 1",
            string.Join(" AND ", Enumerable.Repeat("pages = 1", 101)), string.Join(" OR ", Enumerable.Repeat("pages=1", 200)),
            "pages = " + new string('9', 4000), new string('a', 5000), "channel = '" + new string('\\', 4085),
        ];
        Assert.All(hostile, h => Assert.Throws<FilterException>(() => Filter<Dossier>.Parse(h)));
        Assert.True(Filter<Dossier>.Parse(string.Join(" OR ", Enumerable.Range(0, 100).Select(i => "pages=" + i))).Specification.IsSatisfiedBy(new Dossier { Pages = 99 }));
    }

    [Fact]
    public void Any_text_is_read_or_refused_and_nothing_else() =>
        Gen.Char["()=<>!:*-'\" apegsdu_onANDORNT01\\"].Array[0, 40].Select(c => new string(c)).Sample(
            text =>
            {
                try
                {
                    Filter<Dossier>.Parse(text).Specification.IsSatisfiedBy(new Dossier());
                }
                catch (FilterException e)
                {
                    Assert.InRange(e.Position, 0, text.Length);
                }
            },
            iter: 3000,
            seed: "0000KoDzHfQ4");

    [Fact]
    public void A_malformed_rule_names_the_field()
    {
        Assert.Equal("code", Refused(Text with { Code = "hp cas" }).Field);
        Assert.Equal("requires", Refused(Text with { Requires = "x = 1" }).Field);
        Assert.Equal("applies_when", Refused(Text with { AppliesWhen = "x = 1" }).Field);
        Assert.Equal("breach", Refused(Text with { Breach = new BilingualText("{x}", "{x}") }).Field);
        Assert.Equal("breach", Refused(Text with { Breach = new BilingualText("{pages}", "none") }).Field);
        Assert.Equal("breach", Refused(Text with { Breach = new BilingualText("{pages", "{pages") }).Field);
    }

    private static DataRuleException Refused(DataRuleText text) =>
        Assert.Throws<DataRuleException>(() => new DataRule<Dossier>(text, Dossier.Subject));

    private static RuleExpectation<Dossier> Given(ComplianceRule<Dossier> rule, Dossier facts) => RuleExpectation.Given(rule, facts, Dossier.Subject);
}
