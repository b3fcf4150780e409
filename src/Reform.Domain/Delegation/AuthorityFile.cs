using NodaTime;
using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Reads an authority register from its data file (JSON; comments allowed).</summary>
public static class AuthorityFile
{
    private static readonly Dictionary<string, GrantKind> Kinds = new(StringComparer.Ordinal)
    {
        ["mandate"] = GrantKind.Mandate,
        ["commission"] = GrantKind.Commission,
        ["decentralization"] = GrantKind.Decentralization,
        ["devolution"] = GrantKind.Devolution,
        ["conferral"] = GrantKind.Conferral,
    };

    /// <summary>Reads a register.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The register.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static AuthorityRegister Read(Stream stream, string source = "authority")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        root.Optional("synthetic")?.Boolean();
        root.Optional("sources");
        var powerIds = new HashSet<string>(StringComparer.Ordinal);
        var grantIds = new HashSet<string>(StringComparer.Ordinal);
        List<Power> powers = [.. (root.Required("powers")?.Items() ?? []).Select(p => ReadPower(p, powerIds)).OfType<Power>()];
        List<Grant> grants = [.. (root.Optional("grants")?.Items() ?? []).Select(p => ReadGrant(p, powerIds, grantIds)).OfType<Grant>()];
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        return new AuthorityRegister(powers, grants);
    }

    private static Power? ReadPower(JsonPart item, HashSet<string> ids)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.UniqueId(ids);
        BilingualText? name = item.Required("name")?.Bilingual();
        ValueList<PowerHolder> holders = (item.Required("holders")?.Items() ?? []).Select(ReadHolder).OfType<PowerHolder>().ToValueList();
        item.RejectUnknownMembers();
        return id is null || name is null ? null : new Power(id, name, holders);
    }

    private static PowerHolder? ReadHolder(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? holder = item.Required("holder")?.Text();
        string? basis = item.Required("basis")?.Text();
        Validity? validity = item.DateRange();
        item.RejectUnknownMembers();
        return holder is null || basis is null || validity is not Validity period ? null : new PowerHolder(holder, period, LegalBasis.Citing(basis));
    }

    private static Grant? ReadGrant(JsonPart item, HashSet<string> powerIds, HashSet<string> grantIds)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.UniqueId(grantIds);
        GrantKind? kind = item.Required("kind")?.Word(Kinds);
        JsonPart? powerPart = item.Required("power");
        string? power = powerPart?.Text();
        if (power is not null && !powerIds.Contains(power))
        {
            powerPart!.Problem("thẩm quyền '" + power + "' không có trong tệp", "the power '" + power + "' is not in the file");
        }

        string? grantor = item.Required("grantor")?.Text();
        string? grantee = item.Required("grantee")?.Text();
        Validity? validity = item.DateRange();
        bool? onward = item.Required("onward")?.Boolean();
        GrantScope scope = ReadScope(item.Optional("scope"));
        Instrument? instrument = ReadInstrument(item.Required("instrument"));
        item.RejectUnknownMembers();
        return id is null || kind is null || power is null || grantor is null || grantee is null || onward is null || instrument is null
            || validity is not Validity period
            ? null
            : new Grant(id, kind.Value, power, grantor, grantee, period, onward.Value, scope, instrument);
    }

    private static GrantScope ReadScope(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return GrantScope.Everything;
        }

        var scope = new GrantScope(part.Optional("territories")?.Texts() ?? [], part.Optional("procedures")?.Texts() ?? []);
        part.RejectUnknownMembers();
        return scope;
    }

    private static Instrument? ReadInstrument(JsonPart? part)
    {
        if (part is null || !part.ExpectObject())
        {
            return null;
        }

        string? number = part.Required("number")?.Text();
        LocalDate? date = part.Required("date")?.Date();
        BilingualText? title = part.Required("title")?.Bilingual();
        part.RejectUnknownMembers();
        return number is null || date is null || title is null ? null : new Instrument(number, date.Value, title);
    }
}
