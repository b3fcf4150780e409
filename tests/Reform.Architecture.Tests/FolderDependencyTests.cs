using Reform.Domain.Values;
using Reform.Testing;

namespace Reform.Architecture.Tests;

/// <summary>The folders of Reform.Domain use each other as the table of ARCHITECTURE.md says, and not otherwise.</summary>
public sealed class FolderDependencyTests
{
    private static readonly string Domain = Repository.PathOf("src", "Reform.Domain");
    private static readonly ArchitectureTable Table = ArchitectureTable.Parse(File.ReadAllText(Repository.PathOf("ARCHITECTURE.md")));

    private static readonly ILookup<string, string> FilesByFolder = Directory.EnumerateDirectories(Domain)
        .Where(d => Path.GetFileName(d) is not ("bin" or "obj"))
        .SelectMany(d => Directory.EnumerateFiles(d, "*.cs", SearchOption.AllDirectories), (d, f) => (Folder: Path.GetFileName(d), File: f))
        .ToLookup(p => p.Folder, p => p.File);

    [Fact]
    public void Every_folder_is_a_row_and_every_row_is_a_folder() =>
        Assert.Equal(Table.MayUse.Keys.Order(StringComparer.Ordinal), FilesByFolder.Select(g => g.Key).Order(StringComparer.Ordinal));

    [Fact]
    public void Every_name_in_the_table_is_a_row() =>
        Expect.None(Table.MayUse.SelectMany(r => r.Value).Where(f => !Table.MayUse.ContainsKey(f)));

    [Fact]
    public void The_table_has_no_cycle() => Assert.Empty(Table.Cycle());

    [Fact]
    public void A_file_declares_the_namespace_of_its_folder_also_in_subfolders() => Expect.None(
        from folder in FilesByFolder
        from file in folder
        where SourceEdges.NamespaceOf(File.ReadAllText(file)) != "Reform.Domain." + folder.Key
        select Path.GetRelativePath(Domain, file));

    [Fact]
    public void No_source_file_lies_outside_a_folder() => Expect.None(Directory.EnumerateFiles(Domain, "*.cs"));

    [Fact]
    public void Source_text_uses_only_what_the_table_allows()
    {
        Edge[] edges =
        [
            .. from folder in FilesByFolder
               from file in folder
               from edge in SourceEdges.In(folder.Key, Path.GetRelativePath(Domain, file), File.ReadAllText(file))
               select edge,
        ];

        Assert.NotEmpty(edges);
        Expect.None(edges.Where(e => !Table.Allows(e)).Select(e => e.ToString()));
    }

    [Fact]
    public void Compiled_code_uses_only_what_the_table_allows()
    {
        Edge[] edges = [.. CompiledEdges.In(typeof(BilingualText).Assembly.GetTypes())];

        Assert.NotEmpty(edges);
        Expect.None(edges.Where(e => !Table.Allows(e)).Select(e => e.ToString()));
    }

    [Theory]
    [InlineData("using Reform.Domain.Cases;")]
    [InlineData("using static Reform.Domain.Cases.CaseTime;")]
    [InlineData("using F = global::Reform.Domain.Cases.LoggedCase;")]
    [InlineData("internal class A { string name = nameof(Reform.Domain.Cases.LoggedCase); }")]
    [InlineData("internal class A { Reform . Domain\n    .Cases.LoggedCase? file; }")]
    [InlineData("internal class A { string name = nameof(Cases.LoggedCase); }")]
    [InlineData("internal class A { string name = nameof(Domain.Cases . LoggedCase); }")]
    [InlineData("using C = Cases.LoggedCase;")]
    [InlineData("using Cases;")]
    [InlineData("using C = Domain.Cases;")]
    public void A_planted_use_in_source_text_is_caught(string line)
    {
        Edge edge = Assert.Single(SourceEdges.In("Values", "Planted.cs", "namespace Reform.Domain.Values;\n" + line));

        Assert.Equal(("Values", "Cases"), (edge.From, edge.To));
        Assert.False(Table.Allows(edge));
    }

    [Fact]
    public void A_member_that_is_called_like_a_folder_is_no_use() =>
        Assert.Empty(SourceEdges.In("Values", "A.cs", "namespace Reform.Domain.Values;\nclass A { int n = map.Values.Count + book.Rules.Length; }"));

    // Names that a project brings into every file would show in none.
    [Fact]
    public void The_project_brings_in_no_names() => Expect.None(
        from file in (string[])["Directory.Build.props", "src/Reform.Domain/Reform.Domain.csproj"]
        where File.ReadAllText(Repository.PathOf(file)).Contains("<Using ", StringComparison.Ordinal)
        select file);

    [Fact]
    public void Planted_uses_in_compiled_code_are_caught_in_every_place()
    {
        Type[] planted = [.. typeof(PlantedUses).GetNestedTypes().SelectMany(WithNested)];

        IEnumerable<Edge> caught = CompiledEdges.In(planted).Where(e => !Table.Allows(e));

        Assert.Equal(
            typeof(PlantedUses).GetNestedTypes().Select(t => t.Name).Order(),
            caught.Select(e => e.Place.Split('+', ':')[1]).Distinct().Order());

        static IEnumerable<Type> WithNested(Type type) =>
            type.GetNestedTypes(System.Reflection.BindingFlags.NonPublic).SelectMany(WithNested).Append(type);
    }

    [Fact]
    public void A_planted_cycle_is_found()
    {
        var table = ArchitectureTable.Parse(
            "## Folders of Reform.Domain\n\n| Folder | Question | May use |\n|---|---|---|\n"
            + "| A | ? | B |\n| B | ? | C |\n| C | ? | A |\n");

        Assert.Equal(["A", "B", "C", "A"], table.Cycle());
    }

    [Theory]
    [InlineData("")]
    [InlineData("## Folders of Reform.Domain\n")]
    [InlineData("## Folders of Reform.Domain\n| Folder | Question | May use |\n|---|---|---|\n| A | – |\n")]
    public void A_document_without_the_table_is_refused(string document) =>
        Assert.Throws<FormatException>(() => ArchitectureTable.Parse(document));
}
