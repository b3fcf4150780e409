using NodaTime;
using Reform.Domain.Cases;
using Reform.Domain.Rules;
using Reform.Domain.Values;

namespace Reform.Domain.Compliance;

/// <summary>Keeps the worst cases of any number.</summary>
internal sealed class WorstCases(int count)
{
    private readonly SortedSet<WorstCase> worst = new(Comparer<WorstCase>.Create(Compare));

    public ValueList<WorstCase> Ranked => worst.ToValueList();

    public void Add(CaseReport report)
    {
        List<Judgement> breaches = [.. report.Breaches];
        if (breaches.Count == 0)
        {
            return;
        }

        worst.Add(new WorstCase(
            report.Facts.CaseId,
            report.Facts.UnitId,
            breaches.Count(b => b.Rule.Severity == Severity.Critical),
            breaches.Count(b => b.Rule.Severity == Severity.Error),
            breaches.Count(b => b.Rule.Severity == Severity.Warning),
            DaysLate(report.Facts),
            breaches.Select(b => b.Rule.Code).ToValueList()));
        if (worst.Count > count)
        {
            worst.Remove(worst.Max!);
        }
    }

    private static int DaysLate(LoggedCaseFacts facts) =>
        facts.DueOn is LocalDate due && (facts.IsOpen ? facts.AsOf ?? facts.LastEventOn : facts.EndedOn) is LocalDate on && on > due
            ? Period.DaysBetween(due, on)
            : 0;

    private static int Compare(WorstCase a, WorstCase b)
    {
        int order = b.Critical.CompareTo(a.Critical);
        order = order != 0 ? order : b.Errors.CompareTo(a.Errors);
        order = order != 0 ? order : b.DaysLate.CompareTo(a.DaysLate);
        order = order != 0 ? order : b.Warnings.CompareTo(a.Warnings);
        return order != 0 ? order : string.CompareOrdinal(a.CaseId, b.CaseId);
    }
}
