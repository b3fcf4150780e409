using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Legal;
using Reform.Domain.Values;

namespace Reform.Domain.Organizations;

/// <summary>Which signing forms are allowed (câu hỏi về thể thức ký).</summary>
/// <param name="Body">The kind of the signer's own body.</param>
/// <param name="Title">The signer's title in it.</param>
/// <param name="Basis">On what the signature rests.</param>
/// <param name="On">The date of the signature.</param>
public sealed record SigningQuestion(BodyKind Body, TitleKind Title, SigningBasis Basis, LocalDate On)
{
    /// <summary>How the signer holds the title.</summary>
    public AppointmentMode Mode { get; init; }

    /// <summary>Whether the working regulations let the recipient of a standing order pass it to a deputy; null: not known.</summary>
    public bool? MayPassToDeputy { get; init; }
}

/// <summary>One way in which a document may be signed (một cách ký được phép).</summary>
/// <param name="Forms">The forms, in the order of the lines; empty: the signer's title alone.</param>
/// <param name="Seal">Whose form and seal the document carries.</param>
/// <param name="Basis">The law.</param>
public sealed record SigningVariant(ValueList<SigningForm> Forms, SealOwner Seal, LegalBasis Basis);

/// <summary>The signing forms that are allowed (các cách ký được phép).</summary>
/// <param name="Question">What was asked.</param>
/// <param name="Variants">The ways that are allowed, the usual one first; empty when there is none.</param>
/// <param name="IsSettled">Whether the law that was read decides the question; false: unknown, and <paramref name="Variants"/> is empty.</param>
/// <param name="Reasons">Why there is none, or why it is not settled; empty otherwise.</param>
public sealed record SigningAnswer(SigningQuestion Question, ValueList<SigningVariant> Variants, bool IsSettled, ValueList<Reason> Reasons)
{
    /// <summary>The usual way, or null when there is none.</summary>
    public SigningVariant? Expected => Variants.Count == 0 ? null : Variants[0];
}
