using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Delegation;

/// <summary>A made-up province of 2026: its committee, a department with a division, a public-service unit, a commune; and the one power "permit".</summary>
internal static class ProvinceWorld
{
    public static LocalDate Start { get; } = new(2025, 7, 1);

    public static LocalDate June15 { get; } = new(2026, 6, 15);

    private static LegalBasis Law { get; } = LegalBasis.Citing("Luật mẫu, Điều 1");

    public static OrganizationRecords Units { get; } = OrganizationRecords.Of(
        [
            Unit("assembly", BodyKind.NationalAssembly, OrganizationLevel.Central),
            Unit("province", BodyKind.PeoplesCommittee, OrganizationLevel.Province),
            Unit("department", BodyKind.SpecializedAgency, OrganizationLevel.Province),
            Unit("division", BodyKind.Division, OrganizationLevel.Province),
            Unit("service", BodyKind.PublicServiceUnit, OrganizationLevel.Province),
            Unit("commune", BodyKind.PeoplesCommittee, OrganizationLevel.Commune),
            Unit("commune-office", BodyKind.SpecializedAgency, OrganizationLevel.Commune),
        ],
        positions:
        [
            Post("province", TitleKind.Chair), Post("province", TitleKind.DeputyChair), Post("department", TitleKind.Director),
            Post("department", TitleKind.DeputyDirector), Post("division", TitleKind.UnitHead), Post("service", TitleKind.Director),
            Post("commune", TitleKind.Chair), Post("commune", TitleKind.CivilServant), Post("commune-office", TitleKind.ChiefOfOffice),
        ],
        placements:
        [
            new("department", "province", default), new("division", "department", default), new("service", "province", default),
            new("commune", "province", default), new("commune-office", "commune", default),
        ],
        appointments:
        [
            new("an", "province/Chair", new Validity(null, new LocalDate(2026, 9, 1))), new("binh", "province/DeputyChair", default),
            new("chi", "department/Director", default), new("dung", "commune/CivilServant", default),
        ]);

    public static OrganizationRegister Organization { get; } = new(Units);

    public static Power HeldBy(params string[] holders) => new(
        "permit", new BilingualText("Cấp phép", "Issue of a permit"), holders.Select(h => new HolderRule(h, default, Law)).ToValueList());

    public static Grant Mandate(string from, string to, Grant? parent = null) => Make(GrantKind.Mandate, from, to, parent) with
    {
        Validity = new Validity(new LocalDate(2026, 1, 1), new LocalDate(2027, 1, 1)),
    };

    public static Grant Decentralization(string from, string to, Grant? parent = null) => Make(GrantKind.Decentralization, from, to, parent) with
    {
        AllowsOnward = true,
        Instrument = Paper("12/2025/QĐ-UBND", InstrumentKind.NormativeDocument),
    };

    public static Grant Devolution(string to) => Make(GrantKind.Devolution, "assembly", to, null) with
    {
        AllowsOnward = true,
        Instrument = Paper("72/2025/QH15", InstrumentKind.Law),
    };

    public static Instrument Paper(string number, InstrumentKind kind) => new(number, Start, BilingualText.Same(number)) { Kind = kind };

    public static AuthorityRegister With(Power power, params Grant[] grants) => new([power], grants, organization: Organization);

    public static AuthorityDecision Ask(this AuthorityRegister register, string actor, AuthorityCase? about = null, LocalDate? on = null) =>
        register.Check(new AuthorityQuestion(actor, "permit", on ?? June15) { Case = about ?? AuthorityCase.Unstated });

    private static Grant Make(GrantKind kind, string from, string to, Grant? parent) => new()
    {
        Id = from + ">" + to,
        Kind = kind,
        PowerId = "permit",
        GrantorId = from,
        GranteeId = to,
        GranteeKind = to.Contains('/', StringComparison.Ordinal) ? GranteeKind.Position : Organization.FindUnit(to) is null ? GranteeKind.Person : GranteeKind.Unit,
        ParentId = parent?.Id,
        Instrument = Paper("1-QĐ", InstrumentKind.AdministrativeDocument),
    };

    private static OrganizationUnit Unit(string id, BodyKind kind, OrganizationLevel level) => new(id, BilingualText.Same(id), kind, level, default);

    private static Position Post(string unit, TitleKind title) => new(unit + "/" + title, unit, title.Name()) { Title = title };
}
