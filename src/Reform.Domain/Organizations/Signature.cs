using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>A signature on a document, to be checked (chữ ký trên văn bản).</summary>
/// <param name="PersonId">Who signed.</param>
/// <param name="PositionId">In which position.</param>
/// <param name="Block">The lines above the signature.</param>
/// <param name="Basis">On what the signature rests.</param>
/// <param name="On">The date of the signature in Vietnam.</param>
public sealed record Signature(string PersonId, string PositionId, SigningBlock Block, SigningBasis Basis, LocalDate On)
{
    /// <summary>The body for which it was signed, when that is not the signer's own; null: the signer's own, or not stated.</summary>
    public string? OnBehalfOfId { get; init; }

    /// <summary>The unit whose seal the document carries; null: it carries none, or none is stated.</summary>
    public string? SealOfId { get; init; }

    /// <summary>The field of work of the document, as allocations write it; null: not stated.</summary>
    public string? Field { get; init; }

    /// <summary>Whether the working regulations let the recipient of a standing order pass it to a deputy; null: not known.</summary>
    public bool? MayPassToDeputy { get; init; }
}

/// <summary>What a signature is worth, and why (kết luận về chữ ký).</summary>
/// <param name="Signature">The signature.</param>
/// <param name="Verdict">Invalid as soon as one thing is wrong; unknown when none is and something cannot be told.</param>
/// <param name="Expected">The ways in which it may be signed.</param>
/// <param name="Reasons">Everything that is wrong, then everything that cannot be told; empty for a valid signature.</param>
public sealed record SignatureReview(Signature Signature, SigningVerdict Verdict, SigningAnswer Expected, ValueList<Reason> Reasons);
