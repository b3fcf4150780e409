using Google.Protobuf;
using Google.Protobuf.WellKnownTypes;
using Reform.Domain.Legal;
using Reform.Grpc.Rpc;
using RecordInfo = Reform.Registers.V1.RecordInfo;

namespace Reform.Grpc.Registers;

/// <summary>Everything that was recorded of a kind, corrected records too.</summary>
/// <param name="Info">When it was entered, and what it corrects; who entered it is filled in for those that are shown.</param>
/// <param name="Fact">What was recorded or, of what only strikes out, what it struck out.</param>
/// <param name="IsStanding">Whether nothing corrected it.</param>
internal sealed record HistoryItem(RecordInfo Info, IMessage Fact, bool IsStanding);

/// <summary>What the listings of facts share.</summary>
internal sealed class FactLists(RegisterStore store)
{
    private const string AnyUnit = "units/-";

    /// <summary>A page of a listing.</summary>
    /// <param name="request">The request, with "page_size", "page_token" and "known_at"; all its other fields make the list what it is.</param>
    /// <param name="cancellation">Gives it up.</param>
    public async Task<ListPage> Page<TRequest>(TRequest request, CancellationToken cancellation)
        where TRequest : class, IMessage<TRequest>, IDeepCloneable<TRequest>
    {
        object? Field(string name) => request.Descriptor.FindFieldByName(name).Accessor.GetValue(request);
        TRequest asked = request.Clone();
        foreach (string paging in (string[])["page_size", "page_token"])
        {
            asked.Descriptor.FindFieldByName(paging).Accessor.Clear(asked);
        }

        return await ListPage.Open(store, asked, (int)Field("page_size")!, (string)Field("page_token")!, RecordMapping.KnownAt((Timestamp?)Field("known_at")), cancellation);
    }

    /// <summary>A fact of a kind by its name, as it was known at a moment, with the revision; one that is not known, or was struck out, is refused.</summary>
    public async Task<(TMessage Fact, long Revision)> Get<TMessage, TFact>(FactKind<TMessage, TFact> kind, string name, Timestamp? knownAt, CancellationToken cancellation)
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class
    {
        string id = ResourceName.In(kind.Collection, "name", name);
        RegisterState state = await At(knownAt, cancellation);
        return kind.Latest(state, id) is { Fact: not null } latest ? (kind.ToProto(latest), state.Revision) : throw RegisterRefusal.NotFound("name", name);
    }

    /// <summary>A fact of any kind of a set, likewise.</summary>
    public async Task<(TFact Fact, long Revision)> Get<TFact>(FactSet<TFact> set, string name, Timestamp? knownAt, CancellationToken cancellation)
        where TFact : class, IMessage<TFact>, new()
    {
        (IFactKind kind, string id) = set.Named("name", name);
        RegisterState state = await At(knownAt, cancellation);
        return kind.LatestOf(state, id)?.Message is IMessage message ? (set.Wrap(kind, message), state.Revision) : throw RegisterRefusal.NotFound("name", name);
    }

    /// <summary>A page of the facts of some kinds of a set that stand and are about a unit (null: any), kind by kind.</summary>
    public static (List<TFact> Facts, string NextPageToken) Cut<TFact>(ListPage page, FactSet<TFact> set, IReadOnlyList<IFactKind> kinds, string? unit)
        where TFact : class, IMessage<TFact>, new() => page.Cut(
            [.. kinds.SelectMany(k => k.StandingOf(page.State, unit).Select(m => (Kind: k, Message: m)))], f => set.Wrap(f.Kind, f.Message()));

    /// <summary>A page of everything recorded of some kinds that is about a unit (null: any), in the order of entry.</summary>
    public Task<(List<TRecord> Records, string NextPageToken)> CutRecords<TRecord>(
        ListPage page, IReadOnlyList<IFactKind> kinds, string? unit, Func<HistoryItem, TRecord> toRecord, Func<TRecord, RecordInfo> infoOf, CancellationToken cancellation)
        where TRecord : IMessage => Cut(page, kinds.SelectMany(k => k.HistoryOf(page.State, unit)), toRecord, infoOf, cancellation);

    /// <summary>The registers as they were known at a moment.</summary>
    public Task<RegisterState> At(Timestamp? knownAt, CancellationToken cancellation) => store.At(RecordMapping.KnownAt(knownAt), cancellation);

    /// <summary>The records of a kind.</summary>
    public static IEnumerable<HistoryItem> History<TMessage, TFact>(FactKind<TMessage, TFact> kind, RegisterState state, Func<TFact, bool> isWanted)
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class
    {
        HashSet<string> standing = new(kind.Standing(state).Select(r => r.Id), StringComparer.Ordinal);
        var facts = new Dictionary<string, TFact>(StringComparer.Ordinal);
        foreach (Recorded<TFact> record in kind.Records(state))
        {
            TFact fact = facts[record.Id] = record.Fact ?? facts[record.Corrects!];
            if (isWanted(fact))
            {
                yield return new HistoryItem(RecordMapping.Info(record, ""), kind.Write(fact, record.Id), standing.Contains(record.Id));
            }
        }
    }

    /// <summary>A page of history, in the order of entry, with who entered each.</summary>
    public async Task<(List<TRecord> Records, string NextPageToken)> Cut<TRecord>(
        ListPage page, IEnumerable<HistoryItem> items, Func<HistoryItem, TRecord> toRecord, Func<TRecord, RecordInfo> infoOf, CancellationToken cancellation)
        where TRecord : IMessage
    {
        (List<TRecord> records, string next) = page.Cut([.. items.OrderBy(i => i.Info.RecordTime)], toRecord);
        IReadOnlyDictionary<string, string> enteredBy = await store.EnteredBy([.. records.Select(r => infoOf(r).Record)], cancellation);
        records.ForEach(r => infoOf(r).EnteredBy = enteredBy.GetValueOrDefault(infoOf(r).Record, ""));
        return (records, next);
    }

    /// <summary>The unit of a parent; null: all.</summary>
    public static string? UnitOf(string parent) => parent == AnyUnit ? null : ResourceName.In(ResourceName.Units, "parent", parent);
}
