using CsCheck;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>The tree of a date, around the end of the district level, and against a rebuild by hand for every date.</summary>
public sealed class TreeOverTimeTests
{
    private static readonly LocalDate Account = new(2024, 10, 28);

    // A city with two districts, three wards that stood under them, and a caucus that ended early in 2025.
    private static readonly OrganizationRegister City = new(OrganizationRecords.Of(
        [
            Unit("city", level: OrganizationLevel.Province),
            Unit("board", BodyKind.StandingBoard, OrganizationLevel.Province),
            Unit("office", BodyKind.CommitteeOffice, OrganizationLevel.Province),
            Unit("propaganda", BodyKind.AdvisoryBody, OrganizationLevel.Province),
            Unit("caucus", BodyKind.PartyCaucus, OrganizationLevel.Province, to: new LocalDate(2025, 2, 20)),
            Unit("north", level: OrganizationLevel.District, to: July2025),
            Unit("south", level: OrganizationLevel.District, to: July2025),
            Unit("ward-a"),
            Unit("ward-b"),
            Unit("ward-c"),
            Unit("cell", BodyKind.PartyCell, OrganizationLevel.Cell),
            Unit("later", from: July2025),
        ],
        placements:
        [
            Under("board", "city"), Under("office", "city"), Under("propaganda", "city"), Under("caucus", "city"),
            Under("north", "city"), Under("south", "city"),
            Under("ward-a", "north"), Under("ward-b", "north"), Under("ward-c", "south"),
            Under("ward-a", "city", July2025), Under("ward-b", "city", July2025),
            Under("cell", "ward-a"), Under("later", "city", new LocalDate(2026, 1, 1)),
        ]));

    [Fact]
    public void A01_The_issuer_of_the_programme_is_a_unit_of_the_province_level_on_its_day()
    {
        OrganizationUnit issuer = Assert.IsType<OrganizationUnit>(City.FindUnit("city"));
        Assert.True(City.ExistsOn("city", new LocalDate(2024, 5, 3)));
        Assert.Equal(OrganizationLevel.Province, issuer.Level);
        Assert.Equal(OrganizationSystem.Party, issuer.System);
        Assert.Equal(["city"], City.TreeOn(new LocalDate(2024, 5, 3)).Roots.Select(u => u.Id));
    }

    [Fact]
    public void A08_Party_building_commissions_are_advisory_bodies_of_the_city() =>
        Assert.Equal(
            ["propaganda"],
            City.TreeOn(Account).ChildrenOf("city").Where(u => u.Kind == BodyKind.AdvisoryBody).Select(u => u.Id));

    [Fact]
    public void A09_A_task_open_at_the_end_of_a_caucus_is_orphaned_until_its_succession_is_recorded()
    {
        var end = new LocalDate(2025, 2, 20);
        LiveMatter[] open = [new LiveMatter(MatterKind.Task, "t1", "caucus"), new LiveMatter(MatterKind.Task, "t2", "office")];

        Assert.Empty(City.OrphansOn(open, end.PlusDays(-1)));
        MatterFate orphan = Assert.Single(City.OrphansOn(open, end));
        Assert.Equal(("t1", SuccessionOutcome.NotRecorded), (orphan.Matter.Id, orphan.Succession.Outcome));

        OrganizationRegister recorded = City.With(OrganizationRecords.None with
        {
            Successions = [At("s1", Link("caucus", "propaganda", ReorganizationKind.Transfer, end), Instant.FromUtc(2025, 3, 1, 0, 0))],
        });
        Assert.Empty(recorded.OrphansOn(open, end));
        Assert.Equal(["propaganda", "office"], recorded.FatesOf(open, end).Select(f => f.Succession.Successor));
        Assert.Single(recorded.AsKnownAt(Instant.FromUtc(2025, 2, 28, 0, 0)).OrphansOn(open, end));
    }

    [Fact]
    public void A10_The_tree_has_districts_on_28_October_2024_and_none_from_1_July_2025()
    {
        Assert.Equal(["north", "south"], Districts(Account));
        Assert.Equal(["north", "south"], Districts(new LocalDate(2025, 6, 30)));
        Assert.Empty(Districts(July2025));
        Assert.Equal(new Validity(null, July2025), OrganizationLevel.District.Dates());
        Assert.Equal(default, OrganizationLevel.Commune.Dates());
    }

    [Fact]
    public void A11_Ward_committees_stand_directly_under_the_city_from_1_July_2025()
    {
        Assert.Equal(["city", "north", "ward-a", "cell"], City.TreeOn(new LocalDate(2025, 6, 30)).PathOf("cell"));
        Assert.Equal(["city", "ward-a", "cell"], City.TreeOn(July2025).PathOf("cell"));
        Assert.Equal(["board", "office", "propaganda", "ward-a", "ward-b"], City.TreeOn(July2025).ChildrenOf("city").Select(u => u.Id));
        Assert.Equal("city", City.ImmediateSuperiorOf("ward-a", July2025)?.Id);
        Assert.Equal("north", City.ImmediateSuperiorOf("ward-a", Account)?.Id);
        Assert.Equal("ward-a", City.ImmediateSuperiorOf("cell", July2025)?.Id);
        Assert.Null(City.ImmediateSuperiorOf("city", July2025));
    }

    [Fact]
    public void A_unit_whose_parent_ended_and_that_was_placed_nowhere_is_detached()
    {
        UnitTree tree = City.TreeOn(July2025);
        Assert.Equal(["city", "ward-c", "later"], tree.Roots.Select(u => u.Id));
        Assert.Equal(["ward-c"], tree.Detached.Select(u => u.Id));
        Assert.Empty(City.TreeOn(Account).Detached);
        Assert.Null(City.ParentOf("ward-c", July2025));
    }

    [Fact]
    public void Being_within_is_asked_of_the_tree_of_the_day()
    {
        Assert.True(City.TreeOn(Account).IsWithin("cell", "north"));
        Assert.True(City.TreeOn(Account).IsWithin("cell", "cell"));
        Assert.False(City.TreeOn(July2025).IsWithin("cell", "north"));
        Assert.True(City.TreeOn(July2025).IsWithin("cell", "city"));
        Assert.False(City.TreeOn(July2025).IsWithin("ward-c", "city"));
        Assert.False(City.TreeOn(Account).IsWithin("city", "cell"));
        Assert.Equal(["north", "ward-a", "cell", "ward-b"], City.TreeOn(Account).Within("north").Select(u => u.Id));
    }

    [Fact]
    public void What_is_not_in_the_tree_is_refused_with_its_field()
    {
        Assert.Equal(["unit: unknown_unit"], Codes(Assert.Throws<OrganizationInputException>(() => City.TreeOn(July2025).PathOf("north"))));
        Assert.Equal(["unit: unknown_unit"], Codes(Assert.Throws<OrganizationInputException>(() => City.TreeOn(July2025).Within("north"))));
        Assert.Equal(["unit: unknown_unit"], Codes(Assert.Throws<OrganizationInputException>(() => City.ParentOf("nowhere", July2025))));
        Assert.Equal(["unit: unknown_unit"], Codes(Assert.Throws<OrganizationInputException>(() => City.ExistsOn("nowhere", July2025))));
    }

    [Fact]
    public void A_renamed_unit_is_one_unit_with_the_name_of_the_day()
    {
        OrganizationUnit unit = Unit("u") with
        {
            FormerNames = [new FormerName(BilingualText.Same("first"), new LocalDate(2020, 1, 1)), new FormerName(BilingualText.Same("second"), July2025)],
        };
        Assert.Equal(
            ["first", "second", "second", "u"],
            new[] { new LocalDate(2019, 12, 31), new LocalDate(2020, 1, 1), July2025.PlusDays(-1), July2025 }.Select(d => unit.NameOn(d).English));
    }

    [Fact]
    public void The_tree_of_every_date_is_the_one_rebuilt_by_hand() => RandomTrees.Worlds.Sample(world =>
    {
        OrganizationRegister register;
        try
        {
            register = new OrganizationRegister(OrganizationRecords.Of(world.Units, placements: world.Placements));
        }
        catch (OrganizationInputException)
        {
            // Whether a refusal is right is the other property.
            return;
        }

        foreach (LocalDate day in RandomTrees.Days)
        {
            UnitTree tree = register.TreeOn(day);
            Dictionary<string, string?> expected = RandomTrees.ParentsOn(world, day);
            Assert.Equal(expected.Keys.Order(StringComparer.Ordinal), tree.Units.Select(u => u.Id).Order(StringComparer.Ordinal));
            foreach ((string unit, string? parent) in expected)
            {
                Assert.Equal(parent, tree.ParentOf(unit));
                List<string> path = [];
                for (string? at = unit; at is not null; at = expected[at])
                {
                    path.Insert(0, at);
                }

                Assert.Equal(path, tree.PathOf(unit));
                Assert.All(expected.Keys, other => Assert.Equal(path.Contains(other), tree.IsWithin(unit, other)));
                Assert.Equal(
                    expected.Where(e => e.Value == unit).Select(e => e.Key).Order(StringComparer.Ordinal),
                    tree.ChildrenOf(unit).Select(c => c.Id).Order(StringComparer.Ordinal));
            }
        }
    }, iter: 3000);

    [Fact]
    public void A_register_is_refused_exactly_when_some_date_has_two_parents_a_circle_or_a_beginning_without_its_units() =>
        RandomTrees.Worlds.Sample(world =>
        {
            string[] expected = [.. RandomTrees.Contradictions(world).Distinct().Order(StringComparer.Ordinal)];
            string[] found = [];
            try
            {
                _ = new OrganizationRegister(OrganizationRecords.Of(world.Units, placements: world.Placements));
            }
            catch (OrganizationInputException refused)
            {
                found = [.. refused.Problems.Select(p => p.Code).Distinct().Order(StringComparer.Ordinal)];
            }

            Assert.Equal(expected, found);
        }, iter: 3000);

    private static string[] Districts(LocalDate on) =>
        [.. City.TreeOn(on).Units.Where(u => u.Level == OrganizationLevel.District).Select(u => u.Id)];
}
