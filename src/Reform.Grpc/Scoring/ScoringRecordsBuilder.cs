using Google.Protobuf;
using NodaTime;
using Reform.Domain.Values;
using Reform.Grpc.Registers;
using P = Reform.Scoring.V1;

namespace Reform.Grpc.Scoring;

/// <summary>Reads the records of scoring from their messages.</summary>
internal sealed class ScoringRecordsBuilder : IRecordsBuilder<ScoringRecords>
{
    public const string Sets = "criteriaSets";
    public const string Measures = "unitMeasures";
    public const string Steps = "appraisalSteps";
    public const string Results = "scoreResults";

    private readonly List<ScoringRecord> records = [];

    public bool Has(string list) => list is Sets or Measures or Steps or Results;

    public IMessage Parse(string list, byte[] content) => list switch
    {
        Sets => P.PublishedContent.Parser.ParseFrom(content),
        Measures => P.UnitMeasures.Parser.ParseFrom(content),
        Steps => P.AppraisalStep.Parser.ParseFrom(content),
        Results => P.ScoreResult.Parser.ParseFrom(content),
        _ => throw new ArgumentException("No such list.", nameof(list)),
    };

    public void Add(string list, string recordId, IMessage? fact, Instant recordedAt, string? corrects, string path) =>
        records.Add(new ScoringRecord(list, recordId, fact!, recordedAt, path));

    public ScoringRecords Build() => new(records.ToValueList());
}
