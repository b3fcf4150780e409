using System.Collections.Immutable;
using Google.Protobuf;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Grpc.Registers;

/// <summary>What is recorded in any number of lists, each in the order of entry. Immutable.</summary>
internal sealed class FactRecords
{
    private readonly ImmutableDictionary<string, IKeptFacts> lists;

    private FactRecords(ImmutableDictionary<string, IKeptFacts> lists) => this.lists = lists;

    public static FactRecords None { get; } = new(ImmutableDictionary.Create<string, IKeptFacts>(StringComparer.Ordinal));

    /// <summary>Whether anything is recorded in one of some lists.</summary>
    public bool HasAny(IEnumerable<IFactList> some) => some.Any(l => lists.ContainsKey(l.List));

    public int CountOf(IFactList list) => lists.GetValueOrDefault(list.List)?.Count ?? 0;

    /// <summary>The records of a list.</summary>
    public ValueList<Recorded<TFact>> Of<TMessage, TFact>(FactList<TMessage, TFact> list)
        where TMessage : class, IMessage<TMessage>, new()
        where TFact : class => lists.GetValueOrDefault(list.List) is KeptFacts<TFact> kept ? kept.All : ValueList<Recorded<TFact>>.Empty;

    /// <summary>These and later ones.</summary>
    public FactRecords With(FactRecords later) => With(later.lists.Select(l => (l.Key, (IReadOnlyList<IKeptFacts>)[l.Value])));

    /// <summary>Those that were entered by a moment.</summary>
    public FactRecords Until(Instant moment) =>
        new(None.lists.AddRange(lists.Select(l => KeyValuePair.Create(l.Key, l.Value.Until(moment))).Where(l => l.Value.Count > 0)));

    /// <summary>Puts records together from their messages.</summary>
    /// <param name="known">The lists there are.</param>
    public sealed class Builder(IEnumerable<IFactList> known) : IRecordsBuilder<FactRecords>
    {
        private readonly Dictionary<string, IFactList> known = known.ToDictionary(l => l.List, StringComparer.Ordinal);
        private readonly Dictionary<string, List<IKeptFacts>> added = new(StringComparer.Ordinal);

        public bool Has(string list) => known.ContainsKey(list);

        public IMessage Parse(string list, byte[] content) => known[list].Parse(content);

        public void Add(string list, string recordId, IMessage? fact, Instant recordedAt, string? corrects, string path)
        {
            IKeptFacts one = known[list].Read(recordId, fact, recordedAt, corrects, path);
            if (!added.TryGetValue(list, out List<IKeptFacts>? ofList))
            {
                added.Add(list, ofList = []);
            }

            ofList.Add(one);
        }

        public FactRecords Build() => None.With(added.Select(a => (a.Key, (IReadOnlyList<IKeptFacts>)a.Value)));
    }

    private FactRecords With(IEnumerable<(string List, IReadOnlyList<IKeptFacts> Later)> more)
    {
        ImmutableDictionary<string, IKeptFacts> all = lists;
        foreach ((string list, IReadOnlyList<IKeptFacts> later) in more)
        {
            all = all.SetItem(list, all.TryGetValue(list, out IKeptFacts? before) ? before.With(later)
                : later.Count == 1 ? later[0] : later[0].With([.. later.Skip(1)]));
        }

        return new FactRecords(all);
    }
}
