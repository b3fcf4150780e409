using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using static Reform.Domain.Tests.Organizations.TestOrganizations;

namespace Reform.Domain.Tests.Organizations;

/// <summary>A leaner apparatus: the tree and the work of two dates, compared.</summary>
public sealed class TreeComparisonTests
{
    private static readonly LocalDate Before = new(2025, 6, 30);

    private static readonly OrganizationRegister Register = new(OrganizationRecords.Of(
        [
            Unit("city", level: OrganizationLevel.Province),
            Unit("district", level: OrganizationLevel.District, to: July2025),
            Unit("ward-1") with { FormerNames = [new FormerName(BilingualText.Same("old name"), July2025)] },
            Unit("ward-2", to: July2025),
            Unit("ward-3", from: July2025),
        ],
        placements:
        [
            Under("district", "city"), Under("ward-1", "district"), Under("ward-2", "district"),
            Under("ward-1", "city", July2025), Under("ward-3", "city", July2025),
        ],
        successions: [Link("ward-2", "ward-3", ReorganizationKind.Consolidate, July2025)]));

    [Fact]
    public void Units_that_ended_began_moved_or_were_renamed_are_told_apart_and_counted_by_level()
    {
        TreeComparison change = Register.Compare(Before, July2025);

        Assert.Equal(["district", "ward-2"], change.Ended.Select(u => u.Id));
        Assert.Equal(["ward-3"], change.Begun.Select(u => u.Id));
        Assert.Equal([new UnitMove("ward-1", "district", "city")], change.Moved);
        Assert.Equal(["ward-1"], change.Renamed.Select(u => u.Id));
        Assert.Equal(
            [new(OrganizationLevel.Province, 1, 1), new(OrganizationLevel.District, 1, 0), new LevelCount(OrganizationLevel.Commune, 2, 2)], change.Levels);
        Assert.Equal((4, 3), (change.UnitsEarlier, change.UnitsLater));
        Assert.Empty(change.Work);
    }

    [Fact]
    public void The_work_of_each_unit_is_set_beside_itself_and_that_of_an_ended_unit_names_its_successor()
    {
        TreeComparison change = Register.Compare(
            Before,
            July2025,
            new Dictionary<string, decimal> { ["district"] = 40, ["ward-2"] = 12.5m, ["ward-1"] = 20 },
            new Dictionary<string, decimal> { ["ward-1"] = 45, ["ward-3"] = 30 });

        Assert.Equal(
            [
                new WorkloadChange("district", 40, null, []),
                new WorkloadChange("ward-1", 20, 45, []),
                new WorkloadChange("ward-2", 12.5m, null, ["ward-3"]),
                new WorkloadChange("ward-3", null, 30, []),
            ],
            change.Work);
        Assert.Equal((72.5m, 75m), (change.WorkloadEarlier, change.WorkloadLater));
    }

    [Fact]
    public void Nothing_changed_between_a_date_and_itself()
    {
        TreeComparison change = Register.Compare(July2025, July2025);
        Assert.Empty(change.Ended.Concat(change.Begun).Concat(change.Renamed));
        Assert.Empty(change.Moved);
        Assert.Equal(change.UnitsEarlier, change.UnitsLater);
    }

    [Fact]
    public void Figures_and_dates_that_cannot_be_are_refused_all_at_once()
    {
        OrganizationInputException refused = Assert.Throws<OrganizationInputException>(() => Register.Compare(
            Before, July2025, new Dictionary<string, decimal> { ["ward-3"] = 1, ["none"] = 1, ["city"] = -1 }));
        Assert.Equal(
            ["work_earlier[city]: workload_negative", "work_earlier[none]: unknown_unit", "work_earlier[ward-3]: workload_outside_life"], Codes(refused));
        Assert.Equal(["later: dates_out_of_order"], Codes(Assert.Throws<OrganizationInputException>(() => Register.Compare(July2025, Before))));
    }
}
