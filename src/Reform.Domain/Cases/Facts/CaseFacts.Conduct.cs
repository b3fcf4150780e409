using NodaTime;
using Reform.Domain.Organizations;

namespace Reform.Domain.Cases;

/// <content>How the case stands by its due date, and what was done about it.</content>
public sealed partial record CaseFacts
{
    /// <summary>The system that the procedure belongs to; null: not said.</summary>
    public OrganizationSystem? System { get; init; }

    /// <summary>The date by which the case is judged: the computed due date, or else the appointed one; null: neither is known, or the readings of the limit differ.</summary>
    public LocalDate? DueOn { get; init; }

    /// <summary>How it stands by its due date: resolved early, on time or late; pending within, or overdue. Null where that cannot be told.</summary>
    public Timeliness? Timeliness { get; init; }

    /// <summary>The due date that the slip should state: that of a limit of the whole that started with the receipt; null where there is none.</summary>
    public LocalDate? SlipDueOn { get; init; }

    /// <summary>Whether the slip states another date than it should; null where one of the two is not known.</summary>
    public bool? AppointmentDiffers { get; init; }

    /// <summary>Whether it is decided or refused, and its limit ends only when the result is handed over, which it is not.</summary>
    public bool AwaitsHandOver { get; init; }

    /// <summary>Working days past the due date, up to the end or the date of judgement; 0: not late. Null where that cannot be told.</summary>
    public int? WorkingDaysLate { get; init; }

    /// <summary>Working days from the due date to the date of judgement; 0: it lies ahead. Null where that cannot be told.</summary>
    public int? WorkingDaysSinceDue { get; init; }

    /// <summary>When those responsible were reviewed for the lateness (kiểm điểm trách nhiệm): the milestone "responsibility.review.date".</summary>
    public LocalDate? ReviewedOn { get; init; }

    /// <summary>Working days from the due date to that review; null: there was none, or that cannot be told.</summary>
    public int? WorkingDaysToReview { get; init; }

    /// <summary>When the requester was first told that something is missing; null: never.</summary>
    public LocalDate? GapsToldOn { get; init; }

    /// <summary>The last day on which that was in time (8 working hours; for a complex file 1 working day); null: nobody was told, or it cannot be told.</summary>
    public LocalDate? GapsDueOn { get; init; }

    /// <summary>Whether the requester was told too late; null: nobody was told, or it cannot be told.</summary>
    public bool? GapsToldLate { get; init; }

    /// <summary>What was found to stand against the request when that was last looked at; null: it was never looked at.</summary>
    public int? BlockingConditions { get; init; }

    /// <summary>Who decided or refused; null: not said, or neither happened.</summary>
    public string? DecidedBy { get; init; }

    /// <summary>How who decided or refused is related to the requester, as declared; null: nothing was declared.</summary>
    public string? DeclaredRelation { get; init; }

    /// <summary>Whether it was refused because it was filed too late.</summary>
    public bool RefusedAsFiledLate { get; init; }

    /// <summary>Runs of steps that are recorded.</summary>
    public int StepsRecorded { get; init; }

    /// <summary>Steps that a collective decides.</summary>
    public int VotesExpected { get; init; }

    /// <summary>Documents that the procedure requires; null: it does not record them.</summary>
    public int? DocumentsRequired { get; init; }
}
