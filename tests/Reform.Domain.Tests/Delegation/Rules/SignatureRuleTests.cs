using NodaTime;
using Reform.Domain.Compliance;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Rules;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Delegation.Rules;

/// <summary>The rules over signatures, through a real register.</summary>
public sealed class SignatureRuleTests
{
    private static readonly LocalDate Elected = new(2025, 8, 10);
    private static readonly LocalDate Confirmed = new(2025, 8, 28);
    private static readonly OrganizationRecords Facts = OrganizationRecords.Of(
        [Unit("committee"), Unit("people", BodyKind.PeoplesCommittee, OrganizationLevel.Province), Unit("office", BodyKind.SpecializedAgency, OrganizationLevel.Province)],
        [
            Post("secretary", "committee", TitleKind.Secretary), Post("deputy", "committee", TitleKind.DeputySecretary), Post("chair", "people", TitleKind.Chair),
            Post("deputy-chair", "people", TitleKind.DeputyChair), Post("deputy-chief", "office", TitleKind.DeputyChiefOfOffice),
        ],
        [Under("office", "people")],
        [
            Holds("s", "secretary", Elected) with { IsElected = true, ConfirmedOn = Confirmed }, Holds("d", "deputy", Elected) with { IsElected = true, ConfirmedOn = Confirmed },
            Holds("v", "deputy-chair"), Holds("h", "deputy-chief"),
        ],
        [new WorkAllocation("v", "deputy-chair", "land", default)]);

    private static readonly OrganizationRegister Register = new(Facts);

    /// <summary>Regulation 294-QĐ/TW, 15.2 (DS-44): a deputy secretary from the confirmation on, a secretary from the election on.</summary>
    [Fact]
    public void A_title_signs_from_its_confirmation_on()
    {
        Judgement early = Title("d", "deputy", Confirmed.PlusDays(-1));

        Assert.Equal((Verdict.Fail, Severity.Error, "signed_before_confirmation"), (early.Verdict, early.Rule.Severity, early.Reason!.Code));
        Assert.Equal(Verdict.Pass, Title("d", "deputy", Confirmed).Verdict);
        Assert.Equal(Verdict.Pass, Title("s", "secretary", Elected).Verdict);
        Assert.Equal(Verdict.NotApplicable, Title("v", "deputy-chair", Confirmed).Verdict);
        Assert.Equal(Verdict.NotApplicable, Title("stranger", "deputy", Confirmed).Verdict);
    }

    [Fact]
    public void The_rule_on_titles_binds_while_its_regulation_is_in_force()
    {
        var register = new OrganizationRegister(Facts with
        {
            Allocations = [],
            Appointments = [At("a", Holds("d", "deputy") with { IsElected = true }, Instant.MinValue)],
        });
        Verdict On(int year, int month, int day) => BuiltInRules.Signatures.By("CR-DLG-13", SignatureFacts.Of("1-QĐ", Of("d", "deputy", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", new LocalDate(year, month, day)), register)).Verdict;

        Assert.Equal([Verdict.NotApplicable, Verdict.Fail, Verdict.Fail, Verdict.NotApplicable], [On(2025, 6, 30), On(2025, 7, 1), On(2026, 4, 7), On(2026, 4, 8)]);
    }

    /// <summary>Decree 30/2020/NĐ-CP, Art. 13 (DS-37); Guidance 05-HD/VPTW of 2026 (DS-42).</summary>
    [Fact]
    public void A_form_that_the_law_of_the_date_does_not_allow_fails()
    {
        Signature land = Of("v", "deputy-chair", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", Confirmed) with { Basis = SigningBasis.OwnPower, Field = "land" };
        Judgement mismatch = Form(land with { Block = SigningBlock.Parse("PHÓ CHỦ TỊCH") });

        Assert.Equal(Verdict.Pass, Form(land).Verdict);
        Assert.Equal((Verdict.Fail, "signed_in_wrong_form"), (mismatch.Verdict, mismatch.Reason!.Code));
        Assert.Equal(Verdict.Fail, Form(land with { Field = "health" }).Verdict);
        Assert.Equal(Verdict.Fail, Form(Of("d", "deputy", "K/T BÍ THƯ\nPHÓ BÍ THƯ", new LocalDate(2026, 8, 3))).Verdict);
        Assert.Equal(Verdict.Pass, Form(Of("d", "deputy", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", new LocalDate(2026, 8, 3))).Verdict);
    }

    /// <summary>A wrong title and a wrong form are told apart.</summary>
    [Fact]
    public void A_signature_before_confirmation_in_the_right_form_breaks_the_rule_on_titles_alone()
    {
        SignatureFacts facts = SignatureFacts.Of("1", Of("d", "deputy", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", Elected), Register);

        Assert.Equal(["CR-DLG-13"], BuiltInRules.Signatures.Judge(facts).With(Verdict.Fail).Select(j => j.Rule.Code));
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Signature order = Of("h", "deputy-chief", "TL., KT. CHÁNH VĂN PHÒNG", Confirmed) with { Basis = SigningBasis.StandingOrder, OnBehalfOfId = "people", SealOfId = "people", MayPassToDeputy = true };
        Signature land = Of("v", "deputy-chair", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", Confirmed) with { Basis = SigningBasis.OwnPower, Field = "land" };
        var unallocated = new OrganizationRegister(Facts with { Allocations = [] });

        Assert.Equal(Verdict.Pass, Form(order).Verdict);
        Assert.Equal(["passing"], Form(order with { MayPassToDeputy = null, SealOfId = null }).MissingNames());
        Assert.Equal(["on_behalf_of"], Form(order with { OnBehalfOfId = null }).MissingNames());
        Assert.Equal(["allocation"], BuiltInRules.Signatures.By("CR-DLG-14", SignatureFacts.Of("1", land, unallocated)).MissingNames());
        Assert.Equal(["signing_rule"], Form(Of("v", "deputy-chair", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", new LocalDate(2020, 3, 4)) with { Basis = SigningBasis.OwnPower }).MissingNames());
    }

    private static Judgement Title(string person, string position, LocalDate on) => BuiltInRules.Signatures.By(
        "CR-DLG-13", SignatureFacts.Of("1-QĐ", Of(person, position, "T/M ĐẢNG ỦY\nBÍ THƯ", on), Register));

    private static Judgement Form(Signature signature) => BuiltInRules.Signatures.By("CR-DLG-14", SignatureFacts.Of("1-QĐ", signature, Register));

    private static Signature Of(string person, string position, string block, LocalDate on) => new(person, position, SigningBlock.Parse(block), SigningBasis.CollectiveDecision, on);
}
