namespace Reform.Domain.Procedures;

/// <summary>In what shape a required document is handed in (loại giấy tờ).</summary>
public enum DocumentKind
{
    /// <summary>The original (bản chính).</summary>
    Original = 0,

    /// <summary>A copy (bản sao).</summary>
    Copy = 1,

    /// <summary>A certified copy (bản sao chứng thực).</summary>
    CertifiedCopy = 2,

    /// <summary>An electronic document (bản điện tử).</summary>
    Electronic = 3,
}
