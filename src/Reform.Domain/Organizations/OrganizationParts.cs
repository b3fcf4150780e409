using System.Globalization;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Readers of the facts of an organization register; each returns null when something is wrong with its fact, which is reported.</summary>
internal static class OrganizationParts
{
    private static readonly Dictionary<string, OrganizationLevel> Levels = Words<OrganizationLevel>();
    private static readonly Dictionary<string, BaseSetting> Settings = Words<BaseSetting>();
    private static readonly Dictionary<string, AppointmentMode> Modes = Words<AppointmentMode>();
    private static readonly Dictionary<string, ExclusionCause> Causes = Words<ExclusionCause>();
    private static readonly Dictionary<string, RelationshipKind> Ties = Words<RelationshipKind>();

    public static OrganizationUnit? Unit(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        BodyKind? kind = item.Required("kind")?.Word(BodyKinds.ByWord);
        OrganizationLevel? level = item.Required("level")?.Word(Levels);
        Validity? life = item.DateRange();
        item.Optional("parent");
        BaseSetting? setting = item.Optional("setting")?.Word(Settings);
        string? territory = item.Optional("territory")?.Text();
        List<FormerName?> names = [.. (item.Optional("former_names")?.Items() ?? []).Select(FormerName)];
        return id is null || name is null || kind is null || level is null || life is not Validity validity || names.Contains(null)
            ? null
            : new OrganizationUnit(id, name, kind.Value, level.Value, validity)
            {
                Setting = setting,
                Territory = territory,
                FormerNames = names.OfType<FormerName>().ToValueList(),
            };
    }

    public static Position? Position(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? unit = item.Required("unit")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        TitleKind? title = item.Optional("title")?.Word(TitleKinds.ByWord);
        Validity? life = item.DateRange();
        return id is null || unit is null || name is null || life is not Validity validity
            ? null
            : new Position(id, unit, name) { Title = title ?? TitleKind.Other, Validity = validity };
    }

    public static UnitPlacement? Placement(JsonPart item)
    {
        string? unit = item.Required("unit")?.Text();
        string? parent = item.Required("parent")?.Text();
        Validity? dates = item.DateRange();
        LegalBasis? basis = Basis(item);
        return unit is null || parent is null || dates is not Validity validity ? null : new UnitPlacement(unit, parent, validity) { Basis = basis };
    }

    public static Appointment? Appointment(JsonPart item)
    {
        string? person = item.Required("person")?.Text();
        string? position = item.Required("position")?.Text();
        Validity? dates = item.DateRange();
        AppointmentMode? mode = item.Optional("mode")?.Word(Modes);
        bool? elected = item.Optional("elected")?.Boolean();
        LocalDate? confirmed = item.Optional("confirmed_on")?.Date();
        LocalDate? commissioned = item.Optional("commissioned_to_sign_from")?.Date();
        LegalBasis? basis = Basis(item);
        return person is null || position is null || dates is not Validity validity
            ? null
            : new Appointment(person, position, validity)
            {
                Mode = mode ?? AppointmentMode.Substantive,
                IsElected = elected ?? false,
                ConfirmedOn = confirmed,
                CommissionedToSignFrom = commissioned,
                Basis = basis,
            };
    }

    public static WorkAllocation? Allocation(JsonPart item)
    {
        string? person = item.Required("person")?.Text();
        string? position = item.Required("position")?.Text();
        string? field = item.Required("field")?.Text();
        Validity? dates = item.DateRange();
        LegalBasis? basis = Basis(item);
        return person is null || position is null || field is null || dates is not Validity validity
            ? null
            : new WorkAllocation(person, position, field, validity) { Basis = basis };
    }

    public static Membership? Membership(JsonPart item)
    {
        string? person = item.Required("person")?.Text();
        string? unit = item.Required("unit")?.Text();
        Validity? dates = item.DateRange();
        return person is null || unit is null || dates is not Validity validity ? null : new Membership(person, unit, validity);
    }

    public static MembershipExclusion? Exclusion(JsonPart item)
    {
        string? person = item.Required("person")?.Text();
        string? unit = item.Required("unit")?.Text();
        ExclusionCause? cause = item.Required("cause")?.Word(Causes);
        Validity? dates = item.DateRange();
        return person is null || unit is null || cause is null || dates is not Validity validity
            ? null
            : new MembershipExclusion(person, unit, cause.Value, validity);
    }

    public static Relationship? Relationship(JsonPart item)
    {
        string? person = item.Required("person")?.Text();
        string? other = item.Required("other")?.Text();
        RelationshipKind? kind = item.Required("kind")?.Word(Ties);
        Validity? dates = item.DateRange();
        return person is null || other is null || kind is null || dates is not Validity validity
            ? null
            : new Relationship(person, other, kind.Value, validity);
    }

    public static SuccessionLink? Succession(JsonPart item)
    {
        string? source = item.Required("from_unit")?.Text();
        JsonPart? heir = item.Optional("to_unit");
        string? to = heir?.Text();
        ReorganizationKind? kind = item.Required("kind")?.Word(ReorganizationKinds.ByWord);
        LocalDate? on = item.Required("on")?.Date();
        string? function = item.Optional("function")?.Text();
        string? territory = item.Optional("territory")?.Text();
        LegalBasis? basis = Basis(item);
        return source is null || kind is null || on is null || (heir is not null && to is null)
            ? null
            : new SuccessionLink(source, to, kind.Value, on.Value) { Function = function, Territory = territory, Basis = basis };
    }

    private static FormerName? FormerName(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        BilingualText? name = item.Required("name")?.Bilingual();
        LocalDate? until = item.Required("until")?.Date();
        item.RejectUnknownMembers();
        return name is null || until is null ? null : new FormerName(name, until.Value);
    }

    // An instrument stands in both languages or as one citation.
    private static LegalBasis? Basis(JsonPart item) => item.Optional("basis")?.Bilingual() is BilingualText citation ? new LegalBasis(citation) : null;

    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => Word(Enum.GetName(v)!), v => v, StringComparer.Ordinal);

    private static string Word(string name) => string.Concat(name.Select((c, i) =>
        char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString(CultureInfo.InvariantCulture)));
}
