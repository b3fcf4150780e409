using NodaTime;
using NodaTime.Text;
using Reform.Domain.Values;

namespace Reform.Domain.Procedures;

/// <summary>Puts the facts of a change together from the comparison of its two versions.</summary>
internal sealed class VersionChangeFactsBuilder(string code, ProcedureVersion before, LocalDate from, ProcedureVersion after, LocalDate to)
{
    private readonly VersionComparison comparison = VersionComparison.Of(before, from, after, to);

    public VersionChangeFacts Build(string? unitId, BilingualText? reason)
    {
        List<ComparedLimit> limits = [.. comparison.Limits.Where(l => IsOfWork(after, l.Id))];
        ComparedLimit? total = Whole();
        return new VersionChangeFacts
        {
            Id = code + "/" + LocalDatePattern.Iso.Format(from) + "/" + LocalDatePattern.Iso.Format(to),
            ProcedureCode = code,
            UnitId = unitId,
            From = from,
            To = to,
            HasReason = reason is not null || after.Variant?.LengtheningReason is not null,
            StepsBefore = comparison.Steps.Before,
            StepsAfter = comparison.Steps.After,
            DocumentsBefore = comparison.Documents?.Before,
            DocumentsAfter = comparison.Documents?.After,
            LimitsLonger = limits.Count(IsLonger),
            LimitsMoved = limits.Count(l => l.Comparison?.Comparability == Comparability.StartEventMoved),
            LimitsNotComparable = limits.Count(IsNotComparable) + comparison.RemovedLimits.Count(id => IsOfWork(before, id)),
            FirstLonger = limits.Find(IsLonger)?.Id,
            HasTotal = Totals(before).Any() || Totals(after).Any(),
            TotalBefore = total?.Comparison?.Before.Limit?.Amount,
            TotalAfter = total?.Comparison?.After.Limit?.Amount,
        };
    }

    private static bool IsLonger(ComparedLimit limit) => limit.Comparison?.Saved < 0;

    private static bool IsNotComparable(ComparedLimit limit) => limit.Comparison is null
        || limit.Comparison.Comparability == Comparability.OtherUnit
        || (limit.Comparison.Comparability == Comparability.NoLength && (limit.Comparison.Before.Limit is not null || limit.Comparison.After.Limit is not null));

    // How long papers count, or how long one may file, is no work of the unit.
    private static bool IsOfWork(ProcedureVersion version, string id) => version.TimeLimits.Any(l =>
        string.Equals(l.Id, id, StringComparison.Ordinal) && l.Scope is LimitScope.Total or LimitScope.Step);

    private static IEnumerable<ProcedureTimeLimit> Totals(ProcedureVersion version) =>
        version.TimeLimits.Where(l => l.Scope == LimitScope.Total && l.AppliesTo is null);

    // The longest before, where there are several; null where one of them cannot be compared: it could be the longest.
    private ComparedLimit? Whole()
    {
        List<ComparedLimit> wholes = [.. comparison.Limits.Where(l => Totals(after).Any(t => string.Equals(t.Id, l.Id, StringComparison.Ordinal)))];
        return wholes.Count == Totals(before).Count() && wholes.TrueForAll(l => l.Comparison?.Saved is not null)
            && wholes.Select(l => l.Comparison!.Before.Limit!.Unit).Distinct().Count() == 1
            ? wholes.MaxBy(l => l.Comparison!.Before.Limit!.Amount)
            : null;
    }
}
