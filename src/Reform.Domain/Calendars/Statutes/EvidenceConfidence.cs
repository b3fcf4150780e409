namespace Reform.Domain.Calendars;

/// <summary>How well something recorded is attested (độ tin cậy của nguồn).</summary>
public enum EvidenceConfidence
{
    /// <summary>By two independent sources or more, or by one that quotes the instrument.</summary>
    Confirmed = 0,

    /// <summary>By one source.</summary>
    SingleSource = 1,

    /// <summary>Derived from the law by rule.</summary>
    Inferred = 2,

    /// <summary>Sources disagree or are weak.</summary>
    Uncertain = 3,
}
