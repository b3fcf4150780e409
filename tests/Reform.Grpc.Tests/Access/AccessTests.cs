using Google.Protobuf.Reflection;
using Grpc.Core;
using Reform.Calendars.V1;
using Reform.Casefiles.V1;
using Reform.Cases.V1;
using Reform.Compliance.V1;
using Reform.Deadlines.V1;
using Reform.Delegation.V1;
using Reform.Grpc.Access;
using Reform.Inspections.V1;
using Reform.Organizations.V1;
using Reform.Pilots.V1;
using Reform.Procedures.V1;
using Reform.Programmes.V1;
using Reform.Registers.V1;
using GetCaseRequest = Reform.Casefiles.V1.GetCaseRequest;

namespace Reform.Grpc.Tests.Access;

/// <summary>Who may call what for which unit: by the table, and nobody else.</summary>
public sealed class AccessTests
{
    private static readonly ServiceDescriptor[] Services =
    [
        CalendarService.Descriptor, DeadlineService.Descriptor, CaseLogService.Descriptor, ComplianceService.Descriptor, DataRuleService.Descriptor,
        OrganizationService.Descriptor, DelegationService.Descriptor, CaseService.Descriptor, ProcedureService.Descriptor,
        InterpretationService.Descriptor, PublicationService.Descriptor, ReviewService.Descriptor, InspectionService.Descriptor, PilotService.Descriptor,
        ProgrammeService.Descriptor, Reform.Scoring.V1.ScoringService.Descriptor,
        global::Grpc.Health.V1.Health.Descriptor,
        global::Grpc.Reflection.V1Alpha.ServerReflection.Descriptor,
    ];

    private static readonly string[] Settings =
    [
        "--Access:Callers:root=organization_editor:*,delegation_editor:*",
        "--Access:Callers:city-reader=reader:city",
        "--Access:Callers:ward-editor=organization_editor:ward,delegation_editor:ward",
        "--Access:Callers:case-clerk=case_editor:*",
        "--Access:Callers:ward-clerk=case_editor:ward",
        "--Access:Callers:other-clerk=case_editor:other",
        "--Access:Callers:nobody=",
    ];

    [Fact]
    public void Every_method_of_every_service_stands_in_the_table_and_nothing_else()
    {
        HashSet<string> methods = [.. Services.SelectMany(s => s.Methods.Select(m => "/" + s.FullName + "/" + m.Name))];
        HashSet<string> table = [.. AccessTable.Methods];
        table.Remove("/grpc.reflection.v1.ServerReflection/ServerReflectionInfo");
        Assert.Equal(methods.Order(StringComparer.Ordinal), table.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Without_named_callers_a_call_from_the_machine_itself_may_do_everything()
    {
        await using TestServer server = await TestServer.Start();
        Assert.Empty((await server.Organizations.ListUnitsAsync(new ListUnitsRequest { Parent = "units/-" })).Units);
    }

    [Fact]
    public async Task Who_came_through_a_proxy_is_not_known()
    {
        await using TestServer server = await TestServer.Start();
        var headers = new Metadata { { "x-forwarded-for", "192.0.2.1" } };
        Refused refused = await Refused.By(async () => await server.Calendars.ListCalendarsAsync(new ListCalendarsRequest(), headers));
        Assert.Equal(StatusCode.Unauthenticated, refused.Code);
        Assert.Equal("CALLER_UNKNOWN", refused.Reason);
    }

    [Fact]
    public async Task With_named_callers_nobody_else_is_let_in_but_to_the_health_check()
    {
        await using TestServer server = await TestServer.Start(Settings);
        foreach (Metadata headers in (Metadata[])[[], As("stranger"), [.. As("root"), .. As("city-reader")]])
        {
            Refused refused = await Refused.By(async () => await server.Calendars.ListCalendarsAsync(new ListCalendarsRequest(), headers));
            Assert.Equal("CALLER_UNKNOWN", refused.Reason);
        }

        var health = new global::Grpc.Health.V1.Health.HealthClient(server.Channel);
        Assert.Equal(
            global::Grpc.Health.V1.HealthCheckResponse.Types.ServingStatus.Serving,
            (await health.CheckAsync(new global::Grpc.Health.V1.HealthCheckRequest())).Status);
    }

    // Who may do it, and who may not: root has the whole, the reader the city with all below, the editor the ward alone.
    [Theory]
    [InlineData("root", "units/city", true)]
    [InlineData("city-reader", "units/city", true)]
    [InlineData("city-reader", "units/ward", true)]
    [InlineData("city-reader", "units/other", false)]
    [InlineData("city-reader", "units/nowhere", false)]
    [InlineData("city-reader", "units/-", false)]
    [InlineData("ward-editor", "units/ward", true)]
    [InlineData("ward-editor", "units/city", false)]
    [InlineData("case-clerk", "units/nowhere", true)]
    [InlineData("nobody", "units/ward", false)]
    public async Task A_role_is_held_for_a_unit_and_what_stands_under_it(string caller, string unit, bool mayRead)
    {
        await using TestServer server = await Started();
        async Task Call() => await server.Organizations.ListPositionsAsync(new ListPositionsRequest { Parent = unit }, As(caller));
        if (mayRead && unit != "units/nowhere")
        {
            await Call();
            return;
        }

        Refused refused = await Refused.By(Call);
        Assert.Equal(mayRead ? "RESOURCE_NOT_FOUND" : "ACCESS_DENIED", refused.Reason);
    }

    [Fact]
    public async Task Whoever_may_only_read_changes_nothing()
    {
        await using TestServer server = await Started();
        Refused refused = await Refused.By(async () => await server.Organizations.CreatePositionAsync(Post("post-1", "ward"), As("city-reader")));
        Assert.Equal("ACCESS_DENIED", refused.Reason);
        Assert.Equal(StatusCode.PermissionDenied, refused.Code);
        Assert.Empty((await server.Organizations.ListPositionsAsync(new ListPositionsRequest { Parent = "units/-" }, As("root"))).Positions);
    }

    [Fact]
    public async Task An_editor_enters_what_belongs_to_its_unit_and_nothing_elsewhere()
    {
        await using TestServer server = await Started();
        CreatePositionResponse made = await server.Organizations.CreatePositionAsync(Post("post-1", "ward"), As("ward-editor"));
        Assert.Equal("ward-editor", made.Record.EnteredBy);
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.Organizations.CreatePositionAsync(Post("post-2", "other"), As("ward-editor")))).Reason);

        // Nor may a position be carried off into the own unit, or out of it.
        await server.Organizations.CreatePositionAsync(Post("post-3", "other"), As("root"));
        Position other = (await server.Organizations.GetPositionAsync(new GetPositionRequest { Name = "positions/post-3" }, As("root"))).Position;
        Position stolen = other.Clone();
        stolen.Unit = "units/ward";
        var update = new UpdatePositionRequest { RequestId = Guid.NewGuid().ToString(), Position = stolen, Etag = other.Etag };
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.Organizations.UpdatePositionAsync(update, As("ward-editor")))).Reason);
    }

    [Fact]
    public async Task A_root_unit_and_a_batch_are_entered_by_whoever_has_the_whole()
    {
        await using TestServer server = await Started();
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.Organizations.CreateUnitAsync(Body("new", null), As("ward-editor")))).Reason);
        await server.Organizations.CreateUnitAsync(Body("below", "ward"), As("ward-editor"));
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.Organizations.RecordOrganizationFactsAsync(
            new RecordOrganizationFactsRequest { RequestId = Guid.NewGuid().ToString() }, As("ward-editor")))).Reason);
    }

    [Fact]
    public async Task A_grant_is_its_grantors_to_change_and_both_parties_to_read()
    {
        await using TestServer server = await Started();
        await server.Delegation.CreatePowerAsync(
            new CreatePowerRequest { RequestId = Guid.NewGuid().ToString(), PowerId = "permit", Power = new Power { DisplayName = Text("Cấp phép") } }, As("root"));
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.Delegation.CreateGrantAsync(Mandate("city", "ward"), As("ward-editor")))).Reason);
        CreateGrantResponse made = await server.Delegation.CreateGrantAsync(Mandate("city", "ward"), As("root"));
        await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = made.Grant.Name }, As("ward-editor"));
        var revoke = new RevokeGrantRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Name = made.Grant.Name,
            Etag = made.Grant.Etag,
            On = new Google.Type.Date { Year = 2026, Month = 6, Day = 1 },
        };
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.Delegation.RevokeGrantAsync(revoke, As("ward-editor")))).Reason);
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/none" }, As("ward-editor")))).Reason);
        await server.Delegation.RevokeGrantAsync(revoke, As("root"));
    }

    [Fact]
    public async Task In_a_stream_every_question_is_looked_at()
    {
        await using TestServer server = await Started();
        await server.Delegation.CreatePowerAsync(
            new CreatePowerRequest { RequestId = Guid.NewGuid().ToString(), PowerId = "permit", Power = new Power { DisplayName = Text("Cấp phép") } }, As("root"));
        using AsyncDuplexStreamingCall<StreamCheckAuthorityRequest, StreamCheckAuthorityResponse> call = server.Delegation.StreamCheckAuthority(As("ward-editor"));
        await call.RequestStream.WriteAsync(Ask("ward"));
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(AuthorityVerdict.NotCompetent, call.ResponseStream.Current.Answer.Decision.Verdict);
        await call.RequestStream.WriteAsync(Ask("city"));
        Refused refused = await Refused.By(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal("ACCESS_DENIED", refused.Reason);
    }

    [Fact]
    public async Task Cases_need_a_role_of_their_own()
    {
        await using TestServer server = await Started();
        await server.CaseLogs.ListCaseLogsAsync(new ListCaseLogsRequest(), As("case-clerk"));
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.CaseLogs.ListCaseLogsAsync(new ListCaseLogsRequest(), As("city-reader")))).Reason);
        var delete = new DeleteCaseLogRequest { RequestId = Guid.NewGuid().ToString(), Name = "caseLogs/none", Etag = "1" };
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.CaseLogs.DeleteCaseLogAsync(delete, As("root")))).Reason);
        Assert.Equal("CASE_LOG_NOT_FOUND", (await Refused.By(async () => await server.CaseLogs.DeleteCaseLogAsync(delete, As("case-clerk")))).Reason);
    }

    // A case is its receiving unit's and its holder's; who knows the receipt code may look it up, and no more.
    [Fact]
    public async Task A_case_belongs_to_who_received_it_and_who_holds_it()
    {
        await using TestServer server = await Started();
        CreateCaseRequest Create(string id, string unit) => new() { RequestId = Guid.NewGuid().ToString(), CaseId = id, Receipt = CaseFiles.CaseWorld.Receipt("2026-03-02", unit) };
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.CaseFiles.CreateCaseAsync(Create("H-1", "city"), As("ward-clerk")))).Reason);
        CaseFile file = (await server.CaseFiles.CreateCaseAsync(Create("H-1", "ward"), As("ward-clerk"))).CaseFile;
        var get = new GetCaseRequest { Name = file.Name };
        await server.CaseFiles.GetCaseAsync(get, As("city-reader"));
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.CaseFiles.GetCaseAsync(get, As("other-clerk")))).Reason);
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.CaseFiles.GetCaseAsync(new GetCaseRequest { Name = "caseFiles/none" }, As("other-clerk")))).Reason);
        await server.CaseFiles.LookUpCaseAsync(new LookUpCaseRequest { CaseId = "H-1" }, As("other-clerk"));
        var transfer = new AppendCaseEventsRequest
        {
            RequestId = Guid.NewGuid().ToString(),
            Name = file.Name,
            Etag = file.Etag,
            Entries = { new CaseEntry { Event = new CaseEvent { At = CaseFiles.CaseWorld.At("2026-03-03"), Transferred = new CaseTransferred { ToUnit = "other" } } } },
        };
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.CaseFiles.AppendCaseEventsAsync(transfer, As("city-reader")))).Reason);
        await server.CaseFiles.AppendCaseEventsAsync(transfer, As("ward-clerk"));
        await server.CaseFiles.GetCaseAsync(get, As("other-clerk"));
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await server.CaseFiles.GetIndicatorsAsync(
            new GetIndicatorsRequest { Parent = "units/-", From = Civil.Date("2026-03-01"), AsOf = Civil.Date("2026-03-31") }, As("city-reader")))).Reason);
        using AsyncClientStreamingCall<ImportCasesRequest, ImportCasesResponse> import = server.CaseFiles.ImportCases(As("ward-clerk"));
        await import.RequestStream.WriteAsync(new ImportCasesRequest { RequestId = Guid.NewGuid().ToString(), CaseId = "H-2", Events = { CaseFiles.CaseWorld.Receipt("2026-03-02", "city") } });
        await import.RequestStream.CompleteAsync();
        Assert.Equal("ACCESS_DENIED", (await Refused.By(async () => await import)).Reason);
    }

    [Theory]
    [InlineData("boss:*")]
    [InlineData("reader")]
    [InlineData("reader:")]
    public void A_wrong_setting_keeps_the_service_from_starting(string holding)
    {
        FormatException e = Assert.Throws<FormatException>(() => ReformServer.Build(["--Database=" + Path.GetTempFileName(), "--Access:Callers:x=" + holding]));
        Assert.Contains("Access:Callers:x", e.Message, StringComparison.Ordinal);
    }

    private static async Task<TestServer> Started()
    {
        TestServer server = await TestServer.Start(Settings);
        foreach ((string unit, string? parent) in ((string, string?)[])[("city", null), ("ward", "city"), ("other", null)])
        {
            await server.Organizations.CreateUnitAsync(Body(unit, parent), As("root"));
        }

        return server;
    }

    private static Metadata As(string caller) => new() { { "reform-caller", caller } };

    private static CreateUnitRequest Body(string id, string? parent) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        UnitId = id,
        Unit = new Unit { DisplayName = Text(id), Kind = BodyKind.PeoplesCommittee, Level = OrganizationLevel.Commune },
        Parent = parent is null ? "" : "units/" + parent,
    };

    private static CreatePositionRequest Post(string id, string unit) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        PositionId = id,
        Position = new Position { Unit = "units/" + unit, DisplayName = Text("Chủ tịch"), Title = TitleKind.Chair },
    };

    private static CreateGrantRequest Mandate(string from, string to) => new()
    {
        RequestId = Guid.NewGuid().ToString(),
        GrantId = "g1",
        Grant = new Grant
        {
            Kind = GrantKind.Mandate,
            Power = "powers/permit",
            Grantor = from,
            Grantee = to,
            GranteeKind = GranteeKind.Unit,
            Instrument = new Instrument { Number = "12/QĐ-UBND", Date = new Google.Type.Date { Year = 2026, Month = 1, Day = 1 }, Title = Text("Quyết định ủy quyền") },
        },
    };

    private static StreamCheckAuthorityRequest Ask(string actor) => new()
    {
        Item = new AuthorityItem
        {
            Question = new AuthorityQuestion { Actor = actor, Power = "powers/permit", On = new Google.Type.Date { Year = 2026, Month = 6, Day = 15 } },
        },
    };

    private static BilingualText Text(string text) => new() { Vi = text };
}
