using Google.Protobuf.WellKnownTypes;
using Reform.Grpc.Tests.Rpc;
using Reform.Pilots.V1;
using static Reform.Grpc.Tests.Pilots.PilotWorld;
using static Reform.Grpc.Tests.Procedures.ProcedureWorld;
using Verdict = Reform.Compliance.V1.Verdict;

namespace Reform.Grpc.Tests.Pilots;

/// <summary>Pilots over the wire: one state on each date, permission only by an approval and within it, what breaks a rule is found.</summary>
public sealed class PilotServiceTests
{
    private int entered;

    [Fact]
    public async Task A_pilot_from_its_draft_to_its_end()
    {
        await using TestServer server = await TestServer.Start();
        await server.EnterPilots(Whole());
        async Task<PilotState> On(string date) => (await server.Pilots.GetPilotAsync(new GetPilotRequest { Name = "pilots/P-1", On = Civil.Date(date) })).Pilot.State;
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(() => On("2024-05-31"))).Reason);
        foreach ((string date, PilotState state) in ((string, PilotState)[])
            [
                ("2024-06-01", PilotState.Draft), ("2024-06-30", PilotState.Draft), ("2024-07-01", PilotState.BoardApproved), ("2024-07-09", PilotState.BoardApproved),
                ("2024-07-10", PilotState.SentToCentral), ("2024-09-30", PilotState.SentToCentral), ("2024-10-01", PilotState.Approved), ("2024-12-31", PilotState.Approved),
                ("2025-01-01", PilotState.Running), ("2025-11-30", PilotState.Running), ("2025-12-01", PilotState.Evaluated), ("2025-12-31", PilotState.Evaluated),
                ("2026-01-01", PilotState.Ended),
            ])
        {
            Assert.Equal(state, await On(date));
            Assert.Single((await server.Pilots.ListPilotsAsync(new ListPilotsRequest { Parent = "units/city", On = Civil.Date(date), State = state })).Pilots);
            Assert.Empty((await server.Pilots.ListPilotsAsync(new ListPilotsRequest { Parent = "units/ward", On = Civil.Date(date) })).Pilots);
        }

        Pilot ended = (await server.Pilots.GetPilotAsync(new GetPilotRequest { Name = "pilots/P-1", On = Civil.Date("2026-02-01") })).Pilot;
        Assert.Equal(("2026-01-01", 4), (Civil.Text(ended.EndedOn), ended.Events.Count));
        Assert.Equal(Scope(units: "units/ward"), ended.Approved);
        Assert.All(ended.Events, e => Assert.NotEmpty(e.Etag));
    }

    [Theory]
    [InlineData("P-1", "PTY-ADM", "ward", "2025-01-01", "pilot_allows")]
    [InlineData("P-1", "PTY-ADM", "ward", "2025-12-31", "pilot_allows")]
    [InlineData("P-1", "PTY-ADM", "ward", "2026-01-01", "pilot_over")]
    [InlineData("P-1", "PTY-ADM", "ward", "2024-12-31", "pilot_not_begun")]
    [InlineData("P-1", "PTY-ADM", "ward", "2024-09-30", "pilot_not_approved")]
    [InlineData("P-1", "PTY-OUT", "ward", "2025-01-01", "pilot_other_procedure")]
    [InlineData("P-1", "PTY-ADM", "city", "2025-01-01", "pilot_other_unit")]
    [InlineData("P-2", "PTY-ADM", "ward", "2025-01-01", "pilot_unknown")]
    public async Task Permission_is_only_what_Central_approved(string pilot, string procedure, string unit, string on, string code)
    {
        await using TestServer server = await TestServer.Start();
        await server.EnterPilots(Whole());
        async Task<CheckPermissionResponse> Ask(string language) => await server.Pilots.CheckPermissionAsync(new CheckPermissionRequest
        {
            Pilot = "pilots/" + pilot,
            Procedure = "procedures/" + procedure,
            Unit = "units/" + unit,
            On = Civil.Date(on),
            LanguageCode = language,
        });
        CheckPermissionResponse vietnamese = await Ask("vi"), english = await Ask("en");
        Assert.Equal((code == "pilot_allows", code), (vietnamese.Allowed, vietnamese.Reason.Code));
        Assert.NotEqual(vietnamese.Reason.Text, english.Reason.Text);
        Assert.Contains(code == "pilot_allows" ? "CV-77" : pilot, english.Reason.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_planted_is_found_and_nothing_else()
    {
        await using TestServer server = await TestServer.Start();
        await server.EnterPilots(Whole());
        PilotCase Case(string id, string unit = "units/ward", string received = "2025-02-03", string? ended = "2025-03-03", string pilot = "pilots/P-1") => new()
        {
            Case = "caseFiles/" + id,
            Pilot = pilot,
            Procedure = "procedures/PTY-ADM",
            Unit = unit,
            ReceivedOn = Civil.Date(received),
            EndedOn = ended is null ? null : Civil.Date(ended),
        };
        async Task<string[]> Found(string on, string parent = "units/-", params PilotCase[] cases) => [.. (await server.Pilots.EvaluatePilotsAsync(
            new EvaluatePilotsRequest { Parent = parent, On = Civil.Date(on), Cases = { cases } })).Judgements.Select(j => j.Rule.Code + (j.Verdict == Verdict.Unknown ? "? " : " ") + j.Subject)];
        Assert.Empty(await Found("2026-06-01", "units/-", Case("H-1")));

        PilotProposal regulated = Proposal("P-2");
        regulated.CoveredBy.Rules.Add(new CentralRule { Number = "338-QĐ/TW" });
        PilotEvent sent = new(Happened("f1", "2024-07-10", "P-2")) { Sent = new SentToCentral { Document = "BC-10" } };
        PilotEvent approved = new(Happened("f2", "2024-08-01", "P-2")) { Approved = new CentralApproval { Document = "CV-80", Scope = Scope(to: "2025-07-01") } };
        await server.EnterPilots(regulated, sent, approved);
        Assert.Equal(
            [
                // Sent without the Board, over since July 2025 without evaluation, and of what is regulated.
                "CR-PIL-02 pilots/P-2", "CR-PIL-04 pilots/P-2", "CR-PIL-05 pilots/P-2",
                "CR-PIL-01 caseFiles/H-2", "CR-PIL-03 caseFiles/H-2", "CR-PIL-03 caseFiles/H-3", "CR-PIL-01 caseFiles/H-4",
            ],
            await Found(
                "2026-02-01", "units/-", Case("H-1"), Case("H-2", received: "2024-09-02", ended: "2024-09-30"), Case("H-3", "units/city"), Case("H-4", pilot: "pilots/none")));
        Assert.Equal(["CR-PIL-03 caseFiles/H-9"], await Found("2026-02-01", "units/elsewhere", Case("H-1"), Case("H-9", "units/elsewhere")));
        Assert.Equal(["CR-PIL-02 pilots/P-2"], (await Found("2025-08-30")).Where(f => f.StartsWith("CR-PIL-02", StringComparison.Ordinal)));
        Assert.DoesNotContain("CR-PIL-04 pilots/P-2", await Found("2025-08-30"));
        Assert.Contains("CR-PIL-04 pilots/P-2", await Found("2025-08-31"));
    }

    [Fact]
    public async Task What_cannot_be_is_refused_with_its_field()
    {
        await using TestServer server = await TestServer.Start();
        Assert.Equal(["entries[1].fact.event.on"], (await Refused.By(() => server.EnterPilots(Proposal(), Agreed(on: "2024-05-31")))).Fields);
        Assert.Equal(["entries[0].fact.event.pilot"], (await Refused.By(() => server.EnterPilots(Agreed()))).Fields);
        PilotEvent more = Approved();
        more.Approved.Scope.Units.Add("units/elsewhere");
        Assert.Equal(["entries[2].fact.event.approved.scope"], (await Refused.By(() => server.EnterPilots(Proposal(), Sent(), more))).Fields);
        PilotProposal open = Proposal();
        open.Scope.Period.To = null;
        Assert.Equal(["entries[0].fact.proposal.scope.period"], (await Refused.By(() => server.EnterPilots(open))).Fields);
        Assert.Equal(["entries[0].fact.event.happened"], (await Refused.By(() => server.EnterPilots(Happened("e", "2024-07-01")))).Fields);
        Assert.Equal(["entries[0].fact"], (await Refused.By(async () => await server.Pilots.EnterPilotFactsAsync(new EnterPilotFactsRequest { RequestId = NewId, Entries = { new PilotEntry() } }))).Fields);
        Assert.Empty((await server.Pilots.ListPilotRecordsAsync(new ListPilotRecordsRequest { Parent = "units/-" })).Records);
    }

    // An approval that was entered wrongly allowed what it said, as far as was known then.
    [Fact]
    public async Task Pilots_are_told_as_they_were_known_and_a_restart_keeps_them()
    {
        await using TestServer server = await TestServer.Start();
        EnterPilotFactsRequest enter = Entering(Whole());
        EnterPilotFactsResponse made = await server.Pilots.EnterPilotFactsAsync(enter);
        PilotEvent later = Approved(on: "2025-03-01");
        EnterPilotFactsResponse corrected = await server.Pilots.EnterPilotFactsAsync(new EnterPilotFactsRequest
        {
            RequestId = NewId,
            Entries = { new PilotEntry { Fact = Fact(later), Etag = made.Records[3].Record } },
        });
        await server.Restart();
        Assert.Equal(made, await server.Pilots.EnterPilotFactsAsync(enter));
        async Task<bool> Allowed(Timestamp? knownAt) => (await server.Pilots.CheckPermissionAsync(new CheckPermissionRequest
        {
            Pilot = "pilots/P-1",
            Procedure = "procedures/PTY-ADM",
            Unit = "units/ward",
            On = Civil.Date("2025-02-03"),
            KnownAt = knownAt,
        })).Allowed;
        Assert.True(await Allowed(made.Records[0].RecordTime));
        Assert.False(await Allowed(corrected.Records[0].RecordTime));
        Assert.False(await Allowed(null));
        Assert.Equal("2025-03-01", Civil.Text((await server.Pilots.GetPilotFactAsync(new GetPilotFactRequest { Name = "pilotEvents/e3" })).Fact.Event.On));
        Assert.Equal(6, (await server.Pilots.ListPilotRecordsAsync(new ListPilotRecordsRequest { Parent = "units/city" })).Records.Count);
        Assert.Empty((await server.Pilots.ListPilotRecordsAsync(new ListPilotRecordsRequest { Parent = "units/ward" })).Records);
        Assert.Equal(4, (await server.Pilots.ListPilotFactsAsync(new ListPilotFactsRequest { Parent = "units/city", Kind = PilotFactKind.Event })).Facts.Count);
    }

    [Fact]
    public async Task Every_listing_is_paged_over_one_state()
    {
        await using TestServer server = await TestServer.Start();
        for (int i = 0; i < 5; i++)
        {
            await More();
        }

        async Task More() => await server.EnterPilots(new PilotProposal(Proposal("N-" + entered++)) { Gap = null });
        Google.Type.Date on = Civil.Date("2025-06-30");
        Assert.True(await Paging.HoldsItsState(r => server.Pilots.ListPilotFactsAsync(r), new ListPilotFactsRequest { Parent = "units/-" }, More) >= 3);
        Assert.True(await Paging.HoldsItsState(r => server.Pilots.ListPilotRecordsAsync(r), new ListPilotRecordsRequest { Parent = "units/city" }, More) >= 3);
        Assert.True(await Paging.HoldsItsState(r => server.Pilots.ListPilotsAsync(r), new ListPilotsRequest { Parent = "units/-", On = on }, More) >= 3);
        Assert.True(await Paging.HoldsItsState(r => server.Pilots.EvaluatePilotsAsync(r), new EvaluatePilotsRequest { Parent = "units/-", On = on }, More) >= 3);
    }
}
