using NodaTime;
using Reform.Domain.Organizations;
using Reform.Testing;

namespace Reform.Domain.Tests.Organizations;

/// <summary>The reference data on the reorganisation of 2025: the end of the district level, and Hải Phòng and Hải Dương as one city.</summary>
public sealed class ReorganizationOf2025Tests
{
    private static readonly LocalDate Account = new(2024, 10, 28);
    private static readonly LocalDate July2025 = new(2025, 7, 1);
    private static readonly OrganizationRegister Register = Read();

    [Fact]
    public void A10_There_are_districts_until_30_June_2025_and_none_from_1_July_on()
    {
        Assert.Equal(["quan-uy-hong-bang"], Districts(Account));
        Assert.Equal(["quan-uy-hong-bang"], Districts(July2025.PlusDays(-1)));
        Assert.Empty(Districts(July2025));
        Assert.All(Register.Units.Where(u => u.Level == OrganizationLevel.District), u => Assert.Equal(OrganizationLevel.District.Dates().To, u.Validity.To));
    }

    [Fact]
    public void A01_The_issuer_of_Programme_72_was_the_city_committee_of_its_day()
    {
        var issued = new LocalDate(2024, 5, 3);
        OrganizationUnit issuer = Register.UnitsOn(issued)
            .Single(u => u is { Kind: BodyKind.PartyCommittee, Level: OrganizationLevel.Province, Territory: "hai-phong" });
        Assert.Equal("thanh-uy-hai-phong", issuer.Id);
        Assert.Equal(
            [BodyKind.StandingBoard, BodyKind.CommitteeOffice, BodyKind.OrganizationCommission, BodyKind.InspectionCommission, BodyKind.PartyCommittee],
            Register.TreeOn(issued).ChildrenOf(issuer.Id).Select(u => u.Kind));
    }

    [Theory]
    [InlineData("ubnd-hai-phong", "ubnd-hai-phong-2025", "202/2025/QH15")]
    [InlineData("ubnd-hai-duong", "ubnd-hai-phong-2025", "202/2025/QH15")]
    [InlineData("thanh-uy-hai-phong", "thanh-uy-hai-phong-2025", null)]
    [InlineData("cap-uy-hai-duong", "thanh-uy-hai-phong-2025", null)]
    public void Hai_Phong_and_Hai_Duong_are_one_city_from_1_July_2025(string unit, string successor, string? instrument)
    {
        Assert.Equal(unit, Register.SuccessorsOf(unit, July2025.PlusDays(-1)).Successor);
        SuccessionAnswer answer = Register.SuccessorsOf(unit, July2025);
        Assert.Equal(successor, answer.Successor);
        string? cited = answer.Successors[0].Links[0].Basis?.Citation.Vietnamese;
        Assert.Equal(instrument is not null, cited?.Contains(instrument!, StringComparison.Ordinal) ?? false);
        Assert.Equal(instrument is null, cited is null);
    }

    [Fact]
    public void Who_took_over_from_the_district_committee_was_not_read_so_that_its_tasks_are_orphaned()
    {
        LiveMatter[] tasks = [new(MatterKind.Task, "t", "quan-uy-hong-bang")];
        Assert.Empty(Register.OrphansOn(tasks, July2025.PlusDays(-1)));
        Assert.Equal(SuccessionOutcome.NotRecorded, Register.OrphansOn(tasks, July2025).Single().Succession.Outcome);
    }

    [Fact]
    public void The_apparatus_is_leaner_after_it()
    {
        TreeComparison change = Register.Compare(Account, July2025);
        Assert.Equal(new LevelCount(OrganizationLevel.District, 1, 0), change.Levels.Single(l => l.Level == OrganizationLevel.District));
        Assert.Equal(["thanh-uy-hai-phong-2025", "ubnd-hai-phong-2025"], change.Begun.Select(u => u.Id));
        Assert.True(change.UnitsLater < change.UnitsEarlier);
    }

    private static string[] Districts(LocalDate on) => [.. Register.UnitsOn(on).Where(u => u.Level == OrganizationLevel.District).Select(u => u.Id)];

    private static OrganizationRegister Read()
    {
        using FileStream stream = File.OpenRead(Repository.PathOf("samples", "haiphong", "reorganization.json"));
        return OrganizationFile.Read(stream, "reorganization");
    }
}
