using Google.Protobuf;
using Grpc.Core;
using Reform.Organizations.V1;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.Organizations.OrganizationWorld;

namespace Reform.Grpc.Tests.Organizations;

/// <summary>What is entered: once, whole, by who has seen what stands, and never undone.</summary>
public sealed class OrganizationEditTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_unit_its_post_and_its_holder_are_entered_and_found()
    {
        await using TestServer server = await TestServer.Start();
        await server.Organizations.CreateUnitAsync(Unit("city"), cancellationToken: Cancellation);
        CreateUnitResponse ward = await server.Organizations.CreateUnitAsync(Unit("ward/1 Đông", from: Day(2025, 7, 1), parent: "units/city"), cancellationToken: Cancellation);
        Assert.Equal("units/ward%2F1%20%C4%90%C3%B4ng", ward.Unit.Name);
        Assert.Equal("development", ward.Record.EnteredBy);
        await server.Organizations.CreatePositionAsync(Post("chair", "ward%2F1%20%C4%90%C3%B4ng"), cancellationToken: Cancellation);
        CreateAppointmentResponse held = await server.Organizations.CreateAppointmentAsync(Holds("p-17", "chair", Day(2025, 7, 1)), cancellationToken: Cancellation);
        GetUnitResponse found = await server.Organizations.GetUnitAsync(
            new GetUnitRequest { Name = ward.Unit.Name, On = Day(2026, 3, 3) }, cancellationToken: Cancellation);
        Assert.True(found.Exists);
        Assert.Equal("units/city", found.Parent);
        Assert.Equal(held.Appointment, found.Head);
        Assert.Equal(held.Revision, found.Revision);
        Assert.Equal("ward/1 Đông", found.DisplayNameVi);
        GetUnitResponse earlier = await server.Organizations.GetUnitAsync(
            new GetUnitRequest { Name = ward.Unit.Name, On = Day(2025, 6, 30) }, cancellationToken: Cancellation);
        Assert.False(earlier.Exists);
        Assert.Equal("", earlier.Parent);
    }

    [Fact]
    public async Task The_same_request_is_done_once_and_another_under_its_id_is_refused()
    {
        await using TestServer server = await TestServer.Start();
        CreateUnitRequest request = Unit("city");
        CreateUnitResponse first = await server.Organizations.CreateUnitAsync(request, cancellationToken: Cancellation);
        await server.Restart();
        request.RequestId = request.RequestId.ToUpperInvariant();
        Assert.Equal(first, await server.Organizations.CreateUnitAsync(request, cancellationToken: Cancellation));
        request.Unit.DisplayName = Text("khác");
        Refused other = await Refused.By(async () => await server.Organizations.CreateUnitAsync(request));
        Assert.Equal("REQUEST_ID_REUSED", other.Reason);
        Refused taken = await Refused.By(async () => await server.Organizations.CreateUnitAsync(Unit("city")));
        Assert.Equal((StatusCode.AlreadyExists, "RESOURCE_ALREADY_EXISTS"), (taken.Code, taken.Reason));
    }

    [Fact]
    public async Task What_is_only_validated_is_answered_and_not_kept()
    {
        await using TestServer server = await TestServer.Start();
        CreateUnitRequest request = Unit("city");
        request.ValidateOnly = true;
        CreateUnitResponse looked = await server.Organizations.CreateUnitAsync(request, cancellationToken: Cancellation);
        Assert.Equal((0, "units/city"), (looked.Revision, looked.Unit.Name));
        Assert.Empty((await server.Organizations.ListUnitsAsync(new ListUnitsRequest { Parent = "units/-" }, cancellationToken: Cancellation)).Units);
        request.ValidateOnly = false;
        Assert.NotEqual(0, (await server.Organizations.CreateUnitAsync(request, cancellationToken: Cancellation)).Revision);
    }

    [Fact]
    public async Task Who_changes_a_unit_has_to_have_seen_its_latest_record_and_what_was_known_then_stays()
    {
        await using TestServer server = await TestServer.Start();
        CreateUnitResponse made = await server.Organizations.CreateUnitAsync(Unit("district"), cancellationToken: Cancellation);
        Unit ended = made.Unit.Clone();
        ended.Period = new Period { To = Day(2025, 7, 1) };
        UpdateUnitResponse done = await server.Organizations.UpdateUnitAsync(
            new UpdateUnitRequest { RequestId = NewRequest(), Unit = ended, Etag = made.Unit.Etag }, cancellationToken: Cancellation);
        Assert.Equal(made.Record.Record, done.Record.Corrects);
        Refused stale = await Refused.By(async () => await server.Organizations.UpdateUnitAsync(
            new UpdateUnitRequest { RequestId = NewRequest(), Unit = ended, Etag = made.Unit.Etag }));
        Assert.Equal((StatusCode.Aborted, "ETAG_MISMATCH"), (stale.Code, stale.Reason));
        await server.Restart();
        GetUnitRequest asked = new() { Name = "units/district", On = Day(2025, 7, 1) };
        Assert.False((await server.Organizations.GetUnitAsync(asked, cancellationToken: Cancellation)).Exists);
        asked.KnownAt = made.Record.RecordTime;
        GetUnitResponse then = await server.Organizations.GetUnitAsync(asked, cancellationToken: Cancellation);
        Assert.True(then.Exists);
        Assert.Equal((made.Revision, made.Unit.Etag), (then.Revision, then.Unit.Etag));
        asked.KnownAt = Before(made.Record.RecordTime);
        Assert.Equal("RESOURCE_NOT_FOUND", (await Refused.By(async () => await server.Organizations.GetUnitAsync(asked))).Reason);
    }

    [Fact]
    public async Task The_history_of_a_unit_has_every_record_with_who_entered_it()
    {
        await using TestServer server = await TestServer.Start();
        await server.Organizations.CreateUnitAsync(Unit("city"), cancellationToken: Cancellation);
        await server.Organizations.CreatePositionAsync(Post("chair", "city"), cancellationToken: Cancellation);
        CreateAppointmentResponse held = await server.Organizations.CreateAppointmentAsync(Holds("p-1", "chair", Day(2026, 1, 1)), cancellationToken: Cancellation);
        Appointment ended = held.Appointment.Clone();
        ended.Period.To = Day(2026, 6, 1);
        UpdateAppointmentResponse update = await server.Organizations.UpdateAppointmentAsync(
            new UpdateAppointmentRequest { RequestId = NewRequest(), Appointment = ended, Etag = held.Appointment.Etag }, cancellationToken: Cancellation);
        Assert.Equal(held.Appointment.Name, update.Appointment.Name);
        RecordOrganizationFactsRequest strike = new()
        {
            RequestId = NewRequest(),
            Entries = { new OrganizationEntry { Corrects = update.Record.Record, StruckOut = true } },
        };
        await server.Organizations.RecordOrganizationFactsAsync(strike, cancellationToken: Cancellation);
        ListOrganizationRecordsResponse all = await server.Organizations.ListOrganizationRecordsAsync(
            new ListOrganizationRecordsRequest { Parent = "units/city" }, cancellationToken: Cancellation);
        Assert.Equal(
            [("units/city", true, false), ("positions/chair", true, false), (held.Record.Record, false, false), (update.Record.Record, false, false), (all.Records[^1].Info.Record, false, true)],
            all.Records.Select(r => (r.Info.Record, r.Standing, r.Info.StruckOut)));
        Assert.All(all.Records, r => Assert.Equal("development", r.Info.EnteredBy));
        Assert.Equal(Day(2026, 6, 1), all.Records[^1].Fact.Appointment.Period.To);
        Assert.Empty((await server.Organizations.ListAppointmentsAsync(new ListAppointmentsRequest { Parent = "units/city" }, cancellationToken: Cancellation)).Appointments);
        ListOrganizationRecordsResponse then = await server.Organizations.ListOrganizationRecordsAsync(
            new ListOrganizationRecordsRequest { Parent = "units/city", KnownAt = held.Record.RecordTime }, cancellationToken: Cancellation);
        Assert.Equal([true, true, true], then.Records.Select(r => r.Standing));
    }

    [Fact]
    public async Task A_listing_goes_on_over_the_state_in_which_it_began()
    {
        await using TestServer server = await TestServer.Start();
        string[] ids = [.. Enumerable.Range(0, 7).Select(i => "u" + i)];
        foreach (string id in ids)
        {
            await server.Organizations.CreateUnitAsync(Unit(id), cancellationToken: Cancellation);
        }

        var listed = new List<string>();
        var request = new ListUnitsRequest { Parent = "units/-", PageSize = 3 };
        for (int page = 0; page == 0 || request.PageToken.Length > 0; page++)
        {
            ListUnitsResponse answer = await server.Organizations.ListUnitsAsync(request, cancellationToken: Cancellation);
            listed.AddRange(answer.Units.Select(u => u.Name["units/".Length..]));
            request.PageToken = answer.NextPageToken;
            await server.Organizations.CreateUnitAsync(Unit("a" + page), cancellationToken: Cancellation);
            await server.Restart();
        }

        Assert.Equal(ids, listed);
        request.PageToken = "";
        request.PageToken = (await server.Organizations.ListUnitsAsync(request, cancellationToken: Cancellation)).NextPageToken;
        request.On = Day(2026, 1, 1);
        Assert.Equal(["page_token"], (await Refused.By(async () => await server.Organizations.ListUnitsAsync(request))).Fields);
    }

    [Fact]
    public async Task Two_who_enter_at_once_are_both_kept()
    {
        await using TestServer server = await TestServer.Start();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => server.Organizations.CreateUnitAsync(Unit("u" + i)).ResponseAsync));
        ListUnitsResponse all = await server.Organizations.ListUnitsAsync(new ListUnitsRequest { Parent = "units/-", PageSize = 100 }, cancellationToken: Cancellation);
        Assert.Equal((40, 40), (all.Units.Count, all.Revision));
    }

    public static TheoryData<string, RecordOrganizationFactsRequest, string, string> Contradictions { get; } = new()
    {
        { "an unknown unit", Facts(new OrganizationFact { Placement = new Placement { Unit = "units/city", Parent = "units/none" } }), "unknown_unit", "entries[0].fact.placement.parent" },
        {
            "a circle",
            Facts(new OrganizationFact { Placement = new Placement { Unit = "units/city", Parent = "units/ward" } }, new OrganizationFact { Placement = new Placement { Unit = "units/ward", Parent = "units/city" } }),
            "cycle_in_tree", "entries[0].fact.placement.parent"
        },
        {
            "two heads at once",
            Facts(
                new OrganizationFact { Appointment = new Appointment { Person = "p1", Position = "positions/chair", Period = new Period { From = Day(2026, 1, 1) } } },
                new OrganizationFact { Appointment = new Appointment { Person = "p2", Position = "positions/chair", Period = new Period { From = Day(2026, 5, 1) } } }),
            "two_heads_at_once", "entries[1].fact.appointment"
        },
        {
            "a successor that does not exist yet",
            Facts(new OrganizationFact
            {
                Succession = new SuccessionLink { FromUnit = "units/ward", ToUnit = "units/new", Kind = ReorganizationKind.Transfer, On = Day(2025, 6, 30), Function = "x" },
            }),
            "successor_not_there", "entries[0].fact.succession.to_unit"
        },
        {
            "a correction of nothing",
            new RecordOrganizationFactsRequest { RequestId = NewRequest(), Entries = { new OrganizationEntry { Corrects = "units/none", StruckOut = true } } },
            "unknown_record", "entries[0].corrects"
        },
    };

    [Theory]
    [MemberData(nameof(Contradictions))]
    public async Task What_contradicts_is_refused_with_its_field_and_nothing_of_it_is_kept(string what, RecordOrganizationFactsRequest request, string code, string field)
    {
        Assert.NotEmpty(what);
        await using TestServer server = await TestServer.Start();
        foreach (CreateUnitRequest unit in (CreateUnitRequest[])[Unit("city"), Unit("ward"), Unit("new", from: Day(2025, 7, 1))])
        {
            await server.Organizations.CreateUnitAsync(unit, cancellationToken: Cancellation);
        }

        CreatePositionResponse last = await server.Organizations.CreatePositionAsync(Post("chair", "city"), cancellationToken: Cancellation);
        RecordOrganizationFactsRequest withMore = request.Clone();
        withMore.Entries.Add(new OrganizationEntry { Fact = new OrganizationFact { Membership = new Membership { Person = "p9", Unit = "units/party" } } });
        withMore.Entries.Add(new OrganizationEntry { Fact = new OrganizationFact { Unit = Unit("party", BodyKind.PartyCommittee).Unit.Clone() } });
        withMore.Entries[^1].Fact.Unit.Name = "units/party";
        RpcException error = await Assert.ThrowsAsync<RpcException>(async () => await server.Organizations.RecordOrganizationFactsAsync(withMore));
        Google.Rpc.PreconditionFailure failure = error.GetRpcStatus()!.GetDetail<Google.Rpc.PreconditionFailure>();
        Assert.Contains(failure.Violations, v => v.Type == code && v.Subject == field);
        Assert.Equal("REGISTER_CONFLICT", (await Refused.By(async () => await server.Organizations.RecordOrganizationFactsAsync(withMore))).Reason);
        await server.Restart();
        ListOrganizationRecordsResponse all = await server.Organizations.ListOrganizationRecordsAsync(
            new ListOrganizationRecordsRequest { Parent = "units/-" }, cancellationToken: Cancellation);
        Assert.Equal((4, last.Revision), (all.Records.Count, all.Revision));
    }

    [Theory]
    [InlineData("unit.kind")]
    [InlineData("unit.level")]
    [InlineData("unit.display_name")]
    [InlineData("unit.period.to")]
    [InlineData("unit_id")]
    [InlineData("request_id")]
    [InlineData("parent")]
    public async Task A_field_that_is_wrong_is_named(string field)
    {
        await using TestServer server = await TestServer.Start();
        CreateUnitRequest request = Unit("city", from: Day(2026, 1, 1));
        switch (field)
        {
            case "unit.kind": request.Unit.Kind = (BodyKind)999; break;
            case "unit.level": request.Unit.Level = OrganizationLevel.Unspecified; break;
            case "unit.display_name": request.Unit.DisplayName = null; break;
            case "unit.period.to": request.Unit.Period.To = Day(2026, 1, 1); break;
            case "unit_id": request.UnitId = "a\nb"; break;
            case "request_id": request.RequestId = "1"; break;
            default: request.Parent = "city"; break;
        }

        Refused refused = await Refused.By(async () => await server.Organizations.CreateUnitAsync(request));
        Assert.Equal(("INVALID_FIELD", field), (refused.Reason, refused.Fields.Single()));
    }

    [Fact]
    public async Task Random_requests_are_answered_or_refused_and_never_a_defect()
    {
        await using TestServer server = await TestServer.Start();
        await server.Organizations.CreateUnitAsync(Unit("city"), cancellationToken: Cancellation);
        var random = new Random(72);
        int refused = 0;
        for (int i = 0; i < 400; i++)
        {
            byte[] bytes = new byte[random.Next(1, 60)];
            random.NextBytes(bytes);
            RecordOrganizationFactsRequest request;
            try
            {
                request = RecordOrganizationFactsRequest.Parser.ParseFrom(bytes);
            }
            catch (InvalidProtocolBufferException)
            {
                request = Garbled(random);
            }

            request.RequestId = NewRequest();
            try
            {
                await server.Organizations.RecordOrganizationFactsAsync(request, cancellationToken: Cancellation);
            }
            catch (RpcException e)
            {
                refused++;
                Assert.True(e.StatusCode is StatusCode.InvalidArgument or StatusCode.FailedPrecondition or StatusCode.NotFound or StatusCode.AlreadyExists or StatusCode.Aborted, e.ToString());
            }
        }

        Assert.InRange(refused, 200, 400);
    }

    private static RecordOrganizationFactsRequest Garbled(Random random)
    {
        string[] names = ["units/city", "units/none", "city", "", "units/", "positions/x", "\ud800", "units/%00", new string('x', 300)];
        string Any() => names[random.Next(names.Length)];
        Google.Type.Date AnyDay() => Day(random.Next(-1, 10_001), random.Next(0, 14), random.Next(0, 33));
        OrganizationFact fact = random.Next(5) switch
        {
            0 => new OrganizationFact { Unit = new Unit { Name = Any(), Kind = (BodyKind)random.Next(-1, 30), Level = (OrganizationLevel)random.Next(-1, 9), DisplayName = Text(Any()) } },
            1 => new OrganizationFact { Placement = new Placement { Unit = Any(), Parent = Any(), Period = new Period { From = AnyDay(), To = AnyDay() } } },
            2 => new OrganizationFact { Succession = new SuccessionLink { FromUnit = Any(), ToUnit = Any(), Kind = (ReorganizationKind)random.Next(0, 9), On = AnyDay() } },
            3 => new OrganizationFact { Appointment = new Appointment { Person = Any(), Position = Any(), Elected = true, ConfirmedOn = AnyDay() } },
            _ => new OrganizationFact(),
        };
        return new RecordOrganizationFactsRequest
        {
            Entries = { new OrganizationEntry { Fact = fact, Record = random.Next(3) == 0 ? Any() : "", Corrects = random.Next(3) == 0 ? Any() : "", StruckOut = random.Next(4) == 0 } },
        };
    }
}
