using NodaTime;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Cases;

/// <summary>
/// What whoever holds the receipt code may see of a case (tra cứu hồ sơ), and nothing else: no person, no document, no other unit's opinion.
/// </summary>
/// <param name="CaseId">The receipt code.</param>
/// <param name="Procedure">The name of the procedure.</param>
/// <param name="UnitId">The unit that received it.</param>
/// <param name="ReceivedOn">The date of receipt.</param>
/// <param name="State">Where it stands.</param>
/// <param name="DueOn">The date on which the result is due now, after suspensions, extensions and re-appointments; null: not known.</param>
/// <param name="IsDueProvisional">Whether that date may still change.</param>
/// <param name="StepsDone">Steps done.</param>
/// <param name="StepsExpected">Steps of the procedure.</param>
/// <param name="CurrentStep">The name of the first open step; null: none is open.</param>
/// <param name="LateBecause">Why it is late, as the agency stated it, or else that no reason was stated; null while it is not late.</param>
/// <param name="ResultReadyOn">When the handling ended; null: not yet.</param>
/// <param name="ReturnedOn">When the result was handed over; null: not yet.</param>
/// <param name="MayAnswer">Whether the one satisfaction answer can be given now.</param>
public sealed record RequesterView(
    string CaseId,
    BilingualText Procedure,
    string UnitId,
    LocalDate ReceivedOn,
    CaseState State,
    LocalDate? DueOn,
    bool IsDueProvisional,
    int StepsDone,
    int StepsExpected,
    BilingualText? CurrentStep,
    BilingualText? LateBecause,
    LocalDate? ResultReadyOn,
    LocalDate? ReturnedOn,
    bool MayAnswer)
{
    /// <summary>By when it is due by each reading, while how the limit is read is not settled (hạn theo từng cách hiểu); empty: there is one.</summary>
    public ValueList<ReadDue> DueReadings { get; init; } = [];

    private static readonly ReasonKind NoReason = new(
        "late_without_stated_reason", "Quá hạn; cơ quan giải quyết chưa nêu lý do", "Late; the agency has not stated why");

    /// <summary>The view of a case.</summary>
    /// <param name="file">The case, as it stood at the moment.</param>
    /// <param name="procedure">The name of its procedure.</param>
    /// <param name="terms">By what its clocks run.</param>
    /// <param name="now">The moment, Vietnam civil time.</param>
    /// <returns>The view; null for a secret case, which nobody looks up by its code.</returns>
    public static RequesterView? Of(CaseFile file, BilingualText procedure, CaseTerms terms, LocalDateTime now)
    {
        ArgumentNullException.ThrowIfNull(file);
        ArgumentNullException.ThrowIfNull(procedure);
        if (file.Receipt.IsSecret)
        {
            return null;
        }

        var facts = CaseFacts.Of(file, terms, now);
        LimitReading? whole = facts.DueReadings is null ? null : CaseClocks.Of(file, terms, now).Whole;
        ApologyGiven? apology = file.Events.OfType<ApologyGiven>().LastOrDefault();
        LocalDate? due = apology?.NewAppointedOn ?? facts.DueOn;
        bool late = facts.Timeliness is Timeliness.Late or Timeliness.PendingOverdue;
        StepRun? open = file.Steps.FirstOrDefault(s => s.IsOpen);
        return new RequesterView(
            file.Id,
            procedure,
            file.Receipt.UnitId,
            facts.ReceivedOn,
            file.State,
            due,
            apology is null && facts.IsDueProvisional,
            facts.StepsDone,
            facts.StepsExpected,
            terms.Version.Steps.FirstOrDefault(s => s.Number == open?.Step)?.Name,
            late ? StatedReason(file) ?? NoReason.Because(null).Sentence : null,
            facts.EndedOn,
            facts.ReturnedOn,
            file.IsEnded && file.Satisfaction is null)
        {
            DueReadings = ReadDue.Of(whole),
        };
    }

    private static BilingualText? StatedReason(CaseFile file) => file.Events.Select(e => e switch
    {
        ApologyGiven apology => apology.Why,
        PartyNotified { About: NoticeSubject.Delay } notice => notice.Why,
        _ => null,
    }).LastOrDefault(w => w is not null);
}
