using System.Text;

namespace Reform.Grpc.Tests.CommandLine;

/// <summary>The command "authority batch", in a process of its own.</summary>
public sealed class AuthorityBatchTests : IDisposable
{
    private readonly string file = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".json");

    public void Dispose() => File.Delete(file);

    [Fact]
    public void A_chain_is_named_from_the_root_and_cut_where_its_first_grant_is()
    {
        const string grants = """
            {"id":"g1","power":"p","unit":"u","from_actor":"chair","to_actor":"head","parent":null,"first_day":"2025-01-01","last_day":"2025-12-31","revoked_from":"2025-07-01","onward":true},
            {"id":"g2","power":"p","unit":"u","from_actor":"head","to_actor":"deputy","parent":"g1","first_day":"2025-02-01","last_day":null,"revoked_from":null,"onward":false}
            """;
        const string questions = """
            {"id":"by law","actor":"chair","power":"p","unit":"u","on":"2025-03-01"},
            {"id":"last day before","actor":"deputy","power":"p","unit":"u","on":"2025-01-31"},
            {"id":"first day","actor":"deputy","power":"p","unit":"u","on":"2025-02-01"},
            {"id":"day before the cut","actor":"deputy","power":"p","unit":"u","on":"2025-06-30"},
            {"id":"day of the cut","actor":"deputy","power":"p","unit":"u","on":"2025-07-01"},
            {"id":"nobody","actor":"người lạ","power":"p","unit":"u","on":"2025-03-01"}
            """;
        (int code, string output, string error) = Run(grants, questions);
        Assert.Equal((0, ""), (code, error));
        Assert.Equal(
            """
            {"id":"by law","competent":true,"chain":[]}
            {"id":"last day before","competent":false,"chain":[]}
            {"id":"first day","competent":true,"chain":["g1","g2"]}
            {"id":"day before the cut","competent":true,"chain":["g1","g2"]}
            {"id":"day of the cut","competent":false,"chain":[]}
            {"id":"nobody","competent":false,"chain":[]}

            """,
            output);
    }

    [Theory]
    [InlineData("\"parent\":\"g9\"", "\"power\":\"p\"", "grants[0].parent")]
    [InlineData("\"parent\":\"g1\"", "\"power\":\"p\"", "grants[0].parent")]
    [InlineData("\"parent\":null", "\"power\":\"q\"", "questions[0].power")]
    [InlineData("\"parent\":5", "\"power\":\"p\"", "grants[0].parent")]
    public void Unknown_identifiers_and_circles_end_with_2_and_their_place(string parent, string power, string field)
    {
        (int code, string output, string error) = Run(
            "{\"id\":\"g1\",\"power\":\"p\",\"unit\":\"u\",\"from_actor\":\"chair\",\"to_actor\":\"a\"," + parent
                + ",\"first_day\":\"2025-01-01\",\"last_day\":null,\"revoked_from\":null,\"onward\":true}",
            "{\"id\":\"1\",\"actor\":\"a\"," + power + ",\"unit\":\"u\",\"on\":\"2025-03-01\"}");
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(field + ": ", error, StringComparison.Ordinal);
    }

    private (int Code, string Output, string Error) Run(string grants, string questions)
    {
        File.WriteAllText(
            file,
            """{"units":[{"id":"u","first_day":"2020-01-01","last_day":null}],"powers":[{"id":"p","delegable":true}], """
                + """ "holdings":[{"power":"p","unit":"u","holder":"chair","first_day":"2020-01-01","last_day":null}],"""
                + "\"grants\":[" + grants + "],\"questions\":[" + questions + "]}",
            Encoding.UTF8);
        return ReformProcess.Run("authority", "batch", file);
    }
}
