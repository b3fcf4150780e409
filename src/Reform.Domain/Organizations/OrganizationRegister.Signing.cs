using NodaTime;

namespace Reform.Domain.Organizations;

/// <content>Signatures.</content>
public sealed partial class OrganizationRegister
{
    /// <summary>
    /// Checks a signature: whether the signer held the position, with the title confirmed, in a unit that existed; whether the form, its marks,
    /// the assigned field and the seal are right.
    /// </summary>
    /// <remarks>
    /// Of the elected, the secretary, the chair of the inspection commission and the deputy secretary of a provincial military committee sign from
    /// the election on, and so does a deputy whom the committee commissions while no secretary is elected; any other title signs from its
    /// confirmation on (Regulation 294-QĐ/TW, 15.2).
    /// Whether the signer was competent is another question.
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
        Position position = Post(signature.PositionId);
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

    /// <summary>Whether the holder of a position may already sign with its title: an elected title needs confirmation (chuẩn y).</summary>
    /// <remarks>
    /// In the Party a secretary, the chair of an inspection commission and the deputy secretary of a provincial military committee sign from the
    /// election on, and so does a deputy whom the committee commissions, while the body has no head; anybody else from the confirmation on
    /// (Regulation 294-QĐ/TW, 15.2).
    /// </remarks>
    /// <param name="appointment">How the position is held.</param>
    /// <param name="on">The date.</param>
    /// <returns>Unknown for a title outside the Party that was elected and not confirmed: no rule that was read settles it.</returns>
    /// <exception cref="OrganizationInputException">The position is unknown, or the register does not cover the date.</exception>
    public SigningVerdict MaySign(Appointment appointment, LocalDate on)
    {
        ArgumentNullException.ThrowIfNull(appointment);
        RequireCovered(on);
        Position position = Post(appointment.PositionId);
        if (appointment.IsConfirmedOn(on) || position.Title is TitleKind.Secretary or TitleKind.InspectionChair)
        {
            return SigningVerdict.Valid;
        }

        OrganizationUnit unit = Unit(position.UnitId);
        if (unit.System != OrganizationSystem.Party)
        {
            return SigningVerdict.Unknown;
        }

        if (unit is { Kind: BodyKind.MilitaryCommittee, Level: OrganizationLevel.Province } && position.Title is (TitleKind.DeputySecretary or TitleKind.StandingDeputySecretary))
        {
            return SigningVerdict.Valid;
        }

        return appointment.CommissionedToSignFrom <= on && HeadOf(position.UnitId, on) is null ? SigningVerdict.Valid : SigningVerdict.Invalid;
    }
}
