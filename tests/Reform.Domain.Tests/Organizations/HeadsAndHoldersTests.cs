using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>Who held what, and who was the head, around a change.</summary>
public sealed class HeadsAndHoldersTests
{
    private static readonly LocalDate Change = new(2025, 7, 10);

    private static readonly OrganizationRecords Records = OrganizationRecords.Of(
        [
            Unit("city", level: OrganizationLevel.Province),
            Unit("board", BodyKind.StandingBoard, OrganizationLevel.Province),
            Unit("department", BodyKind.SpecializedAgency, OrganizationLevel.Province, to: new LocalDate(2026, 1, 1)),
        ],
        [
            Post("secretary", "city", TitleKind.Secretary),
            Post("deputy", "city", TitleKind.DeputySecretary),
            Post("director", "department", TitleKind.Director),
            Post("deputy-director", "department", TitleKind.DeputyDirector),
        ],
        [Under("board", "city")],
        [
            Holds("p1", "secretary", to: Change),
            Holds("p2", "deputy"),
            Holds("p2", "secretary", Change, Change.PlusDays(20)) with { Mode = AppointmentMode.InCharge },
            Holds("p3", "secretary", Change.PlusDays(30)) with { IsElected = true, ConfirmedOn = Change.PlusDays(40) },
            Holds("p4", "deputy"),
            Holds("p5", "director") with { Mode = AppointmentMode.Acting },
            Holds("p6", "deputy-director"),
        ],
        allocations: [new WorkAllocation("p6", "deputy-director", "land", default)]);

    private static readonly OrganizationRegister Register = new(Records);

    [Theory]
    [InlineData(-1, "p1")]
    [InlineData(0, "p2")]
    [InlineData(19, "p2")]
    [InlineData(20, null)]
    [InlineData(29, null)]
    [InlineData(30, "p3")]
    public void A03_The_head_of_a_date_is_the_right_person_around_a_change(int days, string? head)
    {
        Assert.Equal(head, Register.HeadOf("city", Change.PlusDays(days))?.PersonId);
        Assert.Equal(head, Register.HeadOf("board", Change.PlusDays(days))?.PersonId);
    }

    [Fact]
    public void The_mode_tells_who_is_acting_and_who_is_only_in_charge()
    {
        Assert.Equal(AppointmentMode.Substantive, Register.HeadOf("city", Change.PlusDays(-1))?.Mode);
        Assert.Equal(AppointmentMode.InCharge, Register.HeadOf("city", Change)?.Mode);
        Assert.Equal(AppointmentMode.Acting, Register.HeadOf("department", Change)?.Mode);
    }

    [Fact]
    public void A_position_has_no_holder_once_its_unit_has_ended()
    {
        var end = new LocalDate(2026, 1, 1);
        Assert.Equal("p5", Register.HeadOf("department", end.PlusDays(-1))?.PersonId);
        Assert.Null(Register.HeadOf("department", end));
        Assert.Empty(Register.HoldersOf("director", end));
        Assert.Empty(Register.PositionsOf("p6", end));
        Assert.Empty(Register.AllocationsOf("p6", end));
        Assert.Equal("land", Assert.Single(Register.AllocationsOf("p6", end.PlusDays(-1))).Field);
    }

    [Fact]
    public void Several_may_hold_a_position_that_is_not_the_head_and_one_person_several_positions()
    {
        Assert.Equal(["p2", "p4"], Register.HoldersOf("deputy", Change).Select(a => a.PersonId));
        Assert.Equal(["deputy", "secretary"], Register.PositionsOf("p2", Change).Select(a => a.PositionId));
        Assert.Equal(["deputy"], Register.PositionsOf("p2", Change.PlusDays(20)).Select(a => a.PositionId));
    }

    [Fact]
    public void An_elected_title_stands_from_its_confirmation_on()
    {
        Appointment elected = Register.HeadOf("city", Change.PlusDays(30))!;
        Assert.False(elected.IsConfirmedOn(Change.PlusDays(39)));
        Assert.True(elected.IsConfirmedOn(Change.PlusDays(40)));
        Assert.True(Holds("p", "x").IsConfirmedOn(Change));
        Assert.False((Holds("p", "x") with { IsElected = true }).IsConfirmedOn(Change));
    }

    [Theory]
    [InlineData("deputy", false)]
    [InlineData("secretary", true)]
    public void Two_heads_at_once_are_refused_two_deputies_are_not(string position, bool isRefused)
    {
        OrganizationRecords more = OrganizationRecords.None with
        {
            Appointments = [At("more", Holds("p9", position, new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1)), Instant.FromUtc(2026, 1, 1, 0, 0))],
        };
        if (isRefused)
        {
            OrganizationInputException refused = Assert.Throws<OrganizationInputException>(() => Register.With(more));
            Assert.Equal(["appointments[0]: two_heads_at_once"], Codes(refused));
            Assert.Equal("appointments[0]", refused.ParamName);
        }
        else
        {
            Assert.Equal(3, Register.With(more).HoldersOf(position, new LocalDate(2025, 1, 1)).Count);
        }

        Assert.Equal(7, Register.Appointments.Count);
    }

    [Fact]
    public void A_second_post_of_head_in_the_unit_is_no_way_around()
    {
        OrganizationRecords two = OrganizationRecords.Of(
            [Unit("x", BodyKind.SpecializedAgency)],
            [Post("h1", "x", TitleKind.Director), Post("h2", "x", TitleKind.UnitHead)],
            appointments: [Holds("p", "h1", to: Change), Holds("q", "h2", Change.PlusDays(-1))]);
        Assert.Equal(["appointments[1]: two_heads_at_once"], Codes(Refused(two)));
        _ = new OrganizationRegister(two with { Appointments = [two.Appointments[0], At("b", Holds("q", "h2", Change), Instant.MinValue)] });
    }

    [Fact]
    public void A_post_that_ended_makes_room_for_the_next_whatever_the_end_of_its_appointment()
    {
        OrganizationRecords next = OrganizationRecords.Of(
            [Unit("x", BodyKind.SpecializedAgency)],
            [
                Post("h1", "x", TitleKind.Director) with { Validity = new Validity(null, Change) },
                Post("h2", "x", TitleKind.UnitHead) with { Validity = new Validity(Change, null) },
            ],
            appointments: [Holds("p", "h1"), Holds("q", "h2")]);
        var register = new OrganizationRegister(next);
        Assert.Equal("p", register.HeadOf("x", Change.PlusDays(-1))?.PersonId);
        Assert.Equal("q", register.HeadOf("x", Change)?.PersonId);
    }

    [Fact]
    public void Who_or_what_is_unknown_is_refused_with_its_field()
    {
        Assert.Equal(["unit: unknown_unit"], Codes(Assert.Throws<OrganizationInputException>(() => Register.HeadOf("nowhere", Change))));
        Assert.Equal(["position: unknown_position"], Codes(Assert.Throws<OrganizationInputException>(() => Register.HoldersOf("none", Change))));
        Assert.Equal(["person: unknown_person"], Codes(Assert.Throws<OrganizationInputException>(() => Register.PositionsOf("nobody", Change))));
        Assert.True(Register.KnowsPerson("p1"));
        Assert.False(Register.KnowsPerson("secretary"));
        Assert.Equal("city", Register.UnitOf("deputy")?.Id);
        Assert.Equal("city", Register.UnitOf("city")?.Id);
        Assert.Null(Register.UnitOf("p1"));
    }
}
