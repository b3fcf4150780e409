using Reform.Delegation.V1;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.Delegation.DelegationWorld;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>Each method of DelegationService, once as it is meant.</summary>
public sealed class DelegationMethodsTests
{
    [Fact]
    public async Task A_power_is_entered_changed_got_and_listed()
    {
        await using TestServer server = await Start();
        Power entered = (await server.Delegation.GetPowerAsync(new GetPowerRequest { Name = "powers/permit" })).Power;
        Assert.Equal(("powers/permit", "Cấp phép", "chair"), (entered.Name, entered.DisplayName.Vi, entered.Holders.Single().Holder));
        Power changed = entered.Clone();
        changed.Holders.Add(new HolderRule { Holder = "department", Basis = Law, Period = new Period { From = Civil.Date("2026-07-01") } });
        UpdatePowerResponse updated = await server.Delegation.UpdatePowerAsync(new UpdatePowerRequest { RequestId = NewId, Power = changed, Etag = entered.Etag });
        Assert.Equal(entered.Etag, updated.Record.Corrects);
        Assert.NotEqual(entered.Etag, updated.Power.Etag);
        Assert.Equal(2, (await server.Delegation.ListPowersAsync(new ListPowersRequest())).Powers.Single().Holders.Count);
        Assert.Equal(AuthorityVerdict.NotCompetent, (await server.Ask("department", "2026-06-30")).Verdict);
        AuthorityDecision later = await server.Ask("department", "2026-07-01");
        Assert.Equal((AuthorityVerdict.Competent, AuthorityLinkKind.ByLaw), (later.Verdict, later.Chain.Single().Kind));
    }

    [Fact]
    public async Task A_mandate_carries_until_it_is_revoked_and_the_answer_says_when_it_changes()
    {
        await using TestServer server = await Start();
        Assert.Equal("no_grant", (await server.Ask("department")).Code);
        CreateGrantResponse made = await server.Enter("g1", Mandate());
        Assert.Equal(("grants/g1", made.Record.Record), (made.Grant.Name, made.Grant.Etag));
        Assert.DoesNotContain(made.Objections, o => o.Fatal);

        AuthorityDecision yes = await server.Ask("department");
        Assert.Equal(AuthorityVerdict.Competent, yes.Verdict);
        Assert.Equal(["chair", "department"], yes.Chain.Select(l => l.Holder));
        Assert.Equal("grants/g1", yes.Chain[^1].Grant);
        Assert.Equal("chair", yes.Responsible.Result);
        Assert.Equal("an", yes.Responsible.Person);
        Assert.Equal("2027-01-01", Civil.Text(yes.NextChange));
        Assert.Equal(AuthorityVerdict.NotCompetent, (await server.Ask("department", "2025-12-31")).Verdict);

        RevokeGrantResponse revoked = await server.Revoke("g1", "2026-06-15");
        Assert.Equal(revoked.Record.Record, revoked.Grant.Etag);
        AuthorityDecision before = await server.Ask("department", "2026-06-14");
        Assert.Equal((AuthorityVerdict.Competent, "2026-06-15"), (before.Verdict, Civil.Text(before.NextChange)));
        AuthorityDecision no = await server.Ask("department");
        Assert.Equal((AuthorityVerdict.NotCompetent, "revoked", "grants/g1"), (no.Verdict, no.Code, no.BrokenGrant));
    }

    [Fact]
    public async Task A_grant_is_amended_suspended_resumed_and_lapses_each_from_its_day()
    {
        await using TestServer server = await Start();
        string etag = (await server.Enter("g1", Mandate())).Grant.Etag;
        var scope = new GrantScope { Subjects = { "P1" } };
        AmendGrantResponse amended = await server.Delegation.AmendGrantAsync(new AmendGrantRequest
        {
            RequestId = NewId,
            Name = "grants/g1",
            Etag = etag,
            On = Civil.Date("2026-02-01"),
            Amendment = new Amendment { Scope = scope, To = Civil.Date("2026-10-01") },
        });
        SuspendGrantResponse suspended = await server.Delegation.SuspendGrantAsync(
            new SuspendGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = amended.Grant.Etag, On = Civil.Date("2026-03-01") });
        ResumeGrantResponse resumed = await server.Delegation.ResumeGrantAsync(
            new ResumeGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = suspended.Grant.Etag, On = Civil.Date("2026-04-01") });
        LapseGrantResponse lapsed = await server.Delegation.LapseGrantAsync(
            new LapseGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = resumed.Grant.Etag, On = Civil.Date("2026-08-01"), Why = Text("đã xong việc", "the matter is done") });
        Assert.NotEqual(resumed.Grant.Etag, lapsed.Grant.Etag);

        foreach ((string on, bool inForce, string? next) in (ReadOnlySpan<(string, bool, string?)>)
            [("2025-12-31", false, "2026-01-01"), ("2026-01-31", true, "2026-03-01"), ("2026-03-31", false, "2026-04-01"), ("2026-07-31", true, "2026-08-01"), ("2026-08-01", false, null)])
        {
            GrantStatus status = server.Delegation.GetGrant(new GetGrantRequest { Name = "grants/g1", On = Civil.Date(on) }).Status;
            Assert.Equal((on, inForce, next), (on, status.InForce, status.NextChange is null ? null : Civil.Text(status.NextChange)));
        }

        AuthorityDecision unstated = await server.Ask("department", "2026-02-02");
        Assert.Equal(AuthorityVerdict.Unknown, unstated.Verdict);
        Assert.Contains("subject", unstated.Missing);
        ListGrantHistoryResponse history = await server.Delegation.ListGrantHistoryAsync(new ListGrantHistoryRequest { Name = "grants/g1" });
        Assert.Equal(["granted", "amended", "suspended", "resumed", "lapsed"], history.Entries.Select(e => e.What));
        Assert.All(history.Entries, e => Assert.Equal("development", e.EnteredBy));
    }

    [Fact]
    public async Task A_record_is_struck_out_or_replaced_and_the_history_keeps_it()
    {
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        RevokeGrantResponse wrong = await server.Revoke("g1", "2026-02-01");
        Assert.Equal("revoked", (await server.Ask("department")).Code);
        CorrectGrantRecordResponse struck = await server.Delegation.CorrectGrantRecordAsync(
            new CorrectGrantRecordRequest { RequestId = NewId, Name = "grants/g1", Etag = wrong.Grant.Etag, Record = wrong.Record.Record, StruckOut = true });
        Assert.Equal((true, wrong.Record.Record), (struck.Record.StruckOut, struck.Record.Corrects));
        Assert.Equal(AuthorityVerdict.Competent, (await server.Ask("department")).Verdict);

        Grant right = Mandate(to: "director", kind: GranteeKind.Position);
        string first = (await server.Delegation.ListGrantHistoryAsync(new ListGrantHistoryRequest { Name = "grants/g1" })).Entries[0].Record;
        CorrectGrantRecordResponse replaced = await server.Delegation.CorrectGrantRecordAsync(
            new CorrectGrantRecordRequest { RequestId = NewId, Name = "grants/g1", Etag = struck.Grant.Etag, Record = first, Grant = right });
        Assert.Equal("director", replaced.Grant.Grantee);
        Assert.Equal(AuthorityVerdict.NotCompetent, (await server.Ask("division")).Verdict);
        Assert.Equal(AuthorityVerdict.Competent, (await server.Ask("director")).Verdict);
        ListGrantHistoryResponse history = await server.Delegation.ListGrantHistoryAsync(new ListGrantHistoryRequest { Name = "grants/g1" });
        Assert.Equal(["granted", "revoked", "struck_out", "granted", "expired"], history.Entries.Select(e => e.What));
        Assert.NotNull(history.Entries[0].CorrectedTime);
        Assert.Null(history.Entries[3].CorrectedTime);
    }

    [Fact]
    public async Task Who_could_what_may_what_ends_what_overlaps_and_how_timid()
    {
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        await server.Enter("g2", Mandate(to: "director", kind: GranteeKind.Position));
        // The law of mandates knows no such pair: it is recorded, and gives nothing.
        await server.Enter("g3", Mandate(to: "division"));
        LookupSignersResponse signers = await server.Delegation.LookupSignersAsync(new LookupSignersRequest { Power = "powers/permit", On = Civil.Date("2026-06-15") });
        Assert.Equal(["an", "binh", "chair", "department", "director"], signers.Signers.Select(s => s.Actor).Order(StringComparer.Ordinal));
        Assert.All(signers.Signers, s => Assert.Equal(AuthorityVerdict.Competent, s.Decision.Verdict));

        ListAuthoritiesResponse held = await server.Delegation.ListAuthoritiesAsync(new ListAuthoritiesRequest { Actor = "department", On = Civil.Date("2026-06-15") });
        Assert.Equal(("powers/permit", "2027-01-01"), (held.Authorities.Single().Power, Civil.Text(held.Authorities.Single().Until)));

        var expiring = new ListExpiringGrantsRequest
        {
            Parent = "units/-",
            From = Civil.Date("2026-12-01"),
            To = Civil.Date("2026-12-31"),
            Pending = { new PendingCase { Case = "c-1", Question = Question("department") } },
        };
        ListExpiringGrantsResponse ending = await server.Delegation.ListExpiringGrantsAsync(expiring);
        Assert.Equal([("grants/g1", "2026-12-31", "c-1"), ("grants/g2", "2026-12-31", "")],
            ending.Grants.Select(g => (g.Grant.Name, Civil.Text(g.LastDay), string.Join(',', g.PendingCases))));

        GrantOverlap overlap = (await server.Delegation.ListGrantOverlapsAsync(new ListGrantOverlapsRequest())).Overlaps.Single();
        Assert.Equal(("grants/g1", "grants/g2", "2026-01-01"), (overlap.First, overlap.Second, Civil.Text(overlap.FirstDay)));

        GetDelegationRatioResponse ratio = await server.Delegation.GetDelegationRatioAsync(new GetDelegationRatioRequest { Unit = "units/province", On = Civil.Date("2026-06-15") });
        Assert.Equal(["powers/permit"], ratio.Eligible);
        Assert.Equal(["powers/permit"], ratio.Delegated);
        GetDelegationRatioResponse earlier = await server.Delegation.GetDelegationRatioAsync(new GetDelegationRatioRequest
        {
            Unit = "units/province",
            On = Civil.Date("2025-06-15"),
            Cases = { new PowerCases { Power = "powers/permit", Cases = 120 } },
        });
        Assert.Equal(("powers/permit", 120L), (earlier.Retained.Single().Power, earlier.Retained.Single().Cases));
        Assert.Empty(earlier.Delegated);

        ListGrantsResponse ofDivision = await server.Delegation.ListGrantsAsync(new ListGrantsRequest { Parent = "units/division" });
        Assert.Equal(["grants/g3"], ofDivision.Grants.Select(g => g.Name));
        ListGrantsResponse none = await server.Delegation.ListGrantsAsync(new ListGrantsRequest { Parent = "units/-", InForceOn = Civil.Date("2025-12-31") });
        Assert.Empty(none.Grants);
    }

    [Fact]
    public async Task A_revoked_case_goes_back_to_the_grantor()
    {
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        await server.Revoke("g1", "2026-06-01");
        LookupReturnResponse back = await server.Delegation.LookupReturnAsync(new LookupReturnRequest { Name = "grants/g1", Question = Question("department") });
        Assert.Equal(("chair", AuthorityVerdict.Competent), (back.Actor, back.Decision.Verdict));
    }

    [Fact]
    public async Task A_grant_is_validated_with_every_objection_and_nothing_is_recorded()
    {
        await using TestServer server = await Start();
        long revision = await server.Revision();
        Grant unlawful = Mandate(from: "head", to: "division");
        unlawful.Instrument.Oral = true;
        ValidateGrantResponse objections = await server.Delegation.ValidateGrantAsync(new ValidateGrantRequest { Grant = unlawful });
        Assert.False(objections.Lawful);
        Assert.Contains(objections.Objections, o => o.Code == "no_written_instrument" && o.Fatal && o.Message.Vi.Length > 0 && o.Message.En.Length > 0);
        Assert.True(objections.Objections.Count(o => o.Fatal) >= 2);
        Assert.Equal(revision, await server.Revision());

        // Entered all the same, it is a fact without effect.
        CreateGrantResponse made = await server.Enter("g1", unlawful);
        Assert.Equal(objections.Objections.Select(o => o.Code), made.Objections.Select(o => o.Code));
        Assert.Equal(AuthorityVerdict.NotCompetent, (await server.Ask("division")).Verdict);
        Assert.True((await server.Delegation.ValidateGrantAsync(new ValidateGrantRequest { Grant = Mandate() })).Lawful);
    }

    [Fact]
    public async Task An_explanation_is_the_same_decision_with_its_sentences_in_either_language()
    {
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        ExplainAuthorityResponse vi = await server.Delegation.ExplainAuthorityAsync(new ExplainAuthorityRequest { Question = Question("department") });
        ExplainAuthorityResponse en = await server.Delegation.ExplainAuthorityAsync(new ExplainAuthorityRequest { Question = Question("department"), LanguageCode = "en" });
        Assert.Equal(vi.Decision.Explanation.Select(r => r.Code), en.Decision.Explanation.Select(r => r.Code));
        Assert.Contains("1/QĐ-UBND", string.Join('\n', vi.Decision.Explanation.Select(r => r.Text)), StringComparison.Ordinal);
        Assert.NotEqual(vi.Decision.Explanation.Select(r => r.Text), en.Decision.Explanation.Select(r => r.Text));
        CheckAuthorityResponse check = await server.Delegation.CheckAuthorityAsync(new CheckAuthorityRequest { Question = Question("department"), IncludeExplanation = true });
        Assert.Equal(vi.Decision, check.Decision);
        Assert.Empty((await server.Ask("department")).Explanation);
    }

    [Fact]
    public async Task A_moment_counts_by_its_date_in_Vietnam()
    {
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        AuthorityQuestion question = Question("department");
        // 17:00 UTC is midnight in Vietnam.
        foreach ((string utc, AuthorityVerdict verdict) in (ReadOnlySpan<(string, AuthorityVerdict)>)
            [("2025-12-31T16:59:59Z", AuthorityVerdict.NotCompetent), ("2025-12-31T17:00:00Z", AuthorityVerdict.Competent)])
        {
            question.SignedAt = Google.Protobuf.WellKnownTypes.Timestamp.FromDateTimeOffset(DateTimeOffset.Parse(utc, System.Globalization.CultureInfo.InvariantCulture));
            Assert.Equal(verdict, server.Delegation.CheckAuthority(new CheckAuthorityRequest { Question = question }).Decision.Verdict);
        }
    }
}
