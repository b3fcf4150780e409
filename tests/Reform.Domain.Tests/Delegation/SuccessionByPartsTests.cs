using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

/// <summary>Powers that went to others by function and territory, in several steps, and came back; basis: a unit keeps what no link names.</summary>
public sealed class SuccessionByPartsTests
{
    private static readonly LocalDate First = new(2026, 1, 1);

    [Fact]
    public void What_came_to_a_unit_between_two_that_it_made_goes_on_by_the_later_of_two_ways()
    {
        // M gives X to A on day 10, P ends in M on day 15, M ends in B on day 20, A and B end in U on day 30.
        AuthorityRegister register = Register("P", "land", Units(("P", 15), ("M", 20), ("A", 30), ("B", 30), ("U", null)),
            Transfer("M", "A", 10) with { Territory = "X" }, Merge("P", "M", 15), Merge("M", "B", 20), Merge("A", "U", 30), Merge("B", "U", 30));
        Assert.Equal(AuthorityVerdict.Competent, Ask(register, "M", 17, "Y"));
        Assert.Equal(AuthorityVerdict.Competent, Ask(register, "B", 25, "X"));
        Assert.Equal(AuthorityVerdict.Competent, Ask(register, "U", 31, "X"));
        Assert.Equal(AuthorityVerdict.NotCompetent, Ask(register, "A", 25, "X"));
    }

    [Fact]
    public void A_power_without_function_may_be_with_any_part_of_what_was_divided()
    {
        OrganizationUnit[] units = Units(("P", 10), ("A", null), ("B", null));
        SuccessionLink[] divided = [Merge("P", "A", 10) with { Kind = ReorganizationKind.Divide, Function = "land" }, Merge("P", "B", 10) with { Kind = ReorganizationKind.Divide }];
        AuthorityRegister unstated = Register("P", null, units, divided);
        Assert.Equal(AuthorityVerdict.Ambiguous, Ask(unstated, "A", 12, "X"));
        Assert.Equal(AuthorityVerdict.Ambiguous, Ask(unstated, "B", 12, "X"));
        Assert.Equal([AuthorityBreak.SeveralSuccessors], unstated.Check(Question("A", 12, "X")).Causes);
        AuthorityRegister land = Register("P", "land", units, divided);
        Assert.Equal((AuthorityVerdict.Competent, AuthorityVerdict.NotCompetent), (Ask(land, "A", 12, "X"), Ask(land, "B", 12, "X")));
    }

    [Fact]
    public void A_power_without_function_stays_with_a_unit_that_gave_one_function_away_and_goes_on()
    {
        AuthorityRegister register = Register("P", null, Units(("P", null), ("A", null)), Transfer("P", "A", 10) with { Function = "land" });
        Assert.Equal((AuthorityVerdict.Competent, AuthorityVerdict.NotCompetent), (Ask(register, "P", 12, "X"), Ask(register, "A", 12, "X")));
    }

    [Fact]
    public void What_came_back_in_every_territory_is_held_whatever_the_territory()
    {
        AuthorityRegister register = Register("P", "land", Units(("P", null), ("A", null)),
            Transfer("P", "A", 10) with { Territory = "X" }, Transfer("A", "P", 20) with { Territory = "X" });
        Assert.Equal(AuthorityVerdict.Unknown, Ask(register, "P", 12));
        Assert.Equal((AuthorityVerdict.NotCompetent, AuthorityVerdict.Competent), (Ask(register, "P", 12, "X"), Ask(register, "P", 12, "Y")));
        Assert.Equal(AuthorityVerdict.Competent, Ask(register, "P", 20));
        Assert.Equal(First.PlusDays(20), register.Check(Question("P", 12)).NextChange);
    }

    [Fact]
    public void What_came_back_without_a_territory_is_not_held_there()
    {
        AuthorityRegister register = Register("P", "land", Units(("P", null), ("A", null), ("B", null)),
            Transfer("P", "A", 10) with { Function = "land" }, Transfer("A", "B", 15) with { Territory = "X" }, Transfer("A", "P", 20) with { Function = "land" });
        Assert.Equal((AuthorityVerdict.NotCompetent, AuthorityVerdict.Competent, AuthorityVerdict.Unknown), (Ask(register, "P", 22, "X"), Ask(register, "P", 22, "Y"), Ask(register, "P", 22)));
        Assert.Equal(AuthorityVerdict.Competent, Ask(register, "B", 22, "X"));
    }

    [Fact]
    public void What_came_back_in_one_territory_is_held_there()
    {
        AuthorityRegister register = Register("P", "land", Units(("P", null), ("A", null)),
            Transfer("P", "A", 10) with { Function = "land" }, Transfer("A", "P", 20) with { Territory = "X" });
        Assert.Equal((AuthorityVerdict.NotCompetent, AuthorityVerdict.NotCompetent), (Ask(register, "P", 12, "X"), Ask(register, "P", 12, "Y")));
        Assert.Equal((AuthorityVerdict.Competent, AuthorityVerdict.NotCompetent, AuthorityVerdict.Unknown), (Ask(register, "P", 22, "X"), Ask(register, "P", 22, "Y"), Ask(register, "P", 22)));
    }

    [Fact]
    public void Where_a_later_holder_gave_a_territory_away_the_territory_has_to_be_told()
    {
        AuthorityRegister register = Register("P", "land", Units(("P", 10), ("M", 20), ("A", null), ("U", null)),
            Merge("P", "M", 10), Transfer("M", "A", 15) with { Territory = "X" }, Merge("M", "U", 20));
        Assert.Equal((AuthorityVerdict.Unknown, AuthorityVerdict.Competent, AuthorityVerdict.NotCompetent), (Ask(register, "U", 22), Ask(register, "U", 22, "Y"), Ask(register, "U", 22, "X")));
        Assert.Equal((AuthorityVerdict.Unknown, AuthorityVerdict.NotCompetent, AuthorityVerdict.Competent), (Ask(register, "A", 22), Ask(register, "A", 22, "Y"), Ask(register, "A", 22, "X")));
    }

    private static OrganizationUnit[] Units(params (string Id, int? End)[] units) => [.. units.Select(u => new OrganizationUnit(
        u.Id, BilingualText.Same(u.Id), BodyKind.SpecializedAgency, OrganizationLevel.Province, new Validity(null, u.End is int end ? First.PlusDays(end) : null)))];

    private static SuccessionLink Merge(string from, string to, int day) => new(from, to, ReorganizationKind.Merge, First.PlusDays(day));

    private static SuccessionLink Transfer(string from, string to, int day) => new(from, to, ReorganizationKind.Transfer, First.PlusDays(day));

    private static AuthorityRegister Register(string holder, string? field, OrganizationUnit[] units, params SuccessionLink[] links) => new(
        [TestRegisters.HeldBy(holder, default(Validity)) with { Field = field }], [], organization: new OrganizationRegister(OrganizationRecords.Of(units, successions: links)));

    private static AuthorityQuestion Question(string actor, int day, params string[] territories) =>
        new(actor, "permit", First.PlusDays(day)) { Case = new AuthorityCase { Territories = territories.ToValueList() } };

    private static AuthorityVerdict Ask(AuthorityRegister register, string actor, int day, params string[] territories) => register.Check(Question(actor, day, territories)).Verdict;
}
