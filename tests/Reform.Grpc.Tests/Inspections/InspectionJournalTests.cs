using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Reform.Grpc.Tests.Rpc;
using Reform.Inspections.V1;
using static Reform.Grpc.Tests.Inspections.InspectionWorld;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;

namespace Reform.Grpc.Tests.Inspections;

/// <summary>The journal behind inspections: entered once and together, corrected by etag, told as it was known, kept for ever.</summary>
public sealed class InspectionJournalTests
{
    private int entered;

    [Fact]
    public async Task A_repeated_request_gets_its_answer_and_a_restart_keeps_everything()
    {
        await using TestServer server = await Started();
        EnterInspectionFactsRequest enter = Entering(Year());
        EnterInspectionFactsResponse first = await server.Inspections.EnterInspectionFactsAsync(enter);
        Assert.Equal(10, first.Records.Select(r => r.Record).Distinct().Count());
        var list = new ListInspectionFactsRequest { Parent = "units/-", PageSize = 1000 };
        ListInspectionFactsResponse facts = await server.Inspections.ListInspectionFactsAsync(list);
        await server.Restart();
        enter.RequestId = enter.RequestId.ToUpperInvariant();
        Assert.Equal(first, await server.Inspections.EnterInspectionFactsAsync(enter));
        Assert.Equal(facts, await server.Inspections.ListInspectionFactsAsync(list));
        enter.Entries.RemoveAt(9);
        Assert.Equal("REQUEST_ID_REUSED", (await Refused.By(async () => await server.Inspections.EnterInspectionFactsAsync(enter))).Reason);

        // What went in came out, kind by kind, with the record as the etag.
        foreach ((IMessage given, InspectionFact told, string record) in Year().Zip(facts.Facts, first.Records.Select(r => r.Record)))
        {
            IMessage inside = (IMessage)InspectionFact.Descriptor.Oneofs[0].Accessor.GetCaseFieldDescriptor(told).Accessor.GetValue(told);
            given.Descriptor.FindFieldByName("etag").Accessor.SetValue(given, record);
            Assert.Equal(given, inside);
            string name = (string)given.Descriptor.FindFieldByName("name").Accessor.GetValue(given);
            Assert.Equal(told, (await server.Inspections.GetInspectionFactAsync(new GetInspectionFactRequest { Name = name })).Fact);
        }
    }

    [Fact]
    public async Task One_wrong_entry_keeps_all_others_out()
    {
        await using TestServer server = await Started();
        Reminder early = Reminded();
        early.DueOn = Civil.Date("2024-06-20");
        Refused refused = await Refused.By(async () => await server.Enter(Plan(), Visit(), early, Copied()));
        Assert.Equal("REGISTER_CONFLICT", refused.Reason);
        Assert.Equal(["entries[2].fact.reminder.due_on", "entries[3].fact.replication.practice"], refused.Fields);
        Assert.Empty((await server.Inspections.ListInspectionRecordsAsync(new ListInspectionRecordsRequest { Parent = "units/-" })).Records);

        await server.Enter(Plan(), Visit());
        Assert.Equal("RESOURCE_ALREADY_EXISTS", (await Refused.By(async () => await server.Enter(Plan("p2"), Visit()))).Reason);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Inspections.GetInspectionFactAsync(new GetInspectionFactRequest { Name = "inspectionPlans/p2" }))).Reason);
        EnterInspectionFactsRequest dry = Entering(Plan("p2"));
        dry.ValidateOnly = true;
        await server.Inspections.EnterInspectionFactsAsync(dry);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Inspections.GetInspectionFactAsync(new GetInspectionFactRequest { Name = "inspectionPlans/p2" }))).Reason);
        // What others rest on is not struck out under them.
        string etag = (await server.Inspections.GetInspectionFactAsync(new GetInspectionFactRequest { Name = "inspectionPlans/p1" })).Fact.Plan.Etag;
        Assert.Equal("REGISTER_CONFLICT", (await Refused.By(() => Correct(server, new InspectionPlan { Name = "inspectionPlans/p1" }, etag, struckOut: true))).Reason);
    }

    [Fact]
    public async Task Facts_are_corrected_by_their_etag_and_told_as_they_were_known()
    {
        await using TestServer server = await Started();
        EnterInspectionFactsResponse made = await server.Enter(Found());
        Shortcoming other = Found();
        other.Unit = "units/other";
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(() => Correct(server, other, "shortcomings/none"))).Reason);
        EnterInspectionFactsResponse corrected = await Correct(server, other, made.Records[0].Record);
        Assert.Equal(made.Records[0].Record, corrected.Records[0].Corrects);
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(() => Correct(server, other, made.Records[0].Record))).Reason);
        EnterInspectionFactsResponse struck = await Correct(server, new Shortcoming { Name = "shortcomings/s1" }, corrected.Records[0].Record, struckOut: true);
        Assert.True(struck.Records[0].StruckOut);

        var open = new ListOpenShortcomingsRequest { Parent = "units/-", On = Civil.Date("2024-12-31") };
        async Task<string[]> Units(Timestamp? knownAt)
        {
            open.KnownAt = knownAt;
            return [.. (await server.Inspections.ListOpenShortcomingsAsync(open)).Shortcomings.Select(s => s.Unit)];
        }

        Assert.Equal(["units/ward"], await Units(made.Records[0].RecordTime));
        Assert.Equal(["units/other"], await Units(corrected.Records[0].RecordTime));
        Assert.Empty(await Units(null));
        var get = new GetInspectionFactRequest { Name = "shortcomings/s1", KnownAt = made.Records[0].RecordTime };
        Assert.Equal("units/ward", (await server.Inspections.GetInspectionFactAsync(get)).Fact.Shortcoming.Unit);
        get.KnownAt = null;
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Inspections.GetInspectionFactAsync(get))).Reason);
        ListInspectionRecordsResponse history = await server.Inspections.ListInspectionRecordsAsync(new ListInspectionRecordsRequest { Parent = "units/-" });
        Assert.Equal([("units/ward", false), ("units/other", false), ("units/other", false)], history.Records.Select(r => (r.Fact.Shortcoming.Unit, r.Standing)));
        Assert.All(history.Records, r => Assert.Equal("development", r.Info.EnteredBy));

        // What was struck out can be entered again; a batch over another revision cannot.
        EnterInspectionFactsResponse again = await server.Enter(Found());
        Assert.Equal(struck.Records[0].Record, again.Records[0].Corrects);
        EnterInspectionFactsRequest stale = Entering(Found("s2"));
        stale.Etag = made.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await server.Inspections.EnterInspectionFactsAsync(stale))).Reason);
        stale.Etag = again.Revision.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await server.Inspections.EnterInspectionFactsAsync(stale);
    }

    [Fact]
    public async Task Lists_are_of_a_kind_and_a_unit()
    {
        await using TestServer server = await Started();
        await server.Enter(Year());
        async Task<string[]> Kinds(string parent, InspectionFactKind kind = InspectionFactKind.Unspecified) => [.. (await server.Inspections.ListInspectionFactsAsync(
            new ListInspectionFactsRequest { Parent = parent, Kind = kind })).Facts.Select(f => f.FactCase.ToString())];
        Assert.Equal(["Plan"], await Kinds(Commission));
        Assert.Equal(["Inspection", "Conclusion", "Commendation", "Reminder", "Confirmation", "Shortcoming", "Fix", "Practice"], await Kinds("units/ward"));
        Assert.Equal(["Replication"], await Kinds("units/other"));
        Assert.Equal(["Fix"], await Kinds("units/-", InspectionFactKind.Fix));
        Assert.Equal(10, (await Kinds("units/-")).Length);
        Assert.Equal(8, (await server.Inspections.ListInspectionRecordsAsync(new ListInspectionRecordsRequest { Parent = "units/ward" })).Records.Count);
    }

    [Fact]
    public async Task Every_listing_is_paged_over_one_state()
    {
        await using TestServer server = await Started();
        await server.Enter(Plan(), Visit());
        for (int i = 0; i < 5; i++)
        {
            await More(server);
        }

        Google.Type.Date on = Civil.Date("2025-06-30");
        Task Enter() => More(server);
        Assert.True(await Paging.HoldsItsState(r => server.Inspections.ListInspectionFactsAsync(r), new ListInspectionFactsRequest { Parent = "units/ward" }, Enter) >= 3);
        Assert.True(await Paging.HoldsItsState(r => server.Inspections.ListInspectionRecordsAsync(r), new ListInspectionRecordsRequest { Parent = "units/-", Kind = InspectionFactKind.Shortcoming }, Enter) >= 3);
        Assert.True(await Paging.HoldsItsState(r => server.Inspections.ListOpenShortcomingsAsync(r), new ListOpenShortcomingsRequest { Parent = "units/-", On = on }, Enter) >= 3);
        Assert.True(await Paging.HoldsItsState(r => server.Inspections.ListPracticesToCopyAsync(r), new ListPracticesToCopyRequest { On = on }, Enter) >= 3);
        Assert.True(await Paging.HoldsItsState(r => server.Inspections.EvaluateInspectionsAsync(r), new EvaluateInspectionsRequest { Parent = "units/-", On = on }, Enter) >= 3);
    }

    private async Task More(TestServer server)
    {
        string id = "n" + entered++;
        await server.Enter(Found(id), Practice(id), Reminded(id));
    }

    private static async Task<EnterInspectionFactsResponse> Correct(TestServer server, IMessage fact, string etag, bool struckOut = false) =>
        await server.Inspections.EnterInspectionFactsAsync(new EnterInspectionFactsRequest
        {
            RequestId = NewId,
            Entries = { new InspectionEntry { Fact = Fact(fact), Etag = etag, StruckOut = struckOut } },
        });
}
