using CsCheck;
using Google.Protobuf;
using Google.Protobuf.Reflection;
using Reform.Grpc.Tests.Rpc;
using Reform.Organizations.V1;
using Reform.Registers.V1;
using static Reform.Grpc.Tests.Organizations.OrganizationWorld;

namespace Reform.Grpc.Tests.Organizations;

/// <summary>One odd value in one field of one request: answered, or refused by a reason of the closed list that names a field of the request.</summary>
public sealed class OrganizationOddRequestTests
{
    private static readonly Period Year = new() { From = Day(2026, 1, 1), To = Day(2027, 1, 1) };
    private static readonly LegalBasis Paper = new() { Citation = new BilingualText { Vi = "Quyết định 1", En = "Decision 1" } };

    [Fact]
    public async Task Every_method_and_every_kind_of_fact_answers_or_names_the_field()
    {
        await using TestServer server = await World();
        IMessage[] valid = [.. await Valid(server)];
        Assert.Equal(OrganizationService.Descriptor.Methods.Select(m => m.InputType.Name).Order(), valid.Select(m => m.Descriptor.Name).Distinct().Order());
        long before = (await server.Organizations.ListUnitsAsync(new ListUnitsRequest { Parent = "units/-" })).Revision;
        (List<string> defects, Dictionary<string, int> reasons) = await OddRequests.DefectsOf(server, OrganizationService.Descriptor, valid);
        Assert.True(defects.Count == 0, string.Join("\n", defects.Take(60)));
        Assert.True(reasons.GetValueOrDefault("INVALID_FIELD") > 1500, string.Join(", ", reasons));
        Assert.True(reasons.GetValueOrDefault("REGISTER_CONFLICT") > 50, string.Join(", ", reasons));
        Assert.Equal(before, (await server.Organizations.ListUnitsAsync(new ListUnitsRequest { Parent = "units/-" })).Revision);
    }

    [Fact]
    public async Task Random_bytes_never_give_a_defect()
    {
        await using TestServer server = await World();
        var random = new PCG(11, 4);
        foreach (MethodDescriptor method in OrganizationService.Descriptor.Methods)
        {
            for (int i = 0; i < 40; i++)
            {
                byte[] bytes = [.. Enumerable.Range(0, (int)random.Next(60)).Select(_ => (byte)random.Next(256))];
                (_, string reason, _) = await OddRequests.Call(server, method, bytes);
                Assert.False(reason is "INTERNAL" or "STORAGE_UNAVAILABLE" || reason.StartsWith("no reason", StringComparison.Ordinal), method.Name + ": " + Convert.ToHexString(bytes));
            }
        }
    }

    private static async Task<TestServer> World()
    {
        TestServer server = await TestServer.Start();
        await server.Organizations.CreateUnitAsync(Unit("city"));
        await server.Organizations.CreateUnitAsync(Unit("ward", parent: "units/city"));
        await server.Organizations.CreateUnitAsync(Unit("committee", BodyKind.PartyCommittee));
        await server.Organizations.CreatePositionAsync(Post("chair", "city"));
        await server.Organizations.CreatePositionAsync(Post("deputy", "city", TitleKind.DeputyChair));
        await server.Organizations.CreateAppointmentAsync(Holds("an", "deputy"));
        await server.Organizations.RecordOrganizationFactsAsync(Facts(new OrganizationFact { Membership = new Membership { Person = "an", Unit = "units/committee" } }));
        return server;
    }

    private static async Task<IEnumerable<IMessage>> Valid(TestServer server)
    {
        Unit ward = (await server.Organizations.GetUnitAsync(new GetUnitRequest { Name = "units/ward" })).Unit;
        Position chair = (await server.Organizations.GetPositionAsync(new GetPositionRequest { Name = "positions/chair" })).Position;
        Appointment held = (await server.Organizations.ListAppointmentsAsync(new ListAppointmentsRequest { Parent = "units/city" })).Appointments.Single();
        CreateUnitRequest unit = Unit("new", from: Day(2026, 1, 1), parent: "units/city");
        unit.Unit.FormerNames.Add(new FormerName { DisplayName = Text("cũ"), Until = Day(2026, 5, 1) });
        unit.Unit.Territory = "X";
        CreatePositionRequest post = Post("new", "city", TitleKind.CivilServant);
        post.Position.Period = Year;
        CreateAppointmentRequest holds = Holds("binh", "chair", Day(2026, 1, 1), Day(2027, 1, 1));
        holds.Appointment.Elected = true;
        holds.Appointment.ConfirmedOn = Day(2026, 2, 1);
        holds.Appointment.Basis = Paper;
        (unit.ValidateOnly, post.ValidateOnly, holds.ValidateOnly) = (true, true, true);
        OrganizationFact[] facts =
        [
            new() { Unit = With(unit.Unit, "units/new") },
            new() { Placement = new Placement { Unit = "units/committee", Parent = "units/city", Period = Year, Basis = Paper } },
            new() { Position = With(post.Position, "positions/new") },
            new() { Appointment = holds.Appointment },
            new() { Allocation = new WorkAllocation { Person = "an", Position = "positions/deputy", Field = "đất đai", Period = Year, Basis = Paper } },
            new() { Membership = new Membership { Person = "binh", Unit = "units/committee", Period = Year } },
            new() { Exclusion = new MembershipExclusion { Person = "an", Unit = "units/committee", Cause = ExclusionCause.Suspended, Period = Year } },
            new() { Relationship = new Relationship { Person = "an", Other = "binh", Kind = RelationshipKind.Spouse, Period = Year } },
            new()
            {
                Succession = new SuccessionLink
                {
                    FromUnit = "units/ward", ToUnit = "units/city", Kind = ReorganizationKind.Transfer, On = Day(2026, 7, 1), Function = "đất đai", Territory = "X", Basis = Paper,
                },
            },
        ];
        Google.Type.Date day = Day(2026, 3, 3);
        return
        [
            unit, new UpdateUnitRequest { RequestId = NewRequest(), Unit = ward, Etag = ward.Etag, ValidateOnly = true },
            post, new UpdatePositionRequest { RequestId = NewRequest(), Position = chair, Etag = chair.Etag, ValidateOnly = true },
            holds, new UpdateAppointmentRequest { RequestId = NewRequest(), Appointment = held, Etag = held.Etag, ValidateOnly = true },
            .. facts.Select(f => new RecordOrganizationFactsRequest { RequestId = NewRequest(), Entries = { new OrganizationEntry { Fact = f } }, ValidateOnly = true }),
            new RecordOrganizationFactsRequest { RequestId = NewRequest(), Entries = { new OrganizationEntry { Corrects = held.Etag, StruckOut = true } }, ValidateOnly = true },
            new GetUnitRequest { Name = "units/ward", On = day }, new ListUnitsRequest { Parent = "units/city", On = day },
            new GetPositionRequest { Name = "positions/chair" }, new ListPositionsRequest { Parent = "units/city" },
            new GetAppointmentRequest { Name = held.Name }, new ListAppointmentsRequest { Parent = "units/city", On = day },
            new ListOrganizationRecordsRequest { Parent = "units/city" }, new GetUnitTreeRequest { Root = "units/city", On = day },
            new CompareUnitTreesRequest
            {
                Earlier = day, Later = Day(2026, 4, 4),
                WorkEarlier = { new Workload { Unit = "units/city", Amount = "4" } }, WorkLater = { new Workload { Unit = "units/city", Amount = "5.5" } },
            },
            new LookupSuccessorsRequest { Unit = "units/ward", On = day, Function = "đất đai", Territory = "X" },
            new ListOrphansRequest { On = day, Matters = { new LiveMatter { Kind = MatterKind.Case, Id = "HS-1", Unit = "units/ward", Function = "đất đai", Territory = "X" } } },
            new ListSigningFormsRequest { Body = BodyKind.PeoplesCommittee, Title = TitleKind.DeputyChair, Basis = SigningBasis.CollectiveDecision, On = day, Mode = AppointmentMode.Acting },
            new ReviewSignatureRequest
            {
                Person = "an", Position = "positions/deputy", Block = "KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH", Basis = SigningBasis.OwnPower, On = day, OnBehalfOf = "units/city", SealOf = "units/city", Field = "đất đai",
            },
            new CountVotesRequest { Unit = "units/committee", Rule = VotingRuleKind.Proposal, Ballots = { new BallotCount { On = day, Present = { "an" }, InFavour = 1 } } },
            new CountVotesRequest { Unit = "units/committee", Rule = VotingRuleKind.Proposal, Ballots = { new BallotCount { On = day, PresentCount = 1, InFavour = 1 } } },
            new ParseDocumentNumberRequest { Text = "297/2025/NĐ-CP" },
            new FormatDocumentNumberRequest { Number = new DocumentNumber { System = OrganizationSystem.State, Serial = "297", Year = 2025, Type = "NĐ", Issuer = "CP" } },
            new FormatDocumentNumberRequest { Number = new DocumentNumber { System = OrganizationSystem.Party, Serial = "294", Type = "QĐ", Issuer = "TW" } },
        ];
    }

    private static Unit With(Unit unit, string name)
    {
        Unit named = unit.Clone();
        named.Name = name;
        return named;
    }

    private static Position With(Position position, string name)
    {
        Position named = position.Clone();
        named.Name = name;
        return named;
    }
}
