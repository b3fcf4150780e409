using Google.Protobuf;
using Grpc.Core;
using Reform.Grpc.Tests.Pilots;
using Reform.Inspections.V1;
using Reform.Organizations.V1;
using Reform.Pilots.V1;
using static Reform.Grpc.Tests.Inspections.InspectionWorld;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Access;

/// <summary>Who inspects enters what concerns whom it inspects; a unit reads what is about itself; a pilot is its proposer's.</summary>
public sealed class InspectionAccessTests
{
    private static readonly string[] Settings =
    [
        "--Access:Callers:root=organization_editor:*,inspection_editor:*,pilot_editor:*",
        "--Access:Callers:inspector=inspection_editor:ward,inspection_editor:commission",
        "--Access:Callers:ward-reader=reader:ward",
        "--Access:Callers:city-pilot=pilot_editor:city",
    ];

    [Fact]
    public async Task What_is_entered_belongs_to_the_unit_that_it_is_about()
    {
        await using TestServer server = await Start();
        Task<EnterInspectionFactsResponse> Enter(string caller, params IMessage[] facts) => server.Inspections.EnterInspectionFactsAsync(Entering(facts), As(caller)).ResponseAsync;
        await Denied(() => Enter("ward-reader", Found()));
        await Denied(() => Enter("city-pilot", Found()));
        await Denied(() => Enter("inspector", Found(unit: "units/other")));
        await Denied(() => Enter("inspector", Found("s2"), Found(unit: "units/other")));
        // Of an inspection that nobody knows a conclusion is nobody's; with the inspection in the same request it is its unit's.
        await Denied(() => Enter("inspector", Conclusion()));
        await Enter("inspector", Plan(), Visit(), Conclusion(), Reminded(), Confirmed(), Found());
        await Enter("root", Visit("i2", "units/other"), Found("s9", "units/other"));
        await Denied(() => Enter("inspector", Conclusion("c2", "i2")));
        await Denied(() => Enter("inspector", Fixed(shortcoming: "s9")));
        await Enter("inspector", Fixed());

        // Nor is what is another unit's carried off.
        string etag = (await server.Inspections.GetInspectionFactAsync(new GetInspectionFactRequest { Name = "shortcomings/s9" }, As("root"))).Fact.Shortcoming.Etag;
        EnterInspectionFactsRequest mine = Entering(Found("s9"));
        mine.Entries[0].Etag = etag;
        await Denied(() => server.Inspections.EnterInspectionFactsAsync(mine, As("inspector")).ResponseAsync);
        EnterInspectionFactsRequest away = Entering(new Shortcoming { Name = "shortcomings/s9" });
        (away.Entries[0].Etag, away.Entries[0].StruckOut) = (etag, true);
        await Denied(() => server.Inspections.EnterInspectionFactsAsync(away, As("inspector")).ResponseAsync);
    }

    [Fact]
    public async Task A_unit_reads_what_is_about_itself()
    {
        await using TestServer server = await Start();
        await server.Inspections.EnterInspectionFactsAsync(Entering([.. Year(), Found("s9", "units/other")]), As("root"));
        Metadata ward = As("ward-reader");
        Assert.Equal(8, (await server.Inspections.ListInspectionFactsAsync(new ListInspectionFactsRequest { Parent = "units/ward" }, ward)).Facts.Count);
        await server.Inspections.GetInspectionFactAsync(new GetInspectionFactRequest { Name = "inspectionConclusions/c1" }, ward);
        await server.Inspections.ListPracticesToCopyAsync(new ListPracticesToCopyRequest(), ward);
        await server.Inspections.EvaluateInspectionsAsync(new EvaluateInspectionsRequest { Parent = "units/ward" }, ward);
        foreach (string parent in (string[])["units/-", "units/other"])
        {
            await Denied(() => server.Inspections.ListInspectionFactsAsync(new ListInspectionFactsRequest { Parent = parent }, ward).ResponseAsync);
            await Denied(() => server.Inspections.ListInspectionRecordsAsync(new ListInspectionRecordsRequest { Parent = parent }, ward).ResponseAsync);
            await Denied(() => server.Inspections.ListOpenShortcomingsAsync(new ListOpenShortcomingsRequest { Parent = parent }, ward).ResponseAsync);
            await Denied(() => server.Inspections.EvaluateInspectionsAsync(new EvaluateInspectionsRequest { Parent = parent }, ward).ResponseAsync);
        }

        await Denied(() => server.Inspections.GetInspectionFactAsync(new GetInspectionFactRequest { Name = "shortcomings/s9" }, ward).ResponseAsync);
        await Denied(() => server.Inspections.GetInspectionFactAsync(new GetInspectionFactRequest { Name = "shortcomings/none" }, ward).ResponseAsync);
        await Denied(() => server.Inspections.ProposeSelectionAsync(
            new ProposeSelectionRequest { RiskFrom = 1, RotationYears = 1, Seed = "s", Candidates = { new InspectionCandidate { Unit = "units/ward" }, new InspectionCandidate { Unit = "units/other" } } }, ward).ResponseAsync);
        // Nor by the way of a duty whose unit it does not read.
        await Denied(() => server.Inspections.EvaluateInspectionsAsync(
            new EvaluateInspectionsRequest
            {
                Parent = "units/ward",
                Duties = { new InspectionDuty { Unit = "units/ward", Period = From("2024-01-01", "2025-01-01"), PlanDueOn = Civil.Date("2024-01-31"), Inspected = { "units/other" } } },
            },
            ward).ResponseAsync);
    }

    [Fact]
    public async Task A_pilot_is_entered_for_who_proposes_it_and_read_by_whom_it_covers()
    {
        await using TestServer server = await Start();
        Task<EnterPilotFactsResponse> Enter(string caller, params IMessage[] facts) => server.Pilots.EnterPilotFactsAsync(PilotWorld.Entering(facts), As(caller)).ResponseAsync;
        await Denied(() => Enter("inspector", PilotWorld.Whole()));
        await Denied(() => Enter("city-pilot", PilotWorld.Agreed()));
        await Enter("city-pilot", PilotWorld.Whole());
        await Enter("root", new PilotProposal(PilotWorld.Proposal("P-2")) { Unit = "units/other", Scope = PilotWorld.Scope(units: "units/other") });
        await Denied(() => Enter("city-pilot", PilotWorld.Happened("z1", "2024-07-01", "P-2") is var happened
            ? new PilotEvent(happened) { Sent = new SentToCentral { Document = "BC" } } : happened));
        var get = new GetPilotRequest { Name = "pilots/P-1" };
        await server.Pilots.GetPilotAsync(get, As("ward-reader"));
        get.Name = "pilots/P-2";
        await Denied(() => server.Pilots.GetPilotAsync(get, As("ward-reader")).ResponseAsync);
        await Denied(() => server.Pilots.GetPilotFactAsync(new GetPilotFactRequest { Name = "pilots/P-1" }, As("ward-reader")).ResponseAsync);
        await Denied(() => server.Pilots.ListPilotsAsync(new ListPilotsRequest { Parent = "units/-" }, As("ward-reader")).ResponseAsync);
        await Denied(() => server.Pilots.EvaluatePilotsAsync(new EvaluatePilotsRequest { Parent = "units/-" }, As("city-pilot")).ResponseAsync);
        var ask = new CheckPermissionRequest { Pilot = "pilots/P-1", Procedure = "procedures/PTY-ADM", Unit = "units/ward", On = Civil.Date("2025-02-03") };
        Assert.True((await server.Pilots.CheckPermissionAsync(ask, As("ward-reader"))).Allowed);
        ask.Unit = "units/other";
        await Denied(() => server.Pilots.CheckPermissionAsync(ask, As("ward-reader")).ResponseAsync);
    }

    // Whoever may do everything is never asked for whom: here every entry is looked at before it is entered.
    [Fact]
    public async Task Odd_entries_of_a_caller_of_one_unit_are_denied_or_refused_with_a_field()
    {
        await using TestServer server = await Start();
        EnterInspectionFactsRequest year = Entering(Conclusion(), Visit(), Plan(), Reminded(), Confirmed(), Found(), Fixed(), Practice());
        year.ValidateOnly = true;
        await server.Inspections.EnterInspectionFactsAsync(year, As("inspector"));
        EnterPilotFactsRequest pilots = PilotWorld.Entering(PilotWorld.Sent(), PilotWorld.Proposal(), PilotWorld.Agreed());
        pilots.ValidateOnly = true;
        await server.Pilots.EnterPilotFactsAsync(pilots, As("city-pilot"));

        // Of each fact in turn, the others beside it.
        IEnumerable<(IMessage, string)> requests = year.Entries.Select((_, i) =>
        {
            EnterInspectionFactsRequest turned = year.Clone();
            turned.Entries.Clear();
            turned.Entries.AddRange(year.Entries.Skip(i).Concat(year.Entries.Take(i)));
            return ((IMessage)turned, "inspector");
        }).Append((pilots, "city-pilot"));
        var reasons = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach ((IMessage request, string caller) in requests)
        {
            Google.Protobuf.Reflection.MethodDescriptor method = (caller == "inspector" ? InspectionService.Descriptor : PilotService.Descriptor)
                .Methods.Single(m => m.InputType == request.Descriptor);
            foreach ((string path, IMessage odd) in Rpc.OddRequests.Of(request).Where(o => o.Path != "validate_only"))
            {
                (_, string reason, string[] fields) = await Rpc.OddRequests.Call(server, method, odd.ToByteArray(), As(caller));
                reasons[reason] = reasons.GetValueOrDefault(reason) + 1;
                Assert.True(
                    reason is "" or "INVALID_FIELD" or "ACCESS_DENIED" or "REGISTER_CONFLICT" or "RESOURCE_NOT_FOUND" or "ETAG_MISMATCH", path + ": " + reason);
                Assert.All(fields, f => Assert.True(Rpc.OddRequests.Has(method.InputType, f), path + ": tells of '" + f + "'"));
            }
        }

        Assert.True(reasons.GetValueOrDefault("ACCESS_DENIED") > 20, string.Join(", ", reasons));
        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > 500, string.Join(", ", reasons));
    }

    private static async Task<TestServer> Start()
    {
        TestServer server = await TestServer.Start(Settings);
        foreach (string unit in (string[])["commission", "office", "ward", "other", "city"])
        {
            await server.Organizations.CreateUnitAsync(
                new CreateUnitRequest
                {
                    RequestId = NewId,
                    UnitId = unit,
                    Unit = new Unit { DisplayName = Text(unit), Kind = BodyKind.PeoplesCommittee, Level = OrganizationLevel.Commune },
                },
                As("root"));
        }

        return server;
    }

    private static async Task Denied(Func<Task> call) => Assert.Equal("ACCESS_DENIED", (await Refused.By(call)).Reason);

    private static Metadata As(string caller) => new() { { "reform-caller", caller } };
}
