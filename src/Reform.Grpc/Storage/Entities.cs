namespace Reform.Grpc.Storage;

/// <summary>An imported event log.</summary>
internal sealed class CaseLogRow
{
    public required string Id { get; set; }

    public required string Etag { get; set; }

    /// <summary>Nanoseconds would be lost by the file format: ticks of 100 ns since the Unix epoch.</summary>
    public required long CreatedAtTicks { get; set; }

    public required int CaseCount { get; set; }

    public required long EventCount { get; set; }

    public required long SizeBytes { get; set; }

    public required bool IsSynthetic { get; set; }

    public required string MappingName { get; set; }

    /// <summary>A CaseLog message that holds the data quality findings.</summary>
    public required byte[] DataQuality { get; set; }
}

/// <summary>The mapping or a reference document of a case log, as it was sent.</summary>
internal sealed class DocumentRow
{
    public required string CaseLogId { get; set; }

    public required string Name { get; set; }

    public required byte[] Content { get; set; }
}

/// <summary>A case of a log, as a Case message.</summary>
internal sealed class CaseRow
{
    public required string CaseLogId { get; set; }

    public required int Ordinal { get; set; }

    public required string CaseId { get; set; }

    public required byte[] Content { get; set; }
}

/// <summary>An import, begun or done. Kept after it is done, so that the same request gets the same answer.</summary>
internal sealed class ImportRow
{
    public required string RequestId { get; set; }

    public required string CaseLogId { get; set; }

    /// <summary>The hash of the header: another header under the same request id is refused.</summary>
    public required byte[] HeaderHash { get; set; }

    /// <summary>The ImportHeader; empty once the import is done.</summary>
    public required byte[] Header { get; set; }

    public required long TotalBytes { get; set; }

    public required long ReceivedBytes { get; set; }

    /// <summary>The ImportCaseLogResponse; null until the import is done.</summary>
    public byte[]? Response { get; set; }
}

/// <summary>A piece of a log that is being imported; gone when the import is done.</summary>
internal sealed class ImportChunkRow
{
    public required string RequestId { get; set; }

    public required long Offset { get; set; }

    public required byte[] Data { get; set; }
}

/// <summary>A mutation that was done, so that the same request is not done twice.</summary>
internal sealed class DoneRequestRow
{
    public required string RequestId { get; set; }

    public required byte[] RequestHash { get; set; }

    /// <summary>The answer; null where it says nothing.</summary>
    public byte[]? Response { get; set; }
}

/// <summary>A case that is kept by its events.</summary>
internal sealed class CaseFileRow
{
    public required string CaseId { get; set; }

    public required string CalendarId { get; set; }

    public string? Place { get; set; }

    /// <summary>How many records it has; the etag follows from it.</summary>
    public required int RecordCount { get; set; }

    /// <summary>When the last of them was recorded, in microseconds since the Unix epoch.</summary>
    public required long LastRecordedAtMicros { get; set; }

    /// <summary>The latest date on which anything happened that was ever recorded, as year, month and day in digits.</summary>
    public required int LastHappenedOn { get; set; }

    /// <summary>By which edition of the facts its row of facts was worked out; 0: before editions were noted.</summary>
    public int FactsEdition { get; set; }

    /// <summary>The revision of the registers with which that row was worked out last; 0: before revisions were noted.</summary>
    public long FactsRevision { get; set; }

    /// <summary>The version of the case's calendar with which that row was worked out last; null: before versions were noted.</summary>
    public string? FactsCalendar { get; set; }
}

/// <summary>How far the facts of all stored cases follow the registers; one row.</summary>
internal sealed class FactsProgressRow
{
    public const int Only = 1;

    public int Id { get; set; } = Only;

    /// <summary>The revision of the registers that no row of facts is behind.</summary>
    public required long Revision { get; set; }
}

/// <summary>One record of a case. Records are only ever added.</summary>
internal sealed class CaseRecordRow
{
    public required string CaseId { get; set; }

    /// <summary>The place in the case, from 1; also the identifier of the record.</summary>
    public required int Ordinal { get; set; }

    public int? Corrects { get; set; }

    public required long RecordedAtMicros { get; set; }

    /// <summary>The event, as its message of the contract; null: the corrected record is struck out.</summary>
    public byte[]? Content { get; set; }

    public required string EnteredBy { get; set; }
}

/// <summary>One record of the registers' journal, which is only ever added to.</summary>
internal sealed class RegisterRecordRow
{
    /// <summary>The place in the journal, given by the database.</summary>
    public long Sequence { get; set; }

    /// <summary>The list of the register to which the fact belongs.</summary>
    public required string List { get; set; }

    public required string RecordId { get; set; }

    public string? Corrects { get; set; }

    /// <summary>Microseconds since the Unix epoch: what every store keeps alike. The same for all that was entered in one go.</summary>
    public required long RecordedAtMicros { get; set; }

    /// <summary>The fact, as its message of the contract; null: the corrected record is struck out.</summary>
    public byte[]? Content { get; set; }

    public required string EnteredBy { get; set; }
}
