using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Casefiles.V1;
using Reform.Domain.Cases;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Tests.Delegation;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;
using CaseEvent = Reform.Casefiles.V1.CaseEvent;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>Lists, desks, imports, simulations and indicators over many stored cases.</summary>
public sealed class CaseQuestionTests
{
    [Fact]
    public async Task Pages_hold_every_case_once_while_others_come()
    {
        await using TestServer server = await TestServer.Start();
        await Import(server, Enumerable.Range(0, 25).Select(i => Message("H-" + i.ToString("00", null), Receipt("2026-03-02", i % 2 == 0 ? "ward" : "city"))));
        var seen = new List<string>();
        string token = "";
        do
        {
            ListCasesResponse page = await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/ward", PageSize = 4, PageToken = token });
            seen.AddRange(page.Cases.Select(c => c.Name));
            token = page.NextPageToken;
            await server.Create("A-" + seen.Count, Receipt("2026-03-03"));
        }
        while (token.Length > 0);

        Assert.Equal(Enumerable.Range(0, 13).Select(i => "caseFiles/H-" + (2 * i).ToString("00", null)), seen);
        Refused other = await Refused.By(async () => await server.CaseFiles.ListCasesAsync(new ListCasesRequest
        {
            Parent = "units/city",
            PageToken = (await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/ward", PageSize = 1 })).NextPageToken,
        }));
        Assert.Equal("page_token", other.Fields.Single());
    }

    [Fact]
    public async Task Lists_look_at_state_and_dates()
    {
        await using TestServer server = await TestServer.Start();
        await Import(server,
        [
            Message("open-late", Receipt("2026-03-02", "ward", "ST-ADOPT"), Complete("2026-03-02")),
            Message("closed", Receipt("2026-03-02", "ward", "ST-ADOPT"), Complete("2026-03-02"), Decide("2026-03-03"), Return("2026-03-03")),
            Message("new", Receipt("2026-04-01", "ward", "ST-ADOPT"), Complete("2026-04-01")),
        ]);
        async Task<string[]> List(ListCasesRequest request)
        {
            request.Parent = "units/ward";
            return [.. (await server.CaseFiles.ListCasesAsync(request)).Cases.Select(c => c.Name["caseFiles/".Length..])];
        }

        Assert.Equal(["closed"], await List(new ListCasesRequest { State = "closed" }));
        Assert.Equal(["new"], await List(new ListCasesRequest { ReceivedFrom = Civil.Date("2026-04-01") }));
        Assert.Equal(["closed", "open-late"], await List(new ListCasesRequest { ReceivedBefore = Civil.Date("2026-04-01") }));
        Assert.Equal(["new", "open-late"], await List(new ListCasesRequest { Procedure = "ST-ADOPT", State = "in_progress" }));
        Assert.Empty(await List(new ListCasesRequest { DueBefore = Civil.Date("2026-03-01") }));
        Assert.Equal("state", (await Refused.By(async () => await List(new ListCasesRequest { State = "asleep" }))).Fields.Single());
    }

    [Fact]
    public async Task An_import_is_done_once_and_names_what_it_refuses()
    {
        await using TestServer server = await TestServer.Start();
        ImportCasesRequest[] messages =
        [
            Message("H-1", Receipt("2026-03-02"), Start("2026-03-03", 1)),
            Message("H-2", Receipt("2026-03-02"), Finish("2026-03-03", 1)),
            Message("H-1", Receipt("2026-03-02")),
            Message("H-3", Receipt("2026-03-02"), Decide("2026-03-03")),
        ];
        ImportCasesResponse first = await Import(server, messages);
        await server.Restart();
        ImportCasesResponse again = await Import(server, messages);

        Assert.Equal((2, 0, 2), (first.ImportedCount, first.KnownCount, first.RefusedCount));
        Assert.Equal([(1, "H-2"), (2, "H-1")], first.Refusals.Select(r => ((int)r.Index, r.CaseId)));
        Assert.Equal((0, 2, 2), (again.ImportedCount, again.KnownCount, again.RefusedCount));
        Assert.Equal(["caseFiles/H-1", "caseFiles/H-3"], (await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/-" })).Cases.Select(c => c.Name));
    }

    [Fact]
    public async Task The_desk_of_an_officer()
    {
        await using TestServer server = await TestServer.Start();
        await Import(server,
        [
            Message("mine", Receipt("2026-03-02"), Start("2026-03-03", 1)),
            Message("done", Receipt("2026-03-02"), Start("2026-03-03", 1), Decide("2026-03-03")),
            Message("others", Receipt("2026-03-02"), Start("2026-03-03", 1, "expert-2")),
            Message("elsewhere", Receipt("2026-03-02", "city"), Start("2026-03-03", 1)),
        ]);

        ListDeskResponse desk = await server.CaseFiles.ListDeskAsync(new ListDeskRequest { Unit = "units/ward", Officer = "expert-1", LanguageCode = "en" });

        Assert.Equal(["caseFiles/mine"], desk.Items.Select(i => i.CaseFile));
        Assert.Equal("officer", (await Refused.By(async () => await server.CaseFiles.ListDeskAsync(new ListDeskRequest { Unit = "units/ward" }))).Fields.Single());
    }

    // The version names the power, and the register of authority says who holds it.
    [Theory]
    [InlineData("chair", "competent", "holds_by_law")]
    [InlineData("head", "not_competent", "no_grant")]
    public async Task The_desk_says_whether_the_officer_may_decide(string officer, string verdict, string reason)
    {
        await using TestServer server = await DelegationWorld.Start();
        await server.Procedures.PublishProcedureAsync(new Reform.Procedures.V1.PublishProcedureRequest
        {
            RequestId = NewId,
            Content = Procedures.PermitFile.Of(5, ("\"decided_by\": \"Chủ tịch\"", "\"decided_by\": \"Chủ tịch\", \"power\": \"permit\"")),
        });
        await Import(server, [Message("H-1", Receipt("2026-03-02", "department", "HP-1"), Start("2026-03-03", 1, officer))]);

        ListDeskResponse desk = await server.CaseFiles.ListDeskAsync(new ListDeskRequest { Unit = "units/department", Officer = officer, LanguageCode = "en" });

        Reform.Casefiles.V1.DeskItem item = Assert.Single(desk.Items);
        Assert.Equal((true, verdict), (item.AwaitsDecision, item.MayDecide));
        Assert.Contains(reason, item.MayDecideReasons.Select(r => r.Code));
    }

    // 15 working days: both in time; under two working days the slow one would be late.
    [Fact]
    public async Task A_simulation_touches_nothing()
    {
        await using TestServer server = await TestServer.Start();
        await Import(server,
        [
            Message("fast", Receipt("2026-03-02", "ward", "ST-ADOPT"), Complete("2026-03-02"), Decide("2026-03-03"), Return("2026-03-03")),
            Message("slow", Receipt("2026-03-02", "ward", "ST-ADOPT"), Complete("2026-03-02"), Decide("2026-03-05"), Return("2026-03-05")),
        ]);
        var request = new SimulateCasesRequest
        {
            Parent = "units/ward",
            Limit = new Reform.Deadlines.V1.TimeLimit { Amount = 2, Unit = Reform.Deadlines.V1.TimeUnit.WorkingDay },
            AsOf = Civil.Date("2026-03-31"),
            MaxDifferences = 10,
        };
        SimulateCasesResponse response = await server.CaseFiles.SimulateCasesAsync(request);

        Assert.Equal((2L, 1L, 1L), (response.Whole.Before.Early, response.Whole.After.Late, response.Whole.After.Early));
        Assert.Equal(response, await server.CaseFiles.SimulateCasesAsync(request));
        Assert.Equal("max_differences", (await Refused.By(async () =>
        {
            request.MaxDifferences = 1001;
            await server.CaseFiles.SimulateCasesAsync(request);
        })).Fields.Single());
    }

    // Five working days from Monday 2 March are due on the 9th, three on the 5th: who decided on the 6th would be late under the draft.
    [Fact]
    public async Task A_draft_is_simulated_before_it_is_published()
    {
        await using TestServer server = await TestServer.Start();
        await server.Procedures.PublishProcedureAsync(new Reform.Procedures.V1.PublishProcedureRequest { RequestId = NewId, Content = Procedures.PermitFile.Of(5) });
        await Import(server,
        [
            Message("fast", Receipt("2026-03-02", "ward", "HP-1"), Decide("2026-03-04")),
            Message("slow", Receipt("2026-03-02", "ward", "HP-1"), Decide("2026-03-06")),
        ]);
        var request = new SimulateCasesRequest { Parent = "units/ward", Procedure = "HP-1", Draft = Procedures.PermitFile.Of(3), AsOf = Civil.Date("2026-03-31"), MaxDifferences = 10 };
        SimulateCasesResponse response = await server.CaseFiles.SimulateCasesAsync(request);

        Assert.Equal((2L, 0L), (response.Whole.Before.Early, response.Whole.Before.Late));
        SimulatedDifference late = Assert.Single(response.Differences);
        Assert.Equal(("caseFiles/slow", "early", "late", "2026-03-09", "2026-03-05"), (late.CaseFile, late.Before, late.After, Civil.Text(late.DueBefore), Civil.Text(late.DueAfter)));
        request.Procedure = "";
        Assert.Equal("procedure", (await Refused.By(async () => await server.CaseFiles.SimulateCasesAsync(request))).Fields.Single());
        request.Procedure = "ST-DEATH";
        Assert.Equal("draft", (await Refused.By(async () => await server.CaseFiles.SimulateCasesAsync(request))).Fields.Single());
    }

    // What stands in rows and what is replayed gives the same figures as replaying everything; a correction changes only what knows of it.
    [Fact]
    public async Task Indicators_are_those_of_every_case_replayed()
    {
        await using TestServer server = await TestServer.Start();
        var random = new Random(72);
        await Import(server, Enumerable.Range(0, 120).Select(i =>
        {
            int took = random.Next(0, 40);
            LocalDate received = new LocalDate(2026, 2, 1).PlusDays(random.Next(0, 52));
            var events = new List<CaseEvent> { Receipt(Iso(received), i % 3 == 0 ? "city" : "ward", i % 2 == 0 ? "ST-ADOPT" : "ST-DEATH", secret: i % 17 == 0), Complete(Iso(received)), Start(Iso(received), 1) };
            if (took % 4 != 0)
            {
                events.AddRange([Finish(Iso(received.PlusDays(took)), 1), took % 5 == 0 ? Withdraw(Iso(received.PlusDays(took))) : Decide(Iso(received.PlusDays(took)))]);
            }

            return Message("H-" + i, [.. events]);
        }));
        var request = new GetIndicatorsRequest { Parent = "units/-", From = Civil.Date("2026-03-10"), AsOf = Civil.Date("2026-03-31") };
        GetIndicatorsResponse before = await server.CaseFiles.GetIndicatorsAsync(request);
        Assert.Equal(await Replayed(server, request), before.Whole);
        Assert.True(before.Whole.ResolvedLate > 0 && before.Whole.ResolvedEarly > 0 && before.Whole.PendingOverdue > 0 && before.Whole.CarriedOver > 0 && before.Whole.SecretLeftOut > 0, before.Whole.ToString());
        Assert.Equal(before.Whole.Received, before.Units.Sum(u => u.Received));

        // H-1 was withdrawn on 31 March after all: known from now on.
        Reform.Casefiles.V1.CaseFile open = await FirstOpen(server);
        CaseRecord last = (await server.CaseFiles.ListCaseRecordsAsync(new ListCaseRecordsRequest { Parent = open.Name })).Records[^1];
        await server.Append(open, Withdraw("2026-03-31"));
        GetIndicatorsResponse after = await server.CaseFiles.GetIndicatorsAsync(request);
        Assert.Equal(before.Whole.Withdrawn + 1, after.Whole.Withdrawn);
        Assert.Equal(await Replayed(server, request), after.Whole);
        request.KnownAt = await Latest(server, open.Name, last);
        Assert.Equal(before.Whole, (await server.CaseFiles.GetIndicatorsAsync(request)).Whole);
    }

    // Work under a procedure that is written down nowhere is counted; of rows that are older than the figure, too.
    [Fact]
    public async Task Cases_under_an_unwritten_procedure_are_counted()
    {
        await using TestServer server = await TestServer.Start();
        await server.Procedures.PublishProcedureAsync(new Reform.Procedures.V1.PublishProcedureRequest
        {
            RequestId = NewId,
            Content = Procedures.PermitFile.Of(5, ("\"documents\": []", "\"documents\": [], \"written\": false")),
        });
        await Import(server,
        [
            Message("done", Receipt("2026-03-02", "ward", "HP-1"), Decide("2026-03-03")),
            Message("open", Receipt("2026-03-02", "ward", "HP-1"), Start("2026-03-03", 1)),
            Message("secret", Receipt("2026-03-02", "ward", "HP-1", secret: true)),
            Message("before", Receipt("2026-02-02", "ward", "HP-1"), Decide("2026-02-03")),
            Message("written", Receipt("2026-03-02"), Decide("2026-03-03")),
        ]);
        var request = new GetIndicatorsRequest { Parent = "units/-", From = Civil.Date("2026-03-01"), AsOf = Civil.Date("2026-03-31") };
        GetIndicatorsResponse answer = await server.CaseFiles.GetIndicatorsAsync(request);
        Assert.Equal(2, answer.Whole.UnderUnwrittenProcedure);
        Assert.Equal([("HP-1", 2L), ("ST-DEATH", 0L)], answer.Procedures.Select(p => (p.Procedure, p.UnderUnwrittenProcedure)));

        await using AsyncServiceScope scope = server.Scope();
        await scope.ServiceProvider.GetRequiredService<CaseFileStore>().Db.Database.ExecuteSqlRawAsync(
            "UPDATE CaseFacts SET IsProcedureWritten = NULL", TestContext.Current.CancellationToken);
        Assert.Equal(answer, await server.CaseFiles.GetIndicatorsAsync(request));
    }

    // The facts that are stored as a row are the facts that are computed in memory.
    [Fact]
    public async Task Facts_are_the_same_in_memory_and_as_a_row()
    {
        await using TestServer server = await TestServer.Start();
        await Import(server,
        [
            Message("H-1", Receipt("2026-03-02 09:00", "ward", "ST-ADOPT"), Complete("2026-03-02 10:00"), Start("2026-03-02 10:00", 1), Finish("2026-03-04 10:00", 1), Decide("2026-03-04 11:00"), Return("2026-03-05")),
            Message("H-2", Receipt("2026-03-02", "ward", "ST-DEATH", secret: true)),
        ]);
        await using AsyncServiceScope scope = server.Scope();
        CaseFileStore store = scope.ServiceProvider.GetRequiredService<CaseFileStore>();
        int compared = 0;
        await foreach ((StoredCase stored, Reform.Domain.Cases.CaseFile file) in store.All(store.Db.CaseFiles, TestContext.Current.CancellationToken))
        {
            (CaseTerms terms, _) = await store.TermsOf(stored, file, TestContext.Current.CancellationToken);
            CaseFacts row = await store.Db.CaseFacts.AsNoTracking().SingleAsync(f => f.CaseId == file.Id, TestContext.Current.CancellationToken);
            Assert.Equal(CaseFacts.Of(file, terms, row.AsOf.At(new LocalTime(12, 0))), row);
            compared++;
        }

        Assert.Equal(2, compared);
    }

    private static async Task<IndicatorFigures> Replayed(TestServer server, GetIndicatorsRequest request)
    {
        await using AsyncServiceScope scope = server.Scope();
        CaseFileStore store = scope.ServiceProvider.GetRequiredService<CaseFileStore>();
        LocalDate asOf = new(request.AsOf.Year, request.AsOf.Month, request.AsOf.Day);
        var tally = new Reform.Domain.Indicators.IndicatorTally(new LocalDate(request.From.Year, request.From.Month, request.From.Day), asOf);
        await foreach ((StoredCase stored, Reform.Domain.Cases.CaseFile file) in store.All(store.Db.CaseFiles, TestContext.Current.CancellationToken))
        {
            (CaseTerms terms, _) = await store.TermsOf(stored, file, TestContext.Current.CancellationToken);
            if (file.AsOf(asOf) is { } then)
            {
                tally.Add(CaseFacts.Of(then, terms, asOf.At(new LocalTime(23, 59, 59))));
            }
        }

        return CaseFileMapping.ToProto(tally.Report().Whole);
    }

    private static async Task<Reform.Casefiles.V1.CaseFile> FirstOpen(TestServer server)
    {
        string name = (await server.CaseFiles.ListCasesAsync(new ListCasesRequest { Parent = "units/-", State = "in_progress", ReceivedFrom = Civil.Date("2026-03-11") })).Cases[1].Name;
        return await server.Get(name["caseFiles/".Length..]);
    }

    private static async Task<Google.Protobuf.WellKnownTypes.Timestamp> Latest(TestServer server, string name, CaseRecord before)
    {
        // The moment before the withdrawal was recorded.
        CaseRecord last = (await server.CaseFiles.ListCaseRecordsAsync(new ListCaseRecordsRequest { Parent = name })).Records[^1];
        Assert.True(last.Info.RecordTime > before.Info.RecordTime);
        var earlier = last.Info.RecordTime.ToDateTimeOffset().AddMicroseconds(-1);
        return Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(earlier);
    }

    private static string Iso(LocalDate date) => NodaTime.Text.LocalDatePattern.Iso.Format(date);

    private static CaseEvent Complete(string at) => new() { At = At(at), CompletenessChecked = new Reform.Casefiles.V1.CompletenessChecked { Complete = true } };

    private static CaseEvent Withdraw(string at) => new() { At = At(at), Withdrawn = new Reform.Casefiles.V1.CaseWithdrawn() };

    private static ImportCasesRequest Message(string id, params CaseEvent[] events) =>
        new() { RequestId = GuidOf(id + events.Length), CaseId = id, Events = { events } };

    private static string GuidOf(string text) => new Guid(System.Security.Cryptography.SHA256.HashData(System.Text.Encoding.UTF8.GetBytes(text)).AsSpan(0, 16)).ToString();

    private static async Task<ImportCasesResponse> Import(TestServer server, IEnumerable<ImportCasesRequest> messages)
    {
        using var call = server.CaseFiles.ImportCases();
        foreach (ImportCasesRequest message in messages)
        {
            await call.RequestStream.WriteAsync(message);
        }

        await call.RequestStream.CompleteAsync();
        return await call;
    }
}
