using Reform.Domain.Cases;
using Reform.Domain.Compliance;
using Reform.Domain.DataFiles;
using Reform.Domain.Values;
using Reform.Grpc.Compliance;

namespace Reform.Grpc.Tests.Compliance;

public sealed class RulePackTests
{
    [Fact]
    public void A_pack_in_a_folder_brings_its_rules()
    {
        using var pack = new SamplePack();

        RuleBooks books = RulePackFolder.Load(RuleBooks.BuiltIn, pack.Folder);

        Assert.Equal(["sample"], books.Packs);
        Assert.Contains(books.Over<CaseFacts>().Codes, c => c is { Code: "SAMPLE-CAS-01", Title.Vietnamese: "Báo kết quả sau ngày quyết định" });
        Assert.NotEqual(RuleBooks.BuiltIn.Over<CaseFacts>().Hash, books.Over<CaseFacts>().Hash);
    }

    [Fact]
    public void Without_a_folder_there_are_the_built_in_rules() => Assert.Same(RuleBooks.BuiltIn, RulePackFolder.Load(RuleBooks.BuiltIn, null));

    [Fact]
    public void What_cannot_be_loaded_is_named_and_nothing_is_passed_over()
    {
        using var pack = new SamplePack();
        File.WriteAllText(Path.Combine(pack.Folder, "nonsense.dll"), "no assembly");
        File.Copy(Path.Combine(pack.Folder, SamplePack.FileName), Path.Combine(pack.Folder, "twice.dll"));

        InvalidDataFileException refused = Assert.Throws<InvalidDataFileException>(() => RulePackFolder.Load(RuleBooks.BuiltIn, pack.Folder));

        Assert.Equal(["nonsense.dll", "twice.dll"], refused.Problems.Select(p => p.Source).Order(StringComparer.Ordinal));
        Assert.Contains("no name of its own", refused.Problems.Single(p => p.Source == "twice.dll").In(Language.English), StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_or_an_assembly_that_is_not_there_is_refused()
    {
        Assert.Throws<InvalidDataFileException>(() => RulePackFolder.Load(RuleBooks.BuiltIn, Path.Combine(Path.GetTempPath(), Guid.NewGuid().ToString("n"))));
        Assert.Throws<InvalidDataFileException>(() => RulePackFolder.Load(RuleBooks.BuiltIn, null, "No.Such.Assembly"));
    }
}
