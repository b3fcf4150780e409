using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Reads a power of a data file.</summary>
internal static class PowerParts
{
    public static Power? Read(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        ValueList<HolderRule> holders = (item.Required("holders")?.Items() ?? []).Select(ReadHolder).OfType<HolderRule>().ToValueList();
        string? field = item.Optional("field")?.Text();
        bool collective = item.Optional("collective")?.Boolean() ?? false;
        bool service = item.Optional("public_service")?.Boolean() ?? false;
        DatedValues<Delegability>? delegability = ReadDelegability(item.Optional("delegable"));
        return id is null || name is null || delegability is null
            ? null
            : new Power(id, name, holders) { Field = field, IsCollective = collective, IsPublicService = service, Delegability = delegability };
    }

    private static HolderRule? ReadHolder(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? holder = item.Required("holder")?.Text();
        string? basis = item.Required("basis")?.Text();
        string? unit = item.Optional("unit")?.Text();
        ValueList<string> territories = item.Optional("territories")?.Texts() ?? [];
        Validity? validity = item.DateRange();
        item.RejectUnknownMembers();
        return holder is null || basis is null || validity is not Validity period
            ? null
            : new HolderRule(holder, period, LegalBasis.Citing(basis)) { UnitId = unit, Territories = territories };
    }

    private static DatedValues<Delegability>? ReadDelegability(JsonPart? list)
    {
        if (list is null)
        {
            return new DatedValues<Delegability>([]);
        }

        var rules = new List<Dated<Delegability>>();
        foreach (JsonPart item in list.Items())
        {
            if (ReadRule(item) is Dated<Delegability> rule)
            {
                if (rules.Any(r => r.Validity.Overlaps(rule.Validity)))
                {
                    item.Problem("trùng thời gian với quy định khác", "overlaps another rule in time");
                    return null;
                }

                rules.Add(rule);
            }
        }

        return new DatedValues<Delegability>(rules);
    }

    private static Dated<Delegability>? ReadRule(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        ValueList<GrantKind> kinds = (item.Required("kinds")?.Items() ?? []).Select(k => k.Word(GrantParts.Kinds)).OfType<GrantKind>().ToValueList();
        BilingualText? why = item.Optional("why")?.Bilingual();
        string? basis = item.Required("basis")?.Text();
        Validity? validity = item.DateRange();
        item.RejectUnknownMembers();
        return basis is null || validity is not Validity period
            ? null
            : new Dated<Delegability>(new Delegability(kinds, why), period, LegalBasis.Citing(basis));
    }
}
