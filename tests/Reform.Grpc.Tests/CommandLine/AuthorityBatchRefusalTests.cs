using System.Text;

namespace Reform.Grpc.Tests.CommandLine;

/// <summary>What "authority batch" refuses, with code 2 and the place, and what is only odd and is judged.</summary>
public sealed class AuthorityBatchRefusalTests : IDisposable
{
    private const string Good = """
        {"units":[{"id":"u","first_day":"2020-01-01","last_day":null}],
         "powers":[{"id":"p","delegable":true},{"id":"kept","delegable":false}],
         "holdings":[{"power":"p","unit":"u","holder":"chair","first_day":"2020-01-01","last_day":null},
                     {"power":"kept","unit":"u","holder":"chair","first_day":"2020-01-01","last_day":null}],
         "grants":[GRANTS],
         "questions":[{"id":"1","actor":"đơn vị","power":"p","unit":"u","on":"2025-03-01"}]}
        """;

    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    public void Dispose() => File.Delete(file);

    [Theory]
    [InlineData("")]
    [InlineData("{\"units\":[")]
    [InlineData("[]")]
    [InlineData("{} {}")]
    public void What_is_not_a_world_is_refused(string text)
    {
        (int code, string output, string error) = Run(text);
        Assert.Equal((2, ""), (code, output));
        Assert.NotEqual("", error.Trim());
        Assert.DoesNotContain("   at ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("\"holdings\":[{\"power\":\"p\"", "\"holdings\":[{\"power\":\"x9\"", "holdings[0].power")]
    [InlineData("\"unit\":\"u\",\"holder\"", "\"unit\":\"x9\",\"holder\"", "holdings[0].unit")]
    [InlineData("\"power\":\"p\",\"unit\":\"u\",\"from_actor\"", "\"power\":\"x9\",\"unit\":\"u\",\"from_actor\"", "grants[0].power")]
    [InlineData("\"unit\":\"u\",\"from_actor\"", "\"unit\":\"x9\",\"from_actor\"", "grants[0].unit")]
    [InlineData("\"parent\":null", "\"parent\":\"x9\"", "grants[0].parent")]
    [InlineData("\"power\":\"p\",\"unit\":\"u\",\"on\"", "\"power\":\"x9\",\"unit\":\"u\",\"on\"", "questions[0].power")]
    [InlineData("\"unit\":\"u\",\"on\"", "\"unit\":\"x9\",\"on\"", "questions[0].unit")]
    public void An_unknown_identifier_is_refused_wherever_it_stands(string known, string unknown, string field)
    {
        string world = Good.Replace("GRANTS", Grant("g1", null), StringComparison.Ordinal);
        string changed = world.Replace(known, unknown, StringComparison.Ordinal);
        Assert.NotEqual(world, changed);
        (int code, string output, string error) = Run(changed);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(field + ": ", error, StringComparison.Ordinal);
        Assert.Contains("x9", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void A_circle_of_parents_is_refused(int length)
    {
        string grants = string.Join(',', Enumerable.Range(0, length).Select(i => Grant("g" + i, "g" + ((i + 1) % length))));
        (int code, string output, string error) = Run(Good.Replace("GRANTS", grants, StringComparison.Ordinal));
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(".parent: ", error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("chair", "chair", "p", "2025-01-01", "2025-12-31", "null", false)]
    [InlineData("nobody", "đơn vị", "p", "2025-01-01", "2025-12-31", "null", false)]
    [InlineData("chair", "đơn vị", "p", "2025-01-01", "2025-12-31", "\"2025-01-01\"", false)]
    [InlineData("chair", "đơn vị", "p", "2025-12-31", "2025-01-01", "null", false)]
    [InlineData("chair", "đơn vị", "kept", "2025-01-01", "2025-12-31", "null", false)]
    [InlineData("chair", "đơn vị", "p", "2019-01-01", "2025-12-31", "null", true)]
    [InlineData("chair", "đơn vị", "p", "2025-01-01", "2025-12-31", "\"2024-01-01\"", false)]
    [InlineData("chair", "đơn vị", "p", "2025-03-01", "2025-03-01", "\"2025-03-02\"", true)]
    public void An_odd_grant_is_judged(string from, string to, string power, string first, string last, string revoked, bool competent)
    {
        string grant = $$"""{"id":"g1","power":"{{power}}","unit":"u","from_actor":"{{from}}","to_actor":"{{to}}","parent":null,"first_day":"{{first}}","last_day":"{{last}}","revoked_from":{{revoked}},"onward":true}""";
        (int code, string output, string error) = Run(Good.Replace("GRANTS", grant, StringComparison.Ordinal));
        Assert.Equal((0, ""), (code, error));
        string expected = competent ? "{\"id\":\"1\",\"competent\":true,\"chain\":[\"g1\"]}" : "{\"id\":\"1\",\"competent\":false,\"chain\":[]}";
        Assert.Equal(expected, output.TrimEnd());
    }

    private static string Grant(string id, string? parent) =>
        $$"""{"id":"{{id}}","power":"p","unit":"u","from_actor":"chair","to_actor":"a","parent":{{(parent is null ? "null" : "\"" + parent + "\"")}},"first_day":"2025-01-01","last_day":null,"revoked_from":null,"onward":true}""";

    private (int Code, string Output, string Error) Run(string world)
    {
        File.WriteAllText(file, world, new UTF8Encoding(false));
        return ReformProcess.Run("authority", "batch", file);
    }
}
