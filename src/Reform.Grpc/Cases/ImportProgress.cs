namespace Reform.Grpc.Cases;

/// <summary>How far an import has come. Without its header, which may be large and would be held as long as a client is slow.</summary>
internal sealed class ImportProgress
{
    public required string RequestId { get; init; }

    public required byte[] HeaderHash { get; init; }

    public required long TotalBytes { get; init; }

    public required long ReceivedBytes { get; set; }

    /// <summary>The ImportCaseLogResponse; null until the import is done.</summary>
    public byte[]? Response { get; init; }
}
