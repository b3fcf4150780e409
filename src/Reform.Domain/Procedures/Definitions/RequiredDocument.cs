using Reform.Domain.Deadlines;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>A document that has to be handed in (thành phần hồ sơ).</summary>
/// <param name="Name">Its name.</param>
/// <param name="Kind">Original, copy or electronic.</param>
public sealed record RequiredDocument(BilingualText Name, DocumentKind Kind)
{
    /// <summary>How many copies, 1 or more; null: no number is recorded.</summary>
    public int? Copies { get; init; }

    /// <summary>The code of the form; null: none is prescribed.</summary>
    public string? Form { get; init; }

    /// <summary>Whether a case may go without it.</summary>
    public bool IsOptional { get; init; }

    /// <summary>The kind of unit that issues it, in the words of the catalogue; null: not recorded.</summary>
    public string? IssuedBy { get; init; }

    /// <summary>How long it counts; null: no end is recorded.</summary>
    public DocumentValidity? Validity { get; init; }
}

/// <summary>How long a document counts (thời hạn giá trị).</summary>
/// <param name="Length">The length.</param>
/// <param name="From">What it is counted from, in the words of the source.</param>
/// <param name="SourceId">The instrument that says so.</param>
/// <param name="Confidence">How well that is known.</param>
public sealed record DocumentValidity(TimeLimit Length, string From, string SourceId, SourceConfidence Confidence);
