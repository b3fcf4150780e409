using Reform.Domain.Rules;

namespace Reform.Domain.Tests.Rules;

public sealed class RuleBookTests
{
    private static readonly Paper Long = new(Pages: 20, Signer: "A");

    [Fact]
    public void Rules_judge_in_the_order_of_their_codes_by_ordinal()
    {
        var book = new RuleBook<Paper>(Paper.Subject, [new PagesWithin("T-10", 30), new PagesWithin("t-01", 30), new PagesWithin("T-02", 10)]);

        Judgements judgements = book.Judge(Long);

        Assert.Equal(["T-02", "T-10", "t-01"], book.Rules.Select(r => r.Info.Code));
        Assert.Equal(["T-02", "T-10", "t-01"], judgements.Judged.Select(j => j.Rule.Code));
        Assert.Equal([Verdict.Fail, Verdict.Pass, Verdict.Pass], judgements.Judged.Select(j => j.Verdict));
        Assert.Empty(judgements.Failures);
    }

    [Fact]
    public void A_rule_that_throws_is_reported_with_its_code_and_the_others_still_judge()
    {
        var book = new RuleBook<Paper>(Paper.Subject, [new BrokenRule("T-02"), new PagesWithin("T-01", 10), new NothingPasses(), new BrokenRule("T-10")]);

        Judgements judgements = book.Judge(new Paper(Pages: 20));

        Assert.Equal([("T-01", Verdict.Unknown), ("T-09", Verdict.Fail)], judgements.Judged.Select(j => (j.Rule.Code, j.Verdict)));
        Assert.Equal(["T-02", "T-10"], judgements.Failures.Select(f => f.RuleCode));
        Assert.All(judgements.Failures, f => Assert.StartsWith("NullReferenceException: ", f.Error, StringComparison.Ordinal));
    }

    [Fact]
    public void A_rule_whose_reason_throws_is_reported_too()
    {
        Judgements judgements = new RuleBook<Paper>(Paper.Subject, [new BrokenRule("T-02")]).Judge(new Paper(Signer: string.Empty));

        Assert.Equal(new RuleFailure("T-02", "NotSupportedException", "never asked for here"), Assert.Single(judgements.Failures));
        Assert.Empty(judgements.Judged);
    }

    [Fact]
    public void A_rule_that_broke_down_on_one_object_judges_the_next()
    {
        var book = new RuleBook<Paper>(Paper.Subject, [new BrokenRule("T-02")]);

        Assert.Single(book.Judge(new Paper()).Failures);
        Assert.Equal(Verdict.Pass, Assert.Single(book.Judge(new Paper(Signer: "A")).Judged).Verdict);
    }

    [Fact]
    public void Two_rules_of_one_code_are_refused()
    {
        ArgumentException refused = Assert.Throws<ArgumentException>(
            () => new RuleBook<Paper>(Paper.Subject, [new PagesWithin("T-01", 1), new NothingPasses(), new PagesWithin("T-01", 2)]));

        Assert.Contains("'T-01'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_makes_a_new_book_and_leaves_the_old_one()
    {
        var book = new RuleBook<Paper>(Paper.Subject, [new PagesWithin("T-02", 10)]);

        RuleBook<Paper> more = book.With(new PagesWithin("T-01", 30));

        Assert.Equal(["T-01", "T-02"], more.Rules.Select(r => r.Info.Code));
        Assert.Equal(["T-02"], book.Rules.Select(r => r.Info.Code));
        Assert.Throws<ArgumentException>(() => more.With(new PagesWithin("T-02", 5)));
    }

    [Fact]
    public void Judgements_are_found_by_verdict()
    {
        var book = new RuleBook<Paper>(Paper.Subject, [new PagesWithin("T-02", 10), new PagesWithin("T-01", 5), new PagesWithin("T-03", 90)]);

        Judgements judgements = book.Judge(Long);

        Assert.Equal(["T-01", "T-02"], judgements.With(Verdict.Fail).Select(j => j.Rule.Code));
        Assert.Equal(["T-03"], judgements.With(Verdict.Pass).Select(j => j.Rule.Code));
        Assert.Empty(judgements.With(Verdict.Unknown));
    }

    [Fact]
    public void An_empty_book_says_nothing() => Assert.Empty(new RuleBook<Paper>(Paper.Subject, []).Judge(Long).Judged);

    [Fact]
    public void Null_is_refused() => Assert.Throws<ArgumentNullException>(() => new RuleBook<Paper>(Paper.Subject, null!));
}
