using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Tests.Organizations;

/// <summary>Short ways to write facts about organizations.</summary>
internal static class TestOrganizations
{
    public static readonly LocalDate July2025 = new(2025, 7, 1);

    public static OrganizationUnit Unit(
        string id,
        BodyKind kind = BodyKind.PartyCommittee,
        OrganizationLevel level = OrganizationLevel.Commune,
        LocalDate? from = null,
        LocalDate? to = null) => new(id, BilingualText.Same(id), kind, level, new Validity(from, to));

    public static UnitPlacement Under(string unit, string parent, LocalDate? from = null, LocalDate? to = null) => new(unit, parent, new Validity(from, to));

    public static Position Post(string id, string unit, TitleKind title) => new(id, unit, BilingualText.Same(id)) { Title = title };

    public static Appointment Holds(string person, string position, LocalDate? from = null, LocalDate? to = null) =>
        new(person, position, new Validity(from, to));

    public static SuccessionLink Link(
        string from, string? to, ReorganizationKind kind, LocalDate on, string? function = null, string? territory = null) =>
        new(from, to, kind, on) { Function = function, Territory = territory };

    public static Recorded<T> At<T>(string id, T? fact, Instant recordedAt, string? corrects = null)
        where T : class => new(id, fact, recordedAt, corrects);

    public static string[] Codes(OrganizationInputException refused) => [.. refused.Problems.Select(p => p.Field + ": " + p.Code)];

    public static OrganizationInputException Refused(OrganizationRecords records) =>
        Assert.Throws<OrganizationInputException>(() => new OrganizationRegister(records));
}
