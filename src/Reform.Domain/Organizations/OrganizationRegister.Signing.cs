namespace Reform.Domain.Organizations;

/// <content>Signatures.</content>
public sealed partial class OrganizationRegister
{
    /// <summary>
    /// Checks a signature: whether the signer held the position, with the title confirmed, in a unit that existed; whether the form, its marks,
    /// the assigned field and the seal are right.
    /// </summary>
    /// <remarks>
    /// Of the elected, the secretary signs from the election on, and so does a deputy whom the committee commissions while no secretary is
    /// elected; any other title signs from its confirmation on (Regulation 294-QĐ/TW, 15.2). Whether the signer was competent is another question.
    /// </remarks>
    /// <param name="signature">The signature.</param>
    /// <returns>What it is worth, with every reason.</returns>
    /// <exception cref="OrganizationInputException">
    /// The position, or a unit that is named, is unknown, or the register does not cover the date.
    /// </exception>
    public SignatureReview ReviewSignature(Signature signature)
    {
        ArgumentNullException.ThrowIfNull(signature);
        RequireCovered(signature.On);
        if (FindPosition(signature.PositionId) is not Position position)
        {
            throw OrganizationInputException.Of(
                "unknown_position", "position", "không có chức vụ '" + signature.PositionId + "'", "there is no position '" + signature.PositionId + "'");
        }

        if (signature.OnBehalfOfId is string behalf)
        {
            Unit(behalf, "on_behalf_of");
        }

        if (signature.SealOfId is string seal)
        {
            Unit(seal, "seal_of");
        }

        return SignatureCheck.Review(this, signature, position, Unit(position.UnitId));
    }
}
