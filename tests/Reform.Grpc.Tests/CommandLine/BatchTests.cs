using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Reform.Testing;

namespace Reform.Grpc.Tests.CommandLine;

/// <summary>The batch commands in a process of their own: the conformance vectors end to end, and lines that are bad.</summary>
public sealed class BatchTests
{
    private const string Good = """{"id":1,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00"}""";

    [Fact]
    public void Every_lunar_vector_is_answered()
    {
        string[][] vectors = Table("lunar.tsv");
        (int exitCode, string output, string error) = Run(Lines(vectors.Select(v => v[0])), "calendar", "lunar");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(vectors.Select(v => string.Join('\t', v[..5])), Split(output));
    }

    [Fact]
    public void Every_day_of_2013_to_2026_is_answered()
    {
        string[][] vectors = Table("days.tsv");
        Assert.Equal(5113, vectors.Length);
        (int exitCode, string output, string error) = Run(Lines(vectors.Select(v => v[0])), "calendar", "day");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(vectors.Select(v => string.Join('\t', v[..4])), Split(output));
    }

    [Fact]
    public void Every_default_deadline_vector_is_answered()
    {
        JsonElement[] vectors = Vectors("default.jsonl");
        (int exitCode, string output, string error) = Run(Lines(vectors.Select(v => v.GetProperty("input").GetRawText())), "deadline", "batch");
        Assert.Equal((0, ""), (exitCode, error));
        Assert.Equal(vectors.Select(v => v.GetProperty("expected").GetRawText()), Split(output));
    }

    [Fact]
    public void Every_vector_that_is_to_be_refused_is_refused_for_its_field()
    {
        JsonElement[] vectors = Vectors("refused.jsonl");
        (int exitCode, string output, _) = Run(Lines(vectors.Select(v => v.GetProperty("input").GetRawText())), "deadline", "batch");
        Assert.Equal(2, exitCode);
        Assert.All(vectors.Zip(Split(output)), pair =>
            Assert.StartsWith("error\t" + pair.First.GetProperty("expected").GetProperty("error").GetString(), pair.Second, StringComparison.Ordinal));
        Assert.Equal(vectors.Length, Split(output).Length);
    }

    [Fact]
    public void The_identifier_comes_back_as_it_was_given()
    {
        string[] ids = ["7", "1e400", "-0.50", "\"HS-1\"", "\"\\ud83d\\ude00 \\\"q\\\"\"", "\"Hồ sơ\"", "\"\""];
        (int exitCode, string output, _) = Run(Lines(ids.Select(id => Good.Replace("\"id\":1", "\"id\":" + id, StringComparison.Ordinal))), "deadline", "batch");
        Assert.Equal(0, exitCode);
        Assert.Equal(ids.Select(id => "{\"id\":" + id + ",\"due_kind\":\"date\",\"due\":\"2026-08-22\",\"provisional\":false}"), Split(output));
    }

    [Theory]
    [InlineData("json", """{"id":1,"unit":"day""")]
    [InlineData("json", "[]")]
    [InlineData("json", "null")]
    [InlineData("json", Good + " x")]
    [InlineData("json", Good + Good)]
    [InlineData("json", """{"id":1,"unit":"week","amount":1,"received":"2026-08-21T09:00:00",}""")]
    [InlineData("json", """{"id":1,"limit":"5"}""")]
    [InlineData("json", """{"id":1,"\ud83d":1}""")]
    [InlineData("id", """{"id":1,"id":2,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00"}""")]
    [InlineData("id", """{"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00"}""")]
    [InlineData("id", """{"id":null,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00"}""")]
    [InlineData("unit", """{"id":1,"amount":1,"received":"2026-08-21T09:00:00"}""")]
    [InlineData("unit", """{"id":1,"unit":5,"amount":1,"received":"2026-08-21T09:00:00"}""")]
    [InlineData("unit", """{"id":1,"unit":"Working_day","amount":1,"received":"2026-08-21T09:00:00"}""")]
    [InlineData("amount", """{"id":1,"unit":"working_day","amount":"1","received":"2026-08-21T09:00:00"}""")]
    [InlineData("amount", """{"id":1,"unit":"working_day","amount":1.5,"received":"2026-08-21T09:00:00"}""")]
    [InlineData("amount", """{"id":1,"unit":"working_day","amount":36501,"received":"2026-08-21T09:00:00"}""")]
    [InlineData("received", """{"id":1,"unit":"working_day","amount":1,"received":"2026-08-21"}""")]
    [InlineData("received", """{"id":1,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00Z"}""")]
    [InlineData("received", """{"id":1,"unit":"working_day","amount":1,"received":"2026-08-21T24:00:00"}""")]
    [InlineData("received", """{"id":1,"unit":"working_day","amount":1,"received":20260821}""")]
    [InlineData("suspensions", """{"id":1,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00","suspensions":null}""")]
    [InlineData("suspensions[0]", """{"id":1,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00","suspensions":[["2026-08-21"]]}""")]
    [InlineData("suspensions[0]", """{"id":1,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00","suspensions":[["2026-08-21",null]]}""")]
    [InlineData("suspensions[1]", """
        {"id":1,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00","suspensions":[["2026-08-21","2026-08-25"],["2026-08-24","2026-08-26"]]}
        """)]
    [InlineData("extensions[0]", """{"id":1,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00","extensions":[["working_day"]]}""")]
    [InlineData("extensions[0]", """{"id":1,"unit":"working_day","amount":1,"received":"2026-08-21T09:00:00","extensions":[[1,"working_day"]]}""")]
    [InlineData("calendar", """{"id":1,"unit":"minute","amount":1,"received":"9999-12-31T23:59:59"}""")]
    [InlineData("calendar", """{"id":1,"unit":"hour","amount":1,"received":"2026-08-21T09:00:00","suspensions":[["2026-08-20","9999-12-31"]]}""")]
    public void A_bad_deadline_gives_its_field_and_the_rest_goes_on(string field, string line)
    {
        (int exitCode, string output, string error) = Run(Lines([Good, line.Trim(), Good]), "deadline", "batch", "--language", "en");
        Assert.Equal((2, ""), (exitCode, error));
        string[] lines = Split(output);
        Assert.Equal(3, lines.Length);
        Assert.All([lines[0], lines[2]], l => Assert.StartsWith("{\"id\":1,", l, StringComparison.Ordinal));
        Assert.StartsWith("error\t" + field + ": ", lines[1], StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_carriage_returns_and_an_empty_last_line_are_no_mistake()
    {
        (int exitCode, string output, _) = ReformProcess.RunOn(
            [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes("2026-08-22\r\n2026-08-31\r\n\r\n")], "calendar", "day");
        Assert.Equal((0, "2026-08-22\t1\tmake-up-working-day\t0\n2026-08-31\t0\tswapped-day-off\t0\n"), (exitCode, output));
        Assert.Equal((0, "2026-04-26\t2026\t3\t0\t10\n"), Two(Run("2026-04-26", "calendar", "lunar")));
        Assert.Equal((0, ""), Two(Run("", "calendar", "lunar")));
    }

    [Fact]
    public void Lines_that_are_no_dates_each_have_their_answer()
    {
        byte[] input =
        [
            .. "2026-02-29\n\n2026-8-22\n 2026-08-22\n2012-12-31\n"u8,
            0xC3, 0x28, (byte)'\n',
            .. "\uFFFE\u001b[31m\ttab\n"u8,
            .. Enumerable.Repeat((byte)'9', 3_000_000), (byte)'\n',
            .. "2027-01-04\n"u8,
        ];
        (int exitCode, string output, string error) = ReformProcess.RunOn(input, "calendar", "day", "--language", "en");
        Assert.Equal((2, ""), (exitCode, error));
        Assert.Equal(
            [
                "error\tdate: '2026-02-29' is no date that exists of the form year-month-day",
                "error\tline: is empty",
                "error\tdate: '2026-8-22' is no date that exists of the form year-month-day",
                "error\tdate: ' 2026-08-22' is no date that exists of the form year-month-day",
                "error\tdate: the calendar 'vietnam-state-agencies' covers 2013-01-01 to 2100-12-31, not 2012-12-31",
                "error\tline: is not UTF-8",
                "error\tdate: '\uFFFD\uFFFD[31m\uFFFDtab' is no date that exists of the form year-month-day",
                "error\tline: is longer than 1 MiB",
                "2027-01-04\t1\tworking-day\t1",
            ],
            Split(output));
    }

    [Fact]
    public void Lines_across_the_borders_of_what_is_read_at_once_are_whole()
    {
        string[] lines = [.. Enumerable.Range(0, 20_000)
            .Select(i => Good.Replace("\"id\":1", "\"id\":\"" + new string('x', i % 97) + i + "\"", StringComparison.Ordinal))];
        (int exitCode, string output, _) = Run(Lines(lines), "deadline", "batch");
        Assert.Equal(0, exitCode);
        Assert.Equal(
            lines.Select(l => l[..l.IndexOf(",\"unit\"", StringComparison.Ordinal)]),
            Split(output).Select(l => l[..l.IndexOf(",\"due_kind\"", StringComparison.Ordinal)]));
    }

    [Fact]
    public void Answers_come_before_the_input_ends()
    {
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Reform.Grpc.dll"), "calendar", "day"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        };
        using Process process = Process.Start(start)!;
        process.StandardInput.WriteLine("2026-08-22");
        process.StandardInput.Flush();
        Assert.Equal("2026-08-22\t1\tmake-up-working-day\t0", process.StandardOutput.ReadLine());
        process.StandardInput.Close();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    [Fact]
    public async Task A_reader_that_stops_reading_is_no_crash()
    {
        var start = new ProcessStartInfo("/bin/sh", ["-c", "dotnet " + Path.Combine(AppContext.BaseDirectory, "Reform.Grpc.dll") + " calendar day | head -n 1"])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string days = Lines(Enumerable.Repeat("2026-08-22", 100_000));
        await process.StandardInput.WriteAsync(days);
        process.StandardInput.Close();
        Assert.Equal("2026-08-22\t1\tmake-up-working-day\t0\n", await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken));
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.Equal("", await error);
    }

    [Fact]
    public void Commands_that_are_not_whole_are_bad_input()
    {
        Assert.Equal(2, ReformProcess.Run("calendar").ExitCode);
        Assert.Equal(2, ReformProcess.Run("deadline", "batsh").ExitCode);
        Assert.Equal(2, ReformProcess.Run("calendar", "ics").ExitCode);
        (int exitCode, string output, string error) = ReformProcess.Run("calendar", "ics", "--year", "2101", "--language", "en");
        Assert.Equal((2, "", "vietnam-state-agencies: --year: the calendar covers the years 2013 to 2100\n"), (exitCode, output, error));
        Assert.Equal(2, ReformProcess.Run("calendar", "ics", "--year", "2026", "--known-on", "2026-02-30").ExitCode);
    }

    private static (int, string) Two((int ExitCode, string Output, string) run) => (run.ExitCode, run.Output);

    private static (int ExitCode, string Output, string Error) Run(string input, params ReadOnlySpan<string> arguments) =>
        ReformProcess.RunOn(Encoding.UTF8.GetBytes(input), arguments);

    private static string Lines(IEnumerable<string> lines) => string.Concat(lines.Select(l => l + "\n"));

    private static string[] Split(string output) => output.Split('\n')[..^1];

    private static string[][] Table(string file) =>
        [.. File.ReadLines(Conformance.PathOf("calendar", file)).Skip(1).Select(l => l.Split('\t'))];

    private static JsonElement[] Vectors(string file) =>
        [.. File.ReadLines(Conformance.PathOf("deadlines", file)).Select(l => JsonDocument.Parse(l).RootElement)];
}
