using Google.Protobuf.WellKnownTypes;
using Grpc.Core;
using Reform.Delegation.V1;
using static Reform.Grpc.Tests.Delegation.DelegationWorld;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>What was entered is entered once, stays as it was known, outlives the process, and is listed without gaps while others write.</summary>
public sealed class DelegationJournalTests
{
    [Fact]
    public async Task A_request_that_comes_twice_is_done_once_and_its_id_is_good_for_nothing_else()
    {
        await using TestServer server = await Start();
        var request = new CreateGrantRequest { RequestId = NewId, GrantId = "g1", Grant = Mandate() };
        CreateGrantResponse first = await server.Delegation.CreateGrantAsync(request);
        await server.Enter("g2", Mandate(to: "division"));
        long revision = await server.Revision();
        await server.Restart();
        request.RequestId = request.RequestId.ToUpperInvariant();
        Assert.Equal(first, await server.Delegation.CreateGrantAsync(request));
        CreateGrantRequest other = request.Clone();
        other.GrantId = "g3";
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), Told(await Refused.By(async () => await server.Delegation.CreateGrantAsync(other))));
        var revocation = new RevokeGrantRequest { RequestId = request.RequestId, Name = "grants/g1", Etag = first.Grant.Etag, On = Civil.Date("2026-03-01") };
        Assert.Equal((StatusCode.AlreadyExists, "REQUEST_ID_REUSED"), Told(await Refused.By(async () => await server.Delegation.RevokeGrantAsync(revocation))));
        Assert.Equal(revision, await server.Revision());

        revocation.RequestId = NewId;
        RevokeGrantResponse revoked = await server.Delegation.RevokeGrantAsync(revocation);
        Assert.Equal(revoked, await server.Delegation.RevokeGrantAsync(revocation));
        Assert.Equal(revision + 1, await server.Revision());
        revocation.RequestId = "no-uuid";
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD"), Told(await Refused.By(async () => await server.Delegation.RevokeGrantAsync(revocation))));
    }

    [Fact]
    public async Task A_change_that_did_not_see_the_last_one_is_refused()
    {
        await using TestServer server = await Start();
        string etag = (await server.Enter("g1", Mandate())).Grant.Etag;
        await server.Revoke("g1", "2026-03-01");
        foreach (Func<Task> late in (Func<Task>[])
        [
            async () => await server.Delegation.RevokeGrantAsync(new RevokeGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2026-02-01") }),
            async () => await server.Delegation.SuspendGrantAsync(new SuspendGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2026-02-01") }),
            async () => await server.Delegation.CorrectGrantRecordAsync(new CorrectGrantRecordRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, Record = etag, StruckOut = true }),
            async () => await server.Delegation.UpdatePowerAsync(new UpdatePowerRequest { RequestId = NewId, Etag = "another", Power = (await server.Delegation.GetPowerAsync(new GetPowerRequest { Name = "powers/permit" })).Power }),
        ])
        {
            Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), Told(await Refused.By(late)));
        }

        Refused none = await Refused.By(async () => await server.Delegation.ResumeGrantAsync(new ResumeGrantRequest { RequestId = NewId, Name = "grants/g1", On = Civil.Date("2026-02-01") }));
        Assert.Equal(("INVALID_FIELD", "etag"), (none.Reason, none.Fields.Single()));
    }

    [Fact]
    public async Task Looking_whether_it_could_be_done_keeps_nothing()
    {
        await using TestServer server = await Start();
        string etag = (await server.Enter("g1", Mandate())).Grant.Etag;
        long revision = await server.Revision();
        DelegationService.DelegationServiceClient client = server.Delegation;
        var create = new CreateGrantRequest { RequestId = NewId, GrantId = "g2", Grant = Mandate(to: "division"), ValidateOnly = true };
        CreateGrantResponse would = await client.CreateGrantAsync(create);
        Assert.Equal(("grants/g2", "division"), (would.Grant.Name, would.Grant.Grantee));
        System.DateTime day = System.DateTime.UtcNow;
        Assert.InRange(would.Record.RecordTime.ToDateTime(), day.AddMinutes(-10), day.AddMinutes(10));
        await client.CreatePowerAsync(new CreatePowerRequest { RequestId = NewId, PowerId = "fine", Power = Permit(), ValidateOnly = true });
        Power permit = (await client.GetPowerAsync(new GetPowerRequest { Name = "powers/permit" })).Power;
        await client.UpdatePowerAsync(new UpdatePowerRequest { RequestId = NewId, Power = permit, Etag = permit.Etag, ValidateOnly = true });
        await client.AmendGrantAsync(new AmendGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2026-02-01"), Amendment = new Amendment { To = Civil.Date("2026-05-01") }, ValidateOnly = true });
        await client.SuspendGrantAsync(new SuspendGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2026-02-01"), ValidateOnly = true });
        await client.ResumeGrantAsync(new ResumeGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2026-02-01"), ValidateOnly = true });
        await client.RevokeGrantAsync(new RevokeGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2026-02-01"), ValidateOnly = true });
        await client.LapseGrantAsync(new LapseGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2026-02-01"), Why = Text("x"), ValidateOnly = true });
        await client.CorrectGrantRecordAsync(new CorrectGrantRecordRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, Record = etag, StruckOut = true, ValidateOnly = true });
        Assert.Equal(revision, await server.Revision());
        Assert.Equal(AuthorityVerdict.Competent, (await server.Ask("department")).Verdict);
        Assert.Equal(["grants/g1"], (await client.ListGrantsAsync(new ListGrantsRequest { Parent = "units/-" })).Grants.Select(g => g.Name));

        // Not done yet, so that the request id is free for the thing itself.
        create.ValidateOnly = false;
        await client.CreateGrantAsync(create);
        Assert.Equal(revision + 1, await server.Revision());
    }

    [Fact]
    public async Task What_was_known_at_a_moment_stays_known_after_corrections_and_a_restart()
    {
        await using TestServer server = await Start();
        Timestamp granted = (await server.Enter("g1", Mandate())).Record.RecordTime;
        RevokeGrantResponse revocation = await server.Revoke("g1", "2026-03-01");
        Timestamp revoked = revocation.Record.RecordTime;
        Timestamp struck = (await server.Delegation.CorrectGrantRecordAsync(new CorrectGrantRecordRequest
        {
            RequestId = NewId,
            Name = "grants/g1",
            Etag = revocation.Grant.Etag,
            Record = revocation.Record.Record,
            StruckOut = true,
        })).Record.RecordTime;
        Assert.True(granted.ToDateTime() < revoked.ToDateTime() && revoked.ToDateTime() < struck.ToDateTime());

        async Task<string> Known()
        {
            var before = new Timestamp { Seconds = granted.Seconds - 3600 };
            Refused unborn = await Refused.By(async () => await server.Ask("department", knownAt: before));
            AuthorityDecision[] decisions = [await server.Ask("department", knownAt: granted), await server.Ask("department", knownAt: revoked), await server.Ask("department", knownAt: struck), await server.Ask("department")];
            ListGrantHistoryResponse then = await server.Delegation.ListGrantHistoryAsync(new ListGrantHistoryRequest { Name = "grants/g1", KnownAt = revoked });
            ListGrantHistoryResponse now = await server.Delegation.ListGrantHistoryAsync(new ListGrantHistoryRequest { Name = "grants/g1" });
            Assert.Equal(["competent", "revoked", "competent", "competent"], decisions.Select(d => d.Code));
            Assert.Equal(["granted", "revoked"], then.Entries.Select(e => e.What));
            Assert.Equal(["granted", "revoked", "struck_out", "expired"], now.Entries.Select(e => e.What));
            Assert.Equal([granted, revoked, struck], now.Entries.Take(3).Select(e => e.RecordTime));
            Assert.Equal(struck, now.Entries[1].CorrectedTime);
            Assert.Null(then.Entries[1].CorrectedTime);
            return unborn.Reason + " " + string.Join('\n', decisions.Select(d => d.ToString())) + then + now;
        }

        string known = await Known();
        Assert.StartsWith("RESOURCE_NOT_FOUND", known, StringComparison.Ordinal);
        await server.Restart();
        Assert.Equal(known, await Known());
    }

    [Fact]
    public async Task Pages_hold_the_state_in_which_the_listing_began()
    {
        await using TestServer server = await Start();
        for (int i = 0; i < 7; i++)
        {
            await server.Enter("g" + (2 * i), Mandate());
        }

        var request = new ListGrantsRequest { Parent = "units/-", PageSize = 3 };
        var seen = new List<string>();
        var revisions = new HashSet<long>();
        for (int i = 0; ; i++)
        {
            ListGrantsResponse page = await server.Delegation.ListGrantsAsync(request);
            Assert.InRange(page.Grants.Count, 1, 3);
            seen.AddRange(page.Grants.Select(g => g.Name));
            revisions.Add(page.Revision);
            if (page.NextPageToken.Length == 0)
            {
                break;
            }

            request.PageToken = page.NextPageToken;
            await server.Enter("g" + ((2 * i) + 1), Mandate(to: "division"));
            if (i == 0)
            {
                await server.Restart();
            }
        }

        Assert.Equal(["grants/g0", "grants/g10", "grants/g12", "grants/g2", "grants/g4", "grants/g6", "grants/g8"], seen);
        Assert.Single(revisions);

        ListGrantsRequest other = request.Clone();
        other.Power = "powers/permit";
        Assert.Equal("INVALID_FIELD", (await Refused.By(async () => await server.Delegation.ListGrantsAsync(other))).Reason);
        other.PageToken = "";
        other.PageSize = -1;
        Assert.Equal("INVALID_FIELD", (await Refused.By(async () => await server.Delegation.ListGrantsAsync(other))).Reason);
    }

    [Fact]
    public async Task Two_that_write_at_once_do_not_lose_each_other()
    {
        await using TestServer server = await Start();
        string etag = (await server.Enter("g1", Mandate())).Grant.Etag;
        Task<bool>[] all = [.. Enumerable.Range(0, 6).Select(async i =>
        {
            try
            {
                await server.Delegation.RevokeGrantAsync(new RevokeGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2026-03-0" + (i + 1)) });
                return true;
            }
            catch (RpcException e) when (e.StatusCode == StatusCode.Aborted)
            {
                return false;
            }
        })];
        Assert.Single(await Task.WhenAll(all), done => done);
        Assert.Equal(["granted", "revoked"], (await server.Delegation.ListGrantHistoryAsync(new ListGrantHistoryRequest { Name = "grants/g1" })).Entries.Select(e => e.What));
    }

    private static (StatusCode Code, string Reason) Told(Refused refused) => (refused.Code, refused.Reason);
}
