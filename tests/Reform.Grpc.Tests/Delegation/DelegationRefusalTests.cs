using Google.Rpc;
using Grpc.Core;
using Reform.Delegation.V1;
using static Reform.Grpc.Tests.Delegation.DelegationWorld;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>Bad input is refused by a reason and the field, and leaves nothing behind.</summary>
public sealed class DelegationRefusalTests
{
    [Theory]
    [InlineData("power", "powers/none", "unknown_power", "grant.power")]
    [InlineData("grantor", "nobody", "unknown_actor", "grant.grantor")]
    [InlineData("grantee", "nobody", "unknown_actor", "grant.grantee")]
    [InlineData("unit", "units/nowhere", "unknown_unit", "grant.unit")]
    [InlineData("parent", "grants/none", "unknown_parent", "grant.parent")]
    [InlineData("scope", "", "outside_grantor_scope", "grant.scope")]
    public async Task A_grant_that_does_not_fit_the_register_is_a_conflict_and_nothing_is_entered(string what, string value, string code, string field)
    {
        await using TestServer server = await Start();
        Grant wide = Mandate();
        wide.Scope = new GrantScope { Subjects = { "P1" } };
        await server.Enter("g1", wide);
        long revision = await server.Revision();
        Grant grant = Mandate(from: what == "scope" ? "department" : "chair", to: "division", parent: what == "scope" ? "grants/g1" : "");
        switch (what)
        {
            case "power": grant.Power = value; break;
            case "grantor": grant.Grantor = value; break;
            case "grantee": grant.Grantee = value; break;
            case "unit": grant.Unit = value; break;
            case "parent": grant.Parent = value; break;
        }

        (Refused refused, PreconditionFailure failure) = await Conflict(() => server.Enter("g2", grant));
        Assert.Equal((code, field), (failure.Violations[0].Type, failure.Violations[0].Subject));
        Assert.Equal(field, refused.Fields[0]);
        Assert.Equal(revision, await server.Revision());
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/g2" }))).Reason);

        // The same request id, put right, is not taken for done.
        await server.Enter("g2", Mandate(to: "division"));
    }

    [Fact]
    public async Task A_circle_of_grants_is_a_conflict()
    {
        await using TestServer server = await Start();
        string first = (await server.Enter("g1", Mandate())).Record.Record;
        await server.Enter("g2", Mandate(from: "department", to: "division", parent: "grants/g1"));
        Grant circular = Mandate(parent: "grants/g2");
        (_, PreconditionFailure failure) = await Conflict(async () => await server.Delegation.CorrectGrantRecordAsync(
            new CorrectGrantRecordRequest { RequestId = NewId, Name = "grants/g1", Etag = first, Record = first, Grant = circular }));
        Assert.Contains(failure.Violations, v => v.Type == "parent_cycle" && v.Subject == "grant.parent");
        Assert.Equal(AuthorityVerdict.Competent, (await server.Ask("department")).Verdict);
    }

    [Fact]
    public async Task What_happens_before_the_grant_is_a_conflict()
    {
        await using TestServer server = await Start();
        string etag = (await server.Enter("g1", Mandate())).Grant.Etag;
        (Refused refused, PreconditionFailure failure) = await Conflict(async () => await server.Delegation.RevokeGrantAsync(
            new RevokeGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2025-12-01") }));
        Assert.Equal(("revocation_before_grant", "on"), (failure.Violations.Single().Type, failure.Violations.Single().Subject));
        Assert.Equal(["on"], refused.Fields);
        (_, failure) = await Conflict(async () => await server.Delegation.SuspendGrantAsync(
            new SuspendGrantRequest { RequestId = NewId, Name = "grants/g1", Etag = etag, On = Civil.Date("2025-12-01") }));
        Assert.Equal(("event_before_grant", "on"), (failure.Violations.Single().Type, failure.Violations.Single().Subject));
        Assert.Equal(etag, (await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/g1" })).Grant.Etag);
    }

    [Fact]
    public async Task A_power_of_nobody_is_a_conflict()
    {
        await using TestServer server = await Start();
        (_, PreconditionFailure failure) = await Conflict(async () => await server.Delegation.CreatePowerAsync(
            new CreatePowerRequest { RequestId = NewId, PowerId = "fine", Power = Permit("nobody") }));
        Assert.Equal(("unknown_actor", "power.holders[1].holder"), (failure.Violations.Single().Type, failure.Violations.Single().Subject));
        Assert.Equal(["powers/permit"], (await server.Delegation.ListPowersAsync(new ListPowersRequest())).Powers.Select(p => p.Name));
    }

    public static TheoryData<string, string, Action<Grant>> BadGrants => new()
    {
        { "end before start", "grant.period.to", g => g.Period.To = g.Period.From },
        { "no kind", "grant.kind", g => g.Kind = GrantKind.Unspecified },
        { "a kind that is not", "grant.kind", g => g.Kind = (GrantKind)99 },
        { "no kind of grantee", "grant.grantee_kind", g => g.GranteeKind = GranteeKind.Unspecified },
        { "no power", "grant.power", g => g.Power = "" },
        { "no name of a power", "grant.power", g => g.Power = "permit" },
        { "no grantor", "grant.grantor", g => g.Grantor = "" },
        { "no grantee", "grant.grantee", g => g.Grantee = "" },
        { "control characters", "grant.grantee", g => g.Grantee = "a\nb" },
        { "no instrument", "grant.instrument", g => g.Instrument = null },
        { "no number", "grant.instrument.number", g => g.Instrument.Number = "" },
        { "no date", "grant.instrument.date", g => g.Instrument.Date = null },
        { "no such date", "grant.instrument.date", g => g.Instrument.Date = new Google.Type.Date { Year = 2026, Month = 2, Day = 29 } },
        { "no title", "grant.instrument.title", g => g.Instrument.Title = null },
        { "no amount", "grant.scope.amount.to", g => g.Scope = new GrantScope { Amount = new AmountRange { To = "many" } } },
        { "two bounds", "grant.scope.amount.above", g => g.Scope = new GrantScope { Amount = new AmountRange { From = "1", Above = "1" } } },
        { "empty range", "grant.scope.amount", g => g.Scope = new GrantScope { Amount = new AmountRange { From = "5", To = "4" } } },
        { "exclusions within exclusions", "grant.scope.exclusions[0].exclusions",
            g => g.Scope = new GrantScope { Exclusions = { new GrantScope { Subjects = { "P1" }, Exclusions = { new GrantScope { Subjects = { "P2" } } } } } } },
        { "a condition without a code", "grant.conditions[0].code", g => g.Conditions.Add(new GrantCondition { Text = Text("x") }) },
    };

    [Theory]
    [MemberData(nameof(BadGrants), DisableDiscoveryEnumeration = true)]
    public async Task A_grant_that_is_none_is_refused_by_its_field(string what, string field, Action<Grant> spoil)
    {
        await using TestServer server = await Start();
        Grant grant = Mandate();
        spoil(grant);
        Refused refused = await Refused.By(() => server.Enter("g1", grant));
        Assert.Equal((what, StatusCode.InvalidArgument, "INVALID_FIELD", field), (what, refused.Code, refused.Reason, refused.Fields.Single()));
        Refused validated = await Refused.By(async () => await server.Delegation.ValidateGrantAsync(new ValidateGrantRequest { Grant = grant }));
        Assert.Equal(("INVALID_FIELD", field), (validated.Reason, validated.Fields.Single()));
        Assert.Empty((await server.Delegation.ListGrantsAsync(new ListGrantsRequest { Parent = "units/-" })).Grants);
    }

    public static TheoryData<string, string, string, Action<CheckAuthorityRequest>> BadQuestions => new()
    {
        { "no question", "INVALID_FIELD", "question", r => r.Question = null },
        { "no actor", "INVALID_FIELD", "question.actor", r => r.Question.Actor = "" },
        { "no date", "INVALID_FIELD", "question.on", r => r.Question.ClearWhen() },
        { "no such date", "INVALID_FIELD", "question.on", r => r.Question.On = new Google.Type.Date { Year = 2026, Month = 13, Day = 1 } },
        { "no such moment", "INVALID_FIELD", "question.signed_at", r => r.Question.SignedAt = new Google.Protobuf.WellKnownTypes.Timestamp { Seconds = long.MaxValue } },
        { "a moment on no date in Vietnam", "INVALID_FIELD", "question.signed_at", r => r.Question.SignedAt = new Google.Protobuf.WellKnownTypes.Timestamp { Seconds = 253_402_300_799 } },
        { "no amount", "INVALID_FIELD", "question.case.amount", r => r.Question.Case = new CaseFacts { Amount = "1e5000" } },
        { "no language", "INVALID_FIELD", "language_code", r => r.LanguageCode = "xx" },
        { "no moment", "INVALID_FIELD", "known_at", r => r.KnownAt = new Google.Protobuf.WellKnownTypes.Timestamp { Nanos = -1 } },
        { "unknown actor", "RESOURCE_NOT_FOUND", "question.actor", r => r.Question.Actor = "nobody" },
        { "unknown power", "RESOURCE_NOT_FOUND", "question.power", r => r.Question.Power = "powers/none" },
        { "unknown unit", "RESOURCE_NOT_FOUND", "question.unit", r => r.Question.Unit = "units/none" },
    };

    [Theory]
    [MemberData(nameof(BadQuestions), DisableDiscoveryEnumeration = true)]
    public async Task A_question_that_cannot_be_asked_is_refused_by_its_field(string what, string reason, string field, Action<CheckAuthorityRequest> spoil)
    {
        await using TestServer server = await Start();
        var request = new CheckAuthorityRequest { Question = Question("department") };
        spoil(request);
        Refused refused = await Refused.By(async () => await server.Delegation.CheckAuthorityAsync(request));
        Assert.Equal((what, reason, field), (what, refused.Reason, refused.Metadata["field"]));
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        await using TestServer server = await Start();
        DelegationService.DelegationServiceClient client = server.Delegation;
        foreach ((string field, Func<Task> call) in ((string, Func<Task>)[])
        [
            ("name", async () => await client.GetPowerAsync(new GetPowerRequest { Name = "powers/none" })),
            ("name", async () => await client.GetGrantAsync(new GetGrantRequest { Name = "grants/none" })),
            ("name", async () => await client.ListGrantHistoryAsync(new ListGrantHistoryRequest { Name = "grants/none" })),
            ("power.name", async () => await client.UpdatePowerAsync(new UpdatePowerRequest { RequestId = NewId, Etag = "x", Power = Named("powers/none") })),
            ("name", async () => await client.RevokeGrantAsync(new RevokeGrantRequest { RequestId = NewId, Name = "grants/none", Etag = "x", On = Civil.Date("2026-01-02") })),
            ("name", async () => await client.CorrectGrantRecordAsync(new CorrectGrantRecordRequest { RequestId = NewId, Name = "grants/none", Etag = "x", Record = "grants/none", StruckOut = true })),
            ("parent", async () => await client.ListGrantsAsync(new ListGrantsRequest { Parent = "units/none" })),
            ("power", async () => await client.ListGrantsAsync(new ListGrantsRequest { Parent = "units/-", Power = "powers/none" })),
            ("actor", async () => await client.ListAuthoritiesAsync(new ListAuthoritiesRequest { Actor = "nobody", On = Civil.Date("2026-01-02") })),
            ("power", async () => await client.LookupSignersAsync(new LookupSignersRequest { Power = "powers/none", On = Civil.Date("2026-01-02") })),
            ("unit", async () => await client.LookupSignersAsync(new LookupSignersRequest { Power = "powers/permit", Unit = "units/none", On = Civil.Date("2026-01-02") })),
            ("unit", async () => await client.GetDelegationRatioAsync(new GetDelegationRatioRequest { Unit = "units/none", On = Civil.Date("2026-01-02") })),
            ("name", async () => await client.LookupReturnAsync(new LookupReturnRequest { Name = "grants/none", Question = Question("department") })),
            ("pending[0].question.power", async () => await client.ListExpiringGrantsAsync(new ListExpiringGrantsRequest
            {
                Parent = "units/-", From = Civil.Date("2026-01-02"), To = Civil.Date("2026-01-02"), Pending = { new PendingCase { Case = "c", Question = Question("chair", power: "powers/none") } },
            })),
        ])
        {
            Refused refused = await Refused.By(call);
            Assert.Equal((StatusCode.NotFound, "RESOURCE_NOT_FOUND", field), (refused.Code, refused.Reason, refused.Metadata["field"]));
        }
    }

    [Fact]
    public async Task What_is_there_already_is_not_entered_again()
    {
        await using TestServer server = await Start();
        await server.Enter("g1", Mandate());
        Assert.Equal("RESOURCE_ALREADY_EXISTS", (await Refused.By(() => server.Enter("g1", Mandate(to: "division")))).Reason);
        Assert.Equal("RESOURCE_ALREADY_EXISTS", (await Refused.By(async () =>
            await server.Delegation.CreatePowerAsync(new CreatePowerRequest { RequestId = NewId, PowerId = "permit", Power = Permit() }))).Reason);
        Assert.Equal("department", (await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/g1" })).Grant.Grantee);
    }

    [Fact]
    public async Task A_correction_fits_its_record()
    {
        await using TestServer server = await Start();
        string first = (await server.Enter("g1", Mandate())).Record.Record;
        string other = (await server.Enter("g2", Mandate(to: "division"))).Record.Record;
        CorrectGrantRecordRequest Request(string record) => new() { RequestId = NewId, Name = "grants/g1", Etag = first, Record = record };
        CorrectGrantRecordRequest none = Request(first);
        CorrectGrantRecordRequest anothers = Request(other);
        anothers.StruckOut = true;
        CorrectGrantRecordRequest asEvent = Request(first);
        asEvent.Event = new GrantEvent { On = Civil.Date("2026-02-01"), Suspended = new Suspension() };
        CorrectGrantRecordRequest renamed = Request(first);
        renamed.Grant = Mandate();
        renamed.Grant.Name = "grants/g3";
        Assert.Equal("INVALID_FIELD", (await Refused.By(async () => await server.Delegation.CorrectGrantRecordAsync(none))).Reason);
        Assert.Equal(("RESOURCE_NOT_FOUND", "record"), Told(await Refused.By(async () => await server.Delegation.CorrectGrantRecordAsync(anothers))));
        Assert.Equal(("INVALID_FIELD", "grant"), Told(await Refused.By(async () => await server.Delegation.CorrectGrantRecordAsync(asEvent))));
        (_, PreconditionFailure failure) = await Conflict(async () => await server.Delegation.CorrectGrantRecordAsync(renamed));
        Assert.Equal("corrects_another_fact", failure.Violations[0].Type);
        Assert.Equal(first, (await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/g1" })).Grant.Etag);
    }

    private static (string Reason, string Field) Told(Refused refused) => (refused.Reason, refused.Metadata["field"]);

    private static Power Named(string name)
    {
        Power power = Permit();
        power.Name = name;
        return power;
    }

    private static async Task<(Refused Refused, PreconditionFailure Failure)> Conflict(Func<Task> call)
    {
        PreconditionFailure? failure = null;
        Refused refused = await Refused.By(async () =>
        {
            try
            {
                await call();
            }
            catch (RpcException e)
            {
                failure = e.GetRpcStatus()!.GetDetail<PreconditionFailure>();
                throw;
            }
        });
        Assert.Equal((StatusCode.FailedPrecondition, "REGISTER_CONFLICT"), (refused.Code, refused.Reason));
        return (refused, failure!);
    }
}
