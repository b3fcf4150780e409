using NodaTime;
using NodaTime.Text;
using Reform.Domain.Calendars;
using Reform.Domain.Compliance;
using Reform.Domain.Inspections;
using Reform.Domain.Legal;
using Reform.Grpc.Catalogs;
using Reform.Grpc.Compliance;
using Reform.Grpc.Registers;
using Reform.Grpc.Rpc;
using P = Reform.Inspections.V1;

namespace Reform.Grpc.Inspections;

/// <summary>What a unit that inspects owes for a period.</summary>
internal sealed record DutyOwed(string UnitId, Validity Period, LocalDate PlanDueOn, IReadOnlyList<string> Inspected);

/// <summary>What a judgement of inspections is asked about.</summary>
/// <param name="UnitId">The unit that answers; null: all.</param>
/// <param name="OfficeId">Which unit the Office is; null: not known.</param>
/// <param name="Duties">What units owe.</param>
/// <param name="All">Whether what is kept is wanted too.</param>
internal sealed record InspectionQuestion(string? UnitId, string? OfficeId, IReadOnlyList<DutyOwed> Duties, bool All)
{
    private const int MostDuties = 100;
    private const int MostInspected = 1000;

    /// <summary>The date of judgement.</summary>
    public LocalDate On { get; init; }

    /// <summary>The calendar over which limits run.</summary>
    public WorkCalendar Calendar { get; init; } = CalendarCatalogue.BuiltIn;

    public static InspectionQuestion Of(P.EvaluateInspectionsRequest request)
    {
        RequestFields.AtMost("duties", request.Duties.Count, MostDuties);
        return new InspectionQuestion(
            FactLists.UnitOf(request.Parent), ResourceName.InOptional(ResourceName.Units, "office", request.Office),
            [.. request.Duties.Select((d, i) => Duty(RequestFields.At("duties", i), d))], request.IncludePassed);
    }

    /// <summary>The units that duties name: those that owe them, and those that are to be inspected.</summary>
    public IEnumerable<string> Units => Duties.SelectMany(d => d.Inspected.Append(d.UnitId));

    private static DutyOwed Duty(string field, P.InspectionDuty duty)
    {
        Validity period = RecordMapping.Period(field + ".period", duty.Period);
        if (period.From is null || period.To is null)
        {
            throw Refusal.RequiredField(field + ".period." + (period.From is null ? "from" : "to"));
        }

        RequestFields.AtMost(field + ".inspected", duty.Inspected.Count, MostInspected);
        return new DutyOwed(
            InspectionMapping.Unit(field + ".unit", duty.Unit), period, CivilTimes.RequiredDate(field + ".plan_due_on", duty.PlanDueOn),
            [.. duty.Inspected.Select((u, i) => InspectionMapping.Unit(RequestFields.At(field + ".inspected", i), u))]);
    }
}

/// <summary>Judges inspections and what follows from them by the rules over them.</summary>
internal sealed class InspectionJudging(RuleBooks books, BrokenRuleLog log)
{
    public SubjectJudging Judge(RegisterState state, InspectionQuestion question)
    {
        InspectionRegister register = state.Inspections;
        LocalDate on = question.On;
        var found = new SubjectJudging(books, log, question.UnitId, question.All);
        found.Judge(question.Duties.Select(d => (
            InspectionDutyFacts.Of(register, d.UnitId, d.Period, d.PlanDueOn, on),
            InspectionMapping.Unit(d.UnitId) + "/inspectionPeriods/" + LocalDatePattern.Iso.Format(d.Period.From!.Value))));
        found.Judge(register.Plans.Select(p => (InspectionPlanFacts.Of(p, question.OfficeId, on), NameOf(p))));
        found.Judge(register.Plans.SelectMany(p => SelectionFacts.Of(p, on).Select(s => (s, NameOf(p) + "/selections/" + Uri.EscapeDataString(s.SelectedId)))));
        found.Judge(InspectionFacts.Of(register, on, question.Calendar).Select(i => (i, ResourceName.Of(InspectionKinds.Inspections, i.Id))));
        found.Judge(RemedyFacts.Of(register, on).Select(r => (r, ResourceName.Of(InspectionKinds.Reminders, r.Id))));
        found.Judge(question.Duties.SelectMany(d => d.Inspected.Select(u => (
            RotationFacts.Of(register, d.UnitId, u, state.Organization.FindUnit(u)?.Validity.From, on), InspectionMapping.Unit(u)))));
        return found;
    }

    private static string NameOf(InspectionPlan plan) => ResourceName.Of(InspectionKinds.Plans, plan.Id);
}
