using Google.Protobuf;
using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Grpc.Registers;

/// <summary>A list of the journal: one kind of record.</summary>
internal interface IFactList
{
    /// <summary>Its name in the journal; no other list of any register has it.</summary>
    string List { get; }

    /// <summary>The name of the list where the register of the domain says what is wrong, such as "plans" in "plans[3].unit".</summary>
    string Place { get; }

    /// <summary>The message of a fact that the journal keeps.</summary>
    IMessage Parse(byte[] content);

    /// <summary>A record of this list, checked as far as its message goes.</summary>
    IKeptFacts Read(string recordId, IMessage? fact, Instant recordedAt, string? corrects, string path);
}

/// <summary>Records of one list, in the order of entry.</summary>
internal interface IKeptFacts
{
    int Count { get; }

    /// <summary>These and later ones of the same list.</summary>
    IKeptFacts With(IReadOnlyList<IKeptFacts> later);

    /// <summary>Those that were entered by a moment.</summary>
    IKeptFacts Until(Instant moment);
}

/// <inheritdoc/>
internal sealed record KeptFacts<TFact>(ValueList<Recorded<TFact>> All) : IKeptFacts
    where TFact : class
{
    public int Count => All.Count;

    public IKeptFacts With(IReadOnlyList<IKeptFacts> later) =>
        new KeptFacts<TFact>(All.Concat(later.SelectMany(l => ((KeptFacts<TFact>)l).All)).ToValueList());

    public IKeptFacts Until(Instant moment) =>
        All.Count == 0 || All[^1].RecordedAt <= moment ? this : new KeptFacts<TFact>(All.Where(r => r.RecordedAt <= moment).ToValueList());
}

/// <inheritdoc/>
/// <typeparam name="TMessage">The message of a fact.</typeparam>
/// <typeparam name="TFact">The fact.</typeparam>
/// <param name="list">The list of the journal.</param>
/// <param name="read">From the message at a path; refuses what is wrong with it.</param>
internal class FactList<TMessage, TFact>(string list, Func<string, TMessage, TFact> read) : IFactList
    where TMessage : class, IMessage<TMessage>, new()
    where TFact : class
{
    private static readonly MessageParser<TMessage> Parser = new(() => new TMessage());

    public string List { get; } = list;

    public string Place { get; init; } = list;

    /// <summary>The fact of a message at a path.</summary>
    public TFact Read(string path, TMessage message) => read(path, message);

    public IMessage Parse(byte[] content) => Parser.ParseFrom(content);

    public IKeptFacts Read(string recordId, IMessage? fact, Instant recordedAt, string? corrects, string path) =>
        new KeptFacts<TFact>([new Recorded<TFact>(recordId, fact is null ? null : read(path, (TMessage)fact), recordedAt, corrects)]);
}
