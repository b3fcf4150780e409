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
    private OrganizationRegister organization = new(OrganizationRecords.None);

    public AuthorityRegister Register { get; private set; } = new(AuthorityRecords.None, new OrganizationRegister(OrganizationRecords.None), null);

    public List<(Timestamp Moment, Instant At)> Moments { get; } = [];

    public int Entered { get; private set; }

    public int RefusedByBoth { get; private set; }

    /// <summary>Enters the facts in the order in which they came to be; a correction right before the next fact.</summary>
    public async Task Enter(RandomAuthority world)
    {
        await Organize(world.Organization);
        foreach (Recorded<Power> r in world.Records.Powers)
        {
            Reform.Delegation.V1.Power power = PowerMapping.ToProto(r.Fact!);
            await Do(r, "powers/" + r.Fact!.Id, async () => r.Corrects is null
                ? (await server.Delegation.CreatePowerAsync(new CreatePowerRequest { RequestId = NewId, PowerId = r.Fact.Id, Power = power })).Record
                : (await server.Delegation.UpdatePowerAsync(new UpdatePowerRequest { RequestId = NewId, Power = power, Etag = entered[r.Corrects] })).Record);
        }

        foreach (Recorded<Grant> r in world.Records.Grants)
        {
            string name = "grants/" + (r.Fact ?? Corrected(world.Records.Grants, r)).Id;
            await Do(r, name, async () => r.Corrects is null
                ? (await server.Delegation.CreateGrantAsync(new CreateGrantRequest { RequestId = NewId, GrantId = r.Fact!.Id, Grant = GrantMapping.ToProto(r.Fact) })).Record
                : (await server.Delegation.CorrectGrantRecordAsync(Correction(name, entered[r.Corrects], r.Fact is null ? null : GrantMapping.ToProto(r.Fact)))).Record);
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

    // In one go: its corrections are entered with what they correct.
    private async Task Organize(OrganizationRecords records)
    {
        var request = new RecordOrganizationFactsRequest { RequestId = NewId };
        var of = new Dictionary<string, string>(StringComparer.Ordinal);
        Add("units", records.Units);
        Add("positions", records.Positions);
        Add("appointments", records.Appointments);
        Add("successions", records.Successions);
        Timestamp at = (await server.Organizations.RecordOrganizationFactsAsync(request)).Records[0].RecordTime;
        organization = new OrganizationRegister(new OrganizationRecords
        {
            Units = Stamped(records.Units),
            Positions = Stamped(records.Positions),
            Appointments = Stamped(records.Appointments),
            Successions = Stamped(records.Successions),
        });
        Register = new AuthorityRegister(AuthorityRecords.None, organization, null);

        void Add<T>(string list, IEnumerable<Recorded<T>> all)
            where T : class
        {
            foreach (Recorded<T> r in all)
            {
                of[r.Id] = list + "/" + of.Count.ToString(CultureInfo.InvariantCulture);
                request.Entries.Add(new OrganizationEntry { Record = of[r.Id], Corrects = r.Corrects is null ? "" : of[r.Corrects], Fact = OrganizationLists.Wrap(r.Fact!) });
            }
        }

        Domain.Values.ValueList<Recorded<T>> Stamped<T>(IEnumerable<Recorded<T>> all)
            where T : class => [.. all.Select(r => new Recorded<T>(of[r.Id], r.Fact, MomentOf(at), r.Corrects is null ? null : of[r.Corrects]))];
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
            Assert.Throws<AuthorityInputException>(() => With(record, "refused", Instant.MaxValue));
            RefusedByBoth++;
            return;
        }

        Instant at = MomentOf(info.RecordTime);
        Register = With(record, info.Record, at);
        Moments.Add((info.RecordTime, at));
        entered[record.Id] = info.Record;
        etags[name] = info.Record;
        if (record.Fact is null && record is Recorded<Grant>)
        {
            etags.Remove(name);
        }

        Entered++;
    }

    private AuthorityRegister With<T>(Recorded<T> record, string id, Instant at)
        where T : class
    {
        var stamped = new Recorded<T>(id, record.Fact, at, record.Corrects is null ? null : entered[record.Corrects]);
        return Register.With(stamped switch
        {
            Recorded<Power> p => new AuthorityRecords { Powers = [p] },
            Recorded<Grant> g => new AuthorityRecords { Grants = [g] },
            Recorded<GrantEvent> e => new AuthorityRecords { Events = [e] },
            _ => throw new ArgumentException("No such list.", nameof(record)),
        });
    }

    private static Instant MomentOf(Timestamp at) => Instant.FromUnixTimeSeconds(at.Seconds).PlusNanoseconds(at.Nanos);
}
