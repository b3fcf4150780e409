using Grpc.Core;
using Reform.Organizations.V1;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.Organizations.OrganizationWorld;

namespace Reform.Grpc.Tests.Organizations;

/// <summary>Positions and appointments are found and changed; of what is wrong with them, with votes and with batches, the field is named.</summary>
public sealed class OrganizationFieldTests
{
    [Fact]
    public async Task A_position_is_changed_by_who_saw_it_and_what_was_known_before_stays()
    {
        await using TestServer server = await Start();
        GetPositionResponse before = await server.Organizations.GetPositionAsync(new GetPositionRequest { Name = "positions/chair" });
        Position renamed = before.Position.Clone();
        renamed.DisplayName = new BilingualText { Vi = "Chủ tịch UBND", En = "Chair of the committee" };
        renamed.Period = new Period { To = Day(2031, 7, 1) };
        UpdatePositionResponse done = await server.Organizations.UpdatePositionAsync(
            new UpdatePositionRequest { RequestId = NewRequest(), Position = renamed, Etag = before.Position.Etag });
        Assert.Equal(before.Position.Etag, done.Record.Corrects);
        Assert.NotEqual(before.Position.Etag, done.Position.Etag);
        Assert.True(done.Revision > before.Revision);
        await server.Restart();
        GetPositionResponse after = await server.Organizations.GetPositionAsync(new GetPositionRequest { Name = "positions/chair" });
        Assert.Equal(done.Position, after.Position);
        Assert.Equal(("Chair of the committee", Day(2031, 7, 1), TitleKind.Chair), (after.Position.DisplayName.En, after.Position.Period.To, after.Position.Title));
        GetPositionResponse then = await server.Organizations.GetPositionAsync(
            new GetPositionRequest { Name = "positions/chair", KnownAt = Before(done.Record.RecordTime) });
        Assert.Equal(before.Position, then.Position);
        Refused stale = await Refused.By(async () => await server.Organizations.UpdatePositionAsync(
            new UpdatePositionRequest { RequestId = NewRequest(), Position = renamed, Etag = before.Position.Etag }));
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (stale.Code, stale.Reason));
    }

    [Fact]
    public async Task An_appointment_is_found_by_its_name_through_its_corrections()
    {
        await using TestServer server = await Start();
        CreateAppointmentResponse held = await server.Organizations.CreateAppointmentAsync(Holds("p-1", "chair", Day(2026, 1, 1)));
        GetAppointmentRequest asked = new() { Name = held.Appointment.Name };
        Assert.Equal(held.Appointment, (await server.Organizations.GetAppointmentAsync(asked)).Appointment);
        Appointment ended = held.Appointment.Clone();
        ended.Period.To = Day(2026, 6, 1);
        UpdateAppointmentResponse once = await server.Organizations.UpdateAppointmentAsync(
            new UpdateAppointmentRequest { RequestId = NewRequest(), Appointment = ended, Etag = held.Appointment.Etag });
        ended.Mode = AppointmentMode.Acting;
        UpdateAppointmentResponse twice = await server.Organizations.UpdateAppointmentAsync(
            new UpdateAppointmentRequest { RequestId = NewRequest(), Appointment = ended, Etag = once.Appointment.Etag });
        await server.Restart();
        GetAppointmentResponse now = await server.Organizations.GetAppointmentAsync(asked);
        Assert.Equal((held.Appointment.Name, twice.Record.Record, AppointmentMode.Acting), (now.Appointment.Name, now.Appointment.Etag, now.Appointment.Mode));
        Assert.Equal(Day(2026, 6, 1), now.Appointment.Period.To);
        asked.KnownAt = once.Record.RecordTime;
        Assert.Equal(once.Appointment, (await server.Organizations.GetAppointmentAsync(asked)).Appointment);
        await server.Organizations.RecordOrganizationFactsAsync(
            new RecordOrganizationFactsRequest { RequestId = NewRequest(), Entries = { new OrganizationEntry { Corrects = twice.Record.Record, StruckOut = true } } });
        asked.KnownAt = null;
        Refused gone = await Refused.By(async () => await server.Organizations.GetAppointmentAsync(asked));
        Assert.Equal((StatusCode.NotFound, "RESOURCE_NOT_FOUND", "name"), (gone.Code, gone.Reason, gone.Metadata["field"]));
    }

    // The record of an appointment may be named by who enters it; its resource name is percent-encoded, however it was asked for.
    [Fact]
    public async Task The_name_of_an_appointment_is_the_same_however_it_was_written()
    {
        await using TestServer server = await Start();
        RecordOrganizationFactsRequest request = Facts(new OrganizationFact { Appointment = Holds("p-1", "chair").Appointment });
        request.Entries[0].Record = "appointments/sổ 1/trang 2";
        await server.Organizations.RecordOrganizationFactsAsync(request);
        string name = (await server.Organizations.ListAppointmentsAsync(new ListAppointmentsRequest { Parent = "units/-" })).Appointments.Single().Name;
        Assert.Equal("appointments/s%E1%BB%95%201%2Ftrang%202", name);
        foreach (string asked in (string[])[name, request.Entries[0].Record])
        {
            Assert.Equal(name, (await server.Organizations.GetAppointmentAsync(new GetAppointmentRequest { Name = asked })).Appointment.Name);
        }
    }

    public static TheoryData<string, Action<CreatePositionRequest>> WrongPositions { get; } = new()
    {
        { "request_id", r => r.RequestId = "1" },
        { "position_id", r => r.PositionId = "" },
        { "position", r => r.Position = null },
        { "position.unit", r => r.Position.Unit = "city" },
        { "position.display_name", r => r.Position.DisplayName = new BilingualText { Vi = new string('x', 501) } },
        { "position.title", r => r.Position.Title = (TitleKind)99 },
        { "position.period.from", r => r.Position.Period = new Period { From = Day(2026, 2, 30) } },
        { "position.period.to", r => r.Position.Period = new Period { From = Day(2026, 1, 1), To = Day(2025, 1, 1) } },
    };

    [Theory]
    [MemberData(nameof(WrongPositions))]
    public async Task A_wrong_field_of_a_position_is_named(string field, Action<CreatePositionRequest> spoil)
    {
        await using TestServer server = await Start();
        CreatePositionRequest request = Post("deputy", "city", TitleKind.DeputyChair);
        spoil(request);
        await Refuses(field, async () => await server.Organizations.CreatePositionAsync(request));
        Assert.Single((await server.Organizations.ListPositionsAsync(new ListPositionsRequest { Parent = "units/-" })).Positions);
    }

    public static TheoryData<string, Action<CreateAppointmentRequest>> WrongAppointments { get; } = new()
    {
        { "appointment", r => r.Appointment = null },
        { "appointment.person", r => r.Appointment.Person = "a\tb" },
        { "appointment.position", r => r.Appointment.Position = "units/city" },
        { "appointment.mode", r => r.Appointment.Mode = (AppointmentMode)(-1) },
        { "appointment.confirmed_on", r => r.Appointment.ConfirmedOn = new Google.Type.Date { Year = 2026 } },
        { "appointment.commissioned_to_sign_from", r => r.Appointment.CommissionedToSignFrom = Day(0, 1, 1) },
        { "appointment.basis.citation", r => r.Appointment.Basis = new LegalBasis() },
        { "appointment.period.to", r => r.Appointment.Period.To = r.Appointment.Period.From },
    };

    [Theory]
    [MemberData(nameof(WrongAppointments))]
    public async Task A_wrong_field_of_an_appointment_is_named(string field, Action<CreateAppointmentRequest> spoil)
    {
        await using TestServer server = await Start();
        CreateAppointmentRequest request = Holds("p-1", "chair", Day(2026, 1, 1));
        spoil(request);
        await Refuses(field, async () => await server.Organizations.CreateAppointmentAsync(request));
        Assert.Empty((await server.Organizations.ListAppointmentsAsync(new ListAppointmentsRequest { Parent = "units/-" })).Appointments);
    }

    public static TheoryData<string, Action<CountVotesRequest>> WrongVotes { get; } = new()
    {
        { "unit", r => r.Unit = "committee" },
        { "unit", r => r.Unit = "units/office" },
        { "rule", r => r.Rule = VotingRuleKind.Unspecified },
        { "rule", r => r.Rule = (VotingRuleKind)99 },
        { "language_code", r => r.LanguageCode = "fr" },
        { "ballots[1].on", r => r.Ballots[1].On = null },
        { "ballots[1]", r => r.Ballots[1].InFavour = -1 },
        { "ballots[1]", r => r.Ballots[1].InFavour = 3 },
        { "ballots[1].on", r => r.Ballots[1].On = Day(2026, 1, 1) },
        { "ballots[0].present_count", r => r.Ballots[0].PresentCount = 1 },
        { "ballots[0].present", r => r.Ballots[0].Present.Add(Enumerable.Repeat("m", 10_001)) },
        { "ballots", r => r.Ballots.Add(Enumerable.Repeat(r.Ballots[1], 100)) },
    };

    [Theory]
    [MemberData(nameof(WrongVotes))]
    public async Task A_wrong_field_of_a_vote_is_named(string field, Action<CountVotesRequest> spoil)
    {
        await using TestServer server = await Start();
        await server.Organizations.RecordOrganizationFactsAsync(Facts(((string[])["m1", "m2"]).Select(m =>
            new OrganizationFact { Membership = new Membership { Person = m, Unit = "units/committee" } })));
        var request = new CountVotesRequest
        {
            Unit = "units/committee",
            Rule = VotingRuleKind.Proposal,
            Ballots = { new BallotCount { On = Day(2026, 3, 3), Present = { "m1", "m2" }, InFavour = 1 }, new BallotCount { On = Day(2026, 3, 4), PresentCount = 2, InFavour = 2 } },
        };
        Assert.Equal(VoteOutcome.Passed, (await server.Organizations.CountVotesAsync(request)).Outcome);
        spoil(request);
        await Refuses(field, async () => await server.Organizations.CountVotesAsync(request));
    }

    public static TheoryData<string, Action<RecordOrganizationFactsRequest>> WrongBatches { get; } = new()
    {
        { "entries", r => r.Entries.Clear() },
        { "entries", r => r.Entries.Add(Enumerable.Repeat(r.Entries[0], 999)) },
        { "entries[1].fact", r => r.Entries[1].Fact = null },
        { "entries[1].fact", r => r.Entries[1].Fact = new OrganizationFact() },
        { "entries[1].record", r => r.Entries[1].Record = "positions/x" },
        { "entries[1].corrects", r => r.Entries[1].Corrects = new string('x', 201) },
        { "entries[1].corrects", r => r.Entries[1] = new OrganizationEntry { StruckOut = true } },
        { "entries[1].corrects", r => r.Entries[1] = new OrganizationEntry { StruckOut = true, Corrects = "powers/permit" } },
        { "entries[1].fact", r => (r.Entries[1].StruckOut, r.Entries[1].Corrects) = (true, "units/city") },
        { "entries[1].fact.unit.name", r => r.Entries[1].Fact.Unit.Name = "" },
        { "entries[1].fact.unit.former_names", r => r.Entries[1].Fact.Unit.FormerNames.Add(Enumerable.Repeat(new FormerName(), 101)) },
        { "entries[1].fact.membership.person", r => r.Entries[1].Fact = new OrganizationFact { Membership = new Membership { Unit = "units/committee" } } },
        { "entries[1].fact.exclusion.cause", r => r.Entries[1].Fact = new OrganizationFact { Exclusion = new MembershipExclusion { Person = "m", Unit = "units/committee" } } },
        { "entries[1].fact.allocation.field", r => r.Entries[1].Fact = new OrganizationFact { Allocation = new WorkAllocation { Person = "m", Position = "positions/chair" } } },
        { "entries[1].fact.relationship.other", r => r.Entries[1].Fact = new OrganizationFact { Relationship = new Relationship { Person = "m", Kind = RelationshipKind.Spouse } } },
        { "entries[1].fact.succession.on", r => r.Entries[1].Fact = new OrganizationFact { Succession = new SuccessionLink { FromUnit = "units/city", Kind = ReorganizationKind.Dissolve } } },
        { "entries[1].fact.placement.parent", r => r.Entries[1].Fact = new OrganizationFact { Placement = new Placement { Unit = "units/city" } } },
    };

    [Theory]
    [MemberData(nameof(WrongBatches))]
    public async Task A_wrong_entry_of_a_batch_is_named_and_nothing_of_the_batch_is_kept(string field, Action<RecordOrganizationFactsRequest> spoil)
    {
        await using TestServer server = await Start();
        long before = await Revision(server);
        RecordOrganizationFactsRequest request = Facts(((string[])["a", "b"]).Select(id =>
        {
            Unit unit = Unit(id).Unit;
            unit.Name = "units/" + id;
            return new OrganizationFact { Unit = unit };
        }));
        spoil(request);
        await Refuses(field, async () => await server.Organizations.RecordOrganizationFactsAsync(request));
        Assert.Equal(before, await Revision(server));
    }

    [Fact]
    public async Task Lists_in_a_question_have_a_limit()
    {
        await using TestServer server = await Start();
        var matter = new LiveMatter { Kind = MatterKind.Case, Id = "HS-1", Unit = "units/city" };
        var orphans = new ListOrphansRequest { On = Day(2026, 3, 3), Matters = { Enumerable.Repeat(matter, 10_000) } };
        Assert.Empty((await server.Organizations.ListOrphansAsync(orphans)).Orphans);
        orphans.Matters.Add(matter);
        await Refuses("matters", async () => await server.Organizations.ListOrphansAsync(orphans));
        var trees = new CompareUnitTreesRequest
        {
            Earlier = Day(2026, 3, 3),
            Later = Day(2026, 3, 4),
            WorkLater = { Enumerable.Range(0, 10_001).Select(i => new Workload { Unit = "units/u" + i, Amount = "1" }) },
        };
        await Refuses("work_later", async () => await server.Organizations.CompareUnitTreesAsync(trees));
        trees.WorkLater.Clear();
        trees.WorkLater.Add([new Workload { Unit = "units/city", Amount = "1" }, new Workload { Unit = "units/none", Amount = "1" }]);
        Refused unknown = await Refused.By(async () => await server.Organizations.CompareUnitTreesAsync(trees));
        Assert.Equal(("RESOURCE_NOT_FOUND", "work_later[1]"), (unknown.Reason, unknown.Metadata["field"]));
        trees.WorkLater[1].Unit = "units/city";
        await Refuses("work_later[1].unit", async () => await server.Organizations.CompareUnitTreesAsync(trees));
    }

    private static async Task Refuses(string field, Func<Task> call)
    {
        Refused refused = await Refused.By(call);
        Assert.Equal((StatusCode.InvalidArgument, "INVALID_FIELD", field), (refused.Code, refused.Reason, refused.Fields.Single()));
    }

    private static async Task<long> Revision(TestServer server) => (await server.Organizations.ListUnitsAsync(new ListUnitsRequest { Parent = "units/-" })).Revision;

    private static async Task<TestServer> Start()
    {
        TestServer server = await TestServer.Start();
        await server.Organizations.CreateUnitAsync(Unit("city"));
        await server.Organizations.CreateUnitAsync(Unit("committee", BodyKind.PartyCommittee));
        await server.Organizations.CreateUnitAsync(Unit("office", BodyKind.SpecializedAgency));
        await server.Organizations.CreatePositionAsync(Post("chair", "city"));
        return server;
    }
}
