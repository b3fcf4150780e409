using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Rules;

public sealed class ComplianceRuleTests
{
    private readonly PagesWithin rule = new("T-01", 10);

    [Fact]
    public void Where_it_does_not_apply_missing_facts_do_not_matter()
    {
        Judgement judgement = rule.Judge(new Paper(IsFiled: false));

        Assert.Equal(Verdict.NotApplicable, judgement.Verdict);
        Assert.Null(judgement.Reason);
        Assert.Empty(judgement.Missing);
    }

    [Fact]
    public void Where_facts_are_missing_it_does_not_guess()
    {
        Judgement judgement = rule.Judge(new Paper());

        Assert.Equal(Verdict.Unknown, judgement.Verdict);
        Assert.Equal(["pages", "signer"], judgement.Missing.Select(f => f.Name));
        Assert.Equal("cannot_be_decided", judgement.Reason!.Code);
        Assert.Equal("Không thể kết luận: thiếu số trang, người ký", judgement.Reason.Sentence.Vietnamese);
        Assert.Equal("Cannot be decided: the pages, the signer is missing", judgement.Reason.Sentence.English);
        Assert.Equal(PagesWithin.Basis, judgement.Reason.Basis);
    }

    [Fact]
    public void Only_the_facts_that_are_missing_are_named()
    {
        Judgement judgement = rule.Judge(new Paper(Pages: 3));

        Assert.Equal(new MissingFact("signer", new BilingualText("người ký", "the signer")), Assert.Single(judgement.Missing));
    }

    [Theory]
    [InlineData(9)]
    [InlineData(10)]
    public void What_is_kept_passes_without_a_reason(int pages)
    {
        Judgement judgement = rule.Judge(new Paper(Pages: pages, Signer: "A"));

        Assert.Equal(Verdict.Pass, judgement.Verdict);
        Assert.Null(judgement.Reason);
        Assert.Equal(0, rule.ReasonsAsked);
    }

    [Fact]
    public void What_is_broken_fails_with_its_reason()
    {
        Judgement judgement = rule.Judge(new Paper(Pages: 11, Signer: "A"));

        Assert.Equal(Verdict.Fail, judgement.Verdict);
        Assert.Equal("too_many_pages", judgement.Reason!.Code);
        Assert.Equal("11 trang, tối đa 10", judgement.Reason.Sentence.Vietnamese);
        Assert.Empty(judgement.Missing);
        Assert.Equal(1, rule.ReasonsAsked);
    }

    [Fact]
    public void A_rule_without_a_condition_applies_to_everything()
    {
        Assert.Equal(Verdict.Fail, new NothingPasses().Judge(new Paper(IsFiled: false)).Verdict);
    }

    [Fact]
    public void Its_parts_are_asked_for_once()
    {
        rule.Judge(new Paper());
        rule.Judge(new Paper(IsFiled: false));

        Assert.Equal(1, rule.PartsAsked);
    }

    [Fact]
    public void Every_judgement_says_which_rule_it_is_of()
    {
        Judgement judgement = rule.Judge(new Paper());

        Assert.Same(rule.Info, judgement.Rule);
        Assert.Equal(
            new RuleInfo("T-01", new BilingualText("Quá số trang", "Too many pages"), Severity.Warning, PagesWithin.Basis),
            rule.Info);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData(null)]
    public void A_rule_has_a_code(string? code) => Assert.ThrowsAny<ArgumentException>(() => new PagesWithin(code!, 1));
}
