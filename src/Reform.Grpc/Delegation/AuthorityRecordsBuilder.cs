using Google.Protobuf;
using NodaTime;
using Reform.Domain.Delegation;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using Proto = Reform.Delegation.V1;

namespace Reform.Grpc.Delegation;

/// <summary>Puts the records of the authority register together from their messages.</summary>
internal sealed class AuthorityRecordsBuilder : IRecordsBuilder<AuthorityRecords>
{
    public const string Powers = "powers";
    public const string Grants = "grants";
    public const string Events = "events";

    private readonly List<Recorded<Power>> powers = [];
    private readonly List<Recorded<Grant>> grants = [];
    private readonly List<Recorded<GrantEvent>> events = [];

    public bool Has(string list) => list is Powers or Grants or Events;

    public IMessage Parse(string list, byte[] content) => list switch
    {
        Powers => Proto.Power.Parser.ParseFrom(content),
        Grants => Proto.Grant.Parser.ParseFrom(content),
        Events => Proto.GrantEvent.Parser.ParseFrom(content),
        _ => throw new ArgumentException("No such list.", nameof(list)),
    };

    public void Add(string list, string recordId, IMessage? fact, Instant recordedAt, string? corrects, string path)
    {
        switch (list)
        {
            case Powers:
                powers.Add(new Recorded<Power>(recordId, fact is null ? null : PowerMapping.Power(path, (Proto.Power)fact), recordedAt, corrects));
                break;
            case Grants:
                grants.Add(new Recorded<Grant>(recordId, fact is null ? null : GrantMapping.Grant(path, (Proto.Grant)fact), recordedAt, corrects));
                break;
            case Events:
                events.Add(new Recorded<GrantEvent>(recordId, fact is null ? null : GrantMapping.Event(path, (Proto.GrantEvent)fact), recordedAt, corrects));
                break;
            default:
                throw new ArgumentException("No such list.", nameof(list));
        }
    }

    public AuthorityRecords Build() => new()
    {
        Powers = powers.ToValueList(),
        Grants = grants.ToValueList(),
        Events = events.ToValueList(),
    };
}
