using NodaTime;
using Reform.Domain.Legal;
using Reform.Domain.Organizations;
using Reform.Domain.Values;

namespace Reform.Domain.Inspections;

/// <summary>Looks for what makes records of inspections contradict each other.</summary>
internal sealed class InspectionChecks(InspectionRecords records)
{
    private readonly RecordProblems problems = new();
    private readonly Dictionary<string, InspectionPlan> plans = Standing(records.Plans, p => p.Id);
    private readonly Dictionary<string, Inspection> inspections = Standing(records.Inspections, i => i.Id);
    private readonly Dictionary<string, Reminder> reminders = Standing(records.Reminders, r => r.Id);
    private readonly Dictionary<string, Shortcoming> shortcomings = Standing(records.Shortcomings, s => s.Id);
    private readonly Dictionary<string, GoodPractice> practices = Standing(records.Practices, p => p.Id);

    public void ThrowIfAny()
    {
        Check(records.Plans, "plans", p => p.Id, Check);
        Check(records.Inspections, "inspections", i => i.Id, Check);
        Check(records.Conclusions, "conclusions", c => c.Id, Check);
        Check(records.Commendations, "commendations", c => c.Id, Check);
        Check(records.Reminders, "reminders", r => r.Id, Check);
        Check(records.Confirmations, "confirmations", c => c.Id, Check);
        Check(records.Shortcomings, "shortcomings", s => s.Id, (s, field) => DueAfter(s.FoundOn, s.DueOn, field));
        Check(records.Fixes, "fixes", f => f.Id, Check);
        Check(records.Practices, "practices", p => p.Id, (p, field) => Known(p.RecommendedOn is null || p.RecommendedOn >= p.RecordedOn, "before_beginning", field + ".recommended_on"));
        Check(records.Replications, "replications", r => r.Id, Check);
        Once(records.Conclusions, "conclusions", c => c.InspectionId, "concluded_twice", "cuộc kiểm tra đã có kết luận", "the inspection is concluded already");
        Once(records.Confirmations, "confirmations", c => c.ReminderId, "confirmed_twice", "đã được xác nhận khắc phục", "it is confirmed already");
        Once(records.Fixes, "fixes", f => f.ShortcomingId, "fixed_twice", "tồn tại đã được khắc phục", "the shortcoming is fixed already");
        problems.ThrowIfAny();
    }

    private static Dictionary<string, T> Standing<T>(ValueList<Recorded<T>> records, Func<T, string> idOf)
        where T : class
    {
        var byId = new Dictionary<string, T>(StringComparer.Ordinal);
        foreach (Recorded<T> record in Recorded.StandingAt(records, Instant.MaxValue))
        {
            byId.TryAdd(idOf(record.Fact!), record.Fact!);
        }

        return byId;
    }

    // What a correction replaced is nobody's business any more: only what stands is held to the rest.
    private void Check<T>(ValueList<Recorded<T>> list, string name, Func<T, string> idOf, Action<T, string> check)
        where T : class
    {
        problems.CheckRecords(list, name, idOf);
        HashSet<string> standing = [.. Recorded.StandingAt(list, Instant.MaxValue).Select(r => r.Id)];
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i].Fact is T fact && standing.Contains(list[i].Id))
            {
                check(fact, RecordProblems.At(name, i));
            }
        }
    }

    private void Once<T>(ValueList<Recorded<T>> list, string name, Func<T, string> key, string code, string vietnamese, string english)
        where T : class
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        HashSet<string> standing = [.. Recorded.StandingAt(list, Instant.MaxValue).Select(r => r.Id)];
        for (int i = 0; i < list.Count; i++)
        {
            if (list[i].Fact is T fact && standing.Contains(list[i].Id) && !seen.Add(key(fact)))
            {
                problems.Add(code, RecordProblems.At(name, i), vietnamese, english);
            }
        }
    }

    private void Check(InspectionPlan plan, string field)
    {
        problems.CheckText(plan.UnitId, field + ".unit");
        problems.CheckOnce(plan.CoordinatorIds, field + ".coordinators");
        problems.CheckOnce(plan.Selections.Select(s => s.UnitId), field + ".selections");
        if (plan.Period.From is null || plan.Period.To is null)
        {
            problems.Add("open_period", field + ".period", "kỳ kiểm tra phải có ngày đầu và ngày cuối", "a period of inspection has a first and a last day");
        }

        for (int i = 0; i < plan.Selections.Count; i++)
        {
            if (plan.Selections[i] is { Seed: not null, Reason: not SelectionReason.Random })
            {
                problems.Add(
                    "seed_without_draw", field + "." + RecordProblems.At("selections", i) + ".seed",
                    "chỉ chọn ngẫu nhiên mới có số gieo", "only a draw has a seed");
            }
        }
    }

    private void Check(Inspection inspection, string field)
    {
        problems.CheckText(inspection.UnitId, field + ".unit");
        Known(plans.ContainsKey(inspection.PlanId), "unknown_plan", field + ".plan");
        Known(inspection.EndedOn is null || inspection.EndedOn >= inspection.BeganOn, "ends_before_beginning", field + ".ended_on");
        problems.CheckOnce(inspection.Inspectors.Select(i => i.Reference), field + ".inspectors");
    }

    private void Check(InspectionConclusion conclusion, string field)
    {
        inspections.TryGetValue(conclusion.InspectionId, out Inspection? inspection);
        Known(inspection is not null, "unknown_inspection", field + ".inspection");
        Known(inspection is null || conclusion.On >= inspection.BeganOn, "before_beginning", field + ".on");
    }

    private void Check(Commendation commendation, string field) => OfInspection(commendation.InspectionId, commendation.UnitId, field);

    private void Check(Reminder reminder, string field)
    {
        OfInspection(reminder.InspectionId, reminder.UnitId, field);
        DueAfter(reminder.IssuedOn, reminder.RemedyDueOn, field);
    }

    private void Check(RemedyConfirmation confirmation, string field)
    {
        reminders.TryGetValue(confirmation.ReminderId, out Reminder? reminder);
        Known(reminder is not null, "unknown_reminder", field + ".reminder");
        Known(reminder is null || confirmation.On >= reminder.IssuedOn, "before_beginning", field + ".on");
        Known(!string.Equals(reminder?.UnitId, confirmation.UnitId, StringComparison.Ordinal), "confirmed_by_itself", field + ".unit");
    }

    private void Check(ShortcomingFix fix, string field)
    {
        shortcomings.TryGetValue(fix.ShortcomingId, out Shortcoming? shortcoming);
        Known(shortcoming is not null, "unknown_shortcoming", field + ".shortcoming");
        Known(shortcoming is null || fix.On >= shortcoming.FoundOn, "before_beginning", field + ".on");
        problems.CheckText(fix.Evidence, field + ".evidence");
    }

    private void Check(Replication replication, string field)
    {
        practices.TryGetValue(replication.PracticeId, out GoodPractice? practice);
        Known(practice is not null, "unknown_practice", field + ".practice");
        Known(practice is null || replication.On >= practice.RecordedOn, "before_beginning", field + ".on");
        Known(!string.Equals(practice?.UnitId, replication.UnitId, StringComparison.Ordinal), "replicates_itself", field + ".unit");
    }

    private void OfInspection(string? inspectionId, string unitId, string field)
    {
        problems.CheckText(unitId, field + ".unit");
        if (inspectionId is null)
        {
            return;
        }

        inspections.TryGetValue(inspectionId, out Inspection? inspection);
        Known(inspection is not null, "unknown_inspection", field + ".inspection");
        Known(inspection is null || string.Equals(inspection.UnitId, unitId, StringComparison.Ordinal), "another_unit", field + ".unit");
    }

    private void DueAfter(LocalDate issued, LocalDate due, string field) => Known(due >= issued, "due_before_issued", field + ".due_on");

    private void Known(bool holds, string code, string field)
    {
        if (holds)
        {
            return;
        }

        (string vietnamese, string english) = code switch
        {
            "unknown_plan" => ("không có kế hoạch này", "there is no such plan"),
            "unknown_inspection" => ("không có cuộc kiểm tra này", "there is no such inspection"),
            "unknown_reminder" => ("không có phê bình, nhắc nhở này", "there is no such reminder"),
            "unknown_shortcoming" => ("không có tồn tại này", "there is no such shortcoming"),
            "unknown_practice" => ("không có cách làm này", "there is no such practice"),
            "ends_before_beginning" => ("kết thúc trước khi bắt đầu", "it ends before it begins"),
            "before_beginning" => ("trước khi việc đó bắt đầu", "before what it is about"),
            "due_before_issued" => ("hạn trước ngày ban hành", "due before it was issued"),
            "another_unit" => ("không phải đơn vị được kiểm tra", "not the unit that was inspected"),
            "confirmed_by_itself" => ("đơn vị không tự xác nhận", "a unit does not confirm its own remedy"),
            "replicates_itself" => ("đơn vị không nhân rộng của chính mình", "a unit does not copy itself"),
            _ => throw new ArgumentOutOfRangeException(nameof(code), code, "No such problem."),
        };
        problems.Add(code, field, vietnamese, english);
    }
}
