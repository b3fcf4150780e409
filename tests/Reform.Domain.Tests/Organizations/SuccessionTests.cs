using CsCheck;
using NodaTime;
using Reform.Domain.Organizations;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>Who has what a unit had: by function, by territory, through chains, as the law of 2025 has it, and against brute force.</summary>
public sealed class SuccessionTests
{
    // A district that ended; its wards took over by territory, the land register went to the department wherever the land lies.
    private static readonly OrganizationRegister District = new(OrganizationRecords.Of(
        [
            Unit("district", BodyKind.PeoplesCommittee, OrganizationLevel.District, to: July2025),
            Unit("division", BodyKind.SpecializedAgency, OrganizationLevel.District, to: July2025),
            Unit("department", BodyKind.SpecializedAgency, OrganizationLevel.Province),
            Unit("ward-x", BodyKind.PeoplesCommittee, from: July2025),
            Unit("ward-y", BodyKind.PeoplesCommittee, from: July2025),
            Unit("ward-z", BodyKind.PeoplesCommittee, from: July2025),
        ],
        placements: [Under("division", "district")],
        successions:
        [
            Link("district", "ward-x", ReorganizationKind.Divide, July2025, territory: "X"),
            Link("district", "ward-y", ReorganizationKind.Divide, July2025, territory: "Y"),
            Link("district", "ward-z", ReorganizationKind.Divide, July2025, territory: "Z"),
            Link("district", "department", ReorganizationKind.Divide, July2025, "land", "X"),
        ]));

    [Fact]
    public void DS29_A_grant_to_a_division_of_a_district_has_nobody_to_go_to_from_1_July_2025()
    {
        var grant = new LiveMatter(MatterKind.Grant, "g1", "division");

        Assert.False(District.FatesOf([grant], July2025.PlusDays(-1))[0].IsOrphaned);
        MatterFate fate = Assert.Single(District.OrphansOn([grant], July2025));
        Assert.Equal(SuccessionOutcome.NotRecorded, fate.Succession.Outcome);
        Assert.False(District.ExistsOn("division", July2025));
        Assert.False(District.ExistsOn("district", July2025));
    }

    [Fact]
    public void DS31_A_dossier_of_a_divided_district_goes_to_the_ward_where_the_applicant_lives()
    {
        SuccessionAnswer inX = District.SuccessorsOf("district", July2025, function: "civil-status", territory: "X");
        Assert.Equal((SuccessionOutcome.Succeeded, "ward-x"), (inX.Outcome, inX.Successor));
        Assert.Equal(["succession_link", "succeeded"], inX.Reasons.Select(r => r.Code));
        Assert.Equal("ward-z", District.SuccessorsOf("district", July2025, territory: "Z").Successor);
        Assert.Equal("department", District.SuccessorsOf("district", July2025, "land", "X").Successor);
        Assert.Equal("ward-y", District.SuccessorsOf("district", July2025, "land", "Y").Successor);
        Assert.Equal("district", District.SuccessorsOf("district", July2025.PlusDays(-1), "land", "X").Successor);
    }

    [Fact]
    public void What_is_not_stated_makes_it_ambiguous_and_the_answer_says_what_is_missing()
    {
        SuccessionAnswer anywhere = District.SuccessorsOf("district", July2025, function: "civil-status");
        Assert.Equal(SuccessionOutcome.Ambiguous, anywhere.Outcome);
        Assert.Equal(["ward-x", "ward-y", "ward-z"], anywhere.Successors.Select(s => s.UnitId));
        Assert.Equal(["territory"], anywhere.Missing);
        Assert.Null(anywhere.Successor);
        Assert.Equal(
            "No one unit can be named that has what district had on 1 July 2025: it may be ward-x; ward-y; ward-z; not stated: territory",
            anywhere.Reasons[^1].Sentence.English);
        Assert.Equal(
            "Chưa xác định được một đơn vị kế thừa district vào ngày 01/07/2025: có thể là ward-x; ward-y; ward-z; còn thiếu: địa bàn",
            anywhere.Reasons[^1].Sentence.Vietnamese);

        SuccessionAnswer anything = District.SuccessorsOf("district", July2025, territory: "X");
        Assert.Equal(["department", "ward-x"], anything.Successors.Select(s => s.UnitId));
        Assert.Equal(["function"], anything.Missing);
        Assert.Equal(SuccessionOutcome.NotRecorded, District.SuccessorsOf("district", July2025, territory: "W").Outcome);
    }

    [Fact]
    public void DS33_DS34_A_unit_of_former_Hai_Duong_was_not_in_the_tree_of_the_city_in_2024_and_its_acts_are_those_of_the_new_city()
    {
        var register = new OrganizationRegister(OrganizationRecords.Of(
            [
                Unit("hai-phong", level: OrganizationLevel.Province, to: July2025),
                Unit("hai-duong", level: OrganizationLevel.Province, to: July2025),
                Unit("new-city", level: OrganizationLevel.Province, from: July2025),
                Unit("commune"),
            ],
            placements: [Under("commune", "hai-duong"), Under("commune", "new-city", July2025)],
            successions:
            [
                Link("hai-phong", "new-city", ReorganizationKind.Consolidate, July2025),
                Link("hai-duong", "new-city", ReorganizationKind.Consolidate, July2025),
            ]));

        Assert.False(register.TreeOn(new LocalDate(2024, 12, 31)).IsWithin("commune", "hai-phong"));
        Assert.False(register.TreeOn(July2025).IsWithin("commune", "hai-phong"));
        Assert.True(register.TreeOn(July2025).IsWithin("commune", "new-city"));
        Assert.Equal("new-city", register.SuccessorsOf("hai-duong", new LocalDate(2025, 9, 1)).Successor);
        Assert.Equal("new-city", register.SuccessorsOf("hai-phong", new LocalDate(2025, 9, 1)).Successor);

        // Programme 72 is the old city's: it never bound the commune, and after the merger it binds nobody until the new committee decides so.
        Assert.Equal((false, "not_subject"), Subject(register.SubjectOf("hai-phong", "commune", new LocalDate(2024, 12, 31))));
        Assert.Equal((true, "subject"), Subject(register.SubjectOf("hai-duong", "commune", new LocalDate(2024, 12, 31))));
        Assert.Equal((false, "not_subject_issuer_ended"), Subject(register.SubjectOf("hai-phong", "commune", July2025)));
        Assert.Equal((true, "subject_by_decision"), Subject(register.SubjectOf("hai-phong", "commune", July2025, adoptedBy: "new-city")));
        Assert.Equal((true, "subject"), Subject(register.SubjectOf("new-city", "new-city", July2025)));
        Assert.Equal((false, "not_subject"), Subject(register.SubjectOf("hai-phong", "hai-duong", new LocalDate(2024, 12, 31))));
        Assert.Equal(["issuer: unknown_unit"], Codes(Assert.Throws<OrganizationInputException>(() => register.SubjectOf("nowhere", "commune", July2025))));
    }

    private static (bool IsSubject, string Code) Subject(SubjectAnswer answer) => (answer.IsSubject, answer.Reason.Code);

    [Fact]
    public void DS30_A_permit_of_a_district_stays_valid_until_its_term_is_over_or_the_successor_replaces_it()
    {
        var permit = new IssuedAct("GP-1", "district", new LocalDate(2025, 5, 10)) { ValidUntil = new LocalDate(2028, 5, 10), Territory = "Y" };

        ActStatus status = District.StatusOf(permit, new LocalDate(2026, 1, 1));
        Assert.Equal((ActState.InForce, "ward-y"), (status.State, status.ChangedBy?.Successor));
        Assert.Equal("act_outlives_issuer", status.Reasons[0].Code);
        Assert.Contains("190/2025/QH15", status.Reasons[0].Basis!.Citation.Vietnamese, StringComparison.Ordinal);

        Assert.Equal(ActState.InForce, District.StatusOf(permit, new LocalDate(2028, 5, 9)).State);
        Assert.Equal(ActState.Expired, District.StatusOf(permit, new LocalDate(2028, 5, 10)).State);
        IssuedAct replaced = permit with { ReplacedOn = new LocalDate(2026, 1, 1) };
        Assert.Equal(ActState.InForce, District.StatusOf(replaced, new LocalDate(2025, 12, 31)).State);
        Assert.Equal(ActState.Replaced, District.StatusOf(replaced, new LocalDate(2026, 1, 1)).State);
        IssuedAct amended = permit with { Amendments = [new ActAmendment(new LocalDate(2025, 9, 1), "ward-y"), new ActAmendment(new LocalDate(2025, 10, 1), "ward-x")] };
        Assert.Null(District.StatusOf(amended, new LocalDate(2025, 8, 31)).AmendedBy);
        ActStatus changed = District.StatusOf(amended, new LocalDate(2026, 1, 1));
        Assert.Equal((ActState.InForce, "ward-y"), (changed.State, changed.AmendedBy?.ByUnitId));
        Assert.Equal(["act_outlives_issuer", "act_amended", "act_amended_by_another"], changed.Reasons.Take(3).Select(r => r.Code));
        ActStatus before = District.StatusOf(permit, new LocalDate(2025, 6, 1));
        Assert.Equal((ActState.InForce, "act_in_force"), (before.State, before.Reasons[0].Code));
        Assert.Equal(ActState.NotIssued, District.StatusOf(permit, new LocalDate(2025, 5, 9)).State);
        Assert.Equal(
            ["issued_on: issuer_not_there"],
            Codes(Assert.Throws<OrganizationInputException>(() => District.StatusOf(permit with { IssuedOn = July2025 }, July2025))));
    }

    [Fact]
    public void What_the_law_that_was_read_does_not_settle_about_an_act_is_not_settled()
    {
        var register = new OrganizationRegister(OrganizationRecords.Of(
            [Unit("party", to: July2025), Unit("old", BodyKind.PeoplesCommittee, to: new LocalDate(2010, 1, 1))]));
        Assert.Equal(ActState.NotSettled, register.StatusOf(new IssuedAct("a", "party", new LocalDate(2025, 1, 1)), July2025).State);
        Assert.Equal(ActState.NotSettled, register.StatusOf(new IssuedAct("a", "old", new LocalDate(2009, 1, 1)), July2025).State);
        Assert.Equal(ActState.InForce, register.StatusOf(new IssuedAct("a", "party", new LocalDate(2025, 1, 1)), July2025.PlusDays(-1)).State);
    }

    [Fact]
    public void DS36_A_wrongful_admission_is_annulled_where_the_member_is_now_active_not_by_the_territorial_successor()
    {
        var register = new OrganizationRegister(OrganizationRecords.Of(
            [
                Unit("district", level: OrganizationLevel.District, to: July2025),
                Unit("heir", from: July2025),
                Unit("elsewhere"),
                Unit("base", level: OrganizationLevel.Grassroots),
                Unit("cell", BodyKind.PartyCell, OrganizationLevel.Cell),
            ],
            placements: [Under("base", "elsewhere"), Under("cell", "base")],
            successions: [Link("district", "heir", ReorganizationKind.Consolidate, July2025)]));

        AnnullingBody body = register.WhoAnnuls("district", "cell", July2025);
        Assert.Equal(("elsewhere", "member_committee_annuls"), (body.UnitId, body.Reason.Code));
        Assert.Contains("4.4.1", body.Reason.Basis!.Citation.English, StringComparison.Ordinal);
        Assert.Equal("heir", register.SuccessorsOf("district", July2025).Successor);
        Assert.Equal("district", register.WhoAnnuls("district", "cell", July2025.PlusDays(-1)).UnitId);
        AnnullingBody nobody = register.WhoAnnuls("district", "heir", July2025);
        Assert.Equal((null, "no_committee_annuls"), (nobody.UnitId, nobody.Reason.Code));
    }

    [Fact]
    public void A_chain_of_links_is_followed_and_one_unit_may_come_by_several_ways()
    {
        LocalDate later = July2025.PlusMonths(6);
        var register = new OrganizationRegister(OrganizationRecords.Of(
            [Unit("a", to: July2025), Unit("b", from: July2025, to: later), Unit("c", from: July2025, to: later), Unit("d", from: later)],
            successions:
            [
                Link("a", "b", ReorganizationKind.Divide, July2025, territory: "B"),
                Link("a", "c", ReorganizationKind.Divide, July2025, territory: "C"),
                Link("b", "d", ReorganizationKind.Consolidate, later),
                Link("c", "d", ReorganizationKind.Consolidate, later),
            ]));

        Assert.Equal(["b", "d"], register.SuccessorsOf("a", later, territory: "B").Successors[0].Links.Select(l => l.ToId));
        Assert.Equal("b", register.SuccessorsOf("a", later.PlusDays(-1), territory: "B").Successor);

        // Whatever B and C leave over is with nobody, so that it cannot be told without the territory.
        Assert.Equal(SuccessionOutcome.Ambiguous, register.SuccessorsOf("a", later).Outcome);
        Assert.Equal(["d"], register.SuccessorsOf("a", later).Successors.Select(s => s.UnitId));
    }

    [Fact]
    public void Two_that_may_have_it_become_one_when_one_of_them_goes_into_the_other()
    {
        LocalDate later = July2025.PlusMonths(6);
        var register = new OrganizationRegister(OrganizationRecords.Of(
            [Unit("a", to: July2025), Unit("b", from: July2025), Unit("c", from: July2025, to: later)],
            successions:
            [
                Link("a", "b", ReorganizationKind.Divide, July2025),
                Link("a", "c", ReorganizationKind.Divide, July2025),
                Link("c", "b", ReorganizationKind.Merge, later),
            ]));
        Assert.Equal(["b", "c"], register.SuccessorsOf("a", July2025).Successors.Select(s => s.UnitId));
        Assert.Empty(register.SuccessorsOf("a", July2025).Missing);
        Assert.Equal((SuccessionOutcome.Succeeded, "b"), (register.SuccessorsOf("a", later).Outcome, register.SuccessorsOf("a", later).Successor));
    }

    [Fact]
    public void A_unit_that_goes_on_keeps_what_no_link_names()
    {
        var register = new OrganizationRegister(OrganizationRecords.Of(
            [Unit("a"), Unit("b")], successions: [Link("a", "b", ReorganizationKind.Transfer, July2025, "tax")]));
        Assert.Equal("b", register.SuccessorsOf("a", July2025, "tax").Successor);
        Assert.Equal("a", register.SuccessorsOf("a", July2025, "land").Successor);
        Assert.Equal((SuccessionOutcome.StillThere, "a"), (register.SuccessorsOf("a", July2025).Outcome, register.SuccessorsOf("a", July2025).Successor));
    }

    [Fact]
    public void A_dissolution_may_say_that_nobody_took_over()
    {
        var register = new OrganizationRegister(OrganizationRecords.Of(
            [Unit("a", to: July2025), Unit("b")],
            successions: [Link("a", null, ReorganizationKind.Dissolve, July2025), Link("a", "b", ReorganizationKind.Dissolve, July2025, "archive")]));
        Assert.Equal(SuccessionOutcome.Nobody, register.SuccessorsOf("a", July2025, "land").Outcome);
        Assert.Equal(["succession_to_nobody", "nobody_succeeded"], register.SuccessorsOf("a", July2025, "land").Reasons.Select(r => r.Code));
        Assert.Equal("b", register.SuccessorsOf("a", July2025, "archive").Successor);
        Assert.Equal(SuccessionOutcome.Ambiguous, register.SuccessorsOf("a", July2025).Outcome);
    }

    [Fact]
    public void Fates_are_refused_all_at_once_and_a_unit_that_is_not_there_yet_has_none()
    {
        LiveMatter[] matters = [new(MatterKind.Case, "1", "district"), new(MatterKind.Case, "2", "nowhere"), new(MatterKind.Case, "3", "ward-x")];
        Assert.Equal(
            ["matters[1].unit: unknown_unit", "matters[2].unit: unit_not_yet"],
            Codes(Assert.Throws<OrganizationInputException>(() => District.OrphansOn(matters, July2025.PlusDays(-1)))));
        Assert.Equal(
            ["unit: unit_not_yet"],
            Codes(Assert.Throws<OrganizationInputException>(() => District.SuccessorsOf("ward-x", July2025.PlusDays(-1)))));
    }

    [Fact]
    public void Every_answer_is_the_one_that_brute_force_over_all_functions_and_territories_gives() =>
        Gen.Select(BruteSuccession.Worlds, BruteSuccession.Dimension, BruteSuccession.Dimension, Gen.Int[0, 5]).Sample(
            (world, function, territory, day) =>
            {
                LocalDate on = BruteSuccession.First.PlusDays(day);
                SuccessionAnswer answer = world.Register.SuccessorsOf("a", on, function, territory);
                (SuccessionOutcome outcome, string[] units) = BruteSuccession.Answer(world, "a", on, function, territory);
                Assert.Equal(outcome, answer.Outcome);
                Assert.Equal(units, answer.Successors.Select(s => s.UnitId).Order(StringComparer.Ordinal));
                foreach (SuccessionPath path in answer.Successors)
                {
                    string at = "a";
                    LocalDate before = LocalDate.MinIsoValue;
                    foreach (SuccessionLink link in path.Links)
                    {
                        Assert.Equal(at, link.FromId);
                        Assert.True(before < link.On && link.On <= on);
                        Assert.Contains(link, world.Links);
                        (at, before) = (link.ToId!, link.On);
                    }

                    Assert.Equal(path.UnitId, at);
                }
            },
            iter: 3000);
}
