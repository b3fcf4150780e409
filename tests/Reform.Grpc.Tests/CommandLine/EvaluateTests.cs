using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Reform.Testing;

namespace Reform.Grpc.Tests.CommandLine;

public sealed class EvaluateTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void The_real_log_gives_the_numbers_that_were_counted_independently()
    {
        (int exitCode, string output, string error) = ReformProcess.Run(
            "evaluate", Repository.RealLog("receipt.xes.gz"), "--mapping", Repository.PathOf("samples", "receipt.mapping.json"), "--output", "json");
        Assert.Equal((0, ""), (exitCode, error));
        JsonElement report = JsonDocument.Parse(output).RootElement;
        Expect(report, "log", """{"cases":1434,"events":8577,"activities":27,"variants":116,"resources":48}""");
        Expect(report, "deadlines", """{"finished":1329,"open":105,"late_by_date":309,"late_by_instant":377,"late_working_days_median":15}""");
        Expect(report, "conformance", """{"judged":1434,"exact":713,"missing":157,"extra":152,"repeated":88,"out_of_order":515}""");
        Expect(report, "throughput", """{"cases":1329,"calendar_days_median":50,"working_days_median":36}""");
        Expect(report, "four_eyes", """
            [{"first":"Confirmation of receipt","second":"T02 Check confirmation of receipt","cases_with_both":1316,"violations":1099,"undecided":0}]
            """);
        JsonElement flow = report.GetProperty("flow");
        Assert.Equal((7143, 99), (flow.GetProperty("directly_follows_total").GetInt32(), flow.GetProperty("directly_follows_pairs").GetInt32()));
        Expect(flow, "top", """{"a":"T04 Determine confirmation of receipt","b":"T05 Print and send confirmation of receipt","count":1177}""");
        Assert.True(report.GetProperty("rules").GetArrayLength() >= 12);
    }

    [Fact]
    public void The_tables_read_as_approved()
    {
        (int exitCode, string output, string error) = ReformProcess.Run("evaluate", Write("log.xes", Logs.Of(9)), "--mapping", WriteMapping(Logs.Mapping));
        Assert.Equal((0, ""), (exitCode, error));
        Approval.Verify(output);
    }

    [Fact]
    public void The_tables_read_as_approved_in_English()
    {
        (_, string output, _) = ReformProcess.Run(
            "evaluate", Write("log.xes", Logs.Of(9)), "--mapping", WriteMapping(Logs.Mapping), "--language", "en", "--as-of", "2026-07-01");
        Approval.Verify(output);
    }

    [Fact]
    public void The_JSON_reads_as_approved()
    {
        (_, string output, _) = ReformProcess.Run(
            "evaluate", Write("log.xes", Logs.Of(4)), "--mapping", WriteMapping(Logs.Mapping), "--output", "json", "--findings");
        JsonDocument.Parse(output).Dispose();
        Approval.Verify(output, "json");
    }

    [Fact]
    public void A_case_is_explained_as_approved()
    {
        (int exitCode, string output, _) = ReformProcess.Run(
            "explain", Write("log.xes", Logs.Of(4)), "--mapping", WriteMapping(Logs.Mapping), "--case", "c-3");
        Assert.Equal(0, exitCode);
        Approval.Verify(output);
    }

    [Theory]
    [InlineData("vi")]
    [InlineData("en")]
    public void A_case_of_the_sample_is_explained_as_approved_and_called_synthetic(string language)
    {
        string sample = Repository.PathOf("samples", "haiphong");
        (int exitCode, string output, _) = ReformProcess.Run(
            "explain", Path.Combine(sample, "cases.xes.gz"), "--mapping", Path.Combine(sample, "haiphong.mapping.json"), "--case", "HS-2025-2128",
            "--language", language);
        Assert.Equal(0, exitCode);
        Approval.Verify(output, language + ".txt");
    }

    [Theory]
    [InlineData("vi_VN.UTF-8", "Asia/Ho_Chi_Minh")]
    [InlineData("tr_TR.UTF-8", "America/Los_Angeles")]
    public void The_same_input_gives_the_same_bytes_under_any_culture_and_time_zone(string culture, string zone)
    {
        string[] command = ["evaluate", Write("log.xes", Logs.Of(50)), "--mapping", WriteMapping(Logs.Mapping), "--output", "json", "--findings"];
        string plain = ReformProcess.Run(command).Output;
        string elsewhere = ReformProcess.Run(command, new() { ["LC_ALL"] = culture, ["LANG"] = culture, ["TZ"] = zone }).Output;
        Assert.NotEmpty(plain);
        Assert.Equal(plain, elsewhere);
    }

    [Theory]
    [InlineData("<html/>", "log.xes:1: ", "'html'")]
    [InlineData("{}", "log.xes:1: ", "not OCEL 2.0")]
    [InlineData("", "log.xes: ", "empty")]
    [InlineData("<log><trace>", "log.xes:1: ", "cut off")]
    public void A_log_that_is_no_XES_is_bad_input(string log, string place, string why) =>
        ExpectBadInput([place, why], "evaluate", Write("log.xes", Encoding.UTF8.GetBytes(log)), "--mapping", WriteMapping(Logs.Mapping));

    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(200)]
    public void A_truncated_gzip_is_bad_input(int bytesCut)
    {
        using var packed = new MemoryStream();
        using (var gzip = new GZipStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(Logs.Of(50));
        }

        ExpectBadInput(["log.gz", "truncated"], "evaluate", Write("log.gz", packed.ToArray()[..^bytesCut]), "--mapping", WriteMapping(Logs.Mapping));
    }

    [Fact]
    public void A_mapped_attribute_that_no_case_has_is_bad_input() => ExpectBadInput(
        ["case.deadline", "'frist'"],
        "evaluate", Write("log.xes", Logs.Of(3)), "--mapping", WriteMapping(Logs.Mapping.Replace("\"due\"", "\"frist\"", StringComparison.Ordinal)));

    [Fact]
    public void An_unknown_zone_is_bad_input() => ExpectBadInput(
        ["mapping.json:2: zone", "Asia/Hai_Phong"],
        "evaluate", Write("log.xes", Logs.Of(3)), "--mapping", WriteMapping(Logs.Mapping.Replace("Asia/Ho_Chi_Minh", "Asia/Hai_Phong", StringComparison.Ordinal)));

    [Fact]
    public void A_mapping_that_names_no_attribute_is_bad_input() => ExpectBadInput(
        ["mapping.json:1: case", "names no attribute"],
        "evaluate", Write("log.xes", Logs.Of(3)), "--mapping", WriteMapping("""{ "zone": "Asia/Ho_Chi_Minh", "case": {} }"""));

    [Fact]
    public void Duplicate_case_ids_are_bad_input() => ExpectBadInput(
        ["log.xes:8: concept:name", "line 3"], "evaluate", Write("log.xes", Logs.Of(2, _ => "same")), "--mapping", WriteMapping(Logs.Mapping));

    [Fact]
    public void Missing_files_are_bad_input()
    {
        ExpectBadInput(["none.xes"], "evaluate", Path.Combine(folder, "none.xes"), "--mapping", WriteMapping(Logs.Mapping));
        ExpectBadInput(["none.json"], "evaluate", Write("log.xes", Logs.Of(1)), "--mapping", Path.Combine(folder, "none.json"));
        ExpectBadInput(
            ["mapping.json: calendar", "lich.json"],
            "evaluate", Write("log.xes", Logs.Of(1)), "--mapping",
            WriteMapping("""{ "zone": "Asia/Ho_Chi_Minh", "case": { "receipt": "received" }, "calendar": "lich.json" }"""));
    }

    [Fact]
    public void Folders_are_bad_input()
    {
        ExpectBadInput([Path.GetFileName(folder) + ": is a folder"], "evaluate", folder + "/", "--mapping", WriteMapping(Logs.Mapping));
        ExpectBadInput([Path.GetFileName(folder) + ": is a folder"], "evaluate", Write("log.xes", Logs.Of(1)), "--mapping", folder + "/");
    }

    [Theory]
    [InlineData("&#xD800;")]
    [InlineData("&#xFFFE;")]
    public void A_log_with_half_a_character_is_bad_input(string reference) => ExpectBadInput(
        ["log.xes:1: ", "invalid character"],
        "evaluate", Write("log.xes", Encoding.UTF8.GetBytes("<log><trace><string key=\"a\" value=\"" + reference + "\"/></trace></log>")),
        "--mapping", WriteMapping(Logs.Mapping));

    [Fact]
    public void What_a_file_says_does_not_steer_the_terminal()
    {
        (int exitCode, _, string error) = ReformProcess.Run(
            "evaluate", Write("log.xes", Logs.Of(1)), "--mapping", WriteMapping("""{ "zone": "a\u001b[31mb", "case": { "end": "ended" } }"""));
        Assert.Equal(2, exitCode);
        Assert.DoesNotContain('\u001b', error);
        Assert.Contains("[31mb", error, StringComparison.Ordinal);
    }

    [Fact]
    public void Findings_that_cannot_be_kept_are_told_in_one_line()
    {
        (int exitCode, string output, string error) = ReformProcess.Run(
            ["evaluate", Write("log.xes", Logs.Of(1)), "--mapping", WriteMapping(Logs.Mapping), "--output", "json", "--findings", "--language", "en"],
            new() { ["TMPDIR"] = Path.Combine(folder, "none"), ["TMP"] = Path.Combine(folder, "none"), ["TEMP"] = Path.Combine(folder, "none") });
        Assert.Equal((1, ""), (exitCode, output));
        Assert.StartsWith("reading or writing failed: ", error, StringComparison.Ordinal);
        Assert.Single(error.TrimEnd().Split('\n'));
    }

    [Fact]
    public void A_log_that_comes_through_a_pipe_is_judged_on_a_terminal_too()
    {
        const string Script = "/usr/bin/script";
        Assert.SkipUnless(File.Exists(Script) && File.Exists("/usr/bin/mkfifo"), "needs 'script' and 'mkfifo', which give a terminal and a pipe");
        string pipe = Path.Combine(folder, "pipe");
        string program = "dotnet " + Path.Combine(AppContext.BaseDirectory, "Reform.Grpc.dll");
        string command = "mkfifo " + pipe + " && { cat " + Write("log.xes", Logs.Of(3)) + " > " + pipe + " & } && "
            + Script + " -qec '" + program + " evaluate " + pipe + " --mapping " + WriteMapping(Logs.Mapping) + " --language en' /dev/null";
        using System.Diagnostics.Process process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo("/bin/sh", ["-c", command]) { RedirectStandardOutput = true })!;
        string shown = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        Assert.Contains("Judging cases", shown, StringComparison.Ordinal);
        Assert.Contains("The whole", shown, StringComparison.Ordinal);
    }

    [Fact]
    public void An_event_without_a_time_is_counted_and_the_log_is_judged()
    {
        string log = Encoding.UTF8.GetString(Logs.Of(3)).Replace(
            "<string key=\"org:resource\" value=\"cb-02\"/><date key=\"time:timestamp\" value=\"2026-03-09T08:00:00+07:00\"/>", "", StringComparison.Ordinal);
        (int exitCode, string output, _) = ReformProcess.Run(
            "evaluate", Write("log.xes", Encoding.UTF8.GetBytes(log)), "--mapping", WriteMapping(Logs.Mapping), "--output", "json");
        Assert.Equal(0, exitCode);
        JsonElement quality = JsonDocument.Parse(output).RootElement.GetProperty("data_quality");
        JsonElement finding = quality.EnumerateArray().Single(f => f.GetProperty("code").GetString() == "event_without_time");
        Assert.Equal((2, "[11,16]"), (finding.GetProperty("count").GetInt32(), finding.GetProperty("lines").GetRawText().Replace(" ", "", StringComparison.Ordinal).ReplaceLineEndings("")));
    }

    [Fact]
    public void Unknown_commands_options_and_cases_are_bad_input()
    {
        string log = Write("log.xes", Logs.Of(1));
        ExpectBadInput(["evalute"], "evalute", log);
        ExpectBadInput(["--mapping"], "evaluate", log);
        ExpectBadInput(["--as-of"], "evaluate", log, "--mapping", WriteMapping(Logs.Mapping), "--as-of", "2026-02-30");
        ExpectBadInput(["--language"], "evaluate", log, "--mapping", WriteMapping(Logs.Mapping), "--language", "fr");
        ExpectBadInput(["'c-9'"], "explain", log, "--mapping", WriteMapping(Logs.Mapping), "--case", "c-9");
    }

    private static void ExpectBadInput(string[] told, params ReadOnlySpan<string> arguments)
    {
        (int exitCode, string output, string error) = ReformProcess.Run([.. arguments, .. (arguments.Contains("--language") ? Array.Empty<string>() : arguments[0] == "evalute" ? [] : ["--language", "en"])]);
        Assert.Equal((2, ""), (exitCode, output));
        Assert.All(told, t => Assert.Contains(t, error, StringComparison.Ordinal));
    }

    private static void Expect(JsonElement parent, string name, string json) =>
        Assert.True(JsonElement.DeepEquals(JsonDocument.Parse(json).RootElement, parent.GetProperty(name)), name + ": " + parent.GetProperty(name).GetRawText());

    private string Write(string name, byte[] content)
    {
        string path = Path.Combine(folder, name);
        File.WriteAllBytes(path, content);
        return path;
    }

    private string WriteMapping(string json) => Write("mapping.json", Encoding.UTF8.GetBytes(json));
}
