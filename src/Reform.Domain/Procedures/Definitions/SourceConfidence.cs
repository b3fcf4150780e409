namespace Reform.Domain.Procedures;

/// <summary>How well a fact of reference data is known (độ tin cậy của nguồn).</summary>
public enum SourceConfidence
{
    /// <summary>Read in the text or in a source that reports it (đã kiểm chứng).</summary>
    Verified = 0,

    /// <summary>Recalled, not read (theo trí nhớ, chưa kiểm chứng).</summary>
    FromMemory = 1,
}
