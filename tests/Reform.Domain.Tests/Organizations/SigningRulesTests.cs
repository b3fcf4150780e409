using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using static Reform.Domain.Organizations.BodyKind;
using static Reform.Domain.Organizations.SigningBasis;
using static Reform.Domain.Organizations.SigningForm;
using static Reform.Domain.Organizations.TitleKind;

namespace Reform.Domain.Tests.Organizations;

/// <summary>Which signing forms are allowed: Decree 30/2020/NĐ-CP Art. 13; Guidance 36-HD/VPTW; Regulation 399-QĐ/TW and Guidance 05-HD/VPTW.</summary>
public sealed class SigningRulesTests
{
    private static readonly LocalDate In2019 = new(2019, 6, 3);
    private static readonly LocalDate In2025 = new(2025, 8, 4);
    private static readonly LocalDate In2026 = new(2026, 8, 3);

    // "-" is the title alone; "none" that nobody may; "?" that the law that was read does not settle it; "+" that the seal is another body's.
    public static TheoryData<BodyKind, TitleKind, AppointmentMode, SigningBasis, string> OfTheState => new()
    {
        { SpecializedAgency, Director, AppointmentMode.Substantive, OwnPower, "-" },
        { SpecializedAgency, Director, AppointmentMode.Acting, OwnPower, "Q." },
        { SpecializedAgency, Director, AppointmentMode.InCharge, OwnPower, "KT." },
        { SpecializedAgency, DeputyDirector, AppointmentMode.Substantive, OwnPower, "KT." },
        { SpecializedAgency, CivilServant, AppointmentMode.Substantive, OwnPower, "?" },
        { PeoplesCommittee, Chair, AppointmentMode.Substantive, OwnPower, "-" },
        { PeoplesCommittee, DeputyChair, AppointmentMode.Substantive, OwnPower, "KT." },
        { PeoplesCommittee, Chair, AppointmentMode.Substantive, CollectiveDecision, "TM." },
        { PeoplesCommittee, Chair, AppointmentMode.Acting, CollectiveDecision, "TM., Q." },
        { PeoplesCommittee, Chair, AppointmentMode.InCharge, CollectiveDecision, "TM., KT." },
        { PeoplesCommittee, DeputyChair, AppointmentMode.Substantive, CollectiveDecision, "TM., KT." },
        { SpecializedAgency, Director, AppointmentMode.Substantive, CollectiveDecision, "none" },
        { SpecializedAgency, ChiefOfOffice, AppointmentMode.Substantive, StandingOrder, "TL.+" },
        { Division, UnitHead, AppointmentMode.Substantive, StandingOrder, "TL.+" },
        { SpecializedAgency, ChiefOfOffice, AppointmentMode.Acting, StandingOrder, "TL., Q.+" },
        { SpecializedAgency, DeputyChiefOfOffice, AppointmentMode.Substantive, StandingOrder, "?" },
        { SpecializedAgency, Director, AppointmentMode.Substantive, SigningMandate, "TUQ.+" },
        { SpecializedAgency, DeputyDirector, AppointmentMode.Substantive, SigningMandate, "none" },
        { SpecializedAgency, Director, AppointmentMode.Substantive, Mandate, "-" },
        { SpecializedAgency, Director, AppointmentMode.Acting, Mandate, "Q." },
        { SpecializedAgency, DeputyDirector, AppointmentMode.Substantive, Mandate, "?" },
        { PeoplesCommittee, Chair, AppointmentMode.Substantive, Commission, "?" },
        { FatherlandFront, Chair, AppointmentMode.Substantive, CollectiveDecision, "?" },
    };

    public static TheoryData<BodyKind, TitleKind, AppointmentMode, SigningBasis, string> OfTheParty => new()
    {
        { PartyCommittee, Secretary, AppointmentMode.Substantive, CollectiveDecision, "T/M" },
        { PartyCommittee, DeputySecretary, AppointmentMode.Substantive, CollectiveDecision, "T/M" },
        { StandingBoard, StandingDeputySecretary, AppointmentMode.Substantive, CollectiveDecision, "T/M" },
        { StandingBoard, StandingBoardMember, AppointmentMode.Substantive, CollectiveDecision, "T/M" },
        { InspectionCommission, InspectionChair, AppointmentMode.Substantive, CollectiveDecision, "T/M" },
        { PartyCell, Secretary, AppointmentMode.Substantive, CollectiveDecision, "T/M" },
        { PartyCommittee, Secretary, AppointmentMode.Acting, CollectiveDecision, "?" },
        { PartyCommittee, Secretary, AppointmentMode.Substantive, OwnPower, "none" },
        { PartyCommittee, DeputySecretary, AppointmentMode.Substantive, OwnPower, "none" },
        { CommitteeOffice, ChiefOfOffice, AppointmentMode.Substantive, OwnPower, "-" },
        { CommitteeOffice, DeputyChiefOfOffice, AppointmentMode.Substantive, OwnPower, "K/T" },
        { OrganizationCommission, CommissionHead, AppointmentMode.Substantive, OwnPower, "-" },
        { AdvisoryBody, DeputyCommissionHead, AppointmentMode.Substantive, OwnPower, "K/T" },
        { AdvisoryBody, CommissionHead, AppointmentMode.Substantive, CollectiveDecision, "none" },
        { CommitteeOffice, ChiefOfOffice, AppointmentMode.Substantive, StandingOrder, "T/L+" },
        { CommitteeOffice, ChiefOfOffice, AppointmentMode.Substantive, SigningMandate, "T/L+" },
        { CommitteeOffice, DeputyChiefOfOffice, AppointmentMode.Substantive, StandingOrder, "?" },
        { OrganizationCommission, CommissionHead, AppointmentMode.Substantive, Commission, "T/L+|-" },
        { OrganizationCommission, CommissionHead, AppointmentMode.Acting, OwnPower, "?" },
    };

    [Theory]
    [MemberData(nameof(OfTheState))]
    public void The_forms_of_the_State_are_those_of_the_decree(BodyKind body, TitleKind title, AppointmentMode mode, SigningBasis basis, string expected)
    {
        Assert.Equal(expected, Written(new SigningQuestion(body, title, basis, In2026) { Mode = mode }));
        Assert.Equal("?", Written(new SigningQuestion(body, title, basis, new LocalDate(2020, 3, 4)) { Mode = mode }));
    }

    [Theory]
    [MemberData(nameof(OfTheParty))]
    public void The_forms_of_the_Party_are_those_of_2018_and_of_2026_each_with_its_law(
        BodyKind body, TitleKind title, AppointmentMode mode, SigningBasis basis, string expected)
    {
        foreach (LocalDate on in new[] { In2019, In2025, In2026 })
        {
            var question = new SigningQuestion(body, title, basis, on) { Mode = mode };
            Assert.Equal(expected, Written(question));
            string law = basis == Commission ? "06-HD/TW" : on == In2026 ? "05-HD/VPTW" : "36-HD/VPTW";
            Assert.All(SigningRules.Allowed(question).Variants, v => Assert.Contains(law, v.Basis.Citation.Vietnamese, StringComparison.Ordinal));
        }

        Assert.Equal("?", Written(new SigningQuestion(body, title, basis, new LocalDate(2018, 4, 2)) { Mode = mode }));
    }

    [Fact]
    public void DS40_An_order_may_be_passed_to_the_deputy_where_the_working_regulations_allow_it()
    {
        var question = new SigningQuestion(SpecializedAgency, DeputyChiefOfOffice, StandingOrder, In2026);
        Assert.Equal("TL., KT.+", Written(question with { MayPassToDeputy = true }));
        Assert.Equal("none", Written(question with { MayPassToDeputy = false }));
        Assert.Equal("passing_not_allowed", SigningRules.Allowed(question with { MayPassToDeputy = false }).Reasons.Single().Code);
        Assert.Equal("passing_not_known", SigningRules.Allowed(question).Reasons.Single().Code);
    }

    [Fact]
    public void DS42_A_ward_committee_document_signed_for_the_secretary_is_a_mismatch_and_signs_on_behalf()
    {
        var question = new SigningQuestion(PartyCommittee, DeputySecretary, CollectiveDecision, In2026);
        SigningJudgement judged = SigningRules.Judge(question, SigningBlock.Parse("K/T BÍ THƯ").Forms);

        Assert.Equal(SigningVerdict.Invalid, judged.Verdict);
        Assert.Equal(["form_mismatch", "collective_signs_on_behalf"], judged.Reasons.Select(r => r.Code));
        Assert.Equal("Signed K/T; has to be signed T/M", judged.Reasons[0].Sentence.English);
        Assert.All(judged.Reasons, r => Assert.Contains("05-HD/VPTW", r.Basis!.Citation.Vietnamese, StringComparison.Ordinal));
        Assert.Equal(SigningVerdict.Valid, SigningRules.Judge(question, SigningBlock.Parse("T/M ĐẢNG ỦY").Forms).Verdict);
        Assert.Equal(SigningVerdict.Invalid, SigningRules.Judge(question with { On = In2025 }, [ForHead]).Verdict);
    }

    [Theory]
    [InlineData("T/U")]
    [InlineData("T/UQ")]
    [InlineData("T/U.Q")]
    public void D05_A_mandate_form_in_a_Party_document_is_wrong_whatever_else_is_open(string mark)
    {
        var question = new SigningQuestion(CommitteeOffice, DeputyChiefOfOffice, StandingOrder, In2026);
        SigningJudgement judged = SigningRules.Judge(question, SigningBlock.Parse(mark + " BAN THƯỜNG VỤ").Forms);
        Assert.Equal(SigningVerdict.Invalid, judged.Verdict);
        Assert.Contains("mandate_form_not_in_party", judged.Reasons.Select(r => r.Code));
        Assert.Equal(SigningVerdict.Unknown, SigningRules.Judge(question, [ByOrder]).Verdict);
    }

    [Fact]
    public void What_is_allowed_is_judged_valid_and_nothing_else_of_a_settled_question_is()
    {
        ValueList<SigningForm>[] all =
            [[], .. Enum.GetValues<SigningForm>().Select(f => (ValueList<SigningForm>)[f]), [OnBehalfOfCollective, ForHead], [ByOrder, ForHead]];
        foreach (SigningQuestion question in Questions())
        {
            SigningAnswer answer = SigningRules.Allowed(question);
            Assert.Equal(answer.IsSettled, answer.Variants.Count > 0 || answer.Reasons[0].Basis is not null);
            foreach (ValueList<SigningForm> forms in all)
            {
                SigningJudgement judged = SigningRules.Judge(question, forms);
                bool isAllowed = answer.Variants.Any(v => v.Forms.Equals(forms));
                Assert.Equal(isAllowed, judged.Verdict == SigningVerdict.Valid);
                Assert.Equal(isAllowed, judged.Variant is not null);
                Assert.Equal(isAllowed, judged.Reasons.Count == 0);
                Assert.True(!answer.IsSettled || judged.Verdict != SigningVerdict.Unknown);
            }
        }
    }

    private static IEnumerable<SigningQuestion> Questions() =>
        from body in Enum.GetValues<BodyKind>()
        from title in Enum.GetValues<TitleKind>()
        from basis in Enum.GetValues<SigningBasis>()
        from mode in Enum.GetValues<AppointmentMode>()
        from date in new[] { In2019, In2026 }
        select new SigningQuestion(body, title, basis, date) { Mode = mode, MayPassToDeputy = true };

    private static string Written(SigningQuestion question)
    {
        SigningAnswer answer = SigningRules.Allowed(question);
        OrganizationSystem system = question.Body.System();
        return !answer.IsSettled ? "?"
            : answer.Variants.Count == 0 ? "none"
            : string.Join('|', answer.Variants.Select(v => (v.Forms.Count == 0 ? "-" : string.Join(", ", v.Forms.Select(f => SigningBlock.MarkOf(f, system))))
                + (v.Seal == SealOwner.OtherBody ? "+" : "")));
    }
}
