using System.Globalization;
using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>The parts of a data file, and where each record stands in it.</summary>
internal sealed class OrganizationParts
{
    private static readonly Dictionary<string, OrganizationLevel> Levels = Words<OrganizationLevel>();
    private readonly Dictionary<string, JsonPart> places = new(StringComparer.Ordinal);
    private readonly List<Recorded<UnitPlacement>> placements = [];

    private static Dictionary<string, T> Words<T>()
        where T : struct, Enum => Enum.GetValues<T>().ToDictionary(v => Snake(v.ToString()), v => v, StringComparer.Ordinal);

    private static string Snake(string name) =>
        string.Concat(name.Select((c, i) => char.IsAsciiLetterUpper(c) ? (i == 0 ? "" : "_") + char.ToLowerInvariant(c) : c.ToString(CultureInfo.InvariantCulture)));

    public static OrganizationRegister Read(Stream stream, string source)
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        root.Optional("synthetic")?.Boolean();
        root.Optional("sources");
        var parts = new OrganizationParts();
        ValueList<Recorded<OrganizationUnit>> units = parts.Records(root.Required("units"), "units", parts.Unit);
        var records = new OrganizationRecords
        {
            Units = units,
            Positions = parts.Records(root.Optional("positions"), "positions", Position),
            Placements = parts.placements.ToValueList(),
        };
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        return new OrganizationRegister(records);
    }

    private OrganizationUnit? Unit(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        BodyKind? kind = item.Required("kind")?.Word(BodyKinds.ByWord);
        OrganizationLevel? level = item.Required("level")?.Word(Levels);
        Validity? life = item.DateRange();
        if (item.Optional("parent")?.Text() is string parent && id is not null && life is Validity)
        {
            placements.Add(new Recorded<UnitPlacement>("placements/" + id, new UnitPlacement(id, parent, default), Instant.MinValue));
        }

        return id is null || name is null || kind is null || level is null || life is not Validity validity
            ? null
            : new OrganizationUnit(id, name, kind.Value, level.Value, validity);
    }

    private static Position? Position(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        string? unit = item.Required("unit")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        TitleKind? title = item.Optional("title")?.Word(TitleKinds.ByWord);
        return id is null || unit is null || name is null ? null : new Position(id, unit, name) { Title = title ?? TitleKind.Other };
    }

    private ValueList<Recorded<T>> Records<T>(JsonPart? list, string name, Func<JsonPart, T?> read)
        where T : class
    {
        var records = new List<Recorded<T>>();
        foreach (JsonPart item in list?.Items() ?? [])
        {
            if (item.ExpectObject() && read(item) is T fact)
            {
                item.RejectUnknownMembers();
                places[name + "[" + records.Count.ToString(CultureInfo.InvariantCulture) + "]"] = item;
                records.Add(new Recorded<T>(item.Path, fact, Instant.MinValue));
            }
        }

        return records.ToValueList();
    }
}
