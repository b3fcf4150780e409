using Grpc.Core;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;
using Reform.Compliance.V1;
using Reform.Grpc.Tests.Compliance;
using Reform.Programmes.V1;
using static Reform.Grpc.Tests.Programmes.ProgrammeWorld;

namespace Reform.Grpc.Tests.Programmes;

/// <summary>Urging: each notice once, by the coordinator, kept, listed and watched.</summary>
public sealed class UrgingTests
{
    // t1 was due on 2 March: 14 working days ago. t2 is due on 27 March: in 5 working days.
    private static readonly string[] First = ["1 t1 after_5", "2 t1 head_3", "3 t1 direct_lead_10", "4 t2 before_5"];

    [Fact]
    public async Task A_second_run_sends_nothing_even_after_a_restart()
    {
        (TestServer server, TestClock clock) = await Started();
        await using TestServer _1 = server;
        UrgeTasksRequest request = Urging();
        UrgeTasksResponse sent = await server.Programmes.UrgeTasksAsync(request);
        Assert.Equal(First, Keys(sent.Sent));
        Assert.Equal(["before_5", "before_1", "on_due", "after_1"], sent.Sent[0].Covers);
        Assert.Equal(("positions/deputy", "positions/secretary", "units/office"), (sent.Sent[2].Position, sent.Sent[2].CopiedTo.Single(), sent.Sent[2].SentBy));
        Assert.Equal(sent, await server.Programmes.UrgeTasksAsync(request));
        Assert.Empty((await server.Urge()).Sent);
        await server.Restart();
        Assert.Empty((await server.Urge()).Sent);
        Assert.Equal(sent, await server.Programmes.UrgeTasksAsync(request));
        Assert.Equal(sent.Sent, (await server.Programmes.ListNoticesAsync(new ListNoticesRequest { Name = P1, Parent = "units/-" })).Notices);
        clock.Set("2026-03-26");
        Assert.Equal(["5 t2 before_1"], Keys((await server.Urge()).Sent));
    }

    [Fact]
    public async Task Only_the_coordinator_of_the_day_urges()
    {
        (TestServer server, TestClock clock) = await Started();
        await using TestServer _1 = server;
        Refused refused = await Refused.By(async () => await server.Programmes.UrgeTasksAsync(Urging("units/ward")));
        Assert.Equal(("REGISTER_CONFLICT", "unit"), (refused.Reason, refused.Fields.Single()));
        clock.Set("2026-01-04");
        Refused early = await Refused.By(async () => await server.Urge());
        Assert.Equal(("REGISTER_CONFLICT", "on"), (early.Reason, early.Fields.Single()));
        clock.Set(ProgrammeWorld.Today);
        UrgeTasksRequest looked = Urging();
        looked.ValidateOnly = true;
        Assert.Equal(4, (await server.Programmes.UrgeTasksAsync(looked)).Sent.Count);
        Assert.Empty((await server.Programmes.ListNoticesAsync(new ListNoticesRequest { Name = P1, Parent = "units/-" })).Notices);
    }

    // What is stated is dated truly: a day that is over is refused, and caught up by today's run. A request of yesterday that was done gets its answer.
    [Fact]
    public async Task Today_alone_is_urged_and_catches_up_with_what_was_missed()
    {
        (TestServer server, TestClock clock) = await Started();
        await using TestServer _1 = server;
        async Task<(string Reason, string Field)> On(string day)
        {
            UrgeTasksRequest request = Urging();
            request.On = Civil.Date(day);
            Refused refused = await Refused.By(async () => await server.Programmes.UrgeTasksAsync(request));
            return (refused.Reason, refused.Fields.Single());
        }

        Assert.Equal([("INVALID_FIELD", "on"), ("INVALID_FIELD", "on")], [await On("2026-03-19"), await On("2026-03-21")]);
        UrgeTasksRequest today = Urging();
        today.On = Civil.Date(ProgrammeWorld.Today);
        UrgeTasksResponse sent = await server.Programmes.UrgeTasksAsync(today);
        Assert.All(sent.Sent, n => Assert.Equal(ProgrammeWorld.Today, Civil.Text(n.SentOn)));

        // Ten working days are missed: t2 was due on the 27th.
        clock.Set("2026-04-03");
        Assert.Equal(sent, await server.Programmes.UrgeTasksAsync(today));
        Assert.Equal(("INVALID_FIELD", "on"), await On("2026-03-30"));
        UrgeTasksResponse caughtUp = await server.Urge();
        Assert.Equal(["5 t2 after_5", "6 t2 head_3"], Keys(caughtUp.Sent));
        Assert.Equal(["before_1", "on_due", "after_1"], caughtUp.Sent[0].Covers);
        Assert.All(caughtUp.Sent, n => Assert.Equal("2026-04-03", Civil.Text(n.SentOn)));
    }

    [Fact]
    public async Task A_stale_revision_is_refused_and_a_notice_is_one_entry_of_the_journal()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        long before = (await server.Programmes.ListNoticesAsync(new ListNoticesRequest { Name = P1, Parent = "units/-" })).Revision;
        UrgeTasksRequest stale = Urging();
        stale.Etag = (before - 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
        Assert.Equal("ETAG_MISMATCH", (await Refused.By(async () => await server.Programmes.UrgeTasksAsync(stale))).Reason);
        stale.Etag = before.ToString(System.Globalization.CultureInfo.InvariantCulture);
        UrgeTasksResponse sent = await server.Programmes.UrgeTasksAsync(stale);
        Assert.Equal((First.Length, before + First.Length), (sent.Sent.Count, sent.Revision));
        Assert.Equal(sent.Revision, (await server.Urge()).Revision);
        UrgeTasksRequest other = new(stale) { Unit = "units/ward" };
        Assert.Equal("REQUEST_ID_REUSED", (await Refused.By(async () => await server.Programmes.UrgeTasksAsync(other))).Reason);
    }

    [Fact]
    public async Task Runs_at_the_same_time_send_each_notice_once()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        UrgeTasksResponse[] runs = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => server.Urge()));
        Assert.Equal(First, Keys(runs.SelectMany(r => r.Sent)));
        Assert.Equal(First, Keys((await server.Programmes.ListNoticesAsync(new ListNoticesRequest { Name = P1, Parent = "units/-" })).Notices));
    }

    // Each programme has numbers, and a cursor, of its own.
    [Fact]
    public async Task Notices_of_two_programmes_are_kept_apart()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        Programme second = Programme();
        second.Name = "programmes/p2";
        ProgrammeTask task = NewTask("u1", "2026-03-19", "units/board");
        ProgrammeRole role = Role("coordinator2", ProgrammeRoleKind.Coordinator, "units/office");
        (task.Programme, role.Programme) = (second.Name, second.Name);
        await server.Enter(new ProgrammeFact { Programme = second }, new ProgrammeFact { Role = role }, new ProgrammeFact { Task = task });
        UrgeTasksRequest urging = Urging();
        urging.Name = second.Name;
        string[] expected = ["1 u1 after_1"];
        await server.Urge();
        Assert.Equal(expected, Keys((await server.Programmes.UrgeTasksAsync(urging)).Sent));
        await server.Restart();
        Assert.Equal(expected, Keys((await server.Programmes.ListNoticesAsync(new ListNoticesRequest { Name = second.Name, Parent = "units/-" })).Notices));
        Assert.Equal(First, Keys((await server.Programmes.ListNoticesAsync(new ListNoticesRequest { Name = P1, Parent = "units/-" })).Notices));
        using AsyncServerStreamingCall<WatchNoticesResponse> call = server.Programmes.WatchNotices(new WatchNoticesRequest { Name = second.Name, Parent = "units/-", Cursor = "1" });
        Assert.Equal("1", (await Next(call)).Cursor);
    }

    // A second service on the same database sends; who watches the first is told, though nobody calls it.
    [Fact]
    public async Task A_watch_hears_what_another_process_sends()
    {
        (TestServer server, TestClock clock) = await Started();
        await using TestServer _1 = server;
        using AsyncServerStreamingCall<WatchNoticesResponse> call = server.Programmes.WatchNotices(new WatchNoticesRequest { Name = P1, Parent = "units/-" });
        Assert.Equal("0", (await Next(call)).Cursor);
        Task<WatchNoticesResponse> waiting = Next(call);
        await using TestServer other = await TestServer.Start(services => services.AddSingleton<IClock>(clock), "--Database=" + server.Database);
        await other.Urge();
        Assert.Equal(First, Keys([(await waiting).Notice, (await Next(call)).Notice, (await Next(call)).Notice, (await Next(call)).Notice]));
    }

    [Fact]
    public async Task Stages_of_the_callers_own_are_taken_and_wrong_ones_named_where_they_stand()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        UrgeTasksRequest own = Urging();
        own.Stages.Add(new UrgingStage { Code = "late", Offset = 14, Recipient = UrgingRecipient.Lead });
        own.Stages.Add(new UrgingStage { Code = "early", Offset = 0, Recipient = UrgingRecipient.HeadOfLead });
        Assert.Equal("stages[1].offset", (await Refused.By(async () => await server.Programmes.UrgeTasksAsync(own))).Fields.Single());
        own.Stages.RemoveAt(1);
        Assert.Equal(["1 t1 late"], Keys((await server.Programmes.UrgeTasksAsync(own)).Sent));
    }

    [Fact]
    public async Task What_was_urged_counts_for_the_rules_from_then_on()
    {
        (TestServer server, _) = await Started();
        await using TestServer _1 = server;
        async Task<string[]> Broken(string parent = "units/-") => [.. (await server.Programmes.EvaluateProgrammeAsync(
            new EvaluateProgrammeRequest { Name = P1, Parent = parent, LanguageCode = "en", PageSize = 1000 })).Judgements
            .Where(j => j.Verdict == Verdict.Fail).Select(j => j.Rule.Code + " " + j.Subject)];
        string[] before = await Broken();
        Assert.Contains("CR-PRG-06 programmeTasks/t1", before);
        Assert.Contains("CR-PRG-10 programmeTasks/t1", before);
        Assert.Contains("CR-PRG-01 programmes/p1/plans/board", before);
        Assert.Contains("CR-PRG-05 programmes/p1/reports/monthly/2026-02-01/board", before);
        Assert.Contains("CR-PRG-08 taskConsultations/c1", before);
        Assert.Contains("CR-PRG-03 programmeTasks/t3", before);
        UrgeTasksResponse urged = await server.Urge();
        Assert.Equal(["CR-PRG-06 programmeTasks/t1", "CR-PRG-10 programmeTasks/t1"], before.Except(await Broken()).Order(StringComparer.Ordinal));
        Assert.DoesNotContain(await Broken("units/board"), b => b.EndsWith("/t1", StringComparison.Ordinal));
        SubjectJudgement told = (await server.Programmes.EvaluateProgrammeAsync(new EvaluateProgrammeRequest { Name = P1, Parent = "units/board" })).Judgements
            .Single(j => j.Rule.Code == "CR-PRG-01");
        Assert.Contains("kế hoạch", told.Reason.Text, StringComparison.OrdinalIgnoreCase);
        Assert.True(urged.Revision > 0);
    }

    [Fact]
    public async Task Notices_are_listed_by_page_by_unit_from_a_number_on_and_as_they_were_known()
    {
        (TestServer server, TestClock clock) = await Started();
        await using TestServer _1 = server;
        long empty = (await server.Programmes.ListNoticesAsync(new ListNoticesRequest { Name = P1, Parent = "units/-" })).Revision;
        await server.Urge();
        async Task<ListNoticesResponse> List(ListNoticesRequest request) => await server.Programmes.ListNoticesAsync(request);
        ListNoticesResponse page = await List(new() { Name = P1, Parent = "units/-", PageSize = 3 });
        clock.Set("2026-03-26");
        await server.Urge();
        ListNoticesResponse next = await List(new() { Name = P1, Parent = "units/-", PageSize = 3, PageToken = page.NextPageToken });
        Assert.Equal(First, Keys(page.Notices.Concat(next.Notices)));
        Assert.Equal("", next.NextPageToken);
        Assert.True(next.Revision > empty);
        Assert.Equal(["4 t2 before_5", "5 t2 before_1"], Keys((await List(new() { Name = P1, Parent = "units/board" })).Notices));
        Assert.Equal(["5 t2 before_1"], Keys((await List(new() { Name = P1, Parent = "units/-", After = 4 })).Notices));
        Google.Protobuf.WellKnownTypes.Timestamp then = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTime(new DateTime(2026, 3, 25, 0, 0, 0, DateTimeKind.Utc));
        Assert.Equal(First, Keys((await List(new() { Name = P1, Parent = "units/-", KnownAt = then })).Notices));
    }

    [Fact]
    public async Task A_watch_tells_what_is_sent_and_goes_on_from_its_cursor_without_gap_or_repeat()
    {
        (TestServer server, TestClock clock) = await Started();
        await using TestServer _1 = server;
        string cursor;
        using (AsyncServerStreamingCall<WatchNoticesResponse> call = server.Programmes.WatchNotices(new WatchNoticesRequest { Name = P1, Parent = "units/-" }))
        {
            Assert.Equal("0", (await Next(call)).Cursor);
            Task<WatchNoticesResponse> waiting = Next(call);
            await server.Urge();
            Assert.Equal(First[0], Keys([(await waiting).Notice]).Single());
            WatchNoticesResponse second = await Next(call);
            (cursor, _) = (second.Cursor, Keys([second.Notice]));
        }

        await server.Restart();
        using AsyncServerStreamingCall<WatchNoticesResponse> resumed = server.Programmes.WatchNotices(new WatchNoticesRequest { Name = P1, Parent = "units/-", Cursor = cursor });
        using AsyncServerStreamingCall<WatchNoticesResponse> fresh = server.Programmes.WatchNotices(new WatchNoticesRequest { Name = P1, Parent = "units/board", Cursor = "now" });
        Assert.Equal((cursor, null), ((await Next(resumed)).Cursor, (object?)null));
        Assert.Equal("4", (await Next(fresh)).Cursor);
        Assert.Equal(First[2..], Keys([(await Next(resumed)).Notice, (await Next(resumed)).Notice]));
        clock.Set("2026-03-26");
        await server.Urge();
        Assert.Equal(["5 t2 before_1", "5 t2 before_1"], Keys([(await Next(resumed)).Notice, (await Next(fresh)).Notice]));
        using AsyncServerStreamingCall<WatchNoticesResponse> wrong = server.Programmes.WatchNotices(new WatchNoticesRequest { Name = P1, Parent = "units/-", Cursor = "6" });
        Assert.Equal("cursor", (await Refused.By(() => wrong.ResponseStream.MoveNext(TestContext.Current.CancellationToken))).Fields.Single());
        Task stopped = server.StopApp();
        Assert.False(await resumed.ResponseStream.MoveNext(TestContext.Current.CancellationToken));
        Assert.Equal(StatusCode.OK, resumed.GetStatus().StatusCode);
        await stopped;
    }

    private static async Task<WatchNoticesResponse> Next(AsyncServerStreamingCall<WatchNoticesResponse> call)
    {
        // A message that never comes is a failure, not a test without end.
        Assert.True(await call.ResponseStream.MoveNext(TestContext.Current.CancellationToken).WaitAsync(Testing.HangGuard.Limit, TestContext.Current.CancellationToken));
        return call.ResponseStream.Current;
    }
}
