using Google.Protobuf;
using NodaTime;

namespace Reform.Grpc.Registers;

/// <summary>How the facts of one register are read from the journal and from requests; each register brings its own.</summary>
/// <typeparam name="TRecords">The records of the register.</typeparam>
internal interface IRecordsBuilder<TRecords>
{
    /// <summary>Whether the list belongs to this register.</summary>
    bool Has(string list);

    /// <summary>Reads a fact of the journal.</summary>
    IMessage Parse(string list, byte[] content);

    /// <summary>Adds a record.</summary>
    /// <param name="list">The list.</param>
    /// <param name="recordId">The identifier of the record.</param>
    /// <param name="fact">The message of the fact; null strikes the corrected record out.</param>
    /// <param name="recordedAt">When it was entered.</param>
    /// <param name="corrects">The record that it replaces, or null.</param>
    /// <param name="path">The field of the request that holds the fact, for refusals.</param>
    void Add(string list, string recordId, IMessage? fact, Instant recordedAt, string? corrects, string path);

    /// <summary>What was added, in its order.</summary>
    TRecords Build();
}
