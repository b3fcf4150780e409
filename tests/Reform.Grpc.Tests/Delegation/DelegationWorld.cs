using Reform.Delegation.V1;
using Reform.Organizations.V1;
using Reform.Registers.V1;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>
/// A made-up province, entered through the service: a committee with a chair, a department with a director and a division with its head;
/// and the power "permit" of the chair.
/// </summary>
internal static class DelegationWorld
{
    public static string NewId => Guid.NewGuid().ToString();

    public static BilingualText Text(string vi, string en = "") => new() { Vi = vi, En = en };

    public static LegalBasis Law { get; } = new() { Citation = Text("Luật mẫu, Điều 1", "Model law, Article 1") };

    /// <summary>A server that knows the province and the power.</summary>
    public static async Task<TestServer> Start(params string[] settings)
    {
        TestServer server = await TestServer.Start(settings);
        await server.EnterProvince();
        await server.Delegation.CreatePowerAsync(new CreatePowerRequest { RequestId = NewId, PowerId = "permit", Power = Permit() });
        return server;
    }

    public static async Task EnterProvince(this TestServer server)
    {
        var request = new RecordOrganizationFactsRequest { RequestId = NewId };
        request.Entries.AddRange(
        [
            Fact(Unit("province", BodyKind.PeoplesCommittee)), Fact(Unit("department", BodyKind.SpecializedAgency)), Fact(Unit("division", BodyKind.Division)),
            Fact(new Placement { Unit = "units/department", Parent = "units/province" }), Fact(new Placement { Unit = "units/division", Parent = "units/department" }),
            Fact(Post("chair", "province", TitleKind.Chair)), Fact(Post("director", "department", TitleKind.Director)), Fact(Post("head", "division", TitleKind.UnitHead)),
            Fact(new Appointment { Person = "an", Position = "positions/chair" }), Fact(new Appointment { Person = "binh", Position = "positions/director" }),
        ]);
        await server.Organizations.RecordOrganizationFactsAsync(request);
    }

    /// <summary>The power of the chair, and of the committee's chair alone.</summary>
    public static Power Permit(params IEnumerable<string> otherHolders) => new()
    {
        DisplayName = Text("Cấp phép", "Issue of a permit"),
        Holders = { otherHolders.Prepend("chair").Select(h => new HolderRule { Holder = h, Basis = Law }) },
    };

    /// <summary>A mandate of 2026, from the chair to the director of the department unless said otherwise.</summary>
    public static Grant Mandate(string from = "chair", string to = "department", GranteeKind kind = GranteeKind.Unit, string parent = "") => new()
    {
        Kind = GrantKind.Mandate,
        Power = "powers/permit",
        Grantor = from,
        Grantee = to,
        GranteeKind = kind,
        Parent = parent,
        Period = new Period { From = Civil.Date("2026-01-01"), To = Civil.Date("2027-01-01") },
        Instrument = Paper("1/QĐ-UBND"),
    };

    public static Instrument Paper(string number, string date = "2025-12-15") => new()
    {
        Number = number,
        Date = Civil.Date(date),
        Title = Text("Quyết định giao quyền", "Decision to grant"),
        Kind = InstrumentKind.AdministrativeDocument,
    };

    public static async Task<CreateGrantResponse> Enter(this TestServer server, string id, Grant grant) =>
        await server.Delegation.CreateGrantAsync(new CreateGrantRequest { RequestId = NewId, GrantId = id, Grant = grant });

    public static async Task<RevokeGrantResponse> Revoke(this TestServer server, string id, string on)
    {
        Grant grant = (await server.Delegation.GetGrantAsync(new GetGrantRequest { Name = "grants/" + id })).Grant;
        return await server.Delegation.RevokeGrantAsync(
            new RevokeGrantRequest { RequestId = NewId, Name = grant.Name, Etag = grant.Etag, On = Civil.Date(on), Instrument = Paper("2/QĐ-UBND", "2026-03-01") });
    }

    public static AuthorityQuestion Question(string actor, string on = "2026-06-15", string power = "powers/permit") =>
        new() { Actor = actor, Power = power, On = Civil.Date(on) };

    public static async Task<AuthorityDecision> Ask(
        this TestServer server, string actor, string on = "2026-06-15", Google.Protobuf.WellKnownTypes.Timestamp? knownAt = null) =>
        (await server.Delegation.CheckAuthorityAsync(new CheckAuthorityRequest { Question = Question(actor, on), KnownAt = knownAt })).Decision;

    /// <summary>How much the registers hold.</summary>
    public static async Task<long> Revision(this TestServer server) => (await server.Delegation.ListPowersAsync(new ListPowersRequest())).Revision;

    private static OrganizationEntry Fact(Unit unit) => new() { Fact = new OrganizationFact { Unit = unit } };

    private static OrganizationEntry Fact(Placement placement) => new() { Fact = new OrganizationFact { Placement = placement } };

    private static OrganizationEntry Fact(Position position) => new() { Fact = new OrganizationFact { Position = position } };

    private static OrganizationEntry Fact(Appointment appointment) => new() { Fact = new OrganizationFact { Appointment = appointment } };

    private static Unit Unit(string id, BodyKind kind) =>
        new() { Name = "units/" + id, DisplayName = Text(id), Kind = kind, Level = OrganizationLevel.Province };

    private static Position Post(string id, string unit, TitleKind title) =>
        new() { Name = "positions/" + id, Unit = "units/" + unit, DisplayName = Text(id), Title = title };
}
