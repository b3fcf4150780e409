using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>Facts that contradict each other, each refused with its code and its field, all of them at once.</summary>
public sealed class BadInputTests
{
    private static readonly OrganizationRecords Good = OrganizationRecords.Of(
        [Unit("a"), Unit("b", to: July2025), Unit("c", from: July2025), Unit("office", BodyKind.CommitteeOffice)],
        [Post("head", "a", TitleKind.Secretary), Post("clerk", "a", TitleKind.CivilServant)],
        [Under("b", "a"), Under("c", "a")],
        [Holds("x", "head")],
        memberships: [new Membership("m", "a", new Validity(null, July2025))],
        successions: [Link("b", "c", ReorganizationKind.Merge, July2025)]);

    public static TheoryData<string, Func<OrganizationRecords, OrganizationRecords>> Mistakes => new()
    {
        { "units[4].id: blank", r => r with { Units = [.. r.Units, At("n", Unit("n") with { Id = " " }, Instant.MinValue)] } },
        { "positions[2].id: duplicate_id", r => r with { Positions = [.. r.Positions, At("n", Post("a", "a", TitleKind.Other), Instant.MinValue)] } },
        { "positions[2].id: duplicate_id", r => r with { Positions = [.. r.Positions, At("n", Post("head", "a", TitleKind.Other), Instant.MinValue)] } },
        { "positions[2].unit: unknown_unit", r => r with { Positions = [.. r.Positions, At("n", Post("n", "none", TitleKind.Other), Instant.MinValue)] } },
        {
            "positions[2]: begins_outside_life",
            r => r with { Positions = [.. r.Positions, At("n", Post("n", "b", TitleKind.Other) with { Validity = new(July2025, null) }, Instant.MinValue)] }
        },
        { "placements[2].unit: unknown_unit", r => Placed(r, Under("none", "a")) },
        { "placements[2].parent: unknown_unit", r => Placed(r, Under("a", "none")) },
        { "placements[2]: begins_outside_life", r => Placed(r, Under("office", "b", July2025)) },
        { "placements[2]: begins_outside_life", r => Placed(r, Under("office", "c", July2025.PlusDays(-1))) },
        { "placements[2]: two_parents_at_once", r => Placed(r, Under("c", "office", July2025.PlusDays(9))) },
        { "placements[2].parent: cycle_in_tree", r => Placed(r, Under("office", "office")) },
        { "appointments[1].person: blank", r => Held(r, Holds("", "clerk")) },
        { "appointments[1].position: unknown_position", r => Held(r, Holds("y", "none")) },
        { "appointments[1]: two_heads_at_once", r => Held(r, Holds("y", "head", July2025)) },
        { "appointments[1].mode: not_a_head", r => Held(r, Holds("y", "clerk") with { Mode = AppointmentMode.Acting }) },
        { "appointments[1].mode: not_a_head", r => Held(r, Holds("y", "clerk") with { Mode = AppointmentMode.InCharge }) },
        { "appointments[1].confirmed_on: not_elected", r => Held(r, Holds("y", "clerk", July2025) with { ConfirmedOn = July2025 }) },
        {
            "appointments[1].confirmed_on: confirmed_before_election",
            r => Held(r, Holds("y", "clerk", July2025) with { IsElected = true, ConfirmedOn = July2025.PlusDays(-1) })
        },
        {
            "appointments[1].commissioned_to_sign_from: confirmed_before_election",
            r => Held(r, Holds("y", "clerk", July2025) with { CommissionedToSignFrom = July2025.PlusDays(-1) })
        },
        { "allocations[0].position: unknown_position", r => Allocated(r, new WorkAllocation("x", "none", "f", default)) },
        { "allocations[0].person: not_a_holder", r => Allocated(r, new WorkAllocation("y", "head", "f", default)) },
        { "allocations[0].field: blank", r => Allocated(r, new WorkAllocation("x", "head", "", default)) },
        { "memberships[1].unit: unknown_unit", r => Joined(r, new Membership("n", "none", default)) },
        { "memberships[1].unit: not_a_collective", r => Joined(r, new Membership("n", "office", default)) },
        { "memberships[1]: member_twice", r => Joined(r, new Membership("m", "a", new Validity(null, July2025.PlusDays(-3)))) },
        { "memberships[1]: begins_outside_life", r => Joined(r, new Membership("n", "b", new Validity(July2025, null))) },
        { "memberships[1]: begins_outside_life", r => Joined(r, new Membership("n", "c", new Validity(null, July2025))) },
        { "exclusions[0].person: not_a_member", r => Excluded(r, new MembershipExclusion("m", "a", ExclusionCause.Suspended, new Validity(July2025, null))) },
        { "exclusions[0].person: not_a_member", r => Excluded(r, new MembershipExclusion("n", "a", ExclusionCause.Suspended, default)) },
        { "exclusions[0].unit: unknown_unit", r => Excluded(r, new MembershipExclusion("m", "none", ExclusionCause.Suspended, default)) },
        { "relationships[0].other: tied_to_oneself", r => Tied(r, new Relationship("m", "m", RelationshipKind.Spouse, default)) },
        { "relationships[0].other: blank", r => Tied(r, new Relationship("m", "", RelationshipKind.Spouse, default)) },
        { "successions[1].to_unit: unknown_unit", r => Succeeded(r, Link("b", "none", ReorganizationKind.Merge, July2025)) },
        { "successions[1].from_unit: unknown_unit", r => Succeeded(r, Link("none", "a", ReorganizationKind.Merge, July2025)) },
        { "successions[1].to_unit: succeeds_itself", r => Succeeded(r, Link("b", "b", ReorganizationKind.Merge, July2025)) },
        { "successions[1].to_unit: successor_not_there", r => Succeeded(r, Link("a", "c", ReorganizationKind.Transfer, July2025.PlusDays(-1), "f")) },
        { "successions[1].to_unit: successor_not_there", r => Succeeded(r, Link("a", "b", ReorganizationKind.Transfer, July2025, "f")) },
        { "successions[1].from_unit: source_not_there", r => Succeeded(r, Link("c", "a", ReorganizationKind.Transfer, July2025, "f")) },
        { "successions[1].from_unit: source_not_there", r => Succeeded(r, Link("b", "a", ReorganizationKind.SplitOff, July2025, "f")) },
        { "successions[1].from_unit: source_still_there", r => Succeeded(r, Link("b", "a", ReorganizationKind.Merge, July2025.PlusDays(-1))) },
        { "successions[1]: scope_missing", r => Succeeded(r, Link("a", "c", ReorganizationKind.Transfer, July2025)) },
        { "successions[1].to_unit: successor_missing", r => Succeeded(r, Link("b", null, ReorganizationKind.Merge, July2025)) },
        {
            "units[4].former_names: names_out_of_order",
            r => r with
            {
                Units =
                [
                    .. r.Units,
                    At("n", Unit("n", to: July2025) with { FormerNames = [new FormerName(BilingualText.Same("o"), July2025)] }, Instant.MinValue),
                ],
            }
        },
    };

    [Fact]
    public void The_facts_without_a_mistake_make_a_register() => Assert.Equal("c", new OrganizationRegister(Good).SuccessorsOf("b", July2025).Successor);

    [Theory]
    [MemberData(nameof(Mistakes), DisableDiscoveryEnumeration = true)]
    public void A_contradiction_is_refused_with_its_field(string expected, Func<OrganizationRecords, OrganizationRecords> mistake) =>
        Assert.Equal([expected], Codes(Refused(mistake(Good))));

    [Fact]
    public void Every_contradiction_is_listed_in_both_languages()
    {
        OrganizationInputException refused = Refused(Joined(Held(Good, Holds("y", "none")), new Membership("n", "none", default)));
        Assert.Equal(["appointments[1].position: unknown_position", "memberships[1].unit: unknown_unit"], Codes(refused));
        Assert.Equal("không có đơn vị 'none'", refused.Problems[1].Message.Vietnamese);
        Assert.Contains("memberships[1].unit: there is no unit 'none'", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new OrganizationInputException([]));
    }

    [Fact]
    public void A_period_that_ends_before_it_begins_is_refused() =>
        Assert.Throws<ArgumentException>(() => Unit("a", from: July2025, to: July2025));

    [Fact]
    public void A_date_outside_the_register_is_refused_by_every_question()
    {
        var register = new OrganizationRegister(Good with { Covers = new Validity(new LocalDate(2024, 1, 1), new LocalDate(2026, 1, 1)) });
        LocalDate outside = new(2026, 1, 1);
        Action<LocalDate>[] questions =
        [
            d => register.ExistsOn("a", d), d => register.UnitsOn(d), d => register.TreeOn(d), d => register.ParentOf("c", d),
            d => register.ImmediateSuperiorOf("c", d), d => register.HeadOf("a", d), d => register.HoldersOf("head", d),
            d => register.PositionsOf("x", d), d => register.AllocationsOf("x", d), d => register.MembersOf("a", d), d => register.VotingBaseOf("a", d),
            d => register.RelationshipsOf("x", d), d => register.ConflictsOf("x", [], d), d => register.SuccessorsOf("b", d),
            d => register.FatesOf([], d), d => register.StatusOf(new IssuedAct("1", "a", new LocalDate(2025, 1, 1)), d),
            d => register.WhoAnnuls("a", "c", d),
            d => register.ReviewSignature(new Signature("x", "head", SigningBlock.Parse("T/M ĐẢNG ỦY"), SigningBasis.CollectiveDecision, d)),
        ];
        foreach (Action<LocalDate> question in questions)
        {
            question(outside.PlusDays(-1));
            OrganizationInputException refused = Assert.Throws<OrganizationInputException>(() => question(outside));
            Assert.Equal(["on: date_outside_register"], Codes(refused));
        }

        Assert.Equal(
            ["later: date_outside_register"],
            Codes(Assert.Throws<OrganizationInputException>(() => register.Compare(outside.PlusDays(-1), outside))));
        Assert.False(register.Covers(outside));
    }

    [Fact]
    public void A_tree_too_deep_is_refused_and_one_of_sixty_four_is_not()
    {
        OrganizationRecords Chain(int length) => OrganizationRecords.Of(
            Enumerable.Range(0, length).Select(i => Unit("u" + i)), placements: Enumerable.Range(1, length - 1).Select(i => Under("u" + i, "u" + (i - 1))));
        Assert.Equal(64, new OrganizationRegister(Chain(64)).TreeOn(July2025).PathOf("u63").Count);
        Assert.Equal(["placements[63].parent: tree_too_deep"], Codes(Refused(Chain(65))));
    }

    private static OrganizationRecords Placed(OrganizationRecords records, UnitPlacement fact) =>
        records with { Placements = [.. records.Placements, At("n", fact, Instant.MinValue)] };

    private static OrganizationRecords Held(OrganizationRecords records, Appointment fact) =>
        records with { Appointments = [.. records.Appointments, At("n", fact, Instant.MinValue)] };

    private static OrganizationRecords Allocated(OrganizationRecords records, WorkAllocation fact) =>
        records with { Allocations = [At("n", fact, Instant.MinValue)] };

    private static OrganizationRecords Joined(OrganizationRecords records, Membership fact) =>
        records with { Memberships = [.. records.Memberships, At("n", fact, Instant.MinValue)] };

    private static OrganizationRecords Excluded(OrganizationRecords records, MembershipExclusion fact) =>
        records with { Exclusions = [At("n", fact, Instant.MinValue)] };

    private static OrganizationRecords Tied(OrganizationRecords records, Relationship fact) =>
        records with { Relationships = [At("n", fact, Instant.MinValue)] };

    private static OrganizationRecords Succeeded(OrganizationRecords records, SuccessionLink fact) =>
        records with { Successions = [.. records.Successions, At("n", fact, Instant.MinValue)] };
}
