using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Deadlines;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

/// <summary>The given scenarios of the Party: Regulation 294-QĐ/TW and Guidance 06-HD/TW.</summary>
public sealed class PartyScenarioTests
{
    private static readonly LocalDate Elected = new(2025, 8, 10);
    private static readonly LocalDate Confirmed = new(2025, 8, 28);
    private static readonly LocalDate Signed = new(2025, 8, 15);

    /// <summary>Regulation 294-QĐ/TW, 15.2.</summary>
    [Fact]
    public void DS44_Before_confirmation_a_deputy_secretary_cannot_act_and_a_secretary_can()
    {
        AuthorityRegister register = Office(
            new("an", "secretary", From(Elected)) { IsElected = true, ConfirmedOn = Confirmed },
            new("binh", "deputy", From(Elected)) { IsElected = true, ConfirmedOn = Confirmed });
        AuthorityDecision deputy = register.Ask("binh", Signed);

        Assert.Equal((AuthorityVerdict.NotCompetent, "not_yet_confirmed"), (deputy.Verdict, deputy.Code));
        Assert.Equal(Confirmed, deputy.NextChange);
        Assert.Equal("competent", register.Ask("binh", Confirmed).Code);
        Assert.Equal("competent", register.Ask("an", Signed).Code);
    }

    /// <summary>Regulation 294-QĐ/TW, 15.2: the exception holds only while there is no secretary, as the organization register has it for signatures.</summary>
    [Fact]
    public void DS45_A_commissioned_deputy_secretary_acts_before_confirmation_only_while_no_secretary_is_elected()
    {
        LocalDate commissioned = Elected.PlusDays(1);
        LocalDate elected = Elected.PlusDays(10);
        var deputy = new Appointment("binh", "deputy", From(Elected)) { IsElected = true, ConfirmedOn = Confirmed, CommissionedToSignFrom = commissioned };
        AuthorityRegister register = Office(deputy, new("an", "secretary", From(elected)) { IsElected = true });

        Assert.Equal("not_yet_confirmed", register.Ask("binh", Elected).Code);
        AuthorityDecision vacant = register.Ask("binh", Signed);
        Assert.Equal((AuthorityVerdict.Competent, elected), (vacant.Verdict, vacant.NextChange));
        Assert.Equal("not_yet_confirmed", register.Ask("binh", elected).Code);
        Assert.Equal("competent", register.Ask("binh", Confirmed).Code);

        for (LocalDate on = Elected; on <= Confirmed; on = on.PlusDays(1))
        {
            Assert.Equal(register.Organization!.MaySign(deputy, on) == SigningVerdict.Valid, register.Ask("binh", on).IsCompetent);
        }
    }

    [Fact]
    public void An_elected_title_of_the_State_that_is_not_confirmed_leaves_it_open_and_out_of_the_list_of_powers()
    {
        var organization = new OrganizationRegister(OrganizationRecords.Of(
            [new OrganizationUnit("people", BilingualText.Same("people"), BodyKind.PeoplesCommittee, OrganizationLevel.Commune, default)],
            positions: [new("chair", "people", BilingualText.Same("chair")) { Title = TitleKind.Chair }],
            appointments: [new("an", "chair", From(Elected)) { IsElected = true, ConfirmedOn = Confirmed }]));
        var register = new AuthorityRegister([TestRegisters.Permit], [], organization: organization);
        AuthorityDecision decision = register.Ask("an", Signed);

        Assert.Equal((AuthorityVerdict.Unknown, "missing_facts", Confirmed), (decision.Verdict, decision.Code, decision.NextChange));
        Assert.Equal(["confirmation"], decision.Missing);
        Assert.Equal("Không thể kết luận: thiếu việc chuẩn y chức danh được bầu", Assert.Single(decision.Explain()).Sentence.Vietnamese);
        Assert.Empty(register.PowersOf("an", Signed));
        Assert.Single(register.PowersOf("an", Confirmed));
    }

    [Fact]
    public void Beyond_the_dates_of_the_organization_register_no_change_is_looked_for()
    {
        var organization = new OrganizationRegister(ProvinceWorld.Units with { Covers = new Validity(null, new LocalDate(2026, 12, 1)) });
        var register = new AuthorityRegister(
            [ProvinceWorld.HeldBy("province/Chair")], [ProvinceWorld.Mandate("province/Chair", "department/Director")], organization: organization);

        Assert.Null(register.Check(new AuthorityQuestion("chi", "permit", ProvinceWorld.June15)).NextChange);
    }

    /// <summary>Regulation 294-QĐ/TW, 22.1: "trên 100", strictly.</summary>
    [Theory]
    [InlineData(100, "grantee_not_eligible")]
    [InlineData(101, "competent")]
    public void DS46_Admission_is_delegated_to_a_base_of_more_than_a_hundred_members(int members, string expected)
    {
        AuthorityRegister register = Admission(BaseSetting.Enterprise, members);

        Assert.Equal(expected, register.Ask("base", Signed).Code);
        Assert.Equal(expected == "competent" ? [] : ["grantee_not_eligible"], Admission(BaseSetting.Enterprise, 101).Validate(
            ToBase(members) with { Id = "another" }).Where(o => o.IsFatal).Select(o => o.Code));
    }

    /// <summary>Regulation 294-QĐ/TW, 22.1: agencies, enterprises, public-service units, armed forces; no village or commune.</summary>
    [Fact]
    public void DS48_A_base_where_people_live_cannot_receive_it_whatever_its_size() =>
        Assert.Equal("grantee_not_eligible", Admission(BaseSetting.Residential, 150).Ask("base", Signed).Code);

    /// <summary>Regulation 294-QĐ/TW, 4.3.2 a: the whole committee; Regulation 208-QĐ/TW of 26 July 2026 reportedly: the standing board.</summary>
    [Fact]
    public void DS49_The_standing_board_of_a_delegated_base_is_the_wrong_body_until_the_law_of_26_July_2026()
    {
        var organization = new OrganizationRegister(OrganizationRecords.Of(
            [
                new("superior", BilingualText.Same("superior"), BodyKind.PartyCommittee, OrganizationLevel.Commune, default),
                new("base", BilingualText.Same("base"), BodyKind.PartyCommittee, OrganizationLevel.Grassroots, default) { Setting = BaseSetting.Agency },
                new("board", BilingualText.Same("board"), BodyKind.StandingBoard, OrganizationLevel.Grassroots, default),
            ],
            placements: [new("base", "superior", default), new("board", "base", default)]));
        var change = new LocalDate(2026, 7, 26);
        var committee = new Dated<BodyKind>(BodyKind.PartyCommittee, new Validity(null, change), LegalBasis.Citing("294-QĐ/TW, 4.3.2 a"));
        Power power = Held("superior") with
        {
            GranteeRule = GranteeRule.AdmissionByBase,
            DecidingBody = new DatedValues<BodyKind>([committee, new(BodyKind.StandingBoard, new Validity(change, null), LegalBasis.Citing("208-QĐ/TW"))]),
        };
        var register = new AuthorityRegister([power], [ToBase(150)], organization: organization);
        var march = new LocalDate(2026, 3, 16);

        AuthorityDecision decision = register.Ask("board", march);
        Assert.Equal((AuthorityVerdict.NotCompetent, "wrong_body", change), (decision.Verdict, decision.Code, decision.NextChange));
        Assert.Equal("competent", register.Ask("base", march).Code);
        Assert.Equal("competent", register.Ask("board", change).Code);
        Assert.Equal("wrong_body", register.Ask("base", change).Code);
    }

    /// <summary>Democratic centralism, Regulation 294-QĐ/TW, 9.3: nobody replaces the collective.</summary>
    [Fact]
    public void DS54_The_head_alone_cannot_decide_what_is_reserved_to_the_collective_by_post_or_by_grant()
    {
        Power power = Held("committee") with { IsCollective = true };
        OrganizationRegister organization = new(OrganizationRecords.Of(
            [new("committee", BilingualText.Same("committee"), BodyKind.PartyCommittee, OrganizationLevel.Commune, default)],
            positions: [new("secretary", "committee", BilingualText.Same("secretary")) { Title = TitleKind.Secretary }],
            appointments: [new("an", "secretary", default)]));
        Grant grant = TestRegisters.Grant("committee", "secretary", GrantKind.Commission) with
        {
            GranteeKind = GranteeKind.Position,
            Instrument = new Instrument("1-QC/ĐU", new LocalDate(2025, 8, 1), BilingualText.Same("regulations")) { Kind = InstrumentKind.WorkingRegulation },
        };

        foreach (AuthorityRegister register in new[] { new AuthorityRegister([power], [], organization: organization), new([power], [grant], organization: organization) })
        {
            foreach (string head in new[] { "secretary", "an" })
            {
                AuthorityDecision decision = register.Ask(head, Signed, new AuthorityCase { VotePassed = true });
                Assert.Equal((AuthorityVerdict.NotCompetent, "non_delegable"), (decision.Verdict, decision.Code));
            }

            Assert.Equal("competent", register.Ask("committee", Signed, new AuthorityCase { VotePassed = true }).Code);
        }
    }

    /// <summary>Regulation 294-QĐ/TW, 22.2. That the clock goes on from the cell's resolution is an interpretation.</summary>
    [Fact]
    public void DS56_A_revoked_delegation_leaves_earlier_admissions_standing_and_pending_ones_return_with_their_clock()
    {
        var revoked = new LocalDate(2026, 4, 1);
        AuthorityRegister register = Admission(BaseSetting.Enterprise, 150).With(AuthorityRecords.Of([], [], [new GrantEvent.Revoked("superior>base", revoked)]));

        Assert.Equal("competent", register.Ask("base", revoked.PlusDays(-1)).Code);
        Assert.Equal("revoked", register.Ask("base", revoked).Code);
        Assert.Equal("superior", register.ReturnsTo("superior>base", new AuthorityQuestion("base", "permit", revoked))?.Question.ActorId);

        // The cell's resolution of Friday, 20 March: ten working days end on Friday, 3 April.
        Deadline due = TimeLimit.WorkingDays(10).From(new LocalDate(2026, 3, 20), WorkCalendar.VietnamStateAgencies);
        Assert.Equal(new LocalDate(2026, 4, 3), due.DueDate);
        Assert.Equal(new TimeAmount(2, TimeUnit.WorkingDay), due.RemainingAt(revoked.At(new LocalTime(17, 0))));
    }

    /// <summary>Guidance 06-HD/TW, 4 c: thirty working days after the applicant moved.</summary>
    [Fact]
    public void DS58_The_old_committee_may_decide_until_the_thirtieth_working_day_after_the_move_and_not_on_the_next()
    {
        var moved = new LocalDate(2026, 3, 2);

        // Monday, 2 March is day 0: day 4 is Friday, 6 March, day 29 Friday, 10 April; no day off lies between.
        var thirtieth = new LocalDate(2026, 4, 13);
        LocalDate last = TimeLimit.WorkingDays(30).From(moved, WorkCalendar.VietnamStateAgencies).DueDate;
        Assert.Equal(thirtieth, last);
        AuthorityRegister register = TestRegisters.HeldBy("old-committee");
        var about = new AuthorityCase { CompetentUntil = last };

        AuthorityDecision inTime = register.Ask("old-committee", thirtieth, about);
        Assert.Equal((AuthorityVerdict.Competent, thirtieth.PlusDays(1)), (inTime.Verdict, inTime.NextChange));
        AuthorityDecision late = register.Ask("old-committee", thirtieth.PlusDays(1), about);
        Assert.Equal((AuthorityVerdict.NotCompetent, "competence_lost_by_time"), (late.Verdict, late.Code));
        Assert.Equal("old-committee", late.Responsible?.ResultId);
    }

    private static Validity From(LocalDate date) => new(date, null);

    private static Power Held(string holder) => TestRegisters.HeldBy(holder, default(Validity));

    private static AuthorityRegister Office(params Appointment[] appointments) => new(
        [Held("secretary") with { Holders = [.. Held("secretary").Holders, .. Held("deputy").Holders] }],
        [],
        organization: new OrganizationRegister(OrganizationRecords.Of(
            [new OrganizationUnit("office", BilingualText.Same("office"), BodyKind.PartyCommittee, OrganizationLevel.Commune, default)],
            positions:
            [
                new("secretary", "office", BilingualText.Same("secretary")) { Title = TitleKind.Secretary },
                new("deputy", "office", BilingualText.Same("deputy")) { Title = TitleKind.DeputySecretary },
            ],
            appointments: appointments)));

    private static Grant ToBase(int members) => TestRegisters.Grant("superior", "base") with
    {
        GranteeKind = GranteeKind.Unit,
        GranteeFacts = new GranteeFacts(members, [new(2022, true), new(2023, true), new(2024, true)]),
        Instrument = new Instrument("5-QĐ/ĐU", new LocalDate(2025, 8, 1), BilingualText.Same("decision")) { Kind = InstrumentKind.PartyDocument },
    };

    private static AuthorityRegister Admission(BaseSetting setting, int members) => new(
        [Held("superior") with { GranteeRule = GranteeRule.AdmissionByBase }],
        [ToBase(members)],
        organization: new OrganizationRegister(OrganizationRecords.Of(
            [
                new("superior", BilingualText.Same("superior"), BodyKind.PartyCommittee, OrganizationLevel.Commune, default),
                new("base", BilingualText.Same("base"), BodyKind.PartyCommittee, OrganizationLevel.Grassroots, default) { Setting = setting },
            ],
            placements: [new("base", "superior", default)])));
}
