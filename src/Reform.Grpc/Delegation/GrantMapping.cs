using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using Proto = Reform.Delegation.V1;

namespace Reform.Grpc.Delegation;

/// <summary>Grants, what happened to them, and their messages, both ways.</summary>
internal static class GrantMapping
{
    private const int MostEntries = 100;
    private const int LastYear = 9999;

    public static Grant Grant(string field, Proto.Grant grant) => new()
    {
        Id = ResourceName.In(ResourceName.Grants, field + ".name", grant.Name),
        Kind = RecordMapping.Required<GrantKind>(field + ".kind", grant.Kind),
        PowerId = ResourceName.In(ResourceName.Powers, field + ".power", grant.Power),
        GrantorId = ResourceName.Identifier(field + ".grantor", grant.Grantor),
        GranteeId = ResourceName.Identifier(field + ".grantee", grant.Grantee),
        GranteeKind = RecordMapping.Required<GranteeKind>(field + ".grantee_kind", grant.GranteeKind),
        ParentId = ResourceName.InOptional(ResourceName.Grants, field + ".parent", grant.Parent),
        UnitId = ResourceName.InOptional(ResourceName.Units, field + ".unit", grant.Unit),
        Validity = RecordMapping.Period(field + ".period", grant.Period),
        AllowsOnward = grant.AllowsOnward,
        Scope = ScopeMapping.Scope(field + ".scope", grant.Scope),
        Conditions = Conditions(field + ".conditions", grant.Conditions),
        GranteeFacts = grant.GranteeFacts is null ? null : Facts(field + ".grantee_facts", grant.GranteeFacts),
        Instrument = Instrument(field + ".instrument", grant.Instrument) ?? throw Refusal.RequiredField(field + ".instrument"),
    };

    public static Proto.Grant ToProto(Grant grant, string etag = "")
    {
        var message = new Proto.Grant
        {
            Name = ResourceName.Of(ResourceName.Grants, grant.Id),
            Kind = (Proto.GrantKind)((int)grant.Kind + 1),
            Power = ResourceName.Of(ResourceName.Powers, grant.PowerId),
            Grantor = grant.GrantorId,
            Grantee = grant.GranteeId,
            GranteeKind = (Proto.GranteeKind)((int)grant.GranteeKind + 1),
            Parent = grant.ParentId is string parent ? ResourceName.Of(ResourceName.Grants, parent) : "",
            Unit = ResourceName.OfOptional(ResourceName.Units, grant.UnitId),
            Period = RecordMapping.ToProto(grant.Validity),
            AllowsOnward = grant.AllowsOnward,
            Scope = ScopeMapping.ToProto(grant.Scope),
            Conditions = { grant.Conditions.Select(c => new Proto.GrantCondition { Code = c.Code, Text = RecordMapping.ToProto(c.Text) }) },
            Instrument = ToProto(grant.Instrument),
            Etag = etag,
        };
        if (grant.GranteeFacts is GranteeFacts facts)
        {
            message.GranteeFacts = new Proto.GranteeFacts
            {
                Ratings = { facts.Ratings.Select(r => new Proto.BaseRating { Year = r.Year, GoodOrBetter = r.IsGoodOrBetter }) },
            };
            if (facts.Members is int members)
            {
                message.GranteeFacts.Members = members;
            }
        }

        return message;
    }

    public static GrantEvent Event(string field, Proto.GrantEvent given)
    {
        // A request of its own has the parts of the event as its fields.
        bool isRequest = field.Length == 0;
        string at = isRequest ? "" : field + ".";
        string terms = isRequest ? "amendment." : at + "amended.";
        string grant = ResourceName.In(ResourceName.Grants, at + "grant", given.Grant);
        LocalDate on = CivilTimes.RequiredDate(at + "on", given.On);
        GrantEvent happened = given.EventCase switch
        {
            Proto.GrantEvent.EventOneofCase.Amended => new GrantEvent.Amended(grant, on)
            {
                Scope = given.Amended.Scope is null ? null : ScopeMapping.Scope(terms + "scope", given.Amended.Scope),
                To = RequestFields.Date(terms + "to", given.Amended.To),
                AllowsOnward = given.Amended.HasAllowsOnward ? given.Amended.AllowsOnward : null,
            },
            Proto.GrantEvent.EventOneofCase.Suspended => new GrantEvent.Suspended(grant, on),
            Proto.GrantEvent.EventOneofCase.Resumed => new GrantEvent.Resumed(grant, on),
            Proto.GrantEvent.EventOneofCase.Revoked => new GrantEvent.Revoked(grant, on, RequestFields.Date((isRequest ? "" : at + "revoked.") + "notified_on", given.Revoked.NotifiedOn)),
            Proto.GrantEvent.EventOneofCase.Lapsed => new GrantEvent.Lapsed(grant, on, RecordMapping.RequiredText((isRequest ? "" : at + "lapsed.") + "why", given.Lapsed.Why)),
            _ => throw Refusal.RequiredField(at + "event"),
        };
        return happened with { Instrument = Instrument(at + "instrument", given.Instrument) };
    }

    public static Proto.GrantEvent ToProto(GrantEvent happened)
    {
        var message = new Proto.GrantEvent
        {
            Grant = ResourceName.Of(ResourceName.Grants, happened.GrantId),
            On = CivilTimes.ToProto(happened.On),
            Instrument = happened.Instrument is Instrument instrument ? ToProto(instrument) : null,
        };
        switch (happened)
        {
            case GrantEvent.Amended a:
                message.Amended = new Proto.Amendment { To = RecordMapping.ToProto(a.To), Scope = a.Scope is GrantScope s ? ScopeMapping.ToProto(s) ?? new() : null };
                if (a.AllowsOnward is bool onward)
                {
                    message.Amended.AllowsOnward = onward;
                }

                break;
            case GrantEvent.Suspended:
                message.Suspended = new Proto.Suspension();
                break;
            case GrantEvent.Resumed:
                message.Resumed = new Proto.Resumption();
                break;
            case GrantEvent.Revoked r:
                message.Revoked = new Proto.Revocation { NotifiedOn = RecordMapping.ToProto(r.NotifiedOn) };
                break;
            case GrantEvent.Lapsed l:
                message.Lapsed = new Proto.Lapse { Why = RecordMapping.ToProto(l.Why) };
                break;
            default:
                throw new ArgumentException("No such event.", nameof(happened));
        }

        return message;
    }

    public static Instrument? Instrument(string field, Proto.Instrument? instrument) => instrument is null ? null : new Instrument(
        RecordMapping.RequiredWord(field + ".number", instrument.Number),
        CivilTimes.RequiredDate(field + ".date", instrument.Date),
        RecordMapping.RequiredText(field + ".title", instrument.Title))
    {
        Kind = RecordMapping.Optional<InstrumentKind>(field + ".kind", instrument.Kind) ?? InstrumentKind.Unstated,
        IsWritten = !instrument.Oral,
    };

    public static Proto.Instrument ToProto(Instrument instrument) => new()
    {
        Number = instrument.Number,
        Date = CivilTimes.ToProto(instrument.Date),
        Title = RecordMapping.ToProto(instrument.Title),
        Kind = (Proto.InstrumentKind)((int)instrument.Kind + 1),
        Oral = !instrument.IsWritten,
    };

    private static ValueList<GrantCondition> Conditions(string field, Google.Protobuf.Collections.RepeatedField<Proto.GrantCondition> conditions)
    {
        RequestFields.AtMost(field, conditions.Count, MostEntries);
        return conditions.Select((c, i) => new GrantCondition(
            RecordMapping.RequiredWord(RequestFields.At(field, i) + ".code", c.Code),
            RecordMapping.RequiredText(RequestFields.At(field, i) + ".text", c.Text))).ToValueList();
    }

    private static GranteeFacts Facts(string field, Proto.GranteeFacts facts)
    {
        RequestFields.AtMost(field + ".ratings", facts.Ratings.Count, MostEntries);
        if (facts.HasMembers && facts.Members < 0)
        {
            throw Refusal.InvalidField(field + ".members", "không được âm", "must not be negative");
        }

        for (int i = 0; i < facts.Ratings.Count; i++)
        {
            if (facts.Ratings[i].Year is < 1 or > LastYear)
            {
                throw Refusal.InvalidField(RequestFields.At(field + ".ratings", i) + ".year", "phải từ 1 đến 9999", "must be from 1 to 9999");
            }
        }

        return new GranteeFacts(
            facts.HasMembers ? facts.Members : null, facts.Ratings.Select(r => new BaseRating(r.Year, r.GoodOrBetter)).ToValueList());
    }
}
