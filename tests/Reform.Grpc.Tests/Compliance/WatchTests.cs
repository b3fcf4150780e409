using Grpc.Core;
using Reform.Compliance.V1;
using static Reform.Grpc.Tests.CaseFiles.CaseWorld;

namespace Reform.Grpc.Tests.Compliance;

public sealed class WatchTests
{
    [Fact]
    public async Task What_happens_is_sent_as_it_happens_and_a_cursor_goes_on_without_gap_or_repeat()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));
        string cursor;
        using (AsyncServerStreamingCall<WatchFindingsResponse> call = world.Client.WatchFindings(new WatchFindingsRequest { Parent = "units/-" }))
        {
            Assert.Equal(("0", null), await Next(call));
            Assert.Equal(["H-1 T-10", "H-1 T-20", "H-1 T-30"], [(await Next(call)).What, (await Next(call)).What, (await Next(call)).What]);

            // The client waits before anything happens.
            Task<(string Cursor, string? What)> waiting = Next(call);
            await world.Server.Create("H-2", Receipt("2026-03-02", procedure: "HP-1"));
            (cursor, string? what) = await waiting;
            Assert.Equal("H-2 T-10", what);
        }

        using AsyncServerStreamingCall<WatchFindingsResponse> resumed = world.Client.WatchFindings(new WatchFindingsRequest { Parent = "units/-", Cursor = cursor });
        Assert.Equal((cursor, null), await Next(resumed));
        Assert.Equal(["H-2 T-20", "H-2 T-30"], [(await Next(resumed)).What, (await Next(resumed)).What]);
    }

    [Fact]
    public async Task Only_what_is_asked_for_is_sent_from_now_on()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        await world.Server.Create("H-1", Receipt("2026-03-02", procedure: "HP-1"));
        using AsyncServerStreamingCall<WatchFindingsResponse> call = world.Client.WatchFindings(
            new WatchFindingsRequest { Parent = "units/ward", Cursor = "now", Kinds = { FindingEventKind.Resolved } });
        Assert.Equal(("3", null), await Next(call));
        await world.Server.Create("H-2", Receipt("2026-03-02", procedure: "HP-1", unit: "city"));
        Reform.Casefiles.V1.CaseFile file = await world.Server.Get("H-1");
        await world.Server.Append(file, Start("2026-03-03", 1), Decide("2026-03-05"));
        (string _, string? what) = await Next(call);
        Assert.Equal("H-1 T-10", what);
    }

    // A second service on the same database records the case; who watches the first is told, though nobody calls it.
    [Fact]
    public async Task What_another_process_finds_is_sent_too()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        using AsyncServerStreamingCall<WatchFindingsResponse> call = world.Client.WatchFindings(new WatchFindingsRequest { Parent = "units/-" });
        Assert.Equal(("0", null), await Next(call));
        Task<(string Cursor, string? What)> waiting = Next(call);
        await using TestServer other = await TestServer.Start("--Database=" + world.Server.Database);
        Reform.Casefiles.V1.CaseEvent receipt = Receipt("2026-03-02", procedure: "ST-ADOPT");
        receipt.Milestone = "dossier.complete";
        await other.Create("H-1", receipt);
        Assert.StartsWith("H-1 CR-", (await waiting).What, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_the_service_ends_the_stream_without_an_error()
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        using AsyncServerStreamingCall<WatchFindingsResponse> call = world.Client.WatchFindings(new WatchFindingsRequest { Parent = "units/-" });
        Assert.Equal(("0", null), await Next(call));
        Task stopped = world.Server.StopApp();
        Assert.False(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.OK, call.GetStatus().StatusCode);
        await stopped;
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("01")]
    [InlineData("x")]
    [InlineData("99999999999999999999")]
    public async Task A_cursor_of_nobodys_is_refused(string cursor)
    {
        await using ComplianceWorld world = await ComplianceWorld.Start("2026-03-20");
        using AsyncServerStreamingCall<WatchFindingsResponse> call = world.Client.WatchFindings(new WatchFindingsRequest { Parent = "units/-", Cursor = cursor });
        Assert.Equal("cursor", (await Refused.By(() => call.ResponseStream.MoveNext(TestContext.Current.CancellationToken))).Fields.Single());
    }

    private static async Task<(string Cursor, string? What)> Next(AsyncServerStreamingCall<WatchFindingsResponse> call)
    {
        // A message that never comes is a failure, not a test without end.
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken).WaitAsync(Testing.HangGuard.Limit, TestContext.Current.CancellationToken));
        WatchFindingsResponse message = call.ResponseStream.Current;
        return (message.Cursor, message.Event is null ? null : message.Finding.Subject.Split('/')[1] + " " + message.Finding.Rule.Code);
    }
}
