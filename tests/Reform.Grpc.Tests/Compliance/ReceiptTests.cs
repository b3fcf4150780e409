using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Compliance.V1;
using Reform.Domain.Compliance;
using Reform.Domain.DataFiles;
using Reform.Domain.Procedures;
using Reform.Domain.Rules;
using Reform.Grpc.Tests.Organizations;
using Reform.Grpc.Tests.Procedures;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;
using Finding = Reform.Compliance.V1.Finding;

namespace Reform.Grpc.Tests.Compliance;

/// <summary>From the service to a file to the program in another process: what was found is found again, and nothing in the file can be changed.</summary>
public sealed class ReceiptTests : IAsyncDisposable
{
    private const string Late = "CR-CAS-06";

    private readonly string folder = Directory.CreateTempSubdirectory("reform-receipts-").FullName;
    private readonly TestClock clock = new("2026-03-20");
    private TestServer? server;

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
        {
            await server.DisposeAsync();
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task Every_finding_of_a_case_is_confirmed_by_another_process()
    {
        await LateCase();
        List<Finding> findings = await Findings("caseFiles/H-2");
        Assert.Contains(Late, findings.Select(f => f.Rule.Code));
        foreach (Finding finding in findings)
        {
            (int exit, string output, string error) = ReformProcess.Run("replay", await Saved(finding), "--language", "en");

            Assert.Equal((0, ""), (exit, error));
            Assert.StartsWith(finding.Rule.Code + ", case H-2: confirmed", output, StringComparison.Ordinal);
            Assert.Contains(finding.Reason.Text, string.Join(' ', output.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries)), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_finding_against_a_set_of_cases_is_confirmed_too()
    {
        await LateCase();
        await JudgeAll();
        Finding share = Assert.Single(await Findings("caseSets/ward%2FHP-1"), f => f.Rule.Code == "CR-CAS-24");

        (int exit, string output, _) = ReformProcess.Run("replay", await Saved(share), "--language", "en");

        Assert.Equal(0, exit);
        Assert.StartsWith("CR-CAS-24, share of cases ward/HP-1: confirmed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_by_which_versions_it_was_found()
    {
        await LateCase();
        Finding finding = Assert.Single(await Findings("caseFiles/H-2"), f => f.Rule.Code == Late);
        using JsonDocument receipt = JsonDocument.Parse(await File.ReadAllBytesAsync(await Saved(finding), TestContext.Current.CancellationToken));
        JsonElement facts = receipt.RootElement.GetProperty("facts");
        Reform.Casefiles.V1.CaseFile stored = await server!.Get("H-2");
        using var file = new MemoryStream(PermitFile.Of(5).ToByteArray());
        Procedure procedure = ProcedureFile.Read(file, "permit").Procedures.Single(p => p.Code == "HP-1");

        Assert.Equal(procedure.InForceOn(new LocalDate(2026, 3, 2))!.Hash, facts.GetProperty("procedure_version").GetString());
        Assert.Equal(16, facts.GetProperty("procedure_version").GetString()!.Length);
        Assert.Equal(Assert.Single(stored.Limits.Select(l => l.CalendarVersion).Where(v => v.Length > 0).Distinct()), facts.GetProperty("calendar_version").GetString());
        Assert.Equal(finding.RuleHash, receipt.RootElement.GetProperty("rule_version").GetString());
        Assert.Equal(finding.BookHash, receipt.RootElement.GetProperty("book_version").GetString());
    }

    [Fact]
    public async Task Every_changed_byte_is_noticed()
    {
        await LateCase();
        string file = await Saved(Assert.Single(await Findings("caseFiles/H-2"), f => f.Rule.Code == Late));
        byte[] receipt = await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken);
        Assert.Equal(ReplayOutcome.Confirmed, RuleBooks.BuiltIn.ReplayOf(receipt, "r").Outcome);
        for (int place = 0; place < receipt.Length; place++)
        {
            byte[] changed = [.. receipt];
            changed[place] ^= 1;
            Assert.True(IsNoticed(changed), "byte " + place);
            Assert.True(IsNoticed([.. receipt.Take(place)]), "cut after " + place);
        }

        // The program says so with its exit code: of the facts, of the verdict, of the last byte.
        string text = System.Text.Encoding.UTF8.GetString(receipt);
        foreach (string changed in new[] { text.Replace("\"working_days_late\": \"", "\"working_days_late\": \"1", StringComparison.Ordinal), text.Replace("\"Fail\"", "\"Pass\"", StringComparison.Ordinal), text + " " })
        {
            Assert.NotEqual(text, changed);
            await File.WriteAllTextAsync(file, changed, TestContext.Current.CancellationToken);
            (int exit, string output, _) = ReformProcess.Run("replay", file, "--language", "en");
            Assert.Equal(3, exit);
            Assert.Contains("the receipt was altered", output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_finding_by_a_rule_of_data_carries_the_rule_and_is_confirmed_by_another_process()
    {
        await LateCase();
        await server!.DataRules.CreateDataRuleAsync(DataRuleTests.New("HP-CAS-01", "ended_on <= \"2026-03-06\" AND suspensions = 0", "Kết thúc {ended_on}", "Ended {ended_on}"));
        await JudgeAll();
        Finding finding = Assert.Single(await Findings("caseFiles/H-2"), f => f.Rule.Code == "HP-CAS-01");
        byte[] receipt = await ReceiptOf(finding);
        string file = await Saved(finding);

        // A later version of the rule, or none at all, changes nothing of what was found by this one.
        DataRule standing = (await server.DataRules.GetDataRuleAsync(new GetDataRuleRequest { Name = "dataRules/HP-CAS-01" })).DataRule;
        standing.Requires = "suspensions = 0";
        await server.DataRules.UpdateDataRuleAsync(new UpdateDataRuleRequest { RequestId = NewId, DataRule = standing, Etag = standing.Etag });
        (int exit, string output, string error) = ReformProcess.Run("replay", file, "--language", "en");

        Assert.Equal((0, ""), (exit, error));
        string said = string.Join(' ', output.Split(['\n', ' '], StringSplitOptions.RemoveEmptyEntries));
        Assert.StartsWith("HP-CAS-01, case H-2: confirmed", said, StringComparison.Ordinal);
        Assert.Contains("the rule as the receipt has it, version 1: ended_on <= \"2026-03-06\" AND suspensions = 0", said, StringComparison.Ordinal);
        Assert.Contains("Ended 12 March 2026", said, StringComparison.Ordinal);
        for (int place = 0; place < receipt.Length; place++)
        {
            byte[] changed = [.. receipt];
            changed[place] ^= 1;
            Assert.True(IsNoticed(changed), "byte " + place);
        }
    }

    // What the law was, and what was known, when it was last found: the case goes on, the receipt stays.
    [Fact]
    public async Task What_is_resolved_keeps_the_receipt_of_the_day_on_which_it_was_last_found()
    {
        await LateCase();
        Finding finding = Assert.Single(await Findings("caseFiles/H-2"), f => f.Rule.Code == Late);
        byte[] before = await ReceiptOf(finding);
        Reform.Casefiles.V1.CaseFile file = await server!.Get("H-2");
        await server!.CaseFiles.AppendCaseEventsAsync(new Reform.Casefiles.V1.AppendCaseEventsRequest
        {
            RequestId = NewId,
            Name = file.Name,
            Etag = file.Etag,
            Entries =
            {
                new Reform.Casefiles.V1.CaseEntry { Event = Decide("2026-03-06"), Corrects = "3" }, new Reform.Casefiles.V1.CaseEntry { Event = Return("2026-03-06"), Corrects = "4" },
            },
        });

        Finding resolved = (await server.Compliance.GetFindingAsync(new GetFindingRequest { Name = finding.Name })).Finding;
        Assert.Equal(Reform.Compliance.V1.FindingState.Resolved, resolved.State);
        Assert.Equal(before, await ReceiptOf(finding));
        Assert.Equal(ReplayOutcome.Confirmed, RuleBooks.BuiltIn.ReplayOf(before, "r").Outcome);
    }

    private static bool IsNoticed(byte[] receipt)
    {
        try
        {
            return RuleBooks.BuiltIn.ReplayOf(receipt, "r").Outcome == ReplayOutcome.Altered;
        }
        catch (InvalidDataFileException)
        {
            return true;
        }
    }

    private async Task LateCase()
    {
        server = await TestServer.Start(s => s.AddSingleton<IClock>(clock));
        await server.Organizations.CreateUnitAsync(OrganizationWorld.Unit("ward", from: OrganizationWorld.Day(2020, 1, 1)));
        await server.Procedures.PublishProcedureAsync(new Reform.Procedures.V1.PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(5) });
        await server.Append((await server.Create("H-2", Receipt("2026-03-02", procedure: "HP-1"))).CaseFile, Start("2026-03-03", 1), Decide("2026-03-12"), Return("2026-03-12"));
    }

    private async Task JudgeAll()
    {
        using global::Grpc.Core.AsyncServerStreamingCall<EvaluateCasesResponse> run = server!.Compliance.EvaluateCases(new EvaluateCasesRequest { Parent = "units/-" });
        while (await run.ResponseStream.MoveNext(TestContext.Current.CancellationToken))
        {
        }
    }

    private async Task<List<Finding>> Findings(string subject) =>
        [.. (await server!.Compliance.ListFindingsAsync(new ListFindingsRequest { Parent = "units/-", Subject = subject, LanguageCode = "en" })).Findings];

    private async Task<byte[]> ReceiptOf(Finding finding) =>
        (await server!.Compliance.GetFindingAsync(new GetFindingRequest { Name = finding.Name })).Receipt.ToByteArray();

    private async Task<string> Saved(Finding finding)
    {
        string file = Path.Combine(folder, finding.Rule.Code + ".json");
        await File.WriteAllBytesAsync(file, await ReceiptOf(finding), TestContext.Current.CancellationToken);
        return file;
    }
}
