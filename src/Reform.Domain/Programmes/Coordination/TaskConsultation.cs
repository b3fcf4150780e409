using NodaTime;
using Reform.Domain.Deadlines;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>What silence means once the limit of a consultation is over (quy định khi không trả lời).</summary>
public enum SilenceRule
{
    /// <summary>Nothing is stated: silence says nothing, and the lead has to wait (chưa quy định).</summary>
    NotStated = 0,

    /// <summary>Silence is agreement, and the lead goes on (không trả lời coi như đồng ý).</summary>
    CountsAsAgreement = 1,

    /// <summary>The lead goes on without the opinion (không trả lời thì tiếp tục, coi như không có ý kiến).</summary>
    GoesOnWithout = 2,

    /// <summary>The lead has to wait for the opinion (phải chờ ý kiến).</summary>
    MustWait = 3,
}

/// <summary>A consultation of another unit about a task (lấy ý kiến phối hợp): of the Party or of any other body, on the same terms.</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="TaskId">The task.</param>
/// <param name="AskedBy">The unit that asks, as a rule the lead.</param>
/// <param name="ConsultedId">The unit that is asked.</param>
/// <param name="AskedOn">When.</param>
public sealed record TaskConsultation(string Id, string TaskId, string AskedBy, string ConsultedId, LocalDate AskedOn)
{
    /// <summary>Within what the opinion is due, from the day of asking; null: not stated, and lateness stays unknown.</summary>
    public TimeLimit? ReplyWithin { get; init; }

    /// <summary>What silence means after that.</summary>
    public SilenceRule Silence { get; init; }
}

/// <summary>The opinion of a consulted unit (ý kiến phối hợp).</summary>
/// <param name="Id">Its identifier.</param>
/// <param name="ConsultationId">The consultation.</param>
/// <param name="On">When.</param>
/// <param name="IsInAgreement">Whether it agrees.</param>
public sealed record ConsultationReply(string Id, string ConsultationId, LocalDate On, bool IsInAgreement)
{
    /// <summary>What it says; null: not recorded.</summary>
    public BilingualText? Text { get; init; }
}

/// <summary>What came of a consultation by a date (kết quả lấy ý kiến).</summary>
public enum ConsultationOutcome
{
    /// <summary>The lead waits (đang chờ ý kiến).</summary>
    Waiting = 0,

    /// <summary>The unit agreed (đồng ý).</summary>
    Agreed = 1,

    /// <summary>The unit did not agree (không đồng ý).</summary>
    Disagreed = 2,

    /// <summary>The unit was silent past its limit, which is agreement (coi như đồng ý).</summary>
    AgreedBySilence = 3,

    /// <summary>The unit was silent past its limit, and the lead goes on without it (tiếp tục không chờ ý kiến).</summary>
    WentOnWithout = 4,
}

/// <summary>How a consultation stands on a date (tình trạng lấy ý kiến).</summary>
/// <param name="Consultation">The consultation.</param>
/// <param name="State">Whether the opinion came, and in time.</param>
/// <param name="Outcome">What came of it.</param>
/// <param name="DueOn">When the opinion is due; null: not known.</param>
/// <param name="Reply">The first reply; null: none by that date.</param>
/// <param name="LateWorkingDays">By how many working days the consulted unit is or was late; null: not known.</param>
/// <param name="Reason">How it stands, in words.</param>
public sealed record ConsultationStatus(
    TaskConsultation Consultation,
    DutyState State,
    ConsultationOutcome Outcome,
    LocalDate? DueOn,
    ConsultationReply? Reply,
    int? LateWorkingDays,
    Reason Reason)
{
    /// <summary>The unit that answers for the lateness: the one that was asked, never the one that asks. Null: nobody is late.</summary>
    public string? ChargedId => State is DutyState.Missing or DutyState.DoneLate ? Consultation.ConsultedId : null;
}

/// <summary>Whose days the lateness of a task is made of (phân định trách nhiệm chậm).</summary>
/// <param name="Status">The task.</param>
/// <param name="OverdueWorkingDays">The working days after the due date, up to the completion or the date; 0: not overdue. Null: not known.</param>
/// <param name="LeadWorkingDays">
/// Those that remain with the lead: all of them less the days on which it had to wait for a late opinion, each day once. Null: not known.
/// </param>
/// <param name="Charges">The days on which the lead had to wait for each consulted unit, in the order of the consultations.</param>
public sealed record LatenessAttribution(
    ProgrammeTaskStatus Status, int? OverdueWorkingDays, int? LeadWorkingDays, ValueList<LatenessCharge> Charges);

/// <summary>Days for which a consulted unit answers (ngày chậm của đơn vị phối hợp).</summary>
/// <param name="UnitId">The unit.</param>
/// <param name="WorkingDays">On how many working days the lead waited for it after its limit.</param>
public sealed record LatenessCharge(string UnitId, int WorkingDays);
