using NodaTime;
using Reform.Domain.Rules;

namespace Reform.Grpc.Storage;

/// <summary>A finding as it stands.</summary>
internal sealed class FindingRow
{
    /// <summary>The place in the order in which findings were first found, given by the database.</summary>
    public long Sequence { get; set; }

    /// <summary>What follows from rule, object and period.</summary>
    public required string FindingId { get; set; }

    public required string RuleCode { get; set; }

    public required string SubjectKind { get; set; }

    public required string SubjectId { get; set; }

    public required string Period { get; set; }

    public string? UnitId { get; set; }

    public string? HeadId { get; set; }

    public required Severity Severity { get; set; }

    public required Verdict Verdict { get; set; }

    public required FindingState State { get; set; }

    public required LocalDate FirstFoundOn { get; set; }

    public required LocalDate LastFoundOn { get; set; }

    public required string RuleHash { get; set; }

    public string? WaiverId { get; set; }

    /// <summary>A FindingContent message.</summary>
    public required byte[] Content { get; set; }
}

/// <summary>Something that happened to a finding. Events are only ever added.</summary>
internal sealed class FindingEventRow
{
    /// <summary>The place among all events, given by the database.</summary>
    public long Sequence { get; set; }

    public long FindingSequence { get; set; }

    public FindingRow? Finding { get; set; }

    public required FindingEventKind Kind { get; set; }

    public required LocalDate On { get; set; }

    /// <summary>The verdict from then on; null: it is resolved.</summary>
    public Verdict? Verdict { get; set; }

    public string? WaiverId { get; set; }

    public required long RecordedAtMicros { get; set; }
}

/// <summary>The cases of a unit and procedure that have to be judged again as a set.</summary>
internal sealed class StaleCaseSetRow
{
    public required string UnitId { get; set; }

    public required string ProcedureCode { get; set; }
}

/// <summary>One record of a waiver. Records are only ever added; the latest stands.</summary>
internal sealed class WaiverRow
{
    public required string WaiverId { get; set; }

    /// <summary>The place in the waiver, from 1.</summary>
    public required int Ordinal { get; set; }

    public required string RuleCode { get; set; }

    public required string SubjectKind { get; set; }

    public required string SubjectId { get; set; }

    public required string IssuerId { get; set; }

    public required string Reason { get; set; }

    public LocalDate? ValidFrom { get; set; }

    public required LocalDate ValidTo { get; set; }

    public required long RecordedAtMicros { get; set; }

    public required string EnteredBy { get; set; }
}

/// <summary>A version of a rule as data. Versions are only ever added.</summary>
internal sealed class DataRuleRow
{
    public required string Code { get; set; }

    /// <summary>The version, from 1.</summary>
    public required int Version { get; set; }

    /// <summary>The rule, as its message of the contract.</summary>
    public required byte[] Content { get; set; }

    public required long RecordedAtMicros { get; set; }

    public required string EnteredBy { get; set; }
}
