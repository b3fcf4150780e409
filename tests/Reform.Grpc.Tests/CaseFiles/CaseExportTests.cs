using System.Xml.Linq;
using Google.Protobuf;
using Grpc.Core;
using NodaTime;
using Reform.Casefiles.V1;
using Reform.Domain.Cases;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Registers;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;
using CaseEvent = Reform.Casefiles.V1.CaseEvent;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>Kept cases taken out as an event log, by both doors, and read back.</summary>
public sealed class CaseExportTests
{
    private static readonly XNamespace Xes = "http://www.xes-standard.org/";
    private static readonly DateTimeZone Vietnam = DateTimeZoneProviders.Tzdb["Asia/Ho_Chi_Minh"];

    // What the contract tells of every record is the reference: the export must hold nothing else and nothing less.
    [Fact]
    public async Task What_is_taken_out_and_read_back_has_lost_nothing()
    {
        await using TestServer server = await World();
        byte[] bytes = await Export(server, new ExportCasesRequest { Parent = "units/-", WithSecret = true });
        List<XesTrace> traces = [.. XesReader.Read(new MemoryStream(bytes), new DataQuality(), isStrict: true)];

        Assert.Equal(["calendars/vietnam-state-agencies/province", "calendars/vietnam-state-agencies/", "calendars/vietnam-state-agencies/", "calendars/vietnam-state-agencies/"],
            traces.Select(CaseFileTraces.TermsOf).Select(t => "calendars/" + t.CalendarId + "/" + t.Place));
        List<CaseSummary> all = [.. (await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/-" })).Cases];
        Assert.Equal(all.Select(c => c.Name), traces.Select(t => "caseFiles/" + CaseFileTraces.Read(t, Vietnam).Id));
        foreach ((CaseSummary summary, XesTrace trace) in all.Zip(traces))
        {
            Domain.Cases.CaseFile back = CaseFileTraces.Read(trace, Vietnam);
            ListCaseRecordsResponse told = await server.CaseFiles.ListCaseRecordsAsync(new ListCaseRecordsRequest { Parent = summary.Name, PageSize = 1000 });
            Assert.Equal(told.Records.Select(r => (r.Event?.ToByteString() ?? ByteString.Empty, r.Info.Record, r.Info.Corrects, r.Info.RecordTime)), back.Records.Select(
                r => (r.Fact is Domain.Cases.CaseEvent e ? CaseEventWriting.ToProto(e).ToByteString() : ByteString.Empty, r.Id, r.Corrects ?? "", RecordMapping.ToTimestamp(r.RecordedAt)!)));
        }

        // Taken in by another service, they stand as they stood.
        await using TestServer other = await TestServer.Start();
        using AsyncClientStreamingCall<ImportCasesRequest, ImportCasesResponse> import = other.CaseFiles.ImportCases();
        foreach (XesTrace trace in traces)
        {
            Domain.Cases.CaseFile back = CaseFileTraces.Read(trace, Vietnam);
            TraceTerms terms = CaseFileTraces.TermsOf(trace);
            await import.RequestStream.WriteAsync(new ImportCasesRequest
            {
                RequestId = NewId,
                CaseId = back.Id,
                Calendar = "calendars/" + terms.CalendarId,
                Place = terms.Place ?? "",
                Events = { back.Events.Select(CaseEventWriting.ToProto) },
            });
        }

        await import.RequestStream.CompleteAsync();
        Assert.Equal((4, 0), ((await import).ImportedCount, (await import).RefusedCount));
        Assert.Equal(all, (await other.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/-" })).Cases);
    }

    [Fact]
    public async Task Both_doors_give_the_same_log_and_another_reader_counts_its_events()
    {
        await using TestServer server = await World();
        byte[] bytes = await Export(server, new ExportCasesRequest { Parent = "units/-" });
        string file = Path.Combine(Path.GetDirectoryName(server.Database)!, "cases.xes");
        (int code, string output, string error) = ReformProcess.Run("export-cases", server.Database, "--to", file, "--language", "en");
        Assert.Equal((0, "3 cases written", ""), (code, output.Trim(), error));
        Assert.Equal(bytes, await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));

        var document = XDocument.Load(new MemoryStream(bytes));
        Assert.Equal(
            new Dictionary<string, int> { ["A-1"] = 4, ["H-1"] = 2, ["H-2"] = 1 },
            document.Root!.Elements(Xes + "trace").ToDictionary(
                t => t.Elements(Xes + "string").Single(a => a.Attribute("key")!.Value == "concept:name").Attribute("value")!.Value, t => t.Elements(Xes + "event").Count()));
    }

    [Theory]
    [InlineData("", "A-1 H-1 H-2")]
    [InlineData("secret", "A-1 H-1 H-2 S-1")]
    [InlineData("unit", "H-1 H-2")]
    [InlineData("procedure", "A-1")]
    [InlineData("from", "A-1 H-2")]
    [InlineData("before", "H-1")]
    public async Task Only_those_asked_for_are_taken_out(string filter, string expected)
    {
        await using TestServer server = await World();
        var request = new ExportCasesRequest { Parent = filter == "unit" ? "units/ward" : "units/-", WithSecret = filter == "secret", Procedure = filter == "procedure" ? "ST-ADOPT" : "" };
        request.ReceivedFrom = filter == "from" ? Civil.Date("2026-03-03") : null;
        request.ReceivedBefore = filter == "before" ? Civil.Date("2026-03-03") : null;
        Assert.Equal(expected, string.Join(' ', Ids(await Export(server, request))));

        string file = Path.Combine(Path.GetDirectoryName(server.Database)!, "cases.xes.gz");
        string[] options = filter switch
        {
            "secret" => ["--with-secret"],
            "unit" => ["--unit", "ward"],
            "procedure" => ["--procedure", "ST-ADOPT"],
            "from" => ["--received-from", "2026-03-03"],
            "before" => ["--received-before", "2026-03-03"],
            _ => [],
        };
        Assert.Equal(0, ReformProcess.Run(["export-cases", server.Database, "--to", file, .. options]).ExitCode);
        Assert.Equal(expected, string.Join(' ', Ids(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken))));
        Assert.Equal(2, ReformProcess.Run(["export-cases", server.Database, "--to", file, .. options]).ExitCode);
    }

    [Fact]
    public async Task A_state_or_a_due_date_may_be_asked_for_too()
    {
        await using TestServer server = await World();
        Assert.Equal(["A-1"], Ids(await Export(server, new ExportCasesRequest { Parent = "units/-", State = "closed" })));
        Assert.Empty(Ids(await Export(server, new ExportCasesRequest { Parent = "units/-", DueBefore = Civil.Date("2026-01-01") })));
    }

    [Fact]
    public async Task Secret_cases_need_a_role_of_their_own_for_the_unit()
    {
        await using TestServer server = await TestServer.Start(
            "--Access:Callers:root=organization_editor:*,case_editor:*", "--Access:Callers:reader=reader:ward", "--Access:Callers:keeper=secret_reader:ward",
            "--Access:Callers:elsewhere=reader:ward,secret_reader:city");
        async Task<string[]> As(string caller, string unit, bool withSecret)
        {
            using AsyncServerStreamingCall<ExportCasesResponse> call = server.CaseFiles.ExportCases(
                new ExportCasesRequest { Parent = "units/" + unit, WithSecret = withSecret }, new Metadata { { "reform-caller", caller } });
            return Ids(await Read(call));
        }

        var root = new Metadata { { "reform-caller", "root" } };
        foreach (string unit in (string[])["ward", "city"])
        {
            await server.Organizations.CreateUnitAsync(
                new Reform.Organizations.V1.CreateUnitRequest
                {
                    RequestId = NewId,
                    UnitId = unit,
                    Unit = new Reform.Organizations.V1.Unit
                    {
                        DisplayName = new Reform.Registers.V1.BilingualText { Vi = unit },
                        Kind = Reform.Organizations.V1.BodyKind.PeoplesCommittee,
                        Level = Reform.Organizations.V1.OrganizationLevel.Commune,
                    },
                },
                root);
        }

        await server.CaseFiles.CreateCaseAsync(new CreateCaseRequest { RequestId = NewId, CaseId = "S-1", Receipt = Receipt("2026-03-02", secret: true) }, root);
        await server.CaseFiles.CreateCaseAsync(new CreateCaseRequest { RequestId = NewId, CaseId = "H-1", Receipt = Receipt("2026-03-02") }, root);

        Assert.Equal(["H-1"], await As("reader", "ward", withSecret: false));
        Assert.Equal(["H-1", "S-1"], await As("keeper", "ward", withSecret: true));
        foreach ((string caller, string unit) in ((string, string)[])[("reader", "ward"), ("elsewhere", "ward"), ("keeper", "city"), ("root", "ward")])
        {
            Assert.Equal("ACCESS_DENIED", (await Refused.By(() => As(caller, unit, withSecret: true))).Reason);
        }
    }

    [Fact]
    public void A_file_that_is_none_of_the_service_is_refused()
    {
        string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;
        string file = Path.Combine(folder, "no.db");
        string target = Path.Combine(folder, "cases.xes");
        File.WriteAllText(file, "no database");
        (int code, string output, string error) = ReformProcess.Run("export-cases", file, "--to", target, "--language", "en");
        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("no.db: ", error, StringComparison.Ordinal);
        Assert.Equal(2, ReformProcess.Run("export-cases", file + ".none", "--to", target).ExitCode);
        Assert.Equal(["no.db"], Directory.GetFiles(folder).Select(Path.GetFileName));
        Directory.Delete(folder, recursive: true);
    }

    // A case with every kind of record: corrected, struck out, in texts what XML must escape; one in work, one just received, one secret.
    private static async Task<TestServer> World()
    {
        TestServer server = await TestServer.Start();
        CaseEvent adopt = Receipt("2026-03-03 08:30", "city", "ST-ADOPT");
        adopt.Received.Channel = "<\"online\" & \t\r\n 'khác'>";
        Reform.Casefiles.V1.CaseFile file = (await server.CaseFiles.CreateCaseAsync(
            new CreateCaseRequest { RequestId = NewId, CaseId = "A-1", Receipt = adopt, Place = "province" })).CaseFile;
        file = await server.Append(file, Start("2026-03-04", 1), Start("2026-03-04 10:00", 2));
        AppendCaseEventsResponse corrected = await server.CaseFiles.AppendCaseEventsAsync(new AppendCaseEventsRequest
        {
            RequestId = NewId,
            Name = file.Name,
            Etag = file.Etag,
            Entries = { new CaseEntry { Event = Start("2026-03-04", 1, "expert-2"), Corrects = "2" }, new CaseEntry { Corrects = "3" } },
        });
        await server.Append(corrected.CaseFile, Decide("2026-03-05 16:59"), Return("2026-03-06"));
        await server.Append((await server.Create("H-1", Receipt("2026-03-02"))).CaseFile, Start("2026-03-03", 1));
        await server.Create("H-2", Receipt("2026-03-03"));
        await server.Create("S-1", Receipt("2026-03-03", secret: true));
        return server;
    }

    private static async Task<byte[]> Export(TestServer server, ExportCasesRequest request)
    {
        using AsyncServerStreamingCall<ExportCasesResponse> call = server.CaseFiles.ExportCases(request);
        return await Read(call);
    }

    private static async Task<byte[]> Read(AsyncServerStreamingCall<ExportCasesResponse> call)
    {
        using var all = new MemoryStream();
        await foreach (ExportCasesResponse piece in call.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            piece.Data.WriteTo(all);
        }

        return all.ToArray();
    }

    private static string[] Ids(byte[] log) =>
        [.. XesReader.Read(new MemoryStream(log), new DataQuality(), isStrict: true).Select(t => CaseFileTraces.Read(t, Vietnam).Id)];
}
