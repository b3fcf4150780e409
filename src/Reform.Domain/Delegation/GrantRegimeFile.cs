using Reform.Domain.DataFiles;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>Reads the laws of grants from their data file (JSON; comments allowed).</summary>
public static class GrantRegimeFile
{
    private static readonly Dictionary<string, OrganizationSystem> Systems = new(StringComparer.Ordinal)
    {
        ["party"] = OrganizationSystem.Party,
        ["state"] = OrganizationSystem.State,
        ["front"] = OrganizationSystem.Front,
    };

    private static readonly Dictionary<string, LevelRelation> Relations = new(StringComparer.Ordinal)
    {
        ["any"] = LevelRelation.Any,
        ["same"] = LevelRelation.Same,
        ["lower"] = LevelRelation.Lower,
    };

    private static readonly Dictionary<string, bool> Responsible = new(StringComparer.Ordinal) { ["grantor"] = true, ["grantee"] = false };

    /// <summary>Reads the regimes.</summary>
    /// <param name="stream">The JSON text, UTF-8; read to its end, not closed.</param>
    /// <param name="source">What to call the file in problems.</param>
    /// <returns>The regimes.</returns>
    /// <exception cref="InvalidDataFileException">Something is wrong with the file; every problem is listed with its place.</exception>
    public static GrantRegimes Read(Stream stream, string source = "regimes")
    {
        (JsonFile file, JsonPart root) = JsonFile.Read(stream, source);
        root.Optional("sources");
        var ids = new HashSet<string>(StringComparer.Ordinal);
        List<GrantRegime> regimes = [.. (root.Required("regimes")?.Items() ?? []).Select(r => ReadRegime(r, ids)).OfType<GrantRegime>()];
        root.RejectUnknownMembers();
        file.ThrowIfAnyProblem();
        return new GrantRegimes(regimes);
    }

    private static GrantRegime? ReadRegime(JsonPart item, HashSet<string> ids)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        string? id = item.UniqueId(ids);
        GrantKind? kind = item.Required("kind")?.Word(GrantParts.Kinds);
        OrganizationSystem? system = item.Required("system")?.Word(Systems);
        BilingualText? title = item.Required("title")?.Bilingual();
        BilingualText? basis = item.Required("basis")?.Bilingual();
        Validity? validity = item.DateRange();
        ValueList<BodyKind> grantors = (item.Optional("grantors")?.Items() ?? []).Select(g => g.Word(BodyKinds.ByWord)).OfType<BodyKind>().ToValueList();
        ValueList<string> territories = item.Optional("territories")?.Texts() ?? [];
        ValueList<PermittedPair>? pairs = item.Optional("pairs")?.Items().Select(ReadPair).OfType<PermittedPair>().ToValueList();
        bool pairsOpen = item.Optional("pairs_open")?.Boolean() ?? false;
        ValueList<InstrumentKind> instruments = (item.Optional("instruments")?.Items() ?? [])
            .Select(i => i.Word(GrantParts.InstrumentKinds)).OfType<InstrumentKind>().ToValueList();
        bool term = item.Optional("term")?.Boolean() ?? false;
        ValueList<OnwardRule>? onward = item.Optional("onward")?.Items().Select(ReadOnward).OfType<OnwardRule>().ToValueList();
        bool? grantorResponsible = item.Required("responsible")?.Word(Responsible);
        bool? follows = item.Required("follows_succession")?.Boolean();
        item.RejectUnknownMembers();
        return id is null || kind is not GrantKind how || system is not OrganizationSystem where || title is null || basis is null
            || validity is not Validity period || grantorResponsible is not bool responsible || follows is not bool following
            ? null
            : new GrantRegime
            {
                Id = id,
                Kind = how,
                System = where,
                Title = title,
                Basis = new LegalBasis(basis),
                Validity = period,
                Grantors = grantors,
                Territories = territories,
                Pairs = pairs,
                PairsAreOpen = pairsOpen,
                Instruments = instruments,
                RequiresTerm = term,
                Onward = onward,
                GrantorStaysResponsible = responsible,
                FollowsSuccession = following,
            };
    }

    private static PermittedPair? ReadPair(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        GrantParty? from = item.Required("from") is JsonPart grantor ? ReadParty(grantor) : null;
        GrantParty? to = item.Required("to") is JsonPart grantee ? ReadParty(grantee) : null;
        LevelRelation? level = item.Required("level")?.Word(Relations);
        JsonPart? fromLevelPart = item.Optional("from_level");
        OrganizationLevel? fromLevel = fromLevelPart?.Word(GrantParts.Levels);
        bool services = item.Optional("only_public_services")?.Boolean() ?? false;
        item.RejectUnknownMembers();
        return from is null || to is null || level is not LevelRelation relation
            ? null
            : new PermittedPair(from, to, relation) { FromLevel = fromLevel, OnlyPublicServices = services };
    }

    private static GrantParty? ReadParty(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        BodyKind? body = item.Optional("body")?.Word(BodyKinds.ByWord);
        TitleKind? title = item.Optional("title")?.Word(TitleKinds.ByWord);
        item.RejectUnknownMembers();
        return new GrantParty(body, title);
    }

    private static OnwardRule? ReadOnward(JsonPart item)
    {
        if (!item.ExpectObject())
        {
            return null;
        }

        GrantKind? kind = item.Required("kind")?.Word(GrantParts.Kinds);
        bool open = item.Optional("open")?.Boolean() ?? false;
        item.RejectUnknownMembers();
        return kind is GrantKind how ? new OnwardRule(how, open) : null;
    }
}
