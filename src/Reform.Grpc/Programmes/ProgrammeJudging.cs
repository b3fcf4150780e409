using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Compliance;
using Reform.Domain.Programmes;
using Reform.Grpc.Compliance;
using Reform.Grpc.Rpc;

namespace Reform.Grpc.Programmes;

/// <summary>Judges programmes by the rules over them.</summary>
internal sealed class ProgrammeJudging(RuleBooks books, BrokenRuleLog log)
{
    /// <param name="asked">The programme.</param>
    /// <param name="unit">The unit that answers; null: all.</param>
    /// <param name="period">The period over which easy and hard tasks are compared.</param>
    /// <param name="on">The date of judgement.</param>
    /// <param name="calendar">The calendar over which limits run.</param>
    /// <param name="all">Whether what is kept is wanted too.</param>
    public SubjectJudging Judge(AskedProgramme asked, string? unit, ReportingPeriod period, LocalDate on, WorkCalendar calendar, bool all)
    {
        (ProgrammeRegister register, string id) = (asked.Register, asked.Id);
        var found = new SubjectJudging(books, log, unit, all);
        found.Judge(UnitPlanFacts.Of(register, id, on).Select(p => (p, asked.Name + "/plans/" + Uri.EscapeDataString(p.UnitId))));
        found.Judge(ProgrammeTaskFactsBuilder.Of(register, id, on, asked.Outbox, calendar).Select(t => (t, TaskMapping.Name(t.Id))));
        found.Judge(ReportDutyFacts.Of(register, id, on, calendar).Select(d => (d, asked.Name + "/reports/" + Uri.EscapeDataString(d.DutyId) + "/"
            + LocalDatePattern.Iso.Format(d.PeriodFrom) + "/" + Uri.EscapeDataString(d.UnitId))));
        found.Judge(SubmittedReportFacts.Of(register, id, on, calendar).Select(r => (r, ResourceName.Of(ProgrammeKinds.Reports, r.Id))));
        found.Judge(EasyFirstFacts.Of(register, id, period, on).Select(e => (e, asked.Name + "/difficulties/" + Uri.EscapeDataString(e.UnitId))));
        found.Judge(TaskConsultationFacts.Of(register, id, on, calendar).Select(c => (c, ResourceName.Of(ProgrammeKinds.Consultations, c.Id))));
        return found;
    }
}
