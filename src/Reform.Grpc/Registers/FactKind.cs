using System.Runtime.CompilerServices;
using Google.Protobuf;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Registers;

/// <summary>One kind of fact that has a resource name, whatever its type: for services that take many kinds alike.</summary>
internal interface IFactKind : IFactList
{
    /// <summary>The collection of its resource names.</summary>
    string Collection { get; }

    /// <summary>Its field in requests.</summary>
    string Field { get; }

    /// <summary>The latest record of a fact; null: none.</summary>
    KindRecord? LatestOf(RegisterState state, string id);

    /// <summary>The facts that stand and are about a unit (null: any), by their identifiers, each as the maker of its message.</summary>
    IEnumerable<Func<IMessage>> StandingOf(RegisterState state, string? unit);

    /// <summary>All records of facts that are about a unit (null: any), in the order of entry.</summary>
    IEnumerable<HistoryItem> HistoryOf(RegisterState state, string? unit);

    /// <summary>The unit that a message is about, as it says itself, or as what it names says; null: of no unit.</summary>
    string? UnitIn(FactLookup facts, IMessage message, string path);

    /// <summary>The unit that a fact is about; null: there is no such fact, or it is of no unit.</summary>
    string? UnitOfLatest(RegisterState state, string id);

    /// <summary>The message as it is kept.</summary>
    IMessage CleanOf(IMessage given, string path);

    /// <summary>The field of its message for a field of the domain.</summary>
    string Told(string field);
}

/// <summary>A record of a kind.</summary>
/// <param name="RecordId">Its identifier: the etag of the fact.</param>
/// <param name="Message">The message with that etag; null: it strikes out.</param>
internal sealed record KindRecord(string RecordId, IMessage? Message);

/// <summary>One kind of fact: where it is kept, how it is named, and both ways between it and its message.</summary>
/// <typeparam name="TMessage">Its message; it has the fields "name" and "etag".</typeparam>
/// <typeparam name="TFact">The fact.</typeparam>
/// <param name="list">The list of the journal.</param>
/// <param name="collection">The collection of its resource names.</param>
/// <param name="field">Its field in requests.</param>
/// <param name="read">From the message at a path.</param>
/// <param name="write">To the message, with an etag.</param>
/// <param name="idOf">Its identifier.</param>
internal sealed class FactKind<TMessage, TFact>(
    string list, string collection, string field, Func<string, TMessage, TFact> read, Func<TFact, string, TMessage> write, Func<TFact, string> idOf)
    : FactList<TMessage, TFact>(list, read), IFactKind
    where TMessage : class, IMessage<TMessage>, new()
    where TFact : class
{
    // A batch asks for each of its entries: worked out once for each state.
    private readonly ConditionalWeakTable<ValueList<Recorded<TFact>>, Dictionary<string, Recorded<TFact>>> latest = [];

    public string Collection { get; } = collection;

    public string Field { get; } = field;

    /// <summary>The unit that a fact is about; null: the kind knows no units.</summary>
    public Func<FactLookup, TFact, string?>? UnitOf { get; init; }

    /// <summary>The field of the message for a field of the domain, where they differ.</summary>
    public Func<string, string> FieldTold { get; init; } = f => f;

    public TMessage Write(TFact fact, string etag) => write(fact, etag);

    public string IdOf(TFact fact) => idOf(fact);

    /// <summary>Every record of this kind, in the order of entry.</summary>
    public ValueList<Recorded<TFact>> Records(RegisterState state) => state.Facts.Records.Of(this);

    /// <summary>The records that stand, in the order of entry.</summary>
    public ValueList<Recorded<TFact>> Standing(RegisterState state) => Recorded.StandingAt(Records(state), Instant.MaxValue);

    /// <summary>The latest record of a fact, which may be one that strikes it out; null: none.</summary>
    public Recorded<TFact>? Latest(RegisterState state, string id) => latest.GetValue(Records(state), LatestOf).GetValueOrDefault(id);

    /// <summary>Its message.</summary>
    public TMessage ToProto(Recorded<TFact> record) => write(record.Fact!, record.Id);

    public string Told(string field) => FieldTold(field);

    KindRecord? IFactKind.LatestOf(RegisterState state, string id) => Latest(state, id) is { } record ? Of(record) : null;

    IEnumerable<Func<IMessage>> IFactKind.StandingOf(RegisterState state, string? unit)
    {
        var facts = new FactLookup(state);
        return Standing(state).Where(r => IsOf(facts, r.Fact!, unit)).OrderBy(r => idOf(r.Fact!), StringComparer.Ordinal).Select(r => (Func<IMessage>)(() => ToProto(r)));
    }

    IEnumerable<HistoryItem> IFactKind.HistoryOf(RegisterState state, string? unit)
    {
        var facts = new FactLookup(state);
        return FactLists.History(this, state, f => IsOf(facts, f, unit));
    }

    string? IFactKind.UnitIn(FactLookup facts, IMessage message, string path) => UnitOf?.Invoke(facts, Read(path, (TMessage)message));

    string? IFactKind.UnitOfLatest(RegisterState state, string id) =>
        Latest(state, id)?.Fact is TFact fact ? UnitOf?.Invoke(new FactLookup(state), fact) : null;

    IMessage IFactKind.CleanOf(IMessage given, string path) => FactEdits.Clean(this, (TMessage)given, null, path);

    private bool IsOf(FactLookup facts, TFact fact, string? unit) => unit is null || UnitOf?.Invoke(facts, fact) == unit;

    private KindRecord Of(Recorded<TFact> record) => new(record.Id, record.Fact is null ? null : ToProto(record));

    private Dictionary<string, Recorded<TFact>> LatestOf(ValueList<Recorded<TFact>> records)
    {
        var ids = new Dictionary<string, string>(StringComparer.Ordinal);
        var byId = new Dictionary<string, Recorded<TFact>>(StringComparer.Ordinal);
        foreach (Recorded<TFact> record in records)
        {
            string id = ids[record.Id] = record.Fact is TFact fact ? idOf(fact) : ids[record.Corrects!];
            byId[id] = record;
        }

        return byId;
    }
}

/// <summary>Finds facts that others name: those of the registers and, before they are there, those of the request.</summary>
/// <param name="State">The registers.</param>
/// <param name="Entered">The facts of the request with their fields, by resource name.</param>
internal sealed record FactLookup(RegisterState State, IReadOnlyDictionary<string, (IMessage Message, string Path)>? Entered = null)
{
    /// <summary>A fact by its identifier; null: there is none.</summary>
    public TFact? Find<TMessage, TFact>(FactKind<TMessage, TFact> kind, string id)
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class => kind.Latest(State, id)?.Fact
            ?? (Entered?.GetValueOrDefault(ResourceName.Of(kind.Collection, id)) is (TMessage message, string path) ? kind.Read(path, message) : null);
}
