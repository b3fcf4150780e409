using System.Diagnostics;
using System.IO.Compression;
using System.Text.Json;
using System.Xml.Linq;
using Reform.Testing;

namespace Reform.Grpc.Tests;

/// <summary>A Node.js client in a process of its own against the service in another: import, kill, start again, evaluate, explain.</summary>
public sealed class OtherProcessTests : IDisposable
{
    private const string RequestId = "3f0e3c1e-6f0a-4c2b-9f43-0d6f8a1b2c3d";
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
