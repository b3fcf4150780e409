using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Google.Rpc;
using Grpc.Core;
using NodaTime;
using Reform.Delegation.V1;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;
using Reform.Grpc.Delegation;
using Reform.Grpc.Organizations;
using Reform.Organizations.V1;
using Reform.Registers.V1;
using Reform.Testing.Delegation;
using static Reform.Grpc.Tests.Delegation.DelegationWorld;
using Grant = Reform.Domain.Delegation.Grant;
using GrantEvent = Reform.Domain.Delegation.GrantEvent;
using Power = Reform.Domain.Delegation.Power;

namespace Reform.Grpc.Tests.Delegation;

/// <summary>The service, and beside it the register in memory of the same records.</summary>
internal sealed class DelegationTwin(TestServer server)
{
    private readonly Dictionary<string, string> entered = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> etags = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> organized = new(StringComparer.Ordinal);
    private OrganizationRegister organization = new(OrganizationRecords.None);

    public AuthorityRegister Register { get; private set; } = new(AuthorityRecords.None, new OrganizationRegister(OrganizationRecords.None), null);

    /// <summary>The records of powers and grants that both have.</summary>
    public AuthorityRecords Authority { get; private set; } = AuthorityRecords.None;

    /// <summary>The records of the organization that both have.</summary>
    public OrganizationRecords Organization { get; private set; } = OrganizationRecords.None;

    /// <summary>When something was entered, in that order.</summary>
    public List<(Timestamp Moment, Instant At)> Moments { get; } = [];

    public int Entered { get; private set; }

    public int RefusedByBoth { get; private set; }

    /// <summary>Enters the facts in the order in which they came to be; a correction right before the next fact, a reorganisation between the grants.</summary>
    public async Task Enter(RandomAuthority world)
    {
        var organizations = new Queue<OrganizationRecords>(ByMoment(world.Organization));
        await Organize(organizations.Dequeue());
        foreach (Recorded<Power> r in world.Records.Powers)
        {
            Reform.Delegation.V1.Power power = PowerMapping.ToProto(r.Fact!);
            await Do(r, "powers/" + r.Fact!.Id, async () => r.Corrects is null
                ? (await server.Delegation.CreatePowerAsync(new CreatePowerRequest { RequestId = NewId, PowerId = r.Fact.Id, Power = power })).Record
                : (await server.Delegation.UpdatePowerAsync(new UpdatePowerRequest { RequestId = NewId, Power = power, Etag = entered[r.Corrects] })).Record);
        }

        foreach ((int place, Recorded<Grant> r) in world.Records.Grants.Index())
        {
            if (place % 4 == 3 && organizations.TryDequeue(out OrganizationRecords? reorganization))
            {
                await Organize(reorganization);
            }

            string name = "grants/" + (r.Fact ?? Corrected(world.Records.Grants, r)).Id;
            await Do(r, name, async () => r.Corrects is null
                ? (await server.Delegation.CreateGrantAsync(new CreateGrantRequest { RequestId = NewId, GrantId = r.Fact!.Id, Grant = GrantMapping.ToProto(r.Fact) })).Record
                : (await server.Delegation.CorrectGrantRecordAsync(Correction(name, entered[r.Corrects], r.Fact is null ? null : GrantMapping.ToProto(r.Fact)))).Record);
        }

        while (organizations.TryDequeue(out OrganizationRecords? reorganization))
        {
            await Organize(reorganization);
        }

        foreach (Recorded<GrantEvent> r in world.Records.Events)
        {
            string name = "grants/" + (r.Fact ?? Corrected(world.Records.Events, r)).GrantId;
            await Do(r, name, async () => r.Corrects is null
                ? await Happen(name, r.Fact!)
                : (await server.Delegation.CorrectGrantRecordAsync(Correction(name, entered[r.Corrects], r.Fact is null ? null : GrantMapping.ToProto(r.Fact)))).Record);
        }
    }

    private static T Corrected<T>(IEnumerable<Recorded<T>> all, Recorded<T> record)
        where T : class => all.Single(r => r.Id == record.Corrects).Fact!;

    private static IEnumerable<OrganizationRecords> ByMoment(OrganizationRecords all)
    {
        IEnumerable<Instant> moments = all.Units.Select(r => r.RecordedAt).Concat(all.Successions.Select(r => r.RecordedAt)).Distinct().Order();
        return moments.Select(m => new OrganizationRecords
        {
            Units = [.. all.Units.Where(r => r.RecordedAt == m)],
            Positions = [.. all.Positions.Where(r => r.RecordedAt == m)],
            Appointments = [.. all.Appointments.Where(r => r.RecordedAt == m)],
            Successions = [.. all.Successions.Where(r => r.RecordedAt == m)],
        });
    }

    // What was recorded at one moment, in one go: all of it or nothing.
    private async Task Organize(OrganizationRecords records)
    {
        var request = new RecordOrganizationFactsRequest { RequestId = NewId };
        List<string> added = [];
        records = new OrganizationRecords
        {
            Units = Named("units", records.Units),
            Positions = Named("positions", records.Positions),
            Appointments = Named("appointments", records.Appointments),
            Successions = Named("successions", records.Successions),
        };
        Timestamp moment;
        try
        {
            moment = (await server.Organizations.RecordOrganizationFactsAsync(request)).Records[0].RecordTime;
        }
        catch (RpcException e) when (e.GetRpcStatus()?.GetDetail<ErrorInfo>().Reason is "REGISTER_CONFLICT")
        {
            Assert.ThrowsAny<ArgumentException>(() => Register.WithOrganization(organization.With(At(Instant.MaxValue))));
            added.ForEach(r => organized.Remove(r));
            RefusedByBoth++;
            return;
        }

        organization = organization.With(At(MomentOf(moment)));
        Organization = Organization.With(At(MomentOf(moment)));
        Register = Register.WithOrganization(organization);
        Moments.Add((moment, MomentOf(moment)));

        ValueList<Recorded<T>> Named<T>(string list, IEnumerable<Recorded<T>> all)
            where T : class
        {
            var named = new List<Recorded<T>>();
            foreach (Recorded<T> r in all.Where(r => r.Corrects is null || organized.ContainsKey(r.Corrects)))
            {
                string id = organized[r.Id] = list + "/" + organized.Count.ToString(CultureInfo.InvariantCulture);
                added.Add(r.Id);
                string? corrects = r.Corrects is null ? null : organized[r.Corrects];
                named.Add(r with { Id = id, Corrects = corrects });
                request.Entries.Add(new OrganizationEntry { Record = id, Corrects = corrects ?? "", Fact = OrganizationLists.Wrap(r.Fact!) });
            }

            return named.ToValueList();
        }

        OrganizationRecords At(Instant at) => new()
        {
            Units = [.. records.Units.Select(r => r with { RecordedAt = at })],
            Positions = [.. records.Positions.Select(r => r with { RecordedAt = at })],
            Appointments = [.. records.Appointments.Select(r => r with { RecordedAt = at })],
            Successions = [.. records.Successions.Select(r => r with { RecordedAt = at })],
        };
    }

    private CorrectGrantRecordRequest Correction(string name, string record, IMessage? fact)
    {
        var request = new CorrectGrantRecordRequest { RequestId = NewId, Name = name, Etag = etags[name], Record = record };
        switch (fact)
        {
            case Reform.Delegation.V1.Grant grant: request.Grant = grant; break;
            case Reform.Delegation.V1.GrantEvent happened: request.Event = happened; break;
            default: request.StruckOut = true; break;
        }

        return request;
    }

    private async Task<RecordInfo> Happen(string name, GrantEvent happened)
    {
        Reform.Delegation.V1.GrantEvent m = GrantMapping.ToProto(happened);
        string etag = etags[name];
        DelegationService.DelegationServiceClient client = server.Delegation;
        return happened switch
        {
            GrantEvent.Amended => (await client.AmendGrantAsync(new AmendGrantRequest { RequestId = NewId, Name = name, Etag = etag, On = m.On, Instrument = m.Instrument, Amendment = m.Amended })).Record,
            GrantEvent.Suspended => (await client.SuspendGrantAsync(new SuspendGrantRequest { RequestId = NewId, Name = name, Etag = etag, On = m.On, Instrument = m.Instrument })).Record,
            GrantEvent.Resumed => (await client.ResumeGrantAsync(new ResumeGrantRequest { RequestId = NewId, Name = name, Etag = etag, On = m.On, Instrument = m.Instrument })).Record,
            GrantEvent.Revoked => (await client.RevokeGrantAsync(new RevokeGrantRequest { RequestId = NewId, Name = name, Etag = etag, On = m.On, Instrument = m.Instrument, NotifiedOn = m.Revoked.NotifiedOn })).Record,
            _ => (await client.LapseGrantAsync(new LapseGrantRequest { RequestId = NewId, Name = name, Etag = etag, On = m.On, Instrument = m.Instrument, Why = m.Lapsed.Why })).Record,
        };
    }

    // The same record goes into both, or into neither.
    private async Task Do<T>(Recorded<T> record, string name, Func<Task<RecordInfo>> enter)
        where T : class
    {
        bool isLost = (record.Corrects is not null && !entered.ContainsKey(record.Corrects)) || (record is not Recorded<Power> && record is not Recorded<Grant> { Corrects: null } && !etags.ContainsKey(name));
        if (isLost)
        {
            return;
        }

        RecordInfo info;
        try
        {
            info = await enter();
        }
        catch (RpcException e) when (e.GetRpcStatus()?.GetDetail<ErrorInfo>().Reason is "REGISTER_CONFLICT")
        {
            Assert.Throws<AuthorityInputException>(() => Register.With(One(record, "refused", Instant.MaxValue)));
            RefusedByBoth++;
            return;
        }

        Instant at = MomentOf(info.RecordTime);
        AuthorityRecords one = One(record, info.Record, at);
        Register = Register.With(one);
        Authority = Authority.With(one);
        Moments.Add((info.RecordTime, at));
        entered[record.Id] = info.Record;
        etags[name] = info.Record;
        if (record.Fact is null && record is Recorded<Grant>)
        {
            etags.Remove(name);
        }

        Entered++;
    }

    private AuthorityRecords One<T>(Recorded<T> record, string id, Instant at)
        where T : class
    {
        var stamped = new Recorded<T>(id, record.Fact, at, record.Corrects is null ? null : entered[record.Corrects]);
        return stamped switch
        {
            Recorded<Power> p => new AuthorityRecords { Powers = [p] },
            Recorded<Grant> g => new AuthorityRecords { Grants = [g] },
            Recorded<GrantEvent> e => new AuthorityRecords { Events = [e] },
            _ => throw new ArgumentException("No such list.", nameof(record)),
        };
    }

    private static Instant MomentOf(Timestamp at) => Instant.FromUnixTimeSeconds(at.Seconds).PlusNanoseconds(at.Nanos);
}
