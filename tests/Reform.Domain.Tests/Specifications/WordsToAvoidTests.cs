using Microsoft.EntityFrameworkCore;
using Reform.Domain.Specifications;

namespace Reform.Domain.Tests.Specifications;

/// <summary>
/// Words whose meaning SQLite changes behind the specification's back, as docs/decisions/0002 says. When one of these tests
/// fails, the difference is gone: mend the record. (Words that depend on a culture, such as ToUpper, the build refuses.)
/// </summary>
public sealed class WordsToAvoidTests(SampleStore store) : IClassFixture<SampleStore>
{
    [Fact]
    public void StartsWith_ignores_the_case_of_ascii_letters_in_SQLite() =>
        AssertOnlyInDatabase(Specification.Where<Sample>(s => s.Text.StartsWith('b')), "Bản sao");

    [Fact]
    public void EndsWith_ignores_the_case_of_ascii_letters_in_SQLite() =>
        AssertOnlyInDatabase(Specification.Where<Sample>(s => s.Text.EndsWith('O')), "Bản sao");

    [Fact]
    public void Trim_takes_off_spaces_alone_in_SQLite() => AssertOnlyInDatabase(Specification.Where<Sample>(s => s.Text.Trim() != ""), "\t");

    [Fact]
    public void IsNullOrWhiteSpace_knows_spaces_alone_in_SQLite() =>
        AssertOnlyInDatabase(Specification.Where<Sample>(s => !string.IsNullOrWhiteSpace(s.Text)), "\t");

    [Fact]
    public void Length_counts_letters_not_chars_in_SQLite() => AssertOnlyInDatabase(Specification.Where<Sample>(s => s.Text.Length == 1), "𠀋");

    private void AssertOnlyInDatabase(Specification<Sample> specification, string text)
    {
        using SampleContext context = store.Open();
        string[] inMemory = [.. specification.Evaluate(SampleStore.All).Select(s => s.Text)];
        string[] inDatabase = [.. specification.Evaluate(context.Set<Sample>().AsNoTracking()).Select(s => s.Text)];

        Assert.DoesNotContain(text, inMemory);
        Assert.Contains(text, inDatabase);
    }
}
