using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>Signatures on documents, checked against who held what, the form, the field and the seal.</summary>
public sealed class SignatureTests
{
    private static readonly LocalDate Elected = new(2025, 6, 10);
    private static readonly LocalDate Confirmed = new(2025, 6, 28);
    private static readonly LocalDate Signed = new(2025, 6, 15);
    private static readonly LocalDate Consolidated = new(2025, 7, 2);

    private static readonly OrganizationRecords Facts = OrganizationRecords.Of(
        [
            Unit("committee"),
            Unit("board", BodyKind.StandingBoard),
            Unit("organisation", BodyKind.OrganizationCommission),
            Unit("inspection", BodyKind.InspectionCommission),
            Unit("military", BodyKind.MilitaryCommittee, OrganizationLevel.Province),
            Unit("lower-military", BodyKind.MilitaryCommittee, OrganizationLevel.District),
            Unit("cell", BodyKind.PartyCell, OrganizationLevel.Cell),
            Unit("old", level: OrganizationLevel.District, to: Consolidated),
            Unit("new", from: Consolidated),
            Unit("people", BodyKind.PeoplesCommittee, OrganizationLevel.Province),
            Unit("office", BodyKind.SpecializedAgency, OrganizationLevel.Province),
        ],
        [
            Post("secretary", "committee", TitleKind.Secretary),
            Post("deputy", "committee", TitleKind.DeputySecretary),
            Post("board-secretary", "board", TitleKind.Secretary),
            Post("commission-head", "organisation", TitleKind.CommissionHead),
            Post("inspection-chair", "inspection", TitleKind.InspectionChair),
            Post("inspection-deputy", "inspection", TitleKind.DeputyInspectionChair),
            Post("military-deputy", "military", TitleKind.DeputySecretary),
            Post("military-member", "military", TitleKind.StandingBoardMember),
            Post("lower-military-deputy", "lower-military", TitleKind.DeputySecretary),
            Post("cell-secretary", "cell", TitleKind.Secretary),
            Post("old-secretary", "old", TitleKind.Secretary),
            Post("new-secretary", "new", TitleKind.Secretary),
            Post("chair", "people", TitleKind.Chair),
            Post("deputy-chair", "people", TitleKind.DeputyChair),
            Post("chief", "office", TitleKind.ChiefOfOffice),
            Post("deputy-chief", "office", TitleKind.DeputyChiefOfOffice),
        ],
        [Under("board", "committee"), Under("organisation", "committee"), Under("inspection", "committee"), Under("office", "people")],
        [
            Holds("s", "secretary", Elected) with { IsElected = true, ConfirmedOn = Confirmed },
            Holds("d", "deputy", Elected) with { IsElected = true, ConfirmedOn = Confirmed },
            Holds("s", "board-secretary"),
            Holds("o", "commission-head"),
            Holds("i", "inspection-chair", Elected) with { IsElected = true, ConfirmedOn = Confirmed },
            Holds("j", "inspection-deputy", Elected) with { IsElected = true, ConfirmedOn = Confirmed },
            Holds("m", "military-deputy", Elected) with { IsElected = true, ConfirmedOn = Confirmed },
            Holds("n", "military-member", Elected) with { IsElected = true, ConfirmedOn = Confirmed },
            Holds("l", "lower-military-deputy", Elected) with { IsElected = true, ConfirmedOn = Confirmed },
            Holds("c", "cell-secretary"),
            Holds("x", "old-secretary"),
            Holds("n", "new-secretary"),
            Holds("a", "chair", to: Consolidated),
            Holds("q", "chair", Consolidated) with { Mode = AppointmentMode.Acting },
            Holds("v", "deputy-chair"),
            Holds("k", "chief"),
            Holds("h", "deputy-chief"),
        ],
        [new WorkAllocation("v", "deputy-chair", "land", new Validity(null, Consolidated)), new WorkAllocation("v", "deputy-chair", "schools", default)]);

    private static readonly OrganizationRegister Register = new(Facts);

    [Fact]
    public void DS44_A_deputy_secretary_signs_from_the_confirmation_on_a_secretary_from_the_election_on()
    {
        SignatureReview deputy = Review("d", "deputy", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", SigningBasis.CollectiveDecision, Signed);
        Assert.Equal((SigningVerdict.Invalid, "not_yet_confirmed"), (deputy.Verdict, deputy.Reasons.Single().Code));
        Assert.Contains("15.2", deputy.Reasons[0].Basis!.Citation.English, StringComparison.Ordinal);
        Assert.Equal("The title deputy was not confirmed on the date of signature, 15 June 2025", deputy.Reasons[0].Sentence.English);

        Valid(Review("s", "secretary", "T/M ĐẢNG ỦY\nBÍ THƯ", SigningBasis.CollectiveDecision, Signed));
        Valid(Review("d", "deputy", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", SigningBasis.CollectiveDecision, Confirmed));
        Wrong(Review("d", "deputy", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", SigningBasis.CollectiveDecision, Confirmed.PlusDays(-1)), "not_yet_confirmed");
    }

    // Regulation 294-QĐ/TW, 15.2, names the two together; the deputies wait for the confirmation.
    [Fact]
    public void The_chair_of_an_inspection_commission_signs_from_the_election_on_the_deputy_from_the_confirmation_on()
    {
        Valid(Review("i", "inspection-chair", "T/M ỦY BAN KIỂM TRA\nCHỦ NHIỆM", SigningBasis.CollectiveDecision, Elected));
        Wrong(Review("j", "inspection-deputy", "T/M ỦY BAN KIỂM TRA\nPHÓ CHỦ NHIỆM", SigningBasis.CollectiveDecision, Confirmed.PlusDays(-1)), "not_yet_confirmed");
        Valid(Review("j", "inspection-deputy", "T/M ỦY BAN KIỂM TRA\nPHÓ CHỦ NHIỆM", SigningBasis.CollectiveDecision, Confirmed));
    }

    // The same clause excepts them; of the province only, and the deputy secretary only.
    [Fact]
    public void The_deputy_secretary_of_a_provincial_military_committee_signs_from_the_election_on()
    {
        Valid(Review("m", "military-deputy", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", SigningBasis.CollectiveDecision, Elected));
        Assert.Equal(SigningVerdict.Valid, Register.MaySign(Register.HoldersOf("military-deputy", Elected).Single(), Elected));
        Assert.Equal(SigningVerdict.Invalid, Register.MaySign(Register.HoldersOf("military-member", Elected).Single(), Elected));
        Wrong(Review("l", "lower-military-deputy", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", SigningBasis.CollectiveDecision, Confirmed.PlusDays(-1)), "not_yet_confirmed");
    }

    [Fact]
    public void DS45_A_deputy_secretary_commissioned_while_no_secretary_is_elected_signs_before_confirmation()
    {
        OrganizationRegister vacant = With(
            Holds("d", "deputy", Elected) with { IsElected = true, ConfirmedOn = Confirmed, CommissionedToSignFrom = Elected.PlusDays(1) },
            Holds("s", "secretary", Elected.PlusDays(10)) with { IsElected = true });
        Signature signature = Of("d", "deputy", "T/M ĐẢNG ỦY\nPHÓ BÍ THƯ", SigningBasis.CollectiveDecision, Signed);

        Valid(vacant.ReviewSignature(signature));
        Assert.Equal(SigningVerdict.Valid, vacant.MaySign(vacant.HoldersOf("deputy", Signed).Single(), Signed));
        Assert.Equal(SigningVerdict.Invalid, vacant.MaySign(vacant.HoldersOf("deputy", Elected).Single(), Elected));
        Wrong(vacant.ReviewSignature(signature with { On = Elected }), "not_yet_confirmed");
        Wrong(vacant.ReviewSignature(signature with { On = Elected.PlusDays(10) }), "not_yet_confirmed");
    }

    [Fact]
    public void DS35_A_document_of_a_consolidated_body_with_the_old_seal_carries_an_invalid_seal()
    {
        Signature signature = Of("n", "new-secretary", "T/M ĐẢNG ỦY\nBÍ THƯ", SigningBasis.CollectiveDecision, Consolidated.PlusDays(1)) with
        {
            SealOfId = "old",
        };
        SignatureReview review = Register.ReviewSignature(signature);

        Wrong(review, "invalid_seal");
        Assert.Contains("6.3.5", review.Reasons[0].Basis!.Citation.English, StringComparison.Ordinal);
        Assert.Contains("30 working days", review.Reasons[0].Sentence.English, StringComparison.Ordinal);
        Valid(Register.ReviewSignature(signature with { SealOfId = "new" }));
        Wrong(Review("x", "old-secretary", "T/M ĐẢNG ỦY\nBÍ THƯ", SigningBasis.CollectiveDecision, Consolidated), "signer_unit_not_there");
    }

    [Fact]
    public void DS37_A_deputy_chair_signs_for_the_chair_within_the_assigned_field()
    {
        Signature signature = Of("v", "deputy-chair", "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", SigningBasis.OwnPower, Signed) with { Field = "land" };

        Valid(Register.ReviewSignature(signature));
        Wrong(Register.ReviewSignature(signature with { Field = "health" }), "outside_assigned_field");
        Wrong(Register.ReviewSignature(signature with { On = Consolidated }), "outside_assigned_field");
        Wrong(Register.ReviewSignature(signature with { Block = SigningBlock.Parse("PHÓ CHỦ TỊCH") }), "form_mismatch");
        Assert.Equal(SigningVerdict.Unknown, With(Holds("v2", "deputy-chair")).ReviewSignature(signature with { PersonId = "v2" }).Verdict);
    }

    [Fact]
    public void DS39_An_acting_chair_signs_with_Q_as_long_as_the_post_is_held_so()
    {
        Valid(Review("q", "chair", "Q. CHỦ TỊCH", SigningBasis.OwnPower, Consolidated));
        Wrong(Review("q", "chair", "CHỦ TỊCH", SigningBasis.OwnPower, Consolidated), "form_mismatch");
        Wrong(Review("q", "chair", "Q. CHỦ TỊCH", SigningBasis.OwnPower, Signed), "not_the_holder", "form_mismatch");
        Valid(Review("a", "chair", "CHỦ TỊCH", SigningBasis.OwnPower, Signed));
    }

    [Fact]
    public void DS40_A_deputy_chief_of_office_signs_by_order_for_the_chief_with_the_seal_of_the_body_that_ordered_it()
    {
        Signature signature = Of("h", "deputy-chief", "TL., KT. CHÁNH VĂN PHÒNG", SigningBasis.StandingOrder, Signed) with
        {
            MayPassToDeputy = true,
            OnBehalfOfId = "people",
            SealOfId = "people",
        };

        Valid(Register.ReviewSignature(signature));
        Valid(Register.ReviewSignature(signature with { Block = SigningBlock.Parse("TL. CHỦ TỊCH\nKT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG") }));
        Wrong(Register.ReviewSignature(signature with { SealOfId = "office" }), "seal_mismatch");
        Wrong(Register.ReviewSignature(signature with { MayPassToDeputy = false }), "passing_not_allowed");
        Assert.Equal(SigningVerdict.Unknown, Register.ReviewSignature(signature with { MayPassToDeputy = null }).Verdict);
        Assert.Equal("seal_not_known", Register.ReviewSignature(signature with { OnBehalfOfId = null }).Reasons.Single().Code);
    }

    [Fact]
    public void DS42_A_deputy_secretary_who_signs_for_the_secretary_signs_wrongly() =>
        Wrong(
            Review("d", "deputy", "K/T BÍ THƯ\nPHÓ BÍ THƯ", SigningBasis.CollectiveDecision, new LocalDate(2026, 8, 3)),
            "form_mismatch",
            "collective_signs_on_behalf");

    [Fact]
    public void DS57_The_seal_has_to_match_the_way_in_which_a_commissioned_body_signs()
    {
        Signature byOrder = Of("o", "commission-head", "T/L BAN THƯỜNG VỤ\nTRƯỞNG BAN", SigningBasis.Commission, Signed) with { OnBehalfOfId = "board" };
        Signature own = Of("o", "commission-head", "TRƯỞNG BAN", SigningBasis.Commission, Signed) with { OnBehalfOfId = "board" };

        Valid(Register.ReviewSignature(byOrder with { SealOfId = "committee" }));
        Wrong(Register.ReviewSignature(byOrder with { SealOfId = "organisation" }), "seal_mismatch");
        Valid(Register.ReviewSignature(own with { SealOfId = "organisation" }));
        Wrong(Register.ReviewSignature(own with { SealOfId = "committee" }), "seal_mismatch");
    }

    [Fact]
    public void A_cell_has_no_seal_and_the_marks_are_those_of_the_system()
    {
        Signature cell = Of("c", "cell-secretary", "T/M CHI BỘ\nBÍ THƯ", SigningBasis.CollectiveDecision, Signed);
        Valid(Register.ReviewSignature(cell));
        Wrong(Register.ReviewSignature(cell with { SealOfId = "cell" }), "cell_has_no_seal");
        Wrong(Register.ReviewSignature(cell with { Block = SigningBlock.Parse("TM. CHI BỘ\nBÍ THƯ") }), "mark_of_other_system");
    }

    [Fact]
    public void What_is_unknown_is_refused_with_its_field()
    {
        Signature signature = Of("v", "deputy-chair", "KT. CHỦ TỊCH", SigningBasis.OwnPower, Signed);
        Assert.Equal(["position: unknown_position"], Refusals(signature with { PositionId = "none" }));
        Assert.Equal(["seal_of: unknown_unit"], Refusals(signature with { SealOfId = "none" }));
        Assert.Equal(["on_behalf_of: unknown_unit"], Refusals(signature with { OnBehalfOfId = "none" }));
        Wrong(Register.ReviewSignature(signature with { PersonId = "stranger" }), "not_the_holder");

        static string[] Refusals(Signature wrong) => Codes(Assert.Throws<OrganizationInputException>(() => Register.ReviewSignature(wrong)));
    }

    [Fact]
    public void An_elected_title_of_the_State_that_is_not_confirmed_is_not_settled() =>
        Assert.Equal(
            ["confirmation_rule_not_known"],
            With(Holds("w", "deputy-chair") with { IsElected = true }).ReviewSignature(Of("w", "deputy-chair", "KT. CHỦ TỊCH", SigningBasis.OwnPower, Signed))
                .Reasons.Select(r => r.Code));

    private static Signature Of(string person, string position, string block, SigningBasis basis, LocalDate on) =>
        new(person, position, SigningBlock.Parse(block), basis, on);

    private static SignatureReview Review(string person, string position, string block, SigningBasis basis, LocalDate on) =>
        Register.ReviewSignature(Of(person, position, block, basis, on));

    // The facts, with other appointments to the positions that are named.
    private static OrganizationRegister With(params Appointment[] appointments) => new(Facts with
    {
        Appointments =
        [
            .. Facts.Appointments.Where(r => !appointments.Any(a => a.PositionId == r.Fact!.PositionId && a.PositionId != "deputy-chair")),
            .. appointments.Select((a, i) => At("other" + i, a, Instant.MinValue)),
        ],
    });

    private static void Valid(SignatureReview review)
    {
        Assert.Empty(review.Reasons.Select(r => r.Code));
        Assert.Equal(SigningVerdict.Valid, review.Verdict);
    }

    private static void Wrong(SignatureReview review, params string[] codes)
    {
        Assert.Equal(codes, review.Reasons.Select(r => r.Code));
        Assert.Equal(SigningVerdict.Invalid, review.Verdict);
    }
}
