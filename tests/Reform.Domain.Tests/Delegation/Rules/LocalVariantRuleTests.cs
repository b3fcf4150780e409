using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Delegation.ProvinceWorld;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>Who received a power by decentralisation adds nothing to its procedure (Law 63/2025/QH15, Art. 8).</summary>
public sealed class LocalVariantRuleTests
{
    private static readonly AuthorityRegister Register = With(HeldBy("province"), Decentralization("province", "commune"));
    private static readonly AuthorityDecision Recipient = Register.Ask("commune");
    private static readonly ProcedureVersion Issued = new(default, "f", "r", "u", "u", "x")
    {
        Documents = [Paper("Đơn")],
        Conditions = [BilingualText.Same("Đủ 18 tuổi")],
        TimeLimits = [Total(10, TimeUnit.WorkingDay)],
    };

    [Fact]
    public void A_document_a_condition_or_a_day_more_fails_and_less_passes()
    {
        Assert.Equal(Verdict.Pass, Judge(Issued).Verdict);
        Assert.Equal(Verdict.Pass, Judge(Issued with { Documents = [], Conditions = [], TimeLimits = [Total(9, TimeUnit.WorkingDay)] }).Verdict);
        Assert.Equal(Verdict.Fail, Judge(Issued with { Conditions = [.. Issued.Conditions, BilingualText.Same("Có hộ khẩu")] }).Verdict);
        Assert.Equal(Verdict.Fail, Judge(Issued with { TimeLimits = [Total(11, TimeUnit.WorkingDay)] }).Verdict);
        Judgement more = Judge(Issued with { Documents = [Paper("Đơn"), Paper("Bản sao")] });
        Assert.Equal((Verdict.Fail, Severity.Error, "recipient_adds_requirements"), (more.Verdict, more.Rule.Severity, more.Reason!.Code));
        Assert.EndsWith("1 document(s), 0 condition(s), 0 longer limit(s)", more.Reason.Sentence.English, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_holds_the_power_otherwise_or_may_differ_is_not_asked()
    {
        ProcedureVersion more = Issued with { Documents = [Paper("Đơn"), Paper("Bản sao")] };

        Assert.Equal(Verdict.NotApplicable, Judge(more, Register.Ask("province")).Verdict);
        Assert.Equal(Verdict.NotApplicable, Of(LocalVariants.FactsOf("P", Issued, new UnitVariant("commune", more, LegalBasis.Citing("12-QĐ/TU")), June15, Recipient)).Verdict);
        Assert.Equal(Verdict.NotApplicable, Judge(more, on: new LocalDate(2025, 2, 28)).Verdict);
        Assert.Equal(Verdict.Fail, Judge(more, on: new LocalDate(2025, 3, 1)).Verdict);
    }

    [Fact]
    public void What_is_missing_is_named_unless_something_else_fails()
    {
        Assert.Equal(["decentralisation"], Of(LocalVariants.FactsOf("P", Issued, new UnitVariant("commune", Issued), June15)).MissingNames());
        Assert.Equal(["decentralisation"], Judge(Issued, Register.Ask("department")).MissingNames());
        Assert.Equal(["documents"], Judge(Issued with { Documents = null }).MissingNames());
        Assert.Equal(["limits"], Judge(Issued with { TimeLimits = [Total(10, TimeUnit.CalendarDay)] }).MissingNames());
        Assert.Equal(Verdict.Fail, Judge(Issued with { Documents = null, TimeLimits = [Total(11, TimeUnit.WorkingDay)] }).Verdict);
        LocalVariantFacts facts = LocalVariants.FactsOf("P", Issued, new UnitVariant("commune", Issued), June15, Recipient);
        Assert.Equal(["conditions"], Of(facts with { AddedConditions = null }).MissingNames());
    }

    private static Judgement Judge(ProcedureVersion applied, AuthorityDecision? decision = null, LocalDate? on = null) =>
        Of(LocalVariants.FactsOf("P", Issued, new UnitVariant("commune", applied), on ?? June15, decision ?? Recipient));

    private static Judgement Of(LocalVariantFacts facts) => BuiltInRules.LocalVariants.By("CR-DLG-23", facts);

    private static RequiredDocument Paper(string name) => new(BilingualText.Same(name), DocumentKind.Original);

    private static ProcedureTimeLimit Total(int amount, TimeUnit unit) => new(
        "T", BilingualText.Same("T"), LimitScope.Total, CountDirection.Forward, new LimitTerms(new TimeLimit(amount, unit), "receipt.time", "S", SourceConfidence.Verified))
    { EndEvent = "decision.date" };
}
