using NodaTime;

namespace Reform.Domain.Cases;

/// <content>The pilot that tries the version of its procedure, as it stood when the case was handled last: at its end, or on the date of judgement.</content>
public sealed partial record CaseFacts
{
    /// <summary>The pilot under which it is handled, as the version of its procedure says; null: none.</summary>
    public string? PilotId { get; init; }

    /// <summary>When Central approved that pilot; null: there is none, or it was not approved.</summary>
    public LocalDate? PilotApprovedOn { get; init; }

    /// <summary>The first day of the approved period; null: there is none.</summary>
    public LocalDate? PilotFrom { get; init; }

    /// <summary>The first day on which the pilot is over, by its period or because it was stopped; null: there is none.</summary>
    public LocalDate? PilotUntil { get; init; }

    /// <summary>Whether the approval covers the procedure; null: there is no pilot, or the register of pilots was not asked.</summary>
    public bool? IsProcedureInPilot { get; init; }

    /// <summary>Whether the approval covers the unit that received it; null: there is no pilot, or the register of pilots was not asked.</summary>
    public bool? IsUnitInPilot { get; init; }
}
