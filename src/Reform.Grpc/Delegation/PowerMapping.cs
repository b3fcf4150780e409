using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Proto = Reform.Delegation.V1;
using ProtoBody = Reform.Organizations.V1.BodyKind;
using ProtoLevel = Reform.Organizations.V1.OrganizationLevel;
using ProtoTitle = Reform.Organizations.V1.TitleKind;

namespace Reform.Grpc.Delegation;

/// <summary>Powers and their messages, both ways.</summary>
internal static class PowerMapping
{
    private const int MostHolders = 1000;
    private const int MostEntries = 100;

    public static Power Power(string field, Proto.Power power)
    {
        RequestFields.AtMost(field + ".holders", power.Holders.Count, MostHolders);
        RequestFields.AtMost(field + ".holder_patterns", power.HolderPatterns.Count, MostEntries);
        RequestFields.AtMost(field + ".deciding_body", power.DecidingBody.Count, MostEntries);
        RequestFields.AtMost(field + ".delegability", power.Delegability.Count, MostEntries);
        return new Power(
            ResourceName.In(ResourceName.Powers, field + ".name", power.Name),
            RecordMapping.RequiredText(field + ".display_name", power.DisplayName),
            power.Holders.Select((h, i) => Holder(RequestFields.At(field + ".holders", i), h)).ToValueList())
        {
            HolderPatterns = power.HolderPatterns.Select((p, i) => Pattern(RequestFields.At(field + ".holder_patterns", i), p)).ToValueList(),
            Field = RecordMapping.Word(field + ".field", power.Field),
            IsCollective = power.Collective,
            IsPublicService = power.PublicService,
            GranteeRule = RecordMapping.Optional<GranteeRule>(field + ".grantee_rule", power.GranteeRule) ?? GranteeRule.None,
            DecidingBody = Values(field + ".deciding_body", power.DecidingBody.Select((d, i) => Body(RequestFields.At(field + ".deciding_body", i), d))),
            Delegability = Values(field + ".delegability", power.Delegability.Select((d, i) => Kinds(RequestFields.At(field + ".delegability", i), d))),
        };
    }

    public static Proto.Power ToProto(Power power, string etag = "") => new()
    {
        Name = ResourceName.Of(ResourceName.Powers, power.Id),
        DisplayName = RecordMapping.ToProto(power.Name),
        Holders =
        {
            power.Holders.Select(h => new Proto.HolderRule
            {
                Holder = h.HolderId,
                Period = RecordMapping.ToProto(h.Validity),
                Basis = RecordMapping.ToProto(h.Basis),
                Unit = ResourceName.OfOptional(ResourceName.Units, h.UnitId),
                Territories = { h.Territories },
            }),
        },
        HolderPatterns =
        {
            power.HolderPatterns.Select(p => new Proto.HolderPattern
            {
                Body = (ProtoBody)((int)p.Body + 1),
                Level = p.Level is OrganizationLevel level ? (ProtoLevel)((int)level + 1) : ProtoLevel.Unspecified,
                Title = p.Title is TitleKind title ? (ProtoTitle)((int)title + 1) : ProtoTitle.Unspecified,
                Period = RecordMapping.ToProto(p.Validity),
                Basis = RecordMapping.ToProto(p.Basis),
            }),
        },
        Field = power.Field ?? "",
        Collective = power.IsCollective,
        PublicService = power.IsPublicService,
        GranteeRule = (Proto.GranteeRule)((int)power.GranteeRule + 1),
        DecidingBody =
        {
            power.DecidingBody.Entries.Select(d => new Proto.DatedDecidingBody
            {
                Body = (ProtoBody)((int)d.Value + 1), Period = RecordMapping.ToProto(d.Validity), Basis = RecordMapping.ToProto(d.Basis),
            }),
        },
        Delegability =
        {
            power.Delegability.Entries.Select(d => new Proto.DatedDelegability
            {
                Kinds = { d.Value.Kinds.Select(k => (Proto.GrantKind)((int)k + 1)) },
                Period = RecordMapping.ToProto(d.Validity),
                Basis = RecordMapping.ToProto(d.Basis),
                Why = d.Value.Why is BilingualText why ? RecordMapping.ToProto(why) : null,
            }),
        },
        Etag = etag,
    };

    private static HolderRule Holder(string field, Proto.HolderRule rule) => new(
        ResourceName.Identifier(field + ".holder", rule.Holder),
        RecordMapping.Period(field + ".period", rule.Period),
        RequiredBasis(field + ".basis", rule.Basis))
    {
        UnitId = ResourceName.InOptional(ResourceName.Units, field + ".unit", rule.Unit),
        Territories = ScopeMapping.Words(field + ".territories", rule.Territories),
    };

    private static HolderPattern Pattern(string field, Proto.HolderPattern pattern) => new(
        RecordMapping.Required<BodyKind>(field + ".body", pattern.Body),
        RecordMapping.Optional<OrganizationLevel>(field + ".level", pattern.Level),
        RecordMapping.Optional<TitleKind>(field + ".title", pattern.Title),
        RecordMapping.Period(field + ".period", pattern.Period),
        RequiredBasis(field + ".basis", pattern.Basis));

    private static Dated<BodyKind> Body(string field, Proto.DatedDecidingBody entry) => new(
        RecordMapping.Required<BodyKind>(field + ".body", entry.Body),
        RecordMapping.Period(field + ".period", entry.Period),
        RequiredBasis(field + ".basis", entry.Basis));

    private static Dated<Delegability> Kinds(string field, Proto.DatedDelegability entry)
    {
        RequestFields.AtMost(field + ".kinds", entry.Kinds.Count, MostEntries);
        ValueList<GrantKind> kinds = entry.Kinds.Select((k, i) => RecordMapping.Required<GrantKind>(RequestFields.At(field + ".kinds", i), k)).ToValueList();
        return new Dated<Delegability>(
            new Delegability(kinds, RecordMapping.Text(field + ".why", entry.Why)),
            RecordMapping.Period(field + ".period", entry.Period),
            RequiredBasis(field + ".basis", entry.Basis));
    }

    private static DatedValues<T> Values<T>(string field, IEnumerable<Dated<T>> entries)
    {
        Dated<T>[] all = [.. entries];
        try
        {
            return new DatedValues<T>(all);
        }
        catch (ArgumentException)
        {
            throw Refusal.InvalidField(field, "hai giá trị có hiệu lực cùng lúc", "has two values at once");
        }
    }

    private static LegalBasis RequiredBasis(string field, Reform.Registers.V1.LegalBasis? basis) =>
        RecordMapping.Basis(field, basis) ?? throw Refusal.RequiredField(field);
}
