using NodaTime;
using Reform.Domain.Calendars;
using Reform.Domain.Explanations;
using Reform.Domain.Values;

namespace Reform.Domain.Programmes;

/// <summary>Works out consultations and whose days a lateness is made of.</summary>
internal static class ConsultationReader
{
    private static readonly ReasonKind Waiting = new(
        "consultation_waiting", "'{unit}' chưa cho ý kiến, còn hạn đến {due}", "'{unit}' has not replied; the limit runs until {due}");

    private static readonly ReasonKind Silent = new(
        "consultation_unanswered", "'{unit}' chưa cho ý kiến, quá hạn {due}: {silence}", "'{unit}' has not replied by {due}: {silence}");

    private static readonly ReasonKind InTime = new(
        "consultation_replied", "'{unit}' cho ý kiến ngày {on}, trong hạn {due}", "'{unit}' replied on {on}, in time for {due}");

    private static readonly ReasonKind Late = new(
        "consultation_replied_late", "'{unit}' cho ý kiến ngày {on}, sau hạn {due}", "'{unit}' replied on {on}, after {due}");

    private static readonly ReasonKind NoDue = new(
        "consultation_without_due", "Chưa rõ: không tính được hạn cho ý kiến của '{unit}'", "Unknown: when '{unit}' has to reply cannot be computed");

    public static ConsultationStatus Read(TaskConsultation asked, ConsultationReply? reply, LocalDate on, WorkCalendar calendar)
    {
        LocalDate? due = Duties.DueOf(asked.ReplyWithin, asked.AskedOn, calendar);
        DutyState state = Duties.StateOf(due, reply?.On, on);
        ConsultationOutcome outcome = reply is not null
            ? reply.IsInAgreement ? ConsultationOutcome.Agreed : ConsultationOutcome.Disagreed
            : state != DutyState.Missing ? ConsultationOutcome.Waiting : AfterSilence(asked.Silence);
        int? late = due is LocalDate limit ? Duties.WorkingDays(limit, reply?.On ?? on, calendar) : null;
        return new ConsultationStatus(asked, state, outcome, due, reply, late, ReasonOf(asked, reply, state, due));
    }

    /// <summary>Charges the days on which the lead had to wait to those that it waited for.</summary>
    public static LatenessAttribution Attribute(ProgrammeTaskStatus task, IEnumerable<ConsultationStatus> consultations, WorkCalendar calendar)
    {
        int? overdue = task.Timeliness == TaskTimeliness.Overdue ? Duties.WorkingDays(task.DueOn!.Value, task.ComparedOn, calendar) : 0;
        if (overdue is not int days || days == 0)
        {
            return new LatenessAttribution(task, overdue, overdue, []);
        }

        var waited = new HashSet<LocalDate>();
        var byUnit = new List<(string Unit, HashSet<LocalDate> Days)>();
        foreach (ConsultationStatus status in consultations)
        {
            if (status.ChargedId is string unit && status.Consultation.Silence is SilenceRule.NotStated or SilenceRule.MustWait)
            {
                LocalDate until = LocalDate.Min(status.Reply?.On ?? task.ComparedOn, task.ComparedOn);
                HashSet<LocalDate> its = byUnit.FirstOrDefault(u => string.Equals(u.Unit, status.ChargedId, StringComparison.Ordinal)).Days ?? [];
                if (its.Count == 0)
                {
                    byUnit.Add((status.ChargedId!, its));
                }

                for (LocalDate day = status.DueOn!.Value.PlusDays(1); day <= until; day = day.PlusDays(1))
                {
                    if (calendar.IsWorkingDay(day))
                    {
                        its.Add(day);
                        waited.Add(day);
                    }
                }
            }
        }

        return new LatenessAttribution(
            task,
            days,
            Math.Max(0, days - waited.Count),
            byUnit.Where(u => u.Days.Count > 0).Select(u => new LatenessCharge(u.Unit, u.Days.Count)).ToValueList());
    }

    private static ConsultationOutcome AfterSilence(SilenceRule silence) => silence switch
    {
        SilenceRule.CountsAsAgreement => ConsultationOutcome.AgreedBySilence,
        SilenceRule.GoesOnWithout => ConsultationOutcome.WentOnWithout,
        _ => ConsultationOutcome.Waiting,
    };

    private static Reason ReasonOf(TaskConsultation asked, ConsultationReply? reply, DutyState state, LocalDate? due) => state switch
    {
        DutyState.Pending => Waiting.Because(null, ("unit", asked.ConsultedId), ("due", due!.Value)),
        DutyState.Missing => Silent.Because(null, ("unit", asked.ConsultedId), ("due", due!.Value), ("silence", WordOf(asked.Silence))),
        DutyState.DoneInTime => InTime.Because(null, ("unit", asked.ConsultedId), ("on", reply!.On), ("due", due!.Value)),
        DutyState.DoneLate => Late.Because(null, ("unit", asked.ConsultedId), ("on", reply!.On), ("due", due!.Value)),
        _ => NoDue.Because(null, ("unit", asked.ConsultedId)),
    };

    private static BilingualText WordOf(SilenceRule silence) => silence switch
    {
        SilenceRule.CountsAsAgreement => new BilingualText("coi như đồng ý", "which counts as agreement"),
        SilenceRule.GoesOnWithout => new BilingualText("đơn vị chủ trì tiếp tục, coi như không có ý kiến", "the lead goes on without the opinion"),
        SilenceRule.MustWait => new BilingualText("đơn vị chủ trì phải chờ", "the lead has to wait"),
        _ => new BilingualText("chưa quy định khi không trả lời, đơn vị chủ trì phải chờ", "what silence means is not stated, so the lead has to wait"),
    };
}
