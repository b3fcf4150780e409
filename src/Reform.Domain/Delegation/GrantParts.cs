using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Reads a grant of a data file, and the parts that events share with it.</summary>
internal static class GrantParts
{
    public static Dictionary<string, GrantKind> Kinds { get; } = new(StringComparer.Ordinal)
    {
        ["mandate"] = GrantKind.Mandate,
        ["commission"] = GrantKind.Commission,
        ["decentralization"] = GrantKind.Decentralization,
        ["devolution"] = GrantKind.Devolution,
        ["conferral"] = GrantKind.Conferral,
        ["assignment"] = GrantKind.Assignment,
    };

    public static Dictionary<string, OrganizationLevel> Levels { get; } = new(StringComparer.Ordinal)
    {
        ["central"] = OrganizationLevel.Central,
        ["province"] = OrganizationLevel.Province,
        ["district"] = OrganizationLevel.District,
        ["commune"] = OrganizationLevel.Commune,
        ["grassroots"] = OrganizationLevel.Grassroots,
        ["sectional"] = OrganizationLevel.Sectional,
        ["cell"] = OrganizationLevel.Cell,
    };

    private static readonly Dictionary<string, GranteeKind> GranteeKinds = new(StringComparer.Ordinal)
    {
        ["unit"] = GranteeKind.Unit,
        ["position"] = GranteeKind.Position,
        ["person"] = GranteeKind.Person,
    };

    public static Dictionary<string, InstrumentKind> InstrumentKinds { get; } = new(StringComparer.Ordinal)
    {
        ["law"] = InstrumentKind.Law,
        ["national_assembly_resolution"] = InstrumentKind.NationalAssemblyResolution,
        ["normative_document"] = InstrumentKind.NormativeDocument,
        ["administrative_document"] = InstrumentKind.AdministrativeDocument,
        ["party_regulation"] = InstrumentKind.PartyRegulation,
        ["party_document"] = InstrumentKind.PartyDocument,
        ["working_regulation"] = InstrumentKind.WorkingRegulation,
    };

    public static Grant? Read(JsonPart item)
    {
        string? id = item.Required("id")?.Text();
        GrantKind? kind = item.Required("kind")?.Word(Kinds);
        string? power = item.Required("power")?.Text();
        string? grantor = item.Required("grantor")?.Text();
        string? grantee = item.Required("grantee")?.Text();
        GranteeKind? granteeKind = item.Required("grantee_kind")?.Word(GranteeKinds);
        string? parent = item.Optional("parent")?.Text();
        string? unit = item.Optional("unit")?.Text();
        Validity? validity = item.DateRange();
        bool? onward = item.Required("onward")?.Boolean();
        GrantScope? scope = item.Optional("scope") is JsonPart part ? ReadScope(part) : GrantScope.Everything;
        ValueList<GrantCondition> conditions = (item.Optional("conditions")?.Items() ?? []).Select(ReadCondition).OfType<GrantCondition>().ToValueList();
        GranteeFacts? facts = item.Optional("grantee_facts") is JsonPart known ? ReadFacts(known) : null;
        Instrument? instrument = item.Required("instrument") is JsonPart document ? ReadInstrument(document) : null;
        return id is null || kind is not GrantKind how || power is null || grantor is null || grantee is null || granteeKind is not GranteeKind to
            || onward is not bool onwards || scope is null || instrument is null || validity is not Validity period
            ? null
            : new Grant
            {
                Id = id,
                Kind = how,
                PowerId = power,
                GrantorId = grantor,
                GranteeId = grantee,
                GranteeKind = to,
                ParentId = parent,
                UnitId = unit,
                Validity = period,
                AllowsOnward = onwards,
                Scope = scope,
                Conditions = conditions,
                GranteeFacts = facts,
                Instrument = instrument,
            };
    }

    public static GrantScope? ReadScope(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        ValueList<string> subjects = part.Optional("subjects")?.Texts() ?? [];
        ValueList<string> territories = part.Optional("territories")?.Texts() ?? [];
        ValueList<string> kinds = part.Optional("case_kinds")?.Texts() ?? [];
        AmountRange? amount = part.Optional("amount") is JsonPart range ? ReadAmount(range) : null;
        ValueList<GrantScope> exclusions = (part.Optional("exclusions")?.Items() ?? []).Select(ReadScope).OfType<GrantScope>().ToValueList();
        part.RejectUnknownMembers();
        return new GrantScope { Subjects = subjects, Territories = territories, CaseKinds = kinds, Amount = amount, Exclusions = exclusions };
    }

    public static Instrument? ReadInstrument(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        string? number = part.Required("number")?.Text();
        LocalDate? date = part.Required("date")?.Date();
        BilingualText? title = part.Required("title")?.Bilingual();
        InstrumentKind? kind = part.Optional("kind") is JsonPart word ? word.Word(InstrumentKinds) : InstrumentKind.Unstated;
        bool written = part.Optional("written")?.Boolean() ?? true;
        part.RejectUnknownMembers();
        return number is null || date is not LocalDate day || title is null || kind is not InstrumentKind form
            ? null
            : new Instrument(number, day, title) { Kind = form, IsWritten = written };
    }

    private static GranteeFacts? ReadFacts(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        int? members = part.Optional("members")?.Integer();
        ValueList<BaseRating> ratings = (part.Optional("ratings")?.Items() ?? []).Select(ReadRating).OfType<BaseRating>().ToValueList();
        part.RejectUnknownMembers();
        return new GranteeFacts(members, ratings);
    }

    private static BaseRating? ReadRating(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        int? year = part.Required("year")?.Integer();
        bool? good = part.Required("good_or_better")?.Boolean();
        part.RejectUnknownMembers();
        return year is null || good is null ? null : new BaseRating(year.Value, good.Value);
    }

    private static GrantCondition? ReadCondition(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        string? code = part.Required("code")?.Text();
        BilingualText? text = part.Required("text")?.Bilingual();
        part.RejectUnknownMembers();
        return code is null || text is null ? null : new GrantCondition(code, text);
    }

    // A bound has to say whether it is included: "from" and "to" do, "above" and "below" do not.
    private static AmountRange? ReadAmount(JsonPart part)
    {
        if (!part.ExpectObject())
        {
            return null;
        }

        decimal? from = part.Optional("from")?.Decimal();
        decimal? above = part.Optional("above")?.Decimal();
        decimal? to = part.Optional("to")?.Decimal();
        decimal? below = part.Optional("below")?.Decimal();
        part.RejectUnknownMembers();
        if ((from is not null && above is not null) || (to is not null && below is not null))
        {
            part.Problem("chỉ nêu một trong hai: from hoặc above, to hoặc below", "only one of 'from' and 'above', and one of 'to' and 'below'");
            return null;
        }

        decimal? low = from ?? above;
        decimal? high = to ?? below;
        if (low > high || (low == high && low is not null && (above is not null || below is not null)))
        {
            part.Problem("không có số nào nằm trong hạn mức", "no amount lies in the range");
            return null;
        }

        return new AmountRange(low, from is not null, high, to is not null);
    }
}
