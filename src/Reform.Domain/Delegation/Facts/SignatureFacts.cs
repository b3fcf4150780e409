using NodaTime;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Delegation;

/// <summary>What rules ask of one signature, flat (dữ kiện của một chữ ký): the title, the form and the seal, each as the register reviewed it.</summary>
public sealed record SignatureFacts
{
    private static readonly string[] OfTitle = ["not_yet_confirmed", "confirmation_rule_not_known"];
    private static readonly string[] OfHolder = ["signer_unit_not_there", "not_the_holder"];
    private static readonly string[] Open =
        ["confirmation_rule_not_known", "allocation_not_known", "seal_not_known", "signing_rule_not_known", "passing_not_known"];

    /// <summary>The document that was signed.</summary>
    public required string DocumentId { get; init; }

    /// <summary>The position in which it was signed.</summary>
    public required string PositionId { get; init; }

    /// <summary>The date of the signature.</summary>
    public required LocalDate SignedOn { get; init; }

    /// <summary>The signer's unit.</summary>
    public required string UnitId { get; init; }

    /// <summary>Its system.</summary>
    public required OrganizationSystem System { get; init; }

    /// <summary>Whether the signer held the position, in a unit that existed.</summary>
    public bool HoldsPosition { get; init; }

    /// <summary>Whether the title may sign: an elected one needs confirmation.</summary>
    public SigningVerdict Title { get; init; }

    /// <summary>Whether form, marks, assigned field and seal are right.</summary>
    public SigningVerdict Form { get; init; }

    /// <summary>Whether the form cannot be told because no rule that was read settles it.</summary>
    public bool LacksRule { get; init; }

    /// <summary>Whether it would have to be known that the working regulations let a deputy sign by order.</summary>
    public bool LacksPassing { get; init; }

    /// <summary>Whether the allocation of work to the deputy would have to be known.</summary>
    public bool LacksAllocation { get; init; }

    /// <summary>Whether it would have to be known for which body it was signed.</summary>
    public bool LacksSealOwner { get; init; }

    /// <summary>What is wrong with the form, in Vietnamese; null: nothing. No verdict depends on it.</summary>
    public string? WhyVietnamese { get; init; }

    /// <summary>The same in English.</summary>
    public string? WhyEnglish { get; init; }

    /// <summary>Makes the facts of a signature.</summary>
    /// <param name="documentId">The document.</param>
    /// <param name="signature">The signature.</param>
    /// <param name="organization">The units, positions and persons.</param>
    /// <returns>The facts.</returns>
    /// <exception cref="OrganizationInputException">As for a review.</exception>
    public static SignatureFacts Of(string documentId, Signature signature, OrganizationRegister organization)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(documentId);
        ArgumentNullException.ThrowIfNull(signature);
        ArgumentNullException.ThrowIfNull(organization);
        SignatureReview review = organization.ReviewSignature(signature);
        OrganizationUnit unit = organization.UnitOf(signature.PositionId)!;
        HashSet<string> codes = review.Reasons.Select(r => r.Code).ToHashSet(StringComparer.Ordinal);
        string[] form = [.. codes.Except(OfTitle).Except(OfHolder)];
        var wrong = review.Reasons.Where(r => form.Contains(r.Code, StringComparer.Ordinal) && !Open.Contains(r.Code)).Select(r => r.Sentence).ToList();
        BilingualText? why = wrong.Count > 0 ? AuthorityReasons.Joined(wrong) : null;
        return new SignatureFacts
        {
            DocumentId = documentId,
            PositionId = signature.PositionId,
            SignedOn = signature.On,
            UnitId = unit.Id,
            System = unit.System,
            HoldsPosition = !codes.Overlaps(OfHolder),
            Title = codes.Contains(OfTitle[0]) ? SigningVerdict.Invalid : codes.Contains(OfTitle[1]) ? SigningVerdict.Unknown : SigningVerdict.Valid,
            Form = wrong.Count > 0 ? SigningVerdict.Invalid : form.Length > 0 ? SigningVerdict.Unknown : SigningVerdict.Valid,
            LacksRule = codes.Contains("signing_rule_not_known"),
            LacksPassing = codes.Contains("passing_not_known"),
            LacksAllocation = codes.Contains("allocation_not_known"),
            LacksSealOwner = codes.Contains("seal_not_known"),
            WhyVietnamese = why?.Vietnamese,
            WhyEnglish = why?.English,
        };
    }
}
