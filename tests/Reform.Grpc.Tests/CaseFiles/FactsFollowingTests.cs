using Grpc.Core;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Casefiles.V1;
using Reform.Compliance.V1;
using Reform.Domain.Cases;
using Reform.Domain.Delegation;
using Reform.Grpc.CaseFiles;
using Reform.Grpc.Pilots;
using Reform.Grpc.Registers;
using Reform.Grpc.Storage;
using Reform.Grpc.Tests.Delegation;
using Reform.Grpc.Tests.Pilots;
using Reform.Grpc.Tests.Procedures;
using Reform.Procedures.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseInterpretationTests;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;
using CaseEvent = Reform.Casefiles.V1.CaseEvent;

namespace Reform.Grpc.Tests.CaseFiles;

/// <summary>
/// Stored facts and findings follow the registers. Every case of HP-1 is received on Monday 2 March 2026: five working days end on the 9th, three
/// on the 5th, eight on the 12th. What is worked out from the events alone, by the registers as they are then, is the reference.
/// </summary>
public sealed class FactsFollowingTests
{
    [Fact]
    public async Task A_new_definition_is_followed_by_its_cases_and_their_findings_alone()
    {
        await using TestServer server = await Start(out _);
        await Publish(server, 5);
        await Import(server, "HP-1", ("done", "2026-03-06"), ("open", null));
        await Import(server, "ST-DEATH", ("other", "2026-03-02"));
        Assert.Equal(Timeliness.Early, (await Row(server, "done")).Timeliness);
        long other = await Revision(server, "other");

        long shorter = await Publish(server, 3);
        await Followed(server, shorter);
        Assert.Equal((new LocalDate(2026, 3, 5), Timeliness.Late), ((await Row(server, "done")).DueOn!.Value, (await Row(server, "done")).Timeliness!.Value));
        Assert.Equal((shorter, shorter, other), (await Revision(server, "done"), await Revision(server, "open"), await Revision(server, "other")));
        Assert.Contains("CR-CAS-06", await Open(server, "done"));

        long longer = await Publish(server, 8);
        await Followed(server, longer);
        Assert.DoesNotContain("CR-CAS-06", await Open(server, "done"));
        Assert.Equal(FindingState.Resolved, (await Findings(server, "done")).Single(f => f.Rule.Code == "CR-CAS-06").State);

        // What is posted concerns no facts: it is followed without looking at any.
        long posted = (await server.Post(ProcedureWorld.Posting("p1", "2026-03-01"))).Revision;
        await Followed(server, posted);
        Assert.Equal((longer, longer, other), (await Revision(server, "done"), await Revision(server, "open"), await Revision(server, "other")));
        await AllFollow(server);
    }

    // Who decided is judged by the grants: entered later, and revoked later.
    [Fact]
    public async Task Grants_that_are_entered_later_are_followed_by_the_cases_that_they_concern()
    {
        await using TestServer server = await Start(out _);
        await server.EnterProvince();
        await server.Delegation.CreatePowerAsync(new Reform.Delegation.V1.CreatePowerRequest { RequestId = NewId, PowerId = "permit", Power = DelegationWorld.Permit() });
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(5, ("\"decided_by\": \"Chủ tịch\"", "\"decided_by\": \"Chủ tịch\", \"power\": \"permit\"")) });
        await Import(server, "HP-1", ("done", "2026-03-06"), ("open", null), ("later", "2026-03-09"));
        await Import(server, "ST-DEATH", ("other", "2026-03-02"));
        Assert.Equal(AuthorityVerdict.NotCompetent, (await Row(server, "done")).DecisionAuthority);
        Dictionary<string, long> before = await Revisions(server);

        long granted = (await server.Enter("g1", DelegationWorld.Mandate())).Revision;
        await Followed(server, granted);
        Assert.Equal((AuthorityVerdict.Competent, AuthorityVerdict.Competent), ((await Row(server, "done")).DecisionAuthority!.Value, (await Row(server, "later")).DecisionAuthority!.Value));
        Assert.Equal((granted, granted, before["open"], before["other"]), (await Revision(server, "done"), await Revision(server, "later"), await Revision(server, "open"), await Revision(server, "other")));
        await AllFollow(server);

        await Followed(server, (await server.Revoke("g1", "2026-03-08")).Revision);
        Assert.Equal((AuthorityVerdict.Competent, AuthorityVerdict.NotCompetent), ((await Row(server, "done")).DecisionAuthority!.Value, (await Row(server, "later")).DecisionAuthority!.Value));
        await AllFollow(server);
    }

    // HP-1 is tried by the pilot P-1 from now on. What is entered of the pilot later counts, for closed cases too; and of no other pilot, and for no others.
    [Fact]
    public async Task Pilots_that_are_entered_later_are_followed_by_the_cases_under_them()
    {
        await using TestServer server = await Start(out _);
        await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(5, ("\"field\":", "\"pilot\": \"P-1\", \"field\":")) });
        await Import(server, "HP-1", ("done", "2026-03-06"), ("open", null));
        await Import(server, "ST-DEATH", ("other", "2026-03-02"));
        CaseFacts before = await Row(server, "done");
        Assert.Equal(("P-1", null, false), (before.PilotId, before.PilotApprovedOn, before.IsUnitInPilot!.Value));
        Assert.Contains("CR-PIL-01", await Open(server, "done"));
        Assert.DoesNotContain("CR-PIL-03", await Open(server, "done"));
        Assert.Equal((null, null), ((await Row(server, "other")).PilotId, (await Row(server, "other")).IsUnitInPilot));
        long other = await Revision(server, "other");

        long approved = await Pilot(server, PilotWorld.Proposal(), PilotWorld.Sent(), PilotWorld.Approved());
        await Followed(server, approved);
        Assert.Equal((approved, approved, other), (await Revision(server, "done"), await Revision(server, "open"), await Revision(server, "other")));
        // Approved in time, for the ward, but for another procedure and until the end of 2025 only.
        Assert.DoesNotContain("CR-PIL-01", await Open(server, "done"));
        Assert.Contains("CR-PIL-03", await Open(server, "done"));
        Assert.Contains("CR-PIL-03", await Open(server, "open"));
        Finding found = (await Findings(server, "done")).Single(f => f.Rule.Code == "CR-PIL-03");
        Assert.Contains("thủ tục ngoài phạm vi; sau khi thí điểm kết thúc", found.Reason.Text, StringComparison.Ordinal);
        await AllFollow(server);

        Reform.Pilots.V1.PilotProposal wider = PilotWorld.Proposal();
        Reform.Pilots.V1.PilotEvent renewed = PilotWorld.Approved();
        (wider.Scope, renewed.Approved.Scope) = (Tried(), Tried());
        long corrected = await Correct(server, wider, renewed);
        await Followed(server, corrected);
        foreach (string id in (string[])["done", "open"])
        {
            Assert.DoesNotContain(await Open(server, id), code => code.StartsWith("CR-PIL", StringComparison.Ordinal));
            Assert.Equal(FindingState.Resolved, (await Findings(server, id)).Single(f => f.Rule.Code == "CR-PIL-03").State);
        }

        // Stopped on 5 March: one case goes on after that day, the other ended on the 6th.
        long stopped = await Pilot(server, new Reform.Pilots.V1.PilotEvent(PilotWorld.Happened("e5", "2026-03-05")) { Stopped = new Reform.Pilots.V1.PilotStop { Why = ProcedureWorld.Text("lỗi", "fault") } });
        await Followed(server, stopped);
        Assert.Equal(new LocalDate(2026, 3, 5), (await Row(server, "done")).PilotUntil);
        Assert.Contains("CR-PIL-03", await Open(server, "done"));
        Assert.Contains("CR-PIL-03", await Open(server, "open"));

        // Of another pilot, nothing is looked at again.
        await Followed(server, await Pilot(server, PilotWorld.Proposal("P-2")));
        Assert.Equal((stopped, stopped, other), (await Revision(server, "done"), await Revision(server, "open"), await Revision(server, "other")));
        await AllFollow(server);
        await server.Restart();
        await AllFollow(server);
    }

    // The office closes on 4 March: five working days from 2 March end a day later. The folder is read at the start; cases of other calendars stay.
    [Fact]
    public async Task A_calendar_that_is_another_one_after_a_start_is_followed_by_its_cases_and_their_findings()
    {
        string folder = Directory.CreateTempSubdirectory("reform-tests-").FullName;
        void Office(string closures) => File.WriteAllText(
            Path.Combine(folder, "office.overlay.json"), $$"""{ "id": "office", "title": { "vi": "Văn phòng", "en": "Office" }, "closures": [ {{closures}} ] }""");
        try
        {
            Office("");
            await using TestServer server = await TestServer.Start("--Calendars:Folder=" + folder);
            long revision = await Publish(server, 5);
            await ImportOn(server, "calendars/office", "HP-1", ("done", "2026-03-10"));
            await Import(server, "HP-1", ("other", "2026-03-10"));
            Assert.Equal((new LocalDate(2026, 3, 9), new LocalDate(2026, 3, 9)), ((await Row(server, "done")).DueOn!.Value, (await Row(server, "other")).DueOn!.Value));
            Assert.Contains("CR-CAS-06", await Open(server, "done"));
            string before = (await Row(server, "done")).CalendarVersion!;
            await Mark(server, "other");

            Office("""{ "first_day": "2026-03-04", "last_day": "2026-03-04", "name": { "vi": "Bão", "en": "Typhoon" }, "basis": "x" }""");
            await server.Restart();
            GetFactsProgressResponse progress = await server.CaseFiles.GetFactsProgressAsync(new GetFactsProgressRequest { WaitForRevision = revision });
            Assert.True(progress.CalendarsFollowed);
            Assert.Equal((new LocalDate(2026, 3, 10), Timeliness.OnTime), ((await Row(server, "done")).DueOn!.Value, (await Row(server, "done")).Timeliness!.Value));
            Assert.NotEqual(before, (await Row(server, "done")).CalendarVersion);
            Assert.DoesNotContain("CR-CAS-06", await Open(server, "done"));
            Assert.Equal(FindingState.Resolved, (await Findings(server, "done")).Single(f => f.Rule.Code == "CR-CAS-06").State);
            Assert.Equal(new LocalDate(2000, 1, 1), (await Row(server, "other")).DueOn);

            // The same calendar again: nothing is looked at.
            await Mark(server, "done");
            await server.Restart();
            await server.CaseFiles.GetFactsProgressAsync(new GetFactsProgressRequest { WaitForRevision = revision });
            Assert.Equal(new LocalDate(2000, 1, 1), (await Row(server, "done")).DueOn);

            // From before versions were noted: every case is looked at.
            await using (AsyncServiceScope scope = server.Scope())
            {
                await scope.ServiceProvider.GetRequiredService<ReformDbContext>().Database.ExecuteSqlAsync($"UPDATE CaseFiles SET FactsCalendar = NULL", TestContext.Current.CancellationToken);
            }

            await server.Restart();
            await server.CaseFiles.GetFactsProgressAsync(new GetFactsProgressRequest { WaitForRevision = revision });
            await AllFollow(server);

            // Without its calendar a case stays as it is, and the others are served.
            File.Delete(Path.Combine(folder, "office.overlay.json"));
            await server.Restart();
            await Followed(server, await Publish(server, 3));
            Assert.Equal((new LocalDate(2026, 3, 10), new LocalDate(2026, 3, 5)), ((await Row(server, "done")).DueOn!.Value, (await Row(server, "other")).DueOn!.Value));
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    // A sign by which it would be seen that the case was looked at again.
    private static async Task Mark(TestServer server, string id)
    {
        await using AsyncServiceScope scope = server.Scope();
        await scope.ServiceProvider.GetRequiredService<ReformDbContext>().Database.ExecuteSqlAsync(
            $"UPDATE CaseFacts SET DueOn = 20000101 WHERE CaseId = {id}", TestContext.Current.CancellationToken);
    }

    // Who heads the unit answers for what was found: another one, as soon as that is entered.
    [Fact]
    public async Task Findings_name_who_heads_the_unit_by_what_was_entered_last()
    {
        await using TestServer server = await Start(out _);
        await Publish(server, 3);
        await server.Organizations.CreateUnitAsync(Organizations.OrganizationWorld.Unit("ward", from: Organizations.OrganizationWorld.Day(2020, 1, 1)));
        await server.Organizations.CreatePositionAsync(Organizations.OrganizationWorld.Post("chair", "ward"));
        await Import(server, "HP-1", ("done", "2026-03-06"));
        Assert.Equal("", (await Findings(server, "done")).Single(f => f.Rule.Code == "CR-CAS-06").Head);
        await Followed(server, (await server.Organizations.CreateAppointmentAsync(Organizations.OrganizationWorld.Holds("P-1", "chair", Organizations.OrganizationWorld.Day(2025, 1, 1)))).Revision);
        Assert.Contains("P-1", (await Findings(server, "done")).Single(f => f.Rule.Code == "CR-CAS-06").Head, StringComparison.Ordinal);
    }

    // 120 cases are three steps. Half of them were looked at when the service stopped: the others are, after its start, and only they.
    [Fact]
    public async Task After_a_stop_in_the_middle_it_goes_on_where_it_was()
    {
        await using TestServer server = await Start(out _);
        await Publish(server, 5);
        string[] ids = await Many(server, 120);
        long before = (await server.CaseFiles.GetFactsProgressAsync(new GetFactsProgressRequest())).FactsRevision;
        long revision = await Publish(server, 3);
        await Followed(server, revision);
        await using (AsyncServiceScope scope = server.Scope())
        {
            ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
            // As it stood after the first step: its rows have a sign by which it would be seen that they are looked at again.
            await db.Database.ExecuteSqlAsync($"UPDATE FactsProgress SET Revision = {before}", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE CaseFacts SET DueOn = 20000101", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE CaseFiles SET FactsRevision = {before} WHERE CaseId >= {ids[60]}", TestContext.Current.CancellationToken);
        }

        await server.Restart();
        await Followed(server, revision);
        foreach (string id in ids)
        {
            Assert.Equal(string.CompareOrdinal(id, ids[60]) < 0 ? new LocalDate(2000, 1, 1) : new LocalDate(2026, 3, 5), (await Row(server, id)).DueOn);
        }
    }

    // Wherever a stop hits it, nothing is left behind.
    [Fact]
    public async Task Stops_at_any_time_lose_nothing()
    {
        await using TestServer server = await Start(out _);
        await Publish(server, 5);
        await Many(server, 160);
        long revision = 0;
        foreach (int days in (int[])[3, 8, 4])
        {
            revision = await Publish(server, days);
            await server.Restart();
        }

        await Followed(server, revision);
        await AllFollow(server);
    }

    // Between the first and the second step another process enters an interpretation: what is behind it then follows it in a second round.
    [Fact]
    public async Task What_is_entered_between_two_steps_is_followed_too()
    {
        await using TestServer server = await Start(out WatchedClock clock);
        await Publish(server, 5);
        CreateQuestionResponse asked = await server.Ask("q1", Asked());
        string[] ids = await Many(server, 120);
        // Nothing is left to follow: the next step is one of what is published now.
        await Followed(server, asked.Revision);
        Task entered = Task.CompletedTask;
        clock.Next(() => entered = EnterElsewhere(server));
        long revision = await Publish(server, 3);
        await Followed(server, revision);
        await entered;
        Assert.NotSame(Task.CompletedTask, entered);
        await Followed(server, revision + 1);
        Assert.All(ids, id => Assert.True(Revision(server, id).Result > revision));
        Assert.Equal(new LocalDate(2026, 3, 12), (await Row(server, ids[0])).DueOn);
        await AllFollow(server);
    }

    [Fact]
    public async Task Changes_of_registers_and_of_cases_at_once_end_in_the_same()
    {
        await using TestServer server = await Start(out _);
        await Publish(server, 5);
        string[] ids = await Many(server, 110);
        await server.Ask("q1", Asked());
        async Task Define()
        {
            foreach (int days in (int[])[3, 8, 6, 5, 4])
            {
                await Publish(server, days);
            }
        }

        async Task Interpret()
        {
            for (int i = 0; i < 5; i++)
            {
                Reform.Procedures.V1.Interpretation answer = Answered("2026-03-0" + (i + 1));
                answer.Question = "";
                await server.Answer("a" + i, answer);
            }
        }

        async Task Record()
        {
            foreach (string id in ids.Where((_, i) => i % 12 == 0))
            {
                await server.Append(await server.Get(id), new CaseEvent { At = At("2026-03-20"), Urged = new Reform.Casefiles.V1.CaseUrged() });
            }
        }

        // Whatever is behind while that goes on, indicators count by the registers of their moment.
        async Task Count()
        {
            for (int i = 0; i < 5; i++)
            {
                IndicatorFigures whole = (await server.CaseFiles.GetIndicatorsAsync(new GetIndicatorsRequest { Parent = "units/-", From = Civil.Date("2026-03-01"), AsOf = Civil.Date("2026-03-19") })).Whole;
                Assert.Equal(ids.Length, whole.Received);
            }
        }

        await Task.WhenAll(Define(), Interpret(), Record(), Count());
        await Followed(server, (await server.CaseFiles.GetFactsProgressAsync(new GetFactsProgressRequest())).Revision);
        await AllFollow(server);
    }

    // Rows that are behind are not counted: the figures are right before anything was followed.
    [Fact]
    public async Task Indicators_do_not_wait_for_what_is_behind()
    {
        await using TestServer server = await Start(out _);
        await Publish(server, 5);
        await Import(server, "HP-1", ("a", "2026-03-06"), ("b", "2026-03-04"));
        await Followed(server, await Publish(server, 3));
        var request = new GetIndicatorsRequest { Parent = "units/-", From = Civil.Date("2026-03-01"), AsOf = Civil.Date("2026-03-31") };
        GetIndicatorsResponse expected = await server.CaseFiles.GetIndicatorsAsync(request);
        Assert.Equal((1L, 1L), (expected.Whole.ResolvedLate, expected.Whole.ResolvedEarly));
        await using (AsyncServiceScope scope = server.Scope())
        {
            ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
            await db.Database.ExecuteSqlAsync($"UPDATE CaseFacts SET DueOn = 20260309, ComputedDueOn = 20260309, Timeliness = 0", TestContext.Current.CancellationToken);
            Assert.Equal((0L, 2L), ((await server.CaseFiles.GetIndicatorsAsync(request)).Whole.ResolvedLate, (await server.CaseFiles.GetIndicatorsAsync(request)).Whole.ResolvedEarly));
            await db.Database.ExecuteSqlAsync($"UPDATE CaseFiles SET FactsRevision = 0", TestContext.Current.CancellationToken);
            await db.Database.ExecuteSqlAsync($"UPDATE FactsProgress SET Revision = 0", TestContext.Current.CancellationToken);
        }

        Assert.Equal(expected, await server.CaseFiles.GetIndicatorsAsync(request));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public async Task No_one_waits_for_a_revision_that_there_is_not(long revision)
    {
        await using TestServer server = await Start(out _);
        Assert.Equal(1, await Publish(server, 5));
        await Followed(server, 1);
        Assert.Equal("wait_for_revision", (await Refused.By(async () => await server.CaseFiles.GetFactsProgressAsync(new GetFactsProgressRequest { WaitForRevision = revision }))).Fields.Single());
    }

    private static async Task<long> Pilot(TestServer server, params Google.Protobuf.IMessage[] facts) => (await server.EnterPilots(facts)).Revision;

    private static async Task<long> Correct(TestServer server, params Google.Protobuf.IMessage[] facts)
    {
        Reform.Pilots.V1.EnterPilotFactsRequest request = PilotWorld.Entering(facts);
        foreach (Reform.Pilots.V1.PilotEntry entry in request.Entries)
        {
            string name = entry.Fact.Proposal?.Name ?? entry.Fact.Event.Name;
            Reform.Pilots.V1.PilotFact known = (await server.Pilots.GetPilotFactAsync(new Reform.Pilots.V1.GetPilotFactRequest { Name = name })).Fact;
            entry.Etag = known.Proposal?.Etag ?? known.Event.Etag;
        }

        return (await server.Pilots.EnterPilotFactsAsync(request)).Revision;
    }

    private static Reform.Pilots.V1.PilotScope Tried() => new()
    {
        Procedures = { "procedures/HP-1" },
        Units = { "units/ward" },
        Period = ProcedureWorld.From("2026-01-01", "2027-01-01"),
    };

    private static Task<TestServer> Start(out WatchedClock clock)
    {
        var watched = new WatchedClock();
        clock = watched;
        return TestServer.Start(s => s.AddSingleton<IClock>(watched));
    }

    private static async Task<long> Publish(TestServer server, int days)
    {
        string etag = (await server.Procedures.ListProceduresAsync(new ListProceduresRequest { PageSize = 1000 })).Procedures.FirstOrDefault(p => p.Name == "procedures/HP-1")?.Etag ?? "";
        return (await server.Procedures.PublishProcedureAsync(new PublishProcedureRequest { RequestId = NewId, Content = PermitFile.Of(days), Etag = etag })).Revision;
    }

    private static async Task<string[]> Many(TestServer server, int count)
    {
        (string, string?)[] cases = [.. Enumerable.Range(0, count).Select(i => ("H-" + i.ToString("000", System.Globalization.CultureInfo.InvariantCulture), i % 4 == 0 ? null : "2026-03-" + (2 + (i % 12)).ToString("00", System.Globalization.CultureInfo.InvariantCulture)))];
        await Import(server, "HP-1", cases);
        return [.. cases.Select(c => c.Item1)];
    }

    private static Task Import(TestServer server, string procedure, params (string Id, string? Decided)[] cases) => ImportOn(server, "", procedure, cases);

    private static async Task ImportOn(TestServer server, string calendar, string procedure, params (string Id, string? Decided)[] cases)
    {
        using var call = server.CaseFiles.ImportCases();
        foreach ((string id, string? decided) in cases)
        {
            var message = new ImportCasesRequest { RequestId = NewId, CaseId = id, Calendar = calendar, Events = { Receipt("2026-03-02", "ward", procedure), CaseWorld.Start("2026-03-02", 1) } };
            if (decided is not null)
            {
                CaseEvent decision = Decide(decided);
                decision.By = "department";
                message.Events.AddRange([Finish(decided, 1), decision, Return(decided)]);
            }

            await call.RequestStream.WriteAsync(message);
        }

        await call.RequestStream.CompleteAsync();
        Assert.Equal(cases.Length, (await call).ImportedCount);
    }

    // As a second process on the same file would, in the first moment in which the store is free.
    private static async Task EnterElsewhere(TestServer server)
    {
        await using AsyncServiceScope scope = server.Scope();
        using IDisposable turn = await scope.ServiceProvider.GetRequiredService<WriteTurn>().Take(CancellationToken.None);
        ReformDbContext db = scope.ServiceProvider.GetRequiredService<ReformDbContext>();
        Reform.Procedures.V1.Interpretation answer = Answered("2026-03-01");
        answer.Name = "interpretations/a1";
        db.RegisterRecords.Add(new RegisterRecordRow
        {
            List = "interpretations",
            RecordId = "interpretations/elsewhere",
            RecordedAtMicros = await db.RegisterRecords.MaxAsync(r => r.RecordedAtMicros) + 1,
            Content = Google.Protobuf.MessageExtensions.ToByteArray(answer),
            EnteredBy = "elsewhere",
        });
        await db.SaveChangesAsync();
    }

    private static async Task<CaseFacts> Row(TestServer server, string id)
    {
        await using AsyncServiceScope scope = server.Scope();
        return await scope.ServiceProvider.GetRequiredService<ReformDbContext>().CaseFacts.AsNoTracking().SingleAsync(f => f.CaseId == id, TestContext.Current.CancellationToken);
    }

    private static async Task<long> Revision(TestServer server, string id) => (await Revisions(server))[id];

    private static async Task<Dictionary<string, long>> Revisions(TestServer server)
    {
        await using AsyncServiceScope scope = server.Scope();
        return await scope.ServiceProvider.GetRequiredService<ReformDbContext>().CaseFiles.AsNoTracking().ToDictionaryAsync(f => f.CaseId, f => f.FactsRevision, TestContext.Current.CancellationToken);
    }

    private static async Task<List<Finding>> Findings(TestServer server, string id) =>
        [.. (await server.Compliance.ListFindingsAsync(new ListFindingsRequest { Parent = "units/-", Subject = "caseFiles/" + id, PageSize = 1000 })).Findings];

    private static async Task<string[]> Open(TestServer server, string id) => [.. (await Findings(server, id)).Where(f => f.State != FindingState.Resolved).Select(f => f.Rule.Code)];

    // Every row is what its events say by the registers as they are, and so is every finding: judging all again finds nothing new.
    private static async Task AllFollow(TestServer server)
    {
        await using (AsyncServiceScope scope = server.Scope())
        {
            CaseFileStore store = scope.ServiceProvider.GetRequiredService<CaseFileStore>();
            RegisterState state = await store.Registers(TestContext.Current.CancellationToken);
            await foreach ((StoredCase stored, Domain.Cases.CaseFile file) in store.All(store.Db.CaseFiles, TestContext.Current.CancellationToken))
            {
                CaseFacts row = await store.Db.CaseFacts.AsNoTracking().SingleAsync(f => f.CaseId == file.Id, TestContext.Current.CancellationToken);
                (CaseTerms terms, _) = await store.TermsOf(stored, file, TestContext.Current.CancellationToken);
                Assert.Equal(CaseFacts.Of(file, terms, row.AsOf.At(new LocalTime(12, 0)), state.Authority, state.Pilots), row);
            }
        }

        using AsyncServerStreamingCall<EvaluateCasesResponse> run = server.Compliance.EvaluateCases(new EvaluateCasesRequest { Parent = "units/-", ValidateOnly = true });
        EvaluateCasesResponse last = new();
        await foreach (EvaluateCasesResponse message in run.ResponseStream.ReadAllAsync(TestContext.Current.CancellationToken))
        {
            last = message;
        }

        Assert.True(last.Done && last.JudgedCases > 0);
        Assert.Empty(last.Events);
    }

    /// <summary>Stands at nine in the morning of 20 March 2026, and does something when it is next looked at while stored facts are followed.</summary>
    private sealed class WatchedClock : IClock
    {
        private Action? next;

        public void Next(Action action) => Volatile.Write(ref next, action);

        public Instant GetCurrentInstant()
        {
            if (Environment.StackTrace.Contains(typeof(FactsFollowing).FullName + ".LookAgain", StringComparison.Ordinal))
            {
                Interlocked.Exchange(ref next, null)?.Invoke();
            }

            return Instant.FromUtc(2026, 3, 20, 2, 0);
        }
    }
}
