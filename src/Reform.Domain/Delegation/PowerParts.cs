using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Reads a power of a data file.</summary>
internal static class PowerParts
{
    private static readonly Dictionary<string, GranteeRule> GranteeRules = new(StringComparer.Ordinal)
    {
        ["none"] = GranteeRule.None,
        ["admission_by_base"] = GranteeRule.AdmissionByBase,
    };

    public static Power? Read(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        BilingualText? name = item.Required("name")?.Bilingual();
        List<object> holders = [.. (item.Required("holders")?.Items() ?? []).Select(ReadHolder).OfType<object>()];
        string? field = item.Optional("field")?.Text();
        bool collective = item.Optional("collective")?.Boolean() ?? false;
        bool service = item.Optional("public_service")?.Boolean() ?? false;
        GranteeRule? granteeRule = item.Optional("grantee_rule")?.Word(GranteeRules);
        DatedValues<Delegability>? delegability = ReadDated(item.Optional("delegable"), ReadDelegability);
        DatedValues<BodyKind>? deciding = ReadDated(item.Optional("deciding_body"), ReadDecidingBody);
        return id is null || name is null || delegability is null || deciding is null
            ? null
            : new Power(id, name, holders.OfType<HolderRule>().ToValueList())
            {
                HolderPatterns = holders.OfType<HolderPattern>().ToValueList(),
                Field = field,
                IsCollective = collective,
                IsPublicService = service,
                GranteeRule = granteeRule ?? GranteeRule.None,
                DecidingBody = deciding,
                Delegability = delegability,
            };
    }

    // Either "holder", one unit or position, or "every", a kind of body.
    private static object? ReadHolder(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        JsonPart? every = item.Optional("every");
        string? holder = every is null ? item.Required("holder")?.Text() : null;
        string? basis = item.Required("basis")?.Text();
        string? unit = item.Optional("unit")?.Text();
        ValueList<string> territories = item.Optional("territories")?.Texts() ?? [];
        Validity? validity = item.DateRange();
        item.RejectUnknownMembers();
        if (basis is null || validity is not Validity period)
        {
            return null;
        }

        return every is not null ? ReadPattern(every, period, LegalBasis.Citing(basis))
            : holder is not null ? new HolderRule(holder, period, LegalBasis.Citing(basis)) { UnitId = unit, Territories = territories }
            : null;
    }

    private static HolderPattern? ReadPattern(JsonPart every, Validity validity, LegalBasis basis)
    {
        if (!every.ExpectObject())
        {
            return null;
        }

        BodyKind? body = every.Required("body")?.Word(BodyKinds.ByWord);
        OrganizationLevel? level = every.Optional("level")?.Word(GrantParts.Levels);
        TitleKind? title = every.Optional("title")?.Word(TitleKinds.ByWord);
        every.RejectUnknownMembers();
        return body is BodyKind kind ? new HolderPattern(kind, level, title, validity, basis) : null;
    }

    private static DatedValues<T>? ReadDated<T>(JsonPart? list, Func<JsonPart, Dated<T>?> read)
    {
        var rules = new List<Dated<T>>();
        foreach (JsonPart item in list?.Items() ?? [])
        {
            if (item.ExpectObject() && read(item) is Dated<T> rule)
            {
                if (rules.Any(r => r.Validity.Overlaps(rule.Validity)))
                {
                    item.Problem("trùng thời gian với quy định khác", "overlaps another rule in time");
                    return null;
                }

                rules.Add(rule);
            }
        }

        return new DatedValues<T>(rules);
    }

    private static Dated<Delegability>? ReadDelegability(JsonPart item)
    {
        ValueList<GrantKind> kinds = (item.Required("kinds")?.Items() ?? []).Select(k => k.Word(GrantParts.Kinds)).OfType<GrantKind>().ToValueList();
        BilingualText? why = item.Optional("why")?.Bilingual();
        return ReadRule(item) is (Validity validity, LegalBasis basis) ? new Dated<Delegability>(new Delegability(kinds, why), validity, basis) : null;
    }

    private static Dated<BodyKind>? ReadDecidingBody(JsonPart item)
    {
        BodyKind? body = item.Required("body")?.Word(BodyKinds.ByWord);
        return ReadRule(item) is (Validity validity, LegalBasis basis) && body is BodyKind kind ? new Dated<BodyKind>(kind, validity, basis) : null;
    }

    private static (Validity Validity, LegalBasis Basis)? ReadRule(JsonPart item)
    {
        string? basis = item.Required("basis")?.Text();
        Validity? validity = item.DateRange();
        item.RejectUnknownMembers();
        return basis is null || validity is not Validity period ? null : (period, LegalBasis.Citing(basis));
    }
}
