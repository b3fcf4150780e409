using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using NodaTime;
using NodaTime.Text;
using Reform.Testing;

namespace Reform.Grpc.Tests;

/// <summary>A Node.js client in a process of its own against the service in another: import, kill, start again, evaluate, explain.</summary>
public sealed class OtherProcessTests : IDisposable
{
    private const string RequestId = "3f0e3c1e-6f0a-4c2b-9f43-0d6f8a1b2c3d";

    // No message can carry these: units that do not exist, an amount of 1.5 or beyond 32 bits, a moment that is not there.
    private static readonly string[] NotForMessages = ["ER-51", "ER-52", "ER-56", "ER-58", "ER-59"];

    private readonly string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public async Task A_Node_client_imports_part_the_service_is_killed_and_the_rest_follows()
    {
        SkipWithoutClient();
        string log = Path.Combine(folder, "log.xes");
        string mapping = Path.Combine(folder, "mapping.json");
        await File.WriteAllBytesAsync(log, Logs.Of(600));
        await File.WriteAllTextAsync(mapping, Logs.Mapping);
        string database = Path.Combine(folder, "reform.db");

        await using (ReformProcess first = await ReformProcess.Serve(database))
        {
            (int exitCode, JsonElement refusal) = Node(first, "import", "judged", log, mapping, RequestId, "70000");
            Assert.Equal((1, "IMPORT_INCOMPLETE"), (exitCode, refusal.GetProperty("ErrorInfo").GetProperty("reason").GetString()));
        }

        await using (ReformProcess second = await ReformProcess.Serve(database))
        {
            (int exitCode, JsonElement imported) = Node(second, "import", "judged", log, mapping, RequestId);
            Assert.Equal((0, 70000, 600), (exitCode, imported.GetProperty("resumed_at").GetInt32(), imported.GetProperty("case_log").GetProperty("case_count").GetInt32()));
        }

        await using ReformProcess third = await ReformProcess.Serve(database);
        (_, JsonElement evaluated) = Node(third, "evaluate", "judged");
        JsonElement report = evaluated.GetProperty("report");
        Assert.Equal((3, 300), (evaluated.GetProperty("progress_messages").GetInt32(), report.GetProperty("deadlines").GetProperty("late_by_date").GetInt32()));
        (_, JsonElement explained) = Node(third, "explain", "judged", "c-1", "en");
        Assert.Contains("after the due date 10 March 2026", explained.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_Node_client_gets_the_due_date_of_the_law_and_a_reason_that_it_can_act_on()
    {
        SkipWithoutClient();
        string sample = Repository.PathOf("samples", "haiphong");
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        (_, JsonElement imported) = Node(service, "import", "hai-phong", Path.Combine(sample, "cases.xes.gz"), Path.Combine(sample, "haiphong.mapping.json"));
        Assert.Equal(1968, imported.GetProperty("case_log").GetProperty("case_count").GetInt32());

        // The sample's generator counted the due date day by day, without the library.
        (string caseId, string dueDate) = SoundCase(sample);
        (_, JsonElement explained) = Node(service, "explain", "hai-phong", caseId, "vi");
        JsonElement due = explained.GetProperty("computed_due_date");
        Assert.Equal(dueDate, $"{due.GetProperty("year").GetInt32():D4}-{due.GetProperty("month").GetInt32():D2}-{due.GetProperty("day").GetInt32():D2}");

        (int exitCode, JsonElement refusal) = Node(service, "explain", "hai-phong", "none", "vi");
        Assert.Equal((1, "CASE_NOT_FOUND"), (exitCode, refusal.GetProperty("ErrorInfo").GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_Node_client_computes_the_vectors_on_one_stream_and_goes_on_after_bad_ones()
    {
        SkipWithoutClient();
        JsonElement[] vectors = [.. Vectors("default.jsonl"), .. Vectors("refused.jsonl").Where(v => !NotForMessages.Contains(IdOf(v)))];
        string questions = Path.Combine(folder, "questions.jsonl");
        await File.WriteAllLinesAsync(questions, vectors.Select(v => v.GetProperty("input").GetRawText()), TestContext.Current.CancellationToken);
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        (int exitCode, JsonElement answers) = Node(service, "deadlines", questions);
        Assert.Equal((0, vectors.Length), (exitCode, answers.GetArrayLength()));
        Assert.All(vectors.Zip(answers.EnumerateArray()), pair =>
        {
            JsonElement expected = pair.First.GetProperty("expected");
            if (!expected.TryGetProperty("error", out JsonElement field))
            {
                Assert.True(JsonElement.DeepEquals(expected, pair.Second), expected.GetRawText() + " is " + pair.Second.GetRawText());
                return;
            }

            Assert.Equal(IdOf(expected), IdOf(pair.Second));
            string reason = pair.Second.GetProperty("ErrorInfo").GetProperty("reason").GetString()!;
            Assert.Equal(field.GetString() == "calendar" ? "CALENDAR_RANGE" : "INVALID_FIELD", reason);
        });
    }

    [Fact]
    public async Task Another_program_reads_the_calendar_file_of_a_year()
    {
        SkipWithoutClient();
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        (_, JsonElement file) = Node(service, "ics", "2026");
        Assert.Equal("PUBLISH", file.GetProperty("method").GetString());
        JsonElement[] events = [.. file.GetProperty("events").EnumerateArray()];
        Assert.All(events, e => Assert.True(e.GetProperty("all_day").GetBoolean()));

        // Day by day against the vectors: every day off that is no plain weekend, and every make-up day, lies in one event of its kind.
        List<string> days = [.. events.SelectMany(e => DatesOf(e).Select(d => d + " " + e.GetProperty("category").GetString())).Order(StringComparer.Ordinal)];
        Assert.Equal(
            File.ReadLines(Conformance.PathOf("calendar", "days.tsv")).Select(l => l.Split('\t'))
                .Where(d => d[0].StartsWith("2026-", StringComparison.Ordinal) && d[2] is not ("working-day" or "weekly-rest")).Select(d => d[0] + " " + d[2]),
            days);
        JsonElement tet = events.Single(e => e.GetProperty("summary").GetString() == "Tết Nguyên đán");
        Assert.Equal(("2026-02-16", "2026-02-21"), (tet.GetProperty("start").GetString(), tet.GetProperty("end").GetString()));
        Assert.Contains("9859/VPCP-KGVX", tet.GetProperty("description").GetString(), StringComparison.Ordinal);
        Assert.Equal("2025-10-13T00:00:00Z", tet.GetProperty("stamp").GetString());

        (_, JsonElement later) = Node(service, "ics", "2027", "en");
        JsonElement projected = later.GetProperty("events").EnumerateArray().Single(e => e.GetProperty("summary").GetString() == "Lunar New Year (Tết) (provisional)");
        Assert.Equal("TENTATIVE", projected.GetProperty("status").GetString());
        (int exitCode, JsonElement refusal) = Node(service, "ics", "2101");
        Assert.Equal((1, "CALENDAR_RANGE"), (exitCode, refusal.GetProperty("ErrorInfo").GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_Node_client_grants_asks_revokes_and_is_told_why_not_in_Vietnamese()
    {
        SkipWithoutClient();
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        (int exitCode, JsonElement told) = Node(service, "delegate");
        Assert.True(exitCode == 0, told.GetRawText());
        string Verdict(string which) => told.GetProperty(which).GetProperty("verdict").GetString()!;
        Assert.Equal(
            ("AUTHORITY_VERDICT_COMPETENT", "AUTHORITY_VERDICT_NOT_COMPETENT", "AUTHORITY_VERDICT_COMPETENT"),
            (Verdict("before"), Verdict("after"), Verdict("known_before")));
        Assert.Equal("grants/mandate", told.GetProperty("after").GetProperty("broken_grant").GetString());
        string why = string.Join('\n', told.GetProperty("explanation").EnumerateArray().Select(r => r.GetProperty("text").GetString()));
        Assert.Contains("thu hồi", why, StringComparison.Ordinal);
        Assert.Contains("1/QĐ-UBND", why, StringComparison.Ordinal);
        (exitCode, JsonElement refusal) = Node(service, "delegate");
        Assert.Equal((1, "RESOURCE_ALREADY_EXISTS"), (exitCode, refusal.GetProperty("ErrorInfo").GetProperty("reason").GetString()));
    }

    // Five working days from Monday 2 March 2026 end on Monday 9; a week ends on the same day, three working days on Thursday 5.
    [Fact]
    public async Task A_Node_client_publishes_and_compares_a_procedure_and_handles_a_case_by_it()
    {
        SkipWithoutClient();
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        string definition = Path.Combine(folder, "permit.json");
        string draft = Path.Combine(folder, "draft.json");
        await File.WriteAllBytesAsync(definition, Procedures.PermitFile.Of(5).ToByteArray(), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(draft, Procedures.PermitFile.Of(3).ToByteArray(), TestContext.Current.CancellationToken);
        (int exitCode, JsonElement told) = Node(service, "procedure", definition, draft, "2026-03-02");
        Assert.True(exitCode == 0, told.GetRawText());
        Assert.Equal(("procedures/HP-1", 1), (told.GetProperty("name").GetString(), told.GetProperty("steps").GetInt32()));
        JsonElement comparison = told.GetProperty("comparison");
        Assert.Equal((2, 7, 5), (
            comparison.GetProperty("limits")[0].GetProperty("saved").GetInt32(),
            comparison.GetProperty("burden_before").GetProperty("score").GetInt32(), comparison.GetProperty("burden_after").GetProperty("score").GetInt32()));
        Assert.Contains("giảm 2", comparison.GetProperty("limits")[0].GetProperty("reason").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(39, told.GetProperty("codes").EnumerateArray().Select(c => c.GetString()).Distinct().Count());
        JsonElement read = told.GetProperty("read");
        Assert.Equal(("open_question", 2, 9), (
            read.GetProperty("standing").GetString(), read.GetProperty("readings").GetArrayLength(), read.GetProperty("agreed_on").GetProperty("day").GetInt32()));
        Assert.Equal("publications/board", told.GetProperty("posted")[0].GetProperty("name").GetString());
        (exitCode, JsonElement refusal) = Node(service, "procedure", definition, draft, "2026-03-02");
        Assert.Equal((1, "ETAG_MISMATCH"), (exitCode, refusal.GetProperty("ErrorInfo").GetProperty("reason").GetString()));

        (exitCode, JsonElement handled) = Node(service, "handle", "HP-1", "H-1", "2026-03-02", "2026-03-03", "2026-03-05");
        Assert.True(exitCode == 0, handled.GetRawText());
        Assert.Equal(("2026-03-09", "in_progress", "closed"), (
            handled.GetProperty("due_on").GetString(), handled.GetProperty("earlier").GetString(), handled.GetProperty("state").GetString()));
        Assert.Equal(["2", "3", "4", "5"], handled.GetProperty("records").EnumerateArray().Select(r => r.GetString()));
        Assert.Equal("caseFiles/H-1", handled.GetProperty("cases").EnumerateArray().Single().GetString());
        Assert.Contains("has changed since", handled.GetProperty("refused").GetString(), StringComparison.Ordinal);
    }

    // The draw is that of the guide's shell line: the lowest SHA-256 of the seed, a line feed and the unit. Due on 30 June, mended the day before.
    [Fact]
    public async Task A_Node_client_draws_plans_inspects_and_sees_what_is_open_until_it_is_mended()
    {
        SkipWithoutClient();
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        string[] units = ["ward-1", "ward-2", "ward-3", "ward-4"];
        string drawn = units.MinBy(u => Convert.ToHexString(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes("2026/1\n" + u))), StringComparer.Ordinal)!;
        (int exitCode, JsonElement told) = Node(service, "inspect", "2026/1", string.Join(',', units));
        Assert.True(exitCode == 0, told.GetRawText());
        Assert.Equal("units/" + drawn, told.GetProperty("unit").GetString());
        string[] Of(string when, string what) => [.. told.GetProperty(when).GetProperty(what).EnumerateArray().Select(e => e.GetString()!)];
        Assert.Equal(["shortcomings/1"], Of("before", "open"));
        Assert.Equal(["CR-INS-06 reminders/1"], Of("before", "broken"));
        Assert.Empty(Of("after", "open"));
        Assert.Empty(Of("after", "broken"));
        (exitCode, JsonElement refusal) = Node(service, "inspect", "2026/1", "ward-1");
        Assert.Equal((1, "RESOURCE_ALREADY_EXISTS"), (exitCode, refusal.GetProperty("ErrorInfo").GetProperty("reason").GetString()));
    }

    // Approved on 15 January for 2 February to 31 July 2026; over for 61 days on 1 October without an evaluation.
    [Fact]
    public async Task A_Node_client_asks_on_which_days_a_pilot_allows_what_no_rule_has()
    {
        SkipWithoutClient();
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        (int exitCode, JsonElement told) = Node(service, "pilot", "PTY-ADM", "ward-1");
        Assert.True(exitCode == 0, told.GetRawText());
        (bool, string) May(string when) => (told.GetProperty(when).GetProperty("allowed").GetBoolean(), told.GetProperty(when).GetProperty("code").GetString()!);
        Assert.Equal(
            [(false, "pilot_not_approved"), (true, "pilot_allows"), (true, "pilot_allows"), (false, "pilot_over")],
            [May("asked"), May("first"), May("last"), May("over")]);
        Assert.StartsWith("Central approved", told.GetProperty("last").GetProperty("text").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            ["PILOT_STATE_SENT_TO_CENTRAL", "PILOT_STATE_APPROVED", "PILOT_STATE_RUNNING", "PILOT_STATE_ENDED"],
            told.GetProperty("states").EnumerateArray().Select(s => s.GetString()));
        Assert.Equal(["CR-PIL-04 pilots/online"], told.GetProperty("found").EnumerateArray().Select(f => f.GetString()));
    }

    // Five working days from Monday 2 March 2026 end on Monday 9; the case is decided on Thursday 12, three working days later.
    [Fact]
    public async Task A_Node_client_judges_a_case_lists_what_was_found_and_explains_it_in_both_languages()
    {
        SkipWithoutClient();
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        string definition = Path.Combine(folder, "permit.json");
        await File.WriteAllBytesAsync(definition, Procedures.PermitFile.Of(5).ToByteArray(), TestContext.Current.CancellationToken);
        (int exitCode, JsonElement told) = Node(service, "procedure", definition, definition, "2026-03-02");
        Assert.True(exitCode == 0, told.GetRawText());
        (exitCode, told) = Node(service, "handle", "HP-1", "H-1", "2026-03-02", "2026-03-03", "2026-03-12");
        Assert.True(exitCode == 0, told.GetRawText());

        (exitCode, told) = Node(service, "findings", "H-1");
        Assert.True(exitCode == 0, told.GetRawText());
        Assert.True(told.GetProperty("run").GetProperty("done").GetBoolean());
        JsonElement[] found = [.. told.GetProperty("findings").EnumerateArray()];
        Assert.Equal(told.GetProperty("verdicts").GetProperty("VERDICT_FAIL").GetInt32(), found.Length);
        Assert.Contains("CR-CAS-06", found.Select(f => f.GetProperty("rule").GetProperty("code").GetString()));
        Assert.All(found, f => Assert.Equal(("caseFiles/H-1", "FINDING_STATE_OPEN"), (f.GetProperty("subject").GetString(), f.GetProperty("state").GetString())));
        string Sentences(string language) => string.Join('\n', told.GetProperty("explained").GetProperty(language).EnumerateArray().Select(s => s.GetString()));
        string code = found[0].GetProperty("rule").GetProperty("code").GetString()!;
        Assert.StartsWith(code + ": " + found[0].GetProperty("reason").GetProperty("text").GetString(), Sentences("vi"), StringComparison.Ordinal);
        Assert.StartsWith(code + ": ", Sentences("en"), StringComparison.Ordinal);
        Assert.NotEqual(Sentences("vi"), Sentences("en"));
        Assert.Equal("FINDING_EVENT_KIND_OPENED", told.GetProperty("history")[0].GetProperty("kind").GetString());
        Assert.Equal("FINDING_EVENT_KIND_OPENED", told.GetProperty("watched").GetProperty("event").GetProperty("kind").GetString());
    }

    [Fact]
    public async Task A_Node_client_states_a_rule_that_finds_and_explains_itself_beside_those_of_a_rule_pack()
    {
        SkipWithoutClient();
        using var pack = new Compliance.SamplePack();
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"), "--RulePacks:Folder=" + pack.Folder);
        string definition = Path.Combine(folder, "permit.json");
        await File.WriteAllBytesAsync(definition, Procedures.PermitFile.Of(5).ToByteArray(), TestContext.Current.CancellationToken);
        (int exitCode, JsonElement told) = Node(service, "procedure", definition, definition, "2026-03-02");
        Assert.True(exitCode == 0, told.GetRawText());
        (exitCode, told) = Node(service, "handle", "HP-1", "H-1", "2026-03-02", "2026-03-03", "2026-03-12");
        Assert.True(exitCode == 0, told.GetRawText());

        foreach (string hostile in new[] { "calendar_days.GetType() = 1", new string('(', 3000), "calendar_days = 1; DROP TABLE x" })
        {
            (exitCode, told) = Node(service, "rule", "HP-CAS-01", hostile, "H-1");
            Assert.Equal((1, "INVALID_FIELD"), (exitCode, told.GetProperty("ErrorInfo").GetProperty("reason").GetString()));
        }

        (exitCode, told) = Node(service, "rule", "HP-CAS-01", "calendar_days < 10", "H-1");
        Assert.True(exitCode == 0, told.GetRawText());
        Assert.Equal("v1", told.GetProperty("made").GetProperty("etag").GetString());
        Assert.Equal("Đã 10 ngày", Assert.Single(told.GetProperty("findings").EnumerateArray()).GetProperty("reason").GetProperty("text").GetString());
        string[] Sentences(string language) => [.. told.GetProperty("explained").GetProperty(language).EnumerateArray().Select(s => s.GetString()!)];
        Assert.Equal(["HP-CAS-01: Đã 10 ngày", "Không đạt: không: (CalendarDays < 10), số ngày theo lịch = 10"], Sentences("vi"));
        Assert.Equal(["HP-CAS-01: 10 days so far", "Broken: not: (CalendarDays < 10), calendar days = 10"], Sentences("en"));
        string?[] codes = [.. told.GetProperty("codes").EnumerateArray().Select(c => c.GetString())];
        Assert.Contains("HP-CAS-01", codes);
        Assert.Contains("SAMPLE-CAS-01", codes);
        Assert.Contains("CR-CAS-06", codes);
    }

    // The worked example, with 20 powers passed on by U1 instead of what it has: 91.23. Of U2 4 points are appraised where its documents were missing: 90.25.
    [Fact]
    public async Task A_Node_client_publishes_criteria_records_measures_appraises_explains_and_ranks()
    {
        SkipWithoutClient();
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        string set = Path.Combine(folder, "set.json");
        string measures = Path.Combine(folder, "measures.json");
        await File.WriteAllTextAsync(set, Scoring.ScoringWorld.SetFile().ToJsonString(), TestContext.Current.CancellationToken);
        await File.WriteAllBytesAsync(measures, Scoring.ScoringWorld.Import("xa-phuong").Content.ToByteArray(), TestContext.Current.CancellationToken);
        string[] arguments = ["score", set, measures, "2025", "xa-phuong", "units/U1", "C1", "delegated", "20", "units/U2,D1,10,4"];
        (int exitCode, JsonElement told) = Node(service, arguments);
        Assert.True(exitCode == 0, told.GetRawText());
        Assert.Equal(("criteriaSets/hp", 3), (told.GetProperty("set").GetString(), told.GetProperty("imported").GetInt32()));
        Assert.True(told.GetProperty("gaps").GetInt32() > 0);
        Assert.Contains("has changed", told.GetProperty("stale").GetString(), StringComparison.Ordinal);
        Assert.Equal(
            [("units/U1", "91.23", 1), ("units/U2", "90.25", 2), ("units/U3", "34.52", 3)],
            told.GetProperty("scores").EnumerateArray().Select(s => (s.GetProperty("unit").GetString(), s.GetProperty("index").GetString(), s.GetProperty("rank").GetInt32())));
        Assert.Equal(("Chỉ số", "91.23"), (told.GetProperty("explanation").GetProperty("label").GetString(), told.GetProperty("explanation").GetProperty("value").GetString()));
        Assert.Equal("CAP_BASE_BEFORE_DEMOTION", told.GetProperty("cap").GetProperty("base").GetString());
        Assert.Equal((1, "91.23"), (told.GetProperty("result").GetProperty("version").GetInt32(), told.GetProperty("result").GetProperty("score").GetProperty("index").GetString()));
        Assert.Contains("CR-EVA-06", told.GetProperty("findings").EnumerateArray().Select(f => f.GetProperty("code").GetString()));
        (exitCode, JsonElement refusal) = Node(service, arguments);
        Assert.Equal((1, "REGISTER_CONFLICT"), (exitCode, refusal.GetProperty("ErrorInfo").GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task A_Node_client_enters_a_programme_and_hears_of_a_notice_while_it_is_sent()
    {
        SkipWithoutClient();
        await using ReformProcess service = await ReformProcess.Serve(Path.Combine(folder, "reform.db"));
        (int exitCode, JsonElement told) = Node(service, "programme");
        Assert.True(exitCode == 0, told.GetRawText());
        JsonElement[] sent = [.. told.GetProperty("sent").EnumerateArray()];
        Assert.Equal(("programmeTasks/t1", "units/ward", "after_5"), (
            sent[0].GetProperty("task").GetString(), sent[0].GetProperty("unit").GetString(), sent[0].GetProperty("stage").GetString()));
        Assert.True(JsonElement.DeepEquals(sent[0], told.GetProperty("notice")), told.GetRawText());
        Assert.Equal(sent.Length, told.GetProperty("listed").GetArrayLength());
        Assert.All(sent.Zip(told.GetProperty("listed").EnumerateArray()), pair => Assert.True(JsonElement.DeepEquals(pair.First, pair.Second), told.GetRawText()));
        Assert.Equal(0, told.GetProperty("again").GetInt32());
        Assert.NotEqual(JsonValueKind.Null, told.GetProperty("refused").ValueKind);
    }

    private static string IdOf(JsonElement answer) => (answer.TryGetProperty("input", out JsonElement input) ? input : answer).GetProperty("id").GetString()!;

    private static IEnumerable<JsonElement> Vectors(string file) =>
        File.ReadLines(Conformance.PathOf("deadlines", file)).Select(l => JsonDocument.Parse(l).RootElement);

    private static IEnumerable<string> DatesOf(JsonElement calendarEvent)
    {
        LocalDate end = LocalDatePattern.Iso.Parse(calendarEvent.GetProperty("end").GetString()!).Value;
        for (LocalDate date = LocalDatePattern.Iso.Parse(calendarEvent.GetProperty("start").GetString()!).Value; date < end; date = date.PlusDays(1))
        {
            yield return LocalDatePattern.Iso.Format(date);
        }
    }

    // A case without a breach, and the date of its recorded deadline.
    private static (string CaseId, string DueDate) SoundCase(string sample)
    {
        JsonElement expected = JsonDocument.Parse(File.ReadAllText(Path.Combine(sample, "expected-breaches.json"))).RootElement;
        HashSet<string> touched = [.. expected.GetProperty("breaches").EnumerateArray().Concat(expected.GetProperty("unknown").EnumerateArray())
            .Select(r => r.GetProperty("case").GetString()!)];
        using var log = new GZipStream(File.OpenRead(Path.Combine(sample, "cases.xes.gz")), CompressionMode.Decompress);
        return XDocument.Load(log).Root!.Elements().Where(e => e.Name.LocalName == "trace")
            .Select(t => t.Elements().Where(a => a.Attribute("key") is not null).ToDictionary(a => a.Attribute("key")!.Value, a => a.Attribute("value")!.Value))
            .Where(t => !touched.Contains(t["concept:name"]))
            .Select(t => (t["concept:name"], t["due_at"][..10])).First();
    }

    private static void SkipWithoutClient() => Assert.SkipUnless(
        HasNode() && Directory.Exists(Repository.PathOf("samples", "node-client", "node_modules")),
        "skipped: Node.js client not installed (npm install in samples/node-client)");

    private static bool HasNode()
    {
        try
        {
            using Process node = Process.Start(new ProcessStartInfo("node", "--version") { RedirectStandardOutput = true })!;
            node.WaitForExit();
            return node.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }

    private static (int ExitCode, JsonElement Output) Node(ReformProcess service, params ReadOnlySpan<string> arguments)
    {
        var start = new ProcessStartInfo("node") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["GOOGLE_PROTOS"] = Path.Combine(AppContext.BaseDirectory, "google-protos");
        start.ArgumentList.Add(Repository.PathOf("samples", "node-client", "client.mjs"));
        start.ArgumentList.Add(service.Address);
        foreach (string argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        using Process node = Process.Start(start)!;
        Task<string> error = node.StandardError.ReadToEndAsync();
        string output = node.StandardOutput.ReadToEnd();
        node.WaitForExit();
        Assert.True(output.Length > 0, error.GetAwaiter().GetResult());
        return (node.ExitCode, JsonDocument.Parse(output).RootElement);
    }
}
