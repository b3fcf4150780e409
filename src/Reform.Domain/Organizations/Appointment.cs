using NodaTime;
using Reform.Domain.Legal;

namespace Reform.Domain.Organizations;

/// <summary>How a person holds a position (hình thức giữ chức vụ).</summary>
public enum AppointmentMode
{
    /// <summary>Appointed or elected to it (giữ chức vụ).</summary>
    Substantive = 0,

    /// <summary>Acting, with the powers of the post (quyền, Q.).</summary>
    Acting = 1,

    /// <summary>In charge of the unit while its head's post is vacant (phụ trách, điều hành); signs as a deputy does.</summary>
    InCharge = 2,
}

/// <summary>That a person holds a position over a period (bổ nhiệm, bầu giữ chức vụ).</summary>
/// <param name="PersonId">The person: an opaque identifier.</param>
/// <param name="PositionId">The position; for <see cref="AppointmentMode.InCharge"/>, that of the head.</param>
/// <param name="Validity">The dates on which the person holds it, [from, to).</param>
public sealed record Appointment(string PersonId, string PositionId, Validity Validity)
{
    /// <summary>How it is held.</summary>
    public AppointmentMode Mode { get; init; }

    /// <summary>Whether the person was elected, so that the title needs confirmation (chuẩn y).</summary>
    public bool IsElected { get; init; }

    /// <summary>The day on which the superior confirmed the election; null: not confirmed, or not needed.</summary>
    public LocalDate? ConfirmedOn { get; init; }

    /// <summary>
    /// The day from which the committee commissions the person to sign while no secretary is elected (ủy nhiệm ký); null: it does not.
    /// </summary>
    public LocalDate? CommissionedToSignFrom { get; init; }

    /// <summary>The instrument, or null when it is not known.</summary>
    public LegalBasis? Basis { get; init; }

    /// <summary>Whether the title stands on a date: it was not elected, or the election was confirmed by then.</summary>
    /// <param name="date">The date.</param>
    /// <returns>True when no confirmation is outstanding.</returns>
    public bool IsConfirmedOn(LocalDate date) => !IsElected || (ConfirmedOn is LocalDate confirmed && confirmed <= date);
}
