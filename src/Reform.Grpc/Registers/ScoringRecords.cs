using Google.Protobuf;
using NodaTime;
using Reform.Domain.Values;

namespace Reform.Grpc.Registers;

/// <summary>One record about criteria, measures, appraisals or results; its fact is the message that was entered.</summary>
/// <param name="List">The list of the journal.</param>
/// <param name="Id">The identifier of the record.</param>
/// <param name="Fact">The message.</param>
/// <param name="RecordedAt">When it was entered.</param>
/// <param name="Path">The field of the request that holds it, for refusals.</param>
internal sealed record ScoringRecord(string List, string Id, IMessage Fact, Instant RecordedAt, string Path);

/// <summary>What is recorded for scoring, in the order of entry.</summary>
internal sealed record ScoringRecords(ValueList<ScoringRecord> All)
{
    public static ScoringRecords None { get; } = new([]);

    public ScoringRecords With(ScoringRecords later) => later.All.Count == 0 ? this : new([.. All, .. later.All]);

    /// <summary>Those that were entered by a moment.</summary>
    public ScoringRecords Until(Instant moment) => new(All.Where(r => r.RecordedAt <= moment).ToValueList());
}
